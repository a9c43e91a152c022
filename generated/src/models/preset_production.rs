//! `PresetProduction`.

use super::PresetProductionRight;
use crate::runtime::input;

input! {
    /// Whether a participant may send something.
    pub struct PresetProduction {
        /// Whether it may be sent.
        required can_produce: PresetProductionRight = "can_produce",
    }
}

//! `PresetProduction`.

use super::PresetProductionRight;
use crate::runtime::input;

input! {
    /// Whether a participant may send something.
    pub struct PresetProduction {
        required can_produce: PresetProductionRight = "can_produce",
    }
}

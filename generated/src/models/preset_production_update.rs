//! `PresetProductionUpdate`.

use super::preset_production_right::PresetProductionRight;
use crate::runtime::input;

input! {
    /// Whether a participant may send something.
    pub struct PresetProductionUpdate new() {
        /// Whether it may be sent.
        optional can_produce: PresetProductionRight = "can_produce",
    }
}

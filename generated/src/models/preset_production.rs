//! `PresetProduction`.

use super::preset_production_right::PresetProductionRight;
use crate::runtime::shared;

shared! {
    /// Whether a participant may send something.
    pub struct PresetProduction new(can_produce: PresetProductionRight) {
        /// Whether it may be sent.
        required can_produce: PresetProductionRight = "can_produce",
    }
}

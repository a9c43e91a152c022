//! `PresetScreenshare`.

use super::preset_quality::PresetQuality;
use crate::runtime::shared;

shared! {
    /// How well shared screens are sent.
    pub struct PresetScreenshare new(quality: PresetQuality, frame_rate: i64) {
        /// How fine the picture is.
        required quality: PresetQuality = "quality",

        /// How many pictures are sent in a second.
        required frame_rate: i64 = "frame_rate",
    }
}

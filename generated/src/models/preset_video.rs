//! `PresetVideo`.

use super::preset_quality::PresetQuality;
use crate::runtime::shared;

shared! {
    /// How well the pictures of cameras are sent.
    pub struct PresetVideo new(quality: PresetQuality, frame_rate: i64) {
        /// How fine the picture is.
        required quality: PresetQuality = "quality",

        /// How many pictures are sent in a second.
        ///
        /// At most `30`.
        required frame_rate: i64 = "frame_rate",
    }
}

//! `PresetScreenshareUpdate`.

use super::preset_quality::PresetQuality;
use crate::runtime::input;

input! {
    /// How well shared screens are sent.
    pub struct PresetScreenshareUpdate new() {
        /// How fine the picture is.
        optional quality: PresetQuality = "quality",

        /// How many pictures are sent in a second.
        optional frame_rate: i64 = "frame_rate",
    }
}

//! `PresetVideoUpdate`.

use super::preset_quality::PresetQuality;
use crate::runtime::input;

input! {
    /// How well the pictures of cameras are sent.
    pub struct PresetVideoUpdate new() {
        /// How fine the picture is.
        optional quality: PresetQuality = "quality",

        /// How many pictures are sent in a second.
        ///
        /// At most `30`.
        optional frame_rate: i64 = "frame_rate",
    }
}

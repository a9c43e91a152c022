//! `PresetConfig`.

use super::{PresetMedia, PresetVideoStreams, PresetViewType};
use crate::runtime::input;

input! {
    /// How a meeting looks and sounds to a participant.
    pub struct PresetConfig {
        /// What kind of meeting it is.
        required view_type: PresetViewType = "view_type",

        /// How many pictures are in view.
        required max_video_streams: PresetVideoStreams = "max_video_streams",

        /// How many screens can be shared at one time.
        required max_screenshare_count: i64 = "max_screenshare_count",

        /// How well pictures and sound are sent.
        required media: PresetMedia = "media",
    }
}

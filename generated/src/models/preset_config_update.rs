//! `PresetConfigUpdate`.

use super::preset_media_update::PresetMediaUpdate;
use super::preset_video_streams_update::PresetVideoStreamsUpdate;
use super::preset_view_type::PresetViewType;
use crate::runtime::input;

input! {
    /// How a meeting looks and sounds to a participant. What is absent stays as it is.
    pub struct PresetConfigUpdate new() {
        /// What kind of meeting it is.
        optional view_type: PresetViewType = "view_type",

        /// How many pictures are in view.
        optional max_video_streams: PresetVideoStreamsUpdate = "max_video_streams",

        /// How many screens can be shared at one time.
        optional max_screenshare_count: i64 = "max_screenshare_count",

        /// How well pictures and sound are sent.
        optional media: PresetMediaUpdate = "media",
    }
}

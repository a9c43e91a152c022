//! `PresetConfigUpdate`.

use super::{PresetMediaUpdate, PresetVideoStreamsUpdate, PresetViewType};
use crate::runtime::input;

input! {
    /// How a meeting looks and sounds to a participant. What is absent stays as it is.
    pub struct PresetConfigUpdate {
        optional view_type: PresetViewType = "view_type",
        optional max_video_streams: PresetVideoStreamsUpdate = "max_video_streams",

        /// How many screens can be shared at one time.
        optional max_screenshare_count: i64 = "max_screenshare_count",

        optional media: PresetMediaUpdate = "media",
    }
}

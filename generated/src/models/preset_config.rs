//! `PresetConfig`.

use super::preset_media::PresetMedia;
use super::preset_video_streams::PresetVideoStreams;
use super::preset_view_type::PresetViewType;
use crate::runtime::shared;

shared! {
    /// How a meeting looks and sounds to a participant.
    pub struct PresetConfig new(
        view_type: PresetViewType,
        max_video_streams: PresetVideoStreams,
        max_screenshare_count: i64,
        media: PresetMedia,
    ) {
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

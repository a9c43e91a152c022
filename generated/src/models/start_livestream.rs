//! `StartLivestream` and what stands inside it.

use crate::runtime::input;

input! {
    /// How to stream a meeting.
    pub struct StartLivestream new() {
        /// What the livestream is called. Null and absent both mean no name.
        maybe name: String = "name",

        /// How large the picture is.
        optional video_config: StartLivestreamVideoConfig = "video_config",
    }
}

input! {
    /// How large the picture is.
    pub struct StartLivestreamVideoConfig new() {
        /// Width in pixels.
        optional width: i64 = "width",

        /// Height in pixels.
        optional height: i64 = "height",
    }
}

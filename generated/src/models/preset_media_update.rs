//! `PresetMediaUpdate`.

use super::preset_screenshare_update::PresetScreenshareUpdate;
use super::preset_video_update::PresetVideoUpdate;
use crate::runtime::input;

input! {
    /// How well pictures and sound are sent.
    pub struct PresetMediaUpdate new() {
        /// The pictures of cameras.
        optional video: PresetVideoUpdate = "video",

        /// Shared screens.
        optional screenshare: PresetScreenshareUpdate = "screenshare",
    }
}

//! `PresetMedia`.

use super::preset_audio::PresetAudio;
use super::preset_screenshare::PresetScreenshare;
use super::preset_video::PresetVideo;
use crate::runtime::shared;

shared! {
    /// How well pictures and sound are sent.
    pub struct PresetMedia new(video: PresetVideo, screenshare: PresetScreenshare) {
        /// The pictures of cameras.
        required video: PresetVideo = "video",

        /// Shared screens.
        required screenshare: PresetScreenshare = "screenshare",

        /// Sound; absent means the defaults.
        optional audio: PresetAudio = "audio",
    }
}

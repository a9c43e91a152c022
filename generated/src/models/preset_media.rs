//! `PresetMedia`.

use super::{PresetAudio, PresetScreenshare, PresetVideo};
use crate::runtime::input;

input! {
    /// How well pictures and sound are sent.
    pub struct PresetMedia {
        /// The pictures of cameras.
        required video: PresetVideo = "video",

        /// Shared screens.
        required screenshare: PresetScreenshare = "screenshare",

        /// Sound; absent means the defaults.
        optional audio: PresetAudio = "audio",
    }
}

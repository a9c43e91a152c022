//! `PresetMedia`.

use super::{PresetAudio, PresetScreenshare, PresetVideo};
use crate::runtime::input;

input! {
    /// How well pictures and sound are sent.
    pub struct PresetMedia {
        required video: PresetVideo = "video",
        required screenshare: PresetScreenshare = "screenshare",
        optional audio: PresetAudio = "audio",
    }
}

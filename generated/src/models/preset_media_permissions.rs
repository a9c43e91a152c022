//! `PresetMediaPermissions`.

use super::preset_production::PresetProduction;
use crate::runtime::shared;

shared! {
    /// What a participant may send.
    pub struct PresetMediaPermissions new(
        audio: PresetProduction,
        video: PresetProduction,
        screenshare: PresetProduction,
    ) {
        /// The microphone.
        required audio: PresetProduction = "audio",

        /// The camera.
        required video: PresetProduction = "video",

        /// The screen.
        required screenshare: PresetProduction = "screenshare",
    }
}

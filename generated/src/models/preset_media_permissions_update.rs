//! `PresetMediaPermissionsUpdate`.

use super::preset_production_update::PresetProductionUpdate;
use crate::runtime::input;

input! {
    /// What a participant may send.
    pub struct PresetMediaPermissionsUpdate new() {
        /// The microphone.
        optional audio: PresetProductionUpdate = "audio",

        /// The camera.
        optional video: PresetProductionUpdate = "video",

        /// The screen.
        optional screenshare: PresetProductionUpdate = "screenshare",
    }
}

//! `PresetMediaPermissionsUpdate`.

use super::PresetProductionUpdate;
use crate::runtime::input;

input! {
    /// What a participant may send.
    pub struct PresetMediaPermissionsUpdate {
        optional audio: PresetProductionUpdate = "audio",
        optional video: PresetProductionUpdate = "video",
        optional screenshare: PresetProductionUpdate = "screenshare",
    }
}

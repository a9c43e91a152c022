//! `PresetMediaPermissions`.

use super::PresetProduction;
use crate::runtime::input;

input! {
    /// What a participant may send.
    pub struct PresetMediaPermissions {
        required audio: PresetProduction = "audio",
        required video: PresetProduction = "video",
        required screenshare: PresetProduction = "screenshare",
    }
}

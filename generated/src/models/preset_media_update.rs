//! `PresetMediaUpdate`.

use super::{PresetScreenshareUpdate, PresetVideoUpdate};
use crate::runtime::input;

input! {
    /// How well pictures and sound are sent.
    pub struct PresetMediaUpdate {
        optional video: PresetVideoUpdate = "video",
        optional screenshare: PresetScreenshareUpdate = "screenshare",
    }
}

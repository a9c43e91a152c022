//! `UpdatePreset`.

use super::{PresetConfigUpdate, PresetPermissionsUpdate, PresetUiUpdate};
use crate::runtime::input;

input! {
    /// What to change. What is absent stays as it is.
    pub struct UpdatePreset {
        /// What the preset is called.
        optional name: String = "name",

        optional config: PresetConfigUpdate = "config",
        optional permissions: PresetPermissionsUpdate = "permissions",
        optional ui: PresetUiUpdate = "ui",
    }
}

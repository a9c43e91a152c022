//! `UpdatePreset`.

use super::preset_config_update::PresetConfigUpdate;
use super::preset_permissions_update::PresetPermissionsUpdate;
use super::preset_ui_update::PresetUiUpdate;
use crate::runtime::input;

input! {
    /// What to change. What is absent stays as it is.
    pub struct UpdatePreset new() {
        /// What the preset is called.
        optional name: String = "name",

        /// How a meeting looks and sounds.
        optional config: PresetConfigUpdate = "config",

        /// What the participant may do.
        optional permissions: PresetPermissionsUpdate = "permissions",

        /// What the user interface looks like.
        optional ui: PresetUiUpdate = "ui",
    }
}

//! `PresetSettings`.

use super::preset_config::PresetConfig;
use super::preset_permissions::PresetPermissions;
use super::preset_ui::PresetUi;
use crate::runtime::input;

input! {
    /// All of a preset but its id.
    pub struct PresetSettings new(name: String, config: PresetConfig, ui: PresetUi) {
        /// What the preset is called; participants are given it by this name.
        required name: String = "name",

        /// How a meeting looks and sounds.
        required config: PresetConfig = "config",

        /// What the participant may do.
        optional permissions: PresetPermissions = "permissions",

        /// What the user interface looks like.
        required ui: PresetUi = "ui",
    }
}

//! `Preset`.

use super::preset_config::PresetConfig;
use super::preset_permissions::PresetPermissions;
use super::preset_ui::PresetUi;
use crate::runtime::model;

model! {
    /// What a participant may do, and what a meeting looks like to them.
    pub struct Preset {
        /// Id of the preset.
        required id: uuid::Uuid = "id",

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

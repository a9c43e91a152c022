//! `Preset`.

use super::{PresetConfig, PresetPermissions, PresetUi};
use crate::runtime::model;

model! {
    /// What a participant may do, and what a meeting looks like to them.
    pub struct Preset {
        /// Id of the preset.
        required id: uuid::Uuid = "id",

        /// What the preset is called; participants are given it by this name.
        required name: String = "name",

        required config: PresetConfig = "config",
        optional permissions: PresetPermissions = "permissions",
        required ui: PresetUi = "ui",
    }
}

//! `PresetSettings`.

use super::{PresetConfig, PresetPermissions, PresetUi};
use crate::runtime::input;

input! {
    /// All of a preset but its id.
    pub struct PresetSettings {
        /// What the preset is called; participants are given it by this name.
        required name: String = "name",

        required config: PresetConfig = "config",
        optional permissions: PresetPermissions = "permissions",
        required ui: PresetUi = "ui",
    }
}

//! `PresetPlugins`.

use super::preset_plugin_config::PresetPluginConfig;
use crate::runtime::shared;

shared! {
    /// What a participant may do with plugins.
    pub struct PresetPlugins new(
        can_start: bool,
        can_close: bool,
        can_edit_config: bool,
        config: PresetPluginConfig,
    ) {
        /// Open them.
        required can_start: bool = "can_start",

        /// Close those that are open.
        required can_close: bool = "can_close",

        /// Change their settings.
        required can_edit_config: bool = "can_edit_config",

        /// Which plugin, or how it may be used.
        ///
        /// Format: `uuid`.
        required config: PresetPluginConfig = "config",
    }
}

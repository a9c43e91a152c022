//! `PresetPluginsUpdate`.

use super::preset_plugin_config_update::PresetPluginConfigUpdate;
use crate::runtime::input;

input! {
    /// What a participant may do with plugins.
    pub struct PresetPluginsUpdate new() {
        /// Open them.
        optional can_start: bool = "can_start",

        /// Close those that are open.
        optional can_close: bool = "can_close",

        /// Change their settings.
        optional can_edit_config: bool = "can_edit_config",

        /// Which plugin, or how it may be used.
        ///
        /// Format: `uuid`.
        optional config: PresetPluginConfigUpdate = "config",
    }
}

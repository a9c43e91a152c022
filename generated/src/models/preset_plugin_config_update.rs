//! `PresetPluginConfigUpdate` and what stands inside it.

use super::preset_plugin_access::PresetPluginAccess;
use crate::runtime::{input, input_union};

input_union! {
    /// Which plugin, or how it may be used.
    pub enum PresetPluginConfigUpdate {
        Object(PresetPluginConfigUpdateObject) from,
        Uuid(uuid::Uuid) from,
    }
}

input! {
    /// Which plugin, or how it may be used.
    pub struct PresetPluginConfigUpdateObject new() {
        /// What may be done with the plugin.
        optional access_control: PresetPluginAccess = "access_control",

        /// Whether the plugin can be shown without being used.
        optional handles_view_only: bool = "handles_view_only",
    }
}

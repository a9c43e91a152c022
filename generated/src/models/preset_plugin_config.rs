//! `PresetPluginConfig` and what stands inside it.

use super::preset_plugin_access::PresetPluginAccess;
use crate::runtime::{shared, union};

union! {
    /// Which plugin, or how it may be used.
    pub enum PresetPluginConfig {
        Object(PresetPluginConfigObject) from,
        Uuid(uuid::Uuid) from,
    }
}

shared! {
    /// Which plugin, or how it may be used.
    pub struct PresetPluginConfigObject new(
        access_control: PresetPluginAccess,
        handles_view_only: bool,
    ) {
        /// What may be done with the plugin.
        required access_control: PresetPluginAccess = "access_control",

        /// Whether the plugin can be shown without being used.
        required handles_view_only: bool = "handles_view_only",
    }
}

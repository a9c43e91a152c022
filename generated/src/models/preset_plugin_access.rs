//! `PresetPluginAccess`.

use crate::runtime::open_enum;

open_enum! {
    /// What may be done with a plugin.
    pub enum PresetPluginAccess {
        FullAccess = "FULL_ACCESS",
        ViewOnly = "VIEW_ONLY",
    }
}

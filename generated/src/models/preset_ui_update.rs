//! `PresetUiUpdate`.

use super::preset_design_update::PresetDesignUpdate;
use crate::runtime::{Map, input};

input! {
    /// What the user interface looks like.
    pub struct PresetUiUpdate new() {
        /// Colours, borders and distances.
        optional design_tokens: PresetDesignUpdate = "design_tokens",

        /// How the user interface departs from the usual one.
        optional config_diff: Map<serde_json::Value> = "config_diff",
    }
}

//! `PresetUi`.

use super::preset_design::PresetDesign;
use crate::runtime::{Map, shared};

shared! {
    /// What the user interface looks like.
    pub struct PresetUi new(design_tokens: PresetDesign) {
        /// Colours, borders and distances.
        required design_tokens: PresetDesign = "design_tokens",

        /// How the user interface departs from the usual one.
        optional config_diff: Map<serde_json::Value> = "config_diff",
    }
}

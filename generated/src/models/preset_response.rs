//! `PresetResponse`.

use super::preset::Preset;
use crate::runtime::model;

model! {
    /// The envelope around one preset.
    pub struct PresetResponse {
        /// Whether the server did what was asked.
        required success: bool = "success",

        /// The preset.
        required data: Preset = "data",
    }
}

//! `PresetListResponse`.

use super::paging::Paging;
use super::preset_summary::PresetSummary;
use crate::runtime::model;

model! {
    /// The envelope around a page of presets.
    pub struct PresetListResponse {
        /// Whether the server did what was asked.
        required success: bool = "success",

        /// The presets of the page.
        required data: Vec<PresetSummary> = "data",

        /// Which part of all items this is.
        required paging: Paging = "paging",
    }
}

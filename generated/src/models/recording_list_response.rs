//! `RecordingListResponse`.

use super::paging::Paging;
use super::recording::Recording;
use crate::runtime::model;

model! {
    /// The envelope around a page of recordings.
    pub struct RecordingListResponse {
        /// Whether the server did what was asked.
        required success: bool = "success",

        /// The recordings of the page.
        required data: Vec<Recording> = "data",

        /// Which part of all items this is.
        required paging: Paging = "paging",
    }
}

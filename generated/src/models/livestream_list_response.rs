//! `LivestreamListResponse`.

use super::livestream_list::LivestreamList;
use crate::runtime::model;

model! {
    /// The envelope around the livestreams of an app.
    pub struct LivestreamListResponse {
        /// Whether the server did what was asked.
        optional success: bool = "success",

        /// The livestreams.
        optional data: LivestreamList = "data",
    }
}

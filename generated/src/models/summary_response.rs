//! `SummaryResponse`.

use super::summary::Summary;
use crate::runtime::model;

model! {
    /// The envelope around the summary's address.
    pub struct SummaryResponse {
        /// Whether the server did what was asked.
        optional success: bool = "success",

        /// Where the summary is.
        optional data: Summary = "data",
    }
}

//! `SummaryStartedResponse` and what stands inside it.

use crate::runtime::model;

model! {
    /// Whether a summary will be written.
    pub struct SummaryStartedResponse {
        /// Whether the server did what was asked.
        optional success: bool = "success",

        /// What was begun.
        optional data: SummaryStartedResponseData = "data",
    }
}

model! {
    /// What was begun.
    pub struct SummaryStartedResponseData {
        /// Whether it was begun.
        optional success: bool = "success",

        /// The same in words.
        optional message: String = "message",
    }
}

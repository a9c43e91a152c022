//! `StoppedLivestreamResponse` and what stands inside it.

use crate::runtime::model;

model! {
    /// What became of the livestream.
    pub struct StoppedLivestreamResponse {
        /// Whether the server did what was asked.
        optional success: bool = "success",

        /// What was done.
        optional data: StoppedLivestreamResponseData = "data",
    }
}

model! {
    /// What was done.
    pub struct StoppedLivestreamResponseData {
        /// The same in words.
        optional message: String = "message",
    }
}

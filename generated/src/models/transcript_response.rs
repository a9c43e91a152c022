//! `TranscriptResponse`.

use super::transcript::Transcript;
use crate::runtime::model;

model! {
    /// The envelope around the transcript's address.
    pub struct TranscriptResponse {
        /// Whether the server did what was asked.
        optional success: bool = "success",

        /// Where the transcript is.
        optional data: Transcript = "data",
    }
}

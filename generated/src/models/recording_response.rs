//! `RecordingResponse`.

use super::recording::Recording;
use crate::runtime::model;

model! {
    /// The envelope around one recording.
    pub struct RecordingResponse {
        /// Whether the server did what was asked.
        required success: bool = "success",

        /// The recording.
        optional data: Recording = "data",
    }
}

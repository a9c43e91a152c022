//! `ActiveRecordingResponse`.

use super::recording::Recording;
use crate::runtime::model;

model! {
    /// The envelope around the recording that is going on.
    pub struct ActiveRecordingResponse {
        /// Whether the server did what was asked.
        required success: bool = "success",

        /// The recording.
        required data: Recording = "data",
    }
}

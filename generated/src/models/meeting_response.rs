//! `MeetingResponse`.

use super::meeting::Meeting;
use crate::runtime::model;

model! {
    /// The envelope around one meeting.
    pub struct MeetingResponse {
        /// Whether the server did what was asked.
        required success: bool = "success",

        /// The meeting.
        optional data: Meeting = "data",
    }
}

//! `RemovedParticipantResponse`.

use super::removed_participant::RemovedParticipant;
use crate::runtime::model;

model! {
    /// The envelope around a participant who was removed.
    pub struct RemovedParticipantResponse {
        /// Whether the server did what was asked.
        required success: bool = "success",

        /// Who was removed.
        optional data: RemovedParticipant = "data",
    }
}

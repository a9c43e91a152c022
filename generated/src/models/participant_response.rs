//! `ParticipantResponse`.

use super::participant::Participant;
use crate::runtime::model;

model! {
    /// The envelope around one participant.
    pub struct ParticipantResponse {
        /// Whether the server did what was asked.
        required success: bool = "success",

        /// The participant.
        required data: Participant = "data",
    }
}

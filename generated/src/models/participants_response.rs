//! `ParticipantsResponse` and what stands inside it.

use super::session_participant::SessionParticipant;
use crate::runtime::model;

model! {
    /// Whom an action reached.
    pub struct ParticipantsResponse {
        /// Whether the server did what was asked.
        optional success: bool = "success",

        /// What was done.
        optional data: ParticipantsResponseData = "data",
    }
}

model! {
    /// What was done.
    pub struct ParticipantsResponseData {
        /// What was done, in the server's words.
        optional action: String = "action",

        /// To whom it was done.
        optional participants: Vec<SessionParticipant> = "participants",
    }
}

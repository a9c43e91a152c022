//! `ParticipantTokenResponse`.

use super::participant_with_token::ParticipantWithToken;
use crate::runtime::model;

model! {
    /// The envelope around one participant with a token.
    pub struct ParticipantTokenResponse {
        /// Whether the server did what was asked.
        required success: bool = "success",

        /// The participant.
        optional data: ParticipantWithToken = "data",
    }
}

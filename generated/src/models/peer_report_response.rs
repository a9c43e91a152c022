//! `PeerReportResponse` and what stands inside it.

use super::peer_participant::PeerParticipant;
use crate::runtime::model;

model! {
    /// The envelope around the report of one connection.
    pub struct PeerReportResponse {
        /// Whether the server did what was asked.
        optional success: bool = "success",

        /// What was found.
        optional data: PeerReportResponseData = "data",
    }
}

model! {
    /// What was found.
    pub struct PeerReportResponseData {
        /// The participant.
        optional participant: PeerParticipant = "participant",
    }
}

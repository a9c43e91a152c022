//! `ParticipantListResponse`.

use super::paging::Paging;
use super::participant::Participant;
use crate::runtime::model;

model! {
    /// The envelope around a page of participants.
    pub struct ParticipantListResponse {
        /// Whether the server did what was asked.
        required success: bool = "success",

        /// The participants of the page.
        required data: Vec<Participant> = "data",

        /// Which part of all items this is.
        required paging: Paging = "paging",
    }
}

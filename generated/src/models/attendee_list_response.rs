//! `AttendeeListResponse` and what stands inside it.

use super::attendee::Attendee;
use crate::runtime::model;

model! {
    /// The envelope around a page of participants.
    pub struct AttendeeListResponse {
        /// Whether the server did what was asked.
        optional success: bool = "success",

        /// The page.
        optional data: AttendeeListResponseData = "data",
    }
}

model! {
    /// The page.
    pub struct AttendeeListResponseData {
        /// The participants of the page.
        optional participants: Vec<Attendee> = "participants",
    }
}

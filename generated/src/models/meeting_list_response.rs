//! `MeetingListResponse`.

use super::meeting::Meeting;
use super::paging::Paging;
use crate::runtime::model;

model! {
    /// The envelope around a page of meetings.
    pub struct MeetingListResponse {
        /// Whether the server did what was asked.
        required success: bool = "success",

        /// The meetings of the page.
        required data: Vec<Meeting> = "data",

        /// Which part of all items this is.
        required paging: Paging = "paging",
    }
}

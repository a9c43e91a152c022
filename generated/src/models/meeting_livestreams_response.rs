//! `MeetingLivestreamsResponse` and what stands inside it.

use super::active_livestream_session::ActiveLivestreamSession;
use super::livestream_paging::LivestreamPaging;
use super::meeting_livestream::MeetingLivestream;
use crate::runtime::model;

model! {
    /// The envelope around a page of livestreams of a meeting.
    pub struct MeetingLivestreamsResponse {
        /// Whether the server did what was asked.
        optional success: bool = "success",

        /// The page.
        optional data: MeetingLivestreamsResponseData = "data",
    }
}

model! {
    /// The page.
    pub struct MeetingLivestreamsResponseData {
        /// The livestreams of the page.
        optional livestreams: Vec<MeetingLivestream> = "livestreams",

        /// A run of one of them.
        optional sessions: ActiveLivestreamSession = "sessions",

        /// Which part of all items this is.
        optional paging: LivestreamPaging = "paging",
    }
}

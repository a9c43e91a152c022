//! `LivestreamResponse` and what stands inside it.

use super::livestream::Livestream;
use super::livestream_paging::LivestreamPaging;
use super::livestream_session::LivestreamSession;
use crate::runtime::model;

model! {
    /// The envelope around a livestream and its runs.
    pub struct LivestreamResponse {
        /// Whether the server did what was asked.
        optional success: bool = "success",

        /// What was found.
        optional data: LivestreamResponseData = "data",
    }
}

model! {
    /// What was found.
    pub struct LivestreamResponseData {
        /// The livestream.
        optional livestream: Livestream = "livestream",

        /// A run of the livestream.
        optional session: LivestreamSession = "session",

        /// Which part of all items this is.
        optional paging: LivestreamPaging = "paging",
    }
}

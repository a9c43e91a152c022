//! `SessionListResponse` and what stands inside it.

use super::active_session::ActiveSession;
use crate::runtime::model;

model! {
    /// The envelope around a page of sessions.
    pub struct SessionListResponse {
        /// Whether the server did what was asked.
        optional success: bool = "success",

        /// The page.
        optional data: SessionListResponseData = "data",
    }
}

model! {
    /// The page.
    pub struct SessionListResponseData {
        /// The sessions of the page.
        optional sessions: Vec<ActiveSession> = "sessions",
    }
}

//! `SessionResponse` and what stands inside it.

use super::active_session::ActiveSession;
use crate::runtime::model;

model! {
    /// The envelope around one session.
    pub struct SessionResponse {
        /// Whether the server did what was asked.
        optional success: bool = "success",

        /// What was found.
        optional data: SessionResponseData = "data",
    }
}

model! {
    /// What was found.
    pub struct SessionResponseData {
        /// The session.
        optional session: ActiveSession = "session",
    }
}

//! `ActiveSessionResponse`.

use super::active_session::ActiveSession;
use crate::runtime::model;

model! {
    /// The envelope around the active session.
    pub struct ActiveSessionResponse {
        /// Whether the server did what was asked.
        optional success: bool = "success",

        /// The session.
        optional data: ActiveSession = "data",
    }
}

//! `ActiveSessionResponse`.

use super::{ActiveSession, Success};
use crate::runtime::model;

model! {
    /// The envelope around the active session.
    pub struct ActiveSessionResponse {
        /// Whether the server did what was asked.
        optional success: Success = "success",

        optional data: ActiveSession = "data",
    }
}

//! `SessionLivestreamResponse`.

use super::session_livestream::SessionLivestream;
use crate::runtime::model;

model! {
    /// The envelope around the run of a livestream that showed a session.
    pub struct SessionLivestreamResponse {
        /// Whether the server did what was asked.
        optional success: bool = "success",

        /// The run.
        optional data: SessionLivestream = "data",
    }
}

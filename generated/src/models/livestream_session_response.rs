//! `LivestreamSessionResponse`.

use super::livestream_session::LivestreamSession;
use crate::runtime::model;

model! {
    /// The envelope around a run of a livestream.
    pub struct LivestreamSessionResponse {
        /// Whether the server did what was asked.
        optional success: bool = "success",

        /// A run of the livestream.
        optional data: LivestreamSession = "data",
    }
}

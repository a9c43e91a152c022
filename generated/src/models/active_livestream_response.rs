//! `ActiveLivestreamResponse` and what stands inside it.

use super::active_livestream_session::ActiveLivestreamSession;
use super::livestream::Livestream;
use crate::runtime::model;

model! {
    /// The envelope around a livestream that is live.
    pub struct ActiveLivestreamResponse {
        /// Whether the server did what was asked.
        optional success: bool = "success",

        /// What was found.
        optional data: ActiveLivestreamResponseData = "data",
    }
}

model! {
    /// What was found.
    pub struct ActiveLivestreamResponseData {
        /// The livestream.
        optional livestream: Livestream = "livestream",

        /// The run that is going on.
        optional session: ActiveLivestreamSession = "session",
    }
}

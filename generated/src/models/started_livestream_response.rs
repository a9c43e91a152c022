//! `StartedLivestreamResponse`.

use super::started_livestream::StartedLivestream;
use crate::runtime::model;

model! {
    /// The envelope around a livestream that was just begun.
    pub struct StartedLivestreamResponse {
        /// Whether the server did what was asked.
        optional success: bool = "success",

        /// The livestream.
        optional data: StartedLivestream = "data",
    }
}

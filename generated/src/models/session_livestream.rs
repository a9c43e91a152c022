//! `SessionLivestream`.

use super::livestream_paging::LivestreamPaging;
use super::livestream_status::LivestreamStatus;
use crate::runtime::{DateTime, model};

model! {
    /// The run of a livestream that showed a session.
    pub struct SessionLivestream {
        /// Id of the run.
        optional id: String = "id",

        /// Id of the livestream.
        optional livestream_id: String = "livestream_id",

        /// A status, in spite of its name.
        optional err_message: LivestreamStatus = "err_message",

        /// Seconds for which something was streamed.
        optional ingest_seconds: f64 = "ingest_seconds",

        /// Seconds for which somebody watched, added up over all viewers.
        optional viewer_seconds: f64 = "viewer_seconds",

        /// When it was asked for; null if that is unknown.
        maybe invoked_time: String = "invoked_time",

        /// When it stopped; absent while it is live.
        optional stopped_time: DateTime = "stopped_time",

        /// When it was created.
        optional created_at: DateTime = "created_at",

        /// When it was last changed.
        optional updated_at: DateTime = "updated_at",

        /// Which part of all items this is.
        optional paging: LivestreamPaging = "paging",
    }
}

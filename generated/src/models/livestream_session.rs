//! `LivestreamSession`.

use crate::runtime::{DateTime, model};

model! {
    /// One run of a livestream, from going live to stopping.
    pub struct LivestreamSession {
        /// Id of the run.
        optional id: String = "id",

        /// Id of the livestream.
        optional livestream_id: String = "livestream_id",

        /// What went wrong, if something did.
        optional err_message: String = "err_message",

        /// Seconds for which something was streamed.
        optional ingest_seconds: f64 = "ingest_seconds",

        /// Seconds for which somebody watched, added up over all viewers.
        optional viewer_seconds: f64 = "viewer_seconds",

        /// When it was asked for.
        optional invoked_time: DateTime = "invoked_time",

        /// When it went live; absent before.
        optional started_time: DateTime = "started_time",

        /// When it stopped; absent before.
        optional stopped_time: DateTime = "stopped_time",

        /// When it was created.
        optional created_at: DateTime = "created_at",

        /// When it was last changed.
        optional updated_at: DateTime = "updated_at",
    }
}

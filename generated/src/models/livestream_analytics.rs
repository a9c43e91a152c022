//! `LivestreamAnalytics`.

use crate::runtime::model;

model! {
    /// Totals of livestreams.
    pub struct LivestreamAnalytics {
        /// How many livestreams there were.
        optional count: i64 = "count",

        /// Seconds for which something was streamed.
        optional total_ingest_seconds: i64 = "total_ingest_seconds",

        /// Seconds for which somebody watched, added up over all viewers.
        optional total_viewer_seconds: i64 = "total_viewer_seconds",
    }
}

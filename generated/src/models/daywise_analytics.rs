//! `DaywiseAnalytics`.

use super::recording_stats::RecordingStats;
use super::session_stats::SessionStats;
use crate::runtime::model;

model! {
    /// How much an app was used, in total and day by day.
    pub struct DaywiseAnalytics {
        /// Numbers of sessions.
        optional session_stats: SessionStats = "session_stats",

        /// Numbers of recordings.
        optional recording_stats: RecordingStats = "recording_stats",
    }
}

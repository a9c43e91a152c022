//! `RecordingStats`.

use super::recording_day::RecordingDay;
use crate::runtime::model;

model! {
    /// Numbers of recordings.
    pub struct RecordingStats {
        /// How many recordings were made on all days.
        optional recording_count: i64 = "recording_count",

        /// Minutes of all of them.
        optional recording_minutes_consumed: f64 = "recording_minutes_consumed",

        /// The same for each day.
        optional day_stats: Vec<RecordingDay> = "day_stats",
    }
}

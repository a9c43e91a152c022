//! `SessionStats`.

use super::session_day::SessionDay;
use crate::runtime::model;

model! {
    /// Numbers of sessions.
    pub struct SessionStats {
        /// How many sessions there were on all days.
        optional sessions_count: i64 = "sessions_count",

        /// Minutes of all of them.
        optional sessions_minutes_consumed: f64 = "sessions_minutes_consumed",

        /// The same for each day.
        optional day_stats: Vec<SessionDay> = "day_stats",
    }
}

//! `SessionDay`.

use crate::runtime::model;

model! {
    /// Numbers of sessions on one day.
    pub struct SessionDay {
        /// Which day.
        optional day: String = "day",

        /// How many sessions there were.
        optional total_sessions: i64 = "total_sessions",

        /// Minutes of all of them.
        optional total_session_minutes: f64 = "total_session_minutes",
    }
}

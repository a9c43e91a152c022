//! `RecordingDay`.

use crate::runtime::model;

model! {
    /// Numbers of recordings on one day.
    pub struct RecordingDay {
        /// Which day.
        optional day: String = "day",

        /// How many recordings were made.
        optional total_recordings: i64 = "total_recordings",

        /// Minutes of all of them.
        optional total_recording_minutes: i64 = "total_recording_minutes",
    }
}

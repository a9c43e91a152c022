//! `AudioSample`.

use crate::runtime::model;

model! {
    /// How sound came through at one moment.
    pub struct AudioSample {
        /// Which moment.
        optional timestamp: String = "timestamp",

        /// The mark for quality.
        optional quality: f64 = "quality",

        /// How unevenly packets came.
        optional jitter: f64 = "jitter",

        /// How many packets were lost.
        optional packets_lost: f64 = "packets_lost",

        /// How often missing sound was made up for.
        optional concealment_events: f64 = "concealment_events",
    }
}

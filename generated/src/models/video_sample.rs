//! `VideoSample`.

use crate::runtime::model;

model! {
    /// How the picture came through at one moment.
    pub struct VideoSample {
        /// Which moment.
        optional timestamp: String = "timestamp",

        /// The mark for quality.
        optional quality: f64 = "quality",

        /// How unevenly packets came.
        optional jitter: f64 = "jitter",

        /// How many packets were lost.
        optional packets_lost: f64 = "packets_lost",

        /// Width of the picture in pixels.
        optional frame_width: f64 = "frame_width",

        /// Height of the picture in pixels.
        optional frame_height: f64 = "frame_height",

        /// How many pictures came in a second.
        optional frames_per_second: f64 = "frames_per_second",

        /// How many pictures were left out.
        optional frames_dropped: f64 = "frames_dropped",
    }
}

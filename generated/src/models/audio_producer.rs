//! `AudioProducer`.

use crate::runtime::model;

model! {
    /// How sound was sent at one moment.
    pub struct AudioProducer {
        /// Id of the stream.
        optional producer_id: String = "producer_id",

        /// Id of the stream within the connection.
        optional mid: String = "mid",

        /// Id of the stream's source.
        optional ssrc: i64 = "ssrc",

        /// Which moment.
        optional timestamp: String = "timestamp",

        /// Bytes that were sent.
        optional bytes_sent: i64 = "bytes_sent",

        /// Packets that were sent.
        optional packets_sent: i64 = "packets_sent",

        /// Packets that were lost.
        optional packets_lost: i64 = "packets_lost",

        /// How unevenly packets came.
        optional jitter: f64 = "jitter",

        /// The time there and back.
        optional rtt: f64 = "rtt",

        /// The mark for quality, from 1 to 5.
        optional mos_quality: f64 = "mos_quality",
    }
}

//! `StartedLivestream`.

use super::livestream_status::LivestreamStatus;
use crate::runtime::{Secret, model};

model! {
    /// A livestream that was just begun.
    pub struct StartedLivestream {
        /// Id of the livestream.
        optional id: String = "id",

        /// How far it is.
        optional status: LivestreamStatus = "status",

        /// The RTMP server that the meeting is streamed to.
        optional ingest_server: String = "ingest_server",

        /// The secret with which one streams to the server.
        optional stream_key: Secret = "stream_key",

        /// Where to watch it, by HLS.
        optional playback_url: String = "playback_url",
    }
}

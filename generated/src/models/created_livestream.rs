//! `CreatedLivestream`.

use super::livestream_status::LivestreamStatus;
use crate::runtime::{Secret, model};

model! {
    /// A new livestream that belongs to no meeting.
    pub struct CreatedLivestream {
        /// Id of the livestream.
        optional id: String = "id",

        /// What the livestream is called.
        optional name: String = "name",

        /// How far it is.
        optional status: LivestreamStatus = "status",

        /// Whether it was switched off.
        optional disabled: bool = "disabled",

        /// Null, for it shows no meeting.
        maybe meeting_id: String = "meeting_id",

        /// The RTMP server to stream to.
        optional ingest_server: String = "ingest_server",

        /// The secret with which one streams to the server.
        optional stream_key: Secret = "stream_key",

        /// Where to watch it, by HLS.
        optional playback_url: String = "playback_url",
    }
}

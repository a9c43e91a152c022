//! `Livestream`.

use super::livestream_status::LivestreamStatus;
use crate::runtime::{DateTime, Secret, model};

model! {
    /// Something that is streamed to viewers.
    pub struct Livestream {
        /// Id of the livestream.
        optional id: String = "id",

        /// What the livestream is called; null if it was given no name.
        maybe name: String = "name",

        /// How far it is.
        optional status: LivestreamStatus = "status",

        /// Whether it was switched off, in words.
        optional disabled: String = "disabled",

        /// The meeting that it shows.
        optional meeting_id: String = "meeting_id",

        /// The RTMP server to stream to.
        optional ingest_server: String = "ingest_server",

        /// The secret with which one streams to the server.
        optional stream_key: Secret = "stream_key",

        /// Where to watch it, by HLS.
        optional playback_url: String = "playback_url",

        /// When the livestream was created.
        optional created_at: DateTime = "created_at",

        /// When the livestream was last changed.
        optional updated_at: DateTime = "updated_at",
    }
}

//! `StartTrackRecording`.

use crate::runtime::{Map, input};

input! {
    /// Which tracks to record.
    pub struct StartTrackRecording new(meeting_id: String, layers: Map<serde_json::Value>) {
        /// The meeting whose active session is recorded.
        required meeting_id: String = "meeting_id",

        /// Where the tracks go, by the name of a layer. The server knows one layer so far, `default`.
        required layers: Map<serde_json::Value> = "layers",

        /// After how many seconds the recording stops at the latest.
        optional max_seconds: f64 = "max_seconds",
    }
}

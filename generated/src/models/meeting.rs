//! `Meeting`.

use super::ai_config::AiConfig;
use super::meeting_status::MeetingStatus;
use super::recording_config::RecordingConfig;
use crate::runtime::{DateTime, model};

model! {
    /// A room that can be used again and again.
    pub struct Meeting {
        /// Id of the meeting.
        required id: uuid::Uuid = "id",

        /// What the meeting is called; absent if it was given no title.
        optional title: String = "title",

        /// Whether it can be joined.
        optional status: MeetingStatus = "status",

        /// Whether the chat is kept for a week, beyond the end of a session.
        optional persist_chat: bool = "persist_chat",

        /// Whether a recording starts as soon as somebody joins.
        optional record_on_start: bool = "record_on_start",

        /// Whether a livestream starts as soon as somebody joins.
        optional live_stream_on_start: bool = "live_stream_on_start",

        /// Seconds for which a session goes on after the last participant has left.
        ///
        /// From `60` to `600`.
        optional session_keep_alive_time_in_secs: f64 = "session_keep_alive_time_in_secs",

        /// Whether a summary is written when a session ends; that takes a transcript.
        optional summarize_on_end: bool = "summarize_on_end",

        /// How its sessions are recorded; lists leave it out.
        optional recording_config: RecordingConfig = "recording_config",

        /// How its sessions are transcribed and summarised; lists leave it out.
        optional ai_config: AiConfig = "ai_config",

        /// When the meeting was created.
        required created_at: DateTime = "created_at",

        /// When the meeting was last changed.
        required updated_at: DateTime = "updated_at",
    }
}

//! `UpdateMeeting`.

use super::ai_config::AiConfig;
use super::meeting_status::MeetingStatus;
use crate::runtime::input;

input! {
    /// The settings to change. What is absent stays as it is.
    pub struct UpdateMeeting new() {
        /// What the meeting is called.
        optional title: String = "title",

        /// Whether it can be joined.
        optional status: MeetingStatus = "status",

        /// Whether the chat is kept for a week, beyond the end of a session.
        ///
        /// Default: `false`.
        optional persist_chat: bool = "persist_chat",

        /// Whether a recording starts as soon as somebody joins.
        ///
        /// Default: `false`.
        optional record_on_start: bool = "record_on_start",

        /// Whether a livestream starts as soon as somebody joins.
        ///
        /// Default: `false`.
        optional live_stream_on_start: bool = "live_stream_on_start",

        /// Seconds for which a session goes on after the last participant has left.
        ///
        /// Default: `60`. From `60` to `600`.
        optional session_keep_alive_time_in_secs: f64 = "session_keep_alive_time_in_secs",

        /// Whether a summary is written when a session ends; that takes a transcript.
        ///
        /// Default: `false`.
        optional summarize_on_end: bool = "summarize_on_end",

        /// How its sessions are transcribed and summarised.
        optional ai_config: AiConfig = "ai_config",
    }
}

//! `WebhookEvent`.

use crate::runtime::open_enum;

open_enum! {
    /// Something that happens in an app.
    pub enum WebhookEvent {
        /// A session of a meeting began.
        MeetingStarted = "meeting.started",

        /// A session of a meeting ended.
        MeetingEnded = "meeting.ended",

        /// Somebody joined a session.
        MeetingParticipantJoined = "meeting.participantJoined",

        /// Somebody left a session.
        MeetingParticipantLeft = "meeting.participantLeft",

        /// The chat of a session can be downloaded.
        MeetingChatSynced = "meeting.chatSynced",

        /// A recording came to another status.
        RecordingStatusUpdate = "recording.statusUpdate",

        /// A livestream came to another status.
        LivestreamingStatusUpdate = "livestreaming.statusUpdate",

        /// The transcript of a session can be downloaded.
        MeetingTranscript = "meeting.transcript",

        /// The summary of a session can be downloaded.
        MeetingSummary = "meeting.summary",
    }
}

//! `Transcript`.

use crate::runtime::model;

model! {
    /// Where the transcript of a session is.
    pub struct Transcript {
        /// Id of the session.
        required session_id: String = "sessionId",

        /// The address; it holds its own permission, so whoever has it can read the transcript.
        required transcript_download_url: String = "transcript_download_url",

        /// Until when the address serves.
        required transcript_download_url_expiry: String = "transcript_download_url_expiry",
    }
}

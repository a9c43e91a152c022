//! `Summary`.

use crate::runtime::model;

model! {
    /// Where the summary of a session is.
    pub struct Summary {
        /// Id of the session.
        required session_id: String = "sessionId",

        /// The address; it holds its own permission, so whoever has it can read the summary.
        required summary_download_url: String = "summaryDownloadUrl",

        /// Until when the address serves.
        required summary_download_url_expiry: String = "summaryDownloadUrlExpiry",
    }
}

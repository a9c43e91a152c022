//! `PollResponse` and what stands inside it.

use super::poll::Poll;
use crate::runtime::model;

model! {
    /// The poll that was opened.
    pub struct PollResponse {
        /// Whether the server did what was asked.
        optional success: bool = "success",

        /// What was done.
        optional data: PollResponseData = "data",
    }
}

model! {
    /// What was done.
    pub struct PollResponseData {
        /// What was done, in the server's words.
        optional action: String = "action",

        /// The poll.
        optional poll: Poll = "poll",
    }
}

//! `PollOption`.

use super::poll_vote::PollVote;
use crate::runtime::model;

model! {
    /// One of the answers of a poll.
    pub struct PollOption {
        /// The answer.
        required text: String = "text",

        /// How many chose it.
        required count: f64 = "count",

        /// Who chose it.
        required votes: Vec<PollVote> = "votes",
    }
}

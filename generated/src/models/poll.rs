//! `Poll`.

use super::poll_option::PollOption;
use crate::runtime::model;

model! {
    /// A question to the participants, and how they answered it.
    pub struct Poll {
        /// Id of the poll.
        required id: String = "id",

        /// What is asked.
        required question: String = "question",

        /// The answers to choose from.
        required options: Vec<PollOption> = "options",

        /// Whether it stays secret who voted for what.
        optional anonymous: bool = "anonymous",

        /// Whether the votes are hidden from those who have not voted yet.
        optional hide_votes: bool = "hide_votes",

        /// Who opened it.
        optional created_by: String = "created_by",

        /// Ids of those who voted.
        optional voted: Vec<String> = "voted",
    }
}

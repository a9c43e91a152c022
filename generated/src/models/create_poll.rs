//! `CreatePoll`.

use crate::runtime::input;

input! {
    /// A question for the participants.
    pub struct CreatePoll new(question: String, options: Vec<String>) {
        /// What is asked.
        required question: String = "question",

        /// The answers to choose from.
        required options: Vec<String> = "options",

        /// Whether it stays secret who voted for what.
        optional anonymous: bool = "anonymous",

        /// Whether the votes are hidden from those who have not voted yet.
        optional hide_votes: bool = "hide_votes",
    }
}

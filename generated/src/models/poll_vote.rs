//! `PollVote`.

use crate::runtime::model;

model! {
    /// A participant's vote.
    pub struct PollVote {
        /// Id of the participant.
        required id: String = "id",

        /// Name of the participant.
        required name: String = "name",
    }
}

//! `MuteParticipants`.

use crate::runtime::input;

input! {
    /// Whom to mute. Participants can be named by either id; the server wants both lists, the one
    /// that is not used being empty.
    pub struct MuteParticipants new() {
        /// Ids that RealtimeKit gave them.
        ///
        /// Default: `[]`.
        listed participant_ids: Vec<String> = "participant_ids",

        /// Ids that the app gave them.
        ///
        /// Default: `[]`.
        listed custom_participant_ids: Vec<String> = "custom_participant_ids",
    }
}

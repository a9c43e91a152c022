//! `ParticipantWithToken`.

use crate::runtime::{DateTime, Secret, model};

model! {
    /// Somebody who may join a meeting, with the token to do so.
    pub struct ParticipantWithToken {
        /// Id that RealtimeKit gave.
        required id: uuid::Uuid = "id",

        /// Id that the app gave.
        required custom_participant_id: String = "custom_participant_id",

        /// The name that others see. Null if there is none.
        maybe name: String = "name",

        /// Where a picture of the participant is. Null if there is none.
        maybe picture: String = "picture",

        /// The preset that says what the participant may do.
        required preset_name: String = "preset_name",

        /// When the participant was added.
        required created_at: DateTime = "created_at",

        /// When the participant was last changed.
        required updated_at: DateTime = "updated_at",

        /// The secret with which this participant joins.
        required token: Secret = "token",
    }
}

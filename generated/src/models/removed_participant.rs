//! `RemovedParticipant`.

use crate::runtime::{DateTime, model};

model! {
    /// What is left of a participant who was removed.
    pub struct RemovedParticipant {
        /// Id that the app gave.
        required custom_participant_id: String = "custom_participant_id",

        /// Id of the preset that said what the participant might do.
        required preset_id: uuid::Uuid = "preset_id",

        /// When the participant was added.
        required created_at: DateTime = "created_at",

        /// When the participant was last changed.
        required updated_at: DateTime = "updated_at",
    }
}

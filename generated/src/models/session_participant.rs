//! `SessionParticipant`.

use crate::runtime::model;

model! {
    /// Somebody who is, or was, in a session.
    pub struct SessionParticipant {
        /// Id of the participant in this session.
        required id: String = "id",

        /// The name that others see.
        optional name: String = "name",

        /// Mail address.
        optional email: String = "email",

        /// Where the picture of the participant is.
        optional picture: String = "picture",

        /// When the participant was added.
        required created_at: String = "created_at",

        /// When the participant was last changed.
        required updated_at: String = "updated_at",
    }
}

//! `AddParticipant`.

use crate::runtime::input;

input! {
    /// Somebody who shall be able to join.
    pub struct AddParticipant new(custom_participant_id: String, preset_name: String) {
        /// An id of the app's own, such as the key of a user in its database. It tells participants of
        /// a meeting apart.
        required custom_participant_id: String = "custom_participant_id",

        /// The preset that says what the participant may do; there must be one of that name.
        required preset_name: String = "preset_name",

        /// The name that others see. Null and absent both mean none.
        maybe name: String = "name",

        /// Where a picture of the participant is. Null and absent both mean none.
        maybe picture: String = "picture",
    }
}

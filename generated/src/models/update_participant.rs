//! `UpdateParticipant`.

use crate::runtime::input;

input! {
    /// What to change. What is absent stays as it is.
    pub struct UpdateParticipant new() {
        /// The name that others see. Null removes it.
        maybe name: String = "name",

        /// Where a picture of the participant is. Null removes it.
        maybe picture: String = "picture",

        /// The preset that says what the participant may do.
        maybe preset_name: String = "preset_name",
    }
}

//! `MuteAllParticipants`.

use crate::runtime::input;

input! {
    /// How to mute everybody.
    pub struct MuteAllParticipants new(allow_unmute: bool) {
        /// Whether participants may turn their microphones on again.
        required allow_unmute: bool = "allow_unmute",
    }
}

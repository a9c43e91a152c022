//! `PresetPollsUpdate`.

use crate::runtime::input;

input! {
    /// What a participant may do with polls.
    pub struct PresetPollsUpdate new() {
        /// Open them.
        optional can_create: bool = "can_create",

        /// See them.
        optional can_view: bool = "can_view",

        /// Answer them.
        optional can_vote: bool = "can_vote",
    }
}

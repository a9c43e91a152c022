//! `PresetPolls`.

use crate::runtime::shared;

shared! {
    /// What a participant may do with polls.
    pub struct PresetPolls new(can_create: bool, can_view: bool, can_vote: bool) {
        /// Open them.
        required can_create: bool = "can_create",

        /// See them.
        required can_view: bool = "can_view",

        /// Answer them.
        required can_vote: bool = "can_vote",
    }
}

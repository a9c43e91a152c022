//! `PresetConnectedMeetings`.

use crate::runtime::shared;

shared! {
    /// What a participant may do with breakout rooms.
    pub struct PresetConnectedMeetings new(
        can_alter_connected_meetings: bool,
        can_switch_connected_meetings: bool,
        can_switch_to_parent_meeting: bool,
    ) {
        /// Make, change and close them.
        required can_alter_connected_meetings: bool = "can_alter_connected_meetings",

        /// Go from one to another.
        required can_switch_connected_meetings: bool = "can_switch_connected_meetings",

        /// Go back to the main room.
        required can_switch_to_parent_meeting: bool = "can_switch_to_parent_meeting",
    }
}

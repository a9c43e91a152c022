//! `PresetConnectedMeetingsUpdate`.

use crate::runtime::input;

input! {
    /// What a participant may do with breakout rooms.
    pub struct PresetConnectedMeetingsUpdate new() {
        /// Make, change and close them.
        optional can_alter_connected_meetings: bool = "can_alter_connected_meetings",

        /// Go from one to another.
        optional can_switch_connected_meetings: bool = "can_switch_connected_meetings",

        /// Go back to the main room.
        optional can_switch_to_parent_meeting: bool = "can_switch_to_parent_meeting",
    }
}

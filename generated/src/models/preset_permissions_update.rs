//! `PresetPermissionsUpdate`.

use super::preset_chat_update::PresetChatUpdate;
use super::preset_connected_meetings_update::PresetConnectedMeetingsUpdate;
use super::preset_media_permissions_update::PresetMediaPermissionsUpdate;
use super::preset_plugins_update::PresetPluginsUpdate;
use super::preset_polls_update::PresetPollsUpdate;
use super::preset_recorder_type::PresetRecorderType;
use super::preset_waiting_room::PresetWaitingRoom;
use crate::runtime::input;

input! {
    /// What a participant may do. What is absent stays as it is.
    pub struct PresetPermissionsUpdate new() {
        /// Let somebody in who waits to join.
        optional accept_waiting_requests: bool = "accept_waiting_requests",

        /// Let somebody speak or show who asked to.
        optional can_accept_production_requests: bool = "can_accept_production_requests",

        /// Change what others may do.
        optional can_change_participant_permissions: bool = "can_change_participant_permissions",

        /// Change one's own name.
        optional can_edit_display_name: bool = "can_edit_display_name",

        /// Start and stop livestreams.
        optional can_livestream: bool = "can_livestream",

        /// Start and stop recordings.
        optional can_record: bool = "can_record",

        /// Show somebody to everybody.
        optional can_spotlight: bool = "can_spotlight",

        /// Turn off the microphones of others.
        optional disable_participant_audio: bool = "disable_participant_audio",

        /// Stop others from sharing their screens.
        optional disable_participant_screensharing: bool = "disable_participant_screensharing",

        /// Turn off the cameras of others.
        optional disable_participant_video: bool = "disable_participant_video",

        /// Whether others do not see that the participant is there.
        optional hidden_participant: bool = "hidden_participant",

        /// Remove others from the session.
        optional kick_participant: bool = "kick_participant",

        /// Keep somebody in view.
        optional pin_participant: bool = "pin_participant",

        /// See who is there.
        optional show_participant_list: bool = "show_participant_list",

        /// Whether the participant is there to record.
        ///
        /// Default: `false`.
        optional is_recorder: bool = "is_recorder",

        /// Whether the participant is a program that records or streams.
        ///
        /// Default: `NONE`.
        optional recorder_type: PresetRecorderType = "recorder_type",

        /// Whether the participant has to wait to be let in.
        optional waiting_room_type: PresetWaitingRoom = "waiting_room_type",

        /// Rights in the chat.
        optional chat: PresetChatUpdate = "chat",

        /// Rights in breakout rooms.
        optional connected_meetings: PresetConnectedMeetingsUpdate = "connected_meetings",

        /// Rights to send sound and pictures.
        optional media: PresetMediaPermissionsUpdate = "media",

        /// Rights on plugins.
        optional plugins: PresetPluginsUpdate = "plugins",

        /// Rights on polls.
        optional polls: PresetPollsUpdate = "polls",
    }
}

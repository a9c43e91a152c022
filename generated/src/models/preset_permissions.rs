//! `PresetPermissions`.

use super::preset_chat::PresetChat;
use super::preset_connected_meetings::PresetConnectedMeetings;
use super::preset_media_permissions::PresetMediaPermissions;
use super::preset_plugins::PresetPlugins;
use super::preset_polls::PresetPolls;
use super::preset_recorder_type::PresetRecorderType;
use super::preset_waiting_room::PresetWaitingRoom;
use crate::runtime::shared;

shared! {
    /// What a participant may do.
    pub struct PresetPermissions new(
        accept_waiting_requests: bool,
        can_accept_production_requests: bool,
        can_change_participant_permissions: bool,
        can_edit_display_name: bool,
        can_livestream: bool,
        can_record: bool,
        can_spotlight: bool,
        disable_participant_audio: bool,
        disable_participant_screensharing: bool,
        disable_participant_video: bool,
        hidden_participant: bool,
        kick_participant: bool,
        pin_participant: bool,
        show_participant_list: bool,
        waiting_room_type: PresetWaitingRoom,
        chat: PresetChat,
        connected_meetings: PresetConnectedMeetings,
        media: PresetMediaPermissions,
        plugins: PresetPlugins,
        polls: PresetPolls,
    ) {
        /// Let somebody in who waits to join.
        required accept_waiting_requests: bool = "accept_waiting_requests",

        /// Let somebody speak or show who asked to.
        required can_accept_production_requests: bool = "can_accept_production_requests",

        /// Change what others may do.
        required can_change_participant_permissions: bool = "can_change_participant_permissions",

        /// Change one's own name.
        required can_edit_display_name: bool = "can_edit_display_name",

        /// Start and stop livestreams.
        required can_livestream: bool = "can_livestream",

        /// Start and stop recordings.
        required can_record: bool = "can_record",

        /// Show somebody to everybody.
        required can_spotlight: bool = "can_spotlight",

        /// Turn off the microphones of others.
        required disable_participant_audio: bool = "disable_participant_audio",

        /// Stop others from sharing their screens.
        required disable_participant_screensharing: bool = "disable_participant_screensharing",

        /// Turn off the cameras of others.
        required disable_participant_video: bool = "disable_participant_video",

        /// Whether others do not see that the participant is there.
        required hidden_participant: bool = "hidden_participant",

        /// Remove others from the session.
        required kick_participant: bool = "kick_participant",

        /// Keep somebody in view.
        required pin_participant: bool = "pin_participant",

        /// See who is there.
        required show_participant_list: bool = "show_participant_list",

        /// Whether the participant is there to record.
        ///
        /// Default: `false`.
        optional is_recorder: bool = "is_recorder",

        /// Whether the participant is a program that records or streams.
        ///
        /// Default: `NONE`.
        preset(PresetRecorderType::None) recorder_type: PresetRecorderType = "recorder_type",

        /// Whether the participant has to wait to be let in.
        required waiting_room_type: PresetWaitingRoom = "waiting_room_type",

        /// Rights in the chat.
        required chat: PresetChat = "chat",

        /// Rights in breakout rooms.
        required connected_meetings: PresetConnectedMeetings = "connected_meetings",

        /// Rights to send sound and pictures.
        required media: PresetMediaPermissions = "media",

        /// Rights on plugins.
        required plugins: PresetPlugins = "plugins",

        /// Rights on polls.
        required polls: PresetPolls = "polls",
    }
}

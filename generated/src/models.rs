//! What the API takes and gives: a module for each schema, compiled for the features that need
//! it, all of it re-exported here.

use crate::runtime::modules;

modules! {
    ["apps"] => app, app_list_response, app_response, create_app;

    ["meetings"] => active_meeting_livestream_response, add_participant, meeting_list_response,
        meeting_livestream, meeting_livestreams_response, meeting_response, meeting_settings,
        participant, participant_list_response, participant_response, participant_token_response,
        participant_with_token, recording_config_input, removed_participant,
        removed_participant_response, start_livestream, started_livestream,
        started_livestream_response, stopped_livestream_response, token_response, update_meeting,
        update_participant;

    ["active-session"] => active_session_response, create_poll, kick_all_response,
        kick_participants, mute_all_participants, mute_all_response, mute_participants,
        participants_response, poll, poll_option, poll_response, poll_vote, session_participant;

    ["sessions"] => asn, attendance_view, attendee, attendee_event, attendee_list_response,
        attendee_report, attendee_report_response, attendee_sort_by, attendee_stats, audio_producer,
        audio_sample, audio_totals, candidate_pair, chat, chat_response, client_device,
        connection_info, connection_quality, connection_state, ip_information, peer_event,
        peer_metadata, peer_participant, peer_quality, peer_report, peer_report_response,
        peer_stats, peer_streams, precall_network, session_list_response, session_livestream,
        session_livestream_response, session_response, session_sort_by, statistics_filter, summary,
        summary_response, summary_started_response, transcript, transcript_response, video_sample;

    ["recordings"] => active_recording_response, control_recording, interactive_config, recording,
        recording_action, recording_caller, recording_list_response, recording_response,
        recording_sort_by, recording_status, start_reason, start_recording, start_track_recording,
        stop_reason;

    ["livestreams"] => active_livestream_response, create_livestream, created_livestream,
        created_livestream_response, livestream_list, livestream_list_response, livestream_response,
        livestream_session, livestream_session_response, livestream_sort_order;

    ["presets"] => border_radius, border_width, preset, preset_audio, preset_background_colors,
        preset_background_colors_update, preset_brand_colors, preset_brand_colors_update,
        preset_chat, preset_chat_update, preset_colors, preset_colors_update, preset_config,
        preset_config_update, preset_connected_meetings, preset_connected_meetings_update,
        preset_design, preset_design_update, preset_list_response, preset_media,
        preset_media_permissions, preset_media_permissions_update, preset_media_update,
        preset_permissions, preset_permissions_update, preset_plugin_access, preset_plugin_config,
        preset_plugin_config_update, preset_plugins, preset_plugins_update, preset_polls,
        preset_polls_update, preset_private_chat, preset_private_chat_update, preset_production,
        preset_production_right, preset_production_update, preset_public_chat,
        preset_public_chat_update, preset_quality, preset_recorder_type, preset_response,
        preset_screenshare, preset_screenshare_update, preset_settings, preset_summary, preset_ui,
        preset_ui_update, preset_video, preset_video_streams, preset_video_streams_update,
        preset_video_update, preset_view_type, preset_waiting_room, theme, update_preset;

    ["webhooks"] => update_webhook, webhook, webhook_event, webhook_list_response, webhook_response,
        webhook_settings;

    ["analytics"] => daywise_analytics, daywise_analytics_response, livestream_analytics,
        livestream_analytics_response, recording_day, recording_stats, session_day, session_stats;

    ["meetings", "recordings"] => ai_config, audio_config, bucket_config, meeting, meeting_status,
        recording_config, rtmp_config, storage_config, storage_config_input, summarization_config,
        transcription_config, video_config, watermark;

    ["meetings", "livestreams"] => active_livestream_session, livestream;

    ["active-session", "sessions"] => active_session, session_status, session_type;

    ["sessions", "recordings"] => sort_order;

    ["meetings", "sessions", "livestreams"] => livestream_paging, livestream_status;

    ["meetings", "recordings", "presets"] => paging;

    ["apps", "meetings", "active-session", "sessions", "recordings", "livestreams", "presets",
        "webhooks", "analytics"] => error_body, gateway_error, gateway_error_detail, kit_error;
}

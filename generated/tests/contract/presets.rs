//! [`Presets`](realtime_kit::resources::Presets).

use realtime_kit::models;

use super::call;

#[tokio::test]
async fn list_with_required() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/presets", "required");
    let answer = client.presets().list("app_id").await;
    call.json(answer);
}

#[tokio::test]
async fn list_with_all() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/presets", "full");
    let answer = client.presets().list("app_id").per_page(50.0).page_no(1.0).await;
    call.json(answer);
}

#[tokio::test]
async fn create_with_required() {
    let (client, call) = call("POST /accounts/{account_id}/realtime/kit/{app_id}/presets", "required");
    let body = models::PresetSettings::new(
        "name",
        models::PresetConfig::new(
            models::PresetViewType::GroupCall,
            models::PresetVideoStreams::new(1, 1),
            1,
            models::PresetMedia::new(
                models::PresetVideo::new(models::PresetQuality::Hd, 1),
                models::PresetScreenshare::new(models::PresetQuality::Hd, 1),
            ),
        ),
        models::PresetUi::new(
            models::PresetDesign::new(
                models::PresetColors::new(
                    models::PresetBrandColors::new(),
                    models::PresetBackgroundColors::new(),
                ),
                "logo",
            ),
        ),
    );
    let answer = client.presets().create("app_id", body).await;
    call.json(answer);
}

#[tokio::test]
async fn create_with_all() {
    let (client, call) = call("POST /accounts/{account_id}/realtime/kit/{app_id}/presets", "full");
    let body = models::PresetSettings::new(
        "name",
        models::PresetConfig::new(
            models::PresetViewType::GroupCall,
            models::PresetVideoStreams::new(1, 1),
            1,
            models::PresetMedia::new(
                models::PresetVideo::new(models::PresetQuality::Hd, 1),
                models::PresetScreenshare::new(models::PresetQuality::Hd, 1),
            )
                .audio(models::PresetAudio::new().enable_high_bitrate(true).enable_stereo(true)),
        ),
        models::PresetUi::new(
            models::PresetDesign::new(
                models::PresetColors::new(
                    models::PresetBrandColors::new()
                        ._300("300")
                        ._400("400")
                        ._500("500")
                        ._600("600")
                        ._700("700"),
                    models::PresetBackgroundColors::new()
                        ._600("600")
                        ._700("700")
                        ._800("800")
                        ._900("900")
                        ._1000("1000"),
                )
                    .danger("danger")
                    .success("success")
                    .warning("warning")
                    .text("text")
                    .text_on_brand("text_on_brand")
                    .video_bg("video_bg"),
                "logo",
            )
                .spacing_base(1.5),
        )
            .config_diff([("key", serde_json::json!("anything"))]),
    )
        .permissions(
            models::PresetPermissions::new(
                true,
                true,
                true,
                true,
                true,
                true,
                true,
                true,
                true,
                true,
                true,
                true,
                true,
                true,
                models::PresetWaitingRoom::Skip,
                models::PresetChat::new(
                    models::PresetPublicChat::new(true, true, true),
                    models::PresetPrivateChat::new(true, true, true, true),
                ),
                models::PresetConnectedMeetings::new(true, true, true),
                models::PresetMediaPermissions::new(
                    models::PresetProduction::new(models::PresetProductionRight::Allowed),
                    models::PresetProduction::new(models::PresetProductionRight::Allowed),
                    models::PresetProduction::new(models::PresetProductionRight::Allowed),
                ),
                models::PresetPlugins::new(
                    true,
                    true,
                    true,
                    models::PresetPluginConfig::Object(
                        models::PresetPluginConfigObject::new(
                            models::PresetPluginAccess::FullAccess,
                            true,
                        ),
                    ),
                ),
                models::PresetPolls::new(true, true, true),
            )
                .is_recorder(true)
                .recorder_type(models::PresetRecorderType::Recorder),
        );
    let answer = client.presets().create("app_id", body).await;
    call.json(answer);
}

#[tokio::test]
async fn get_with_required() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/presets/{preset_id}", "required");
    let answer = client.presets().get("app_id", "preset_id").await;
    call.json(answer);
}

#[tokio::test]
async fn get_with_all() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/presets/{preset_id}", "full");
    let answer = client.presets().get("app_id", "preset_id/1 & ü").await;
    call.json(answer);
}

#[tokio::test]
async fn update_with_required() {
    let (client, call) = call("PATCH /accounts/{account_id}/realtime/kit/{app_id}/presets/{preset_id}", "required");
    let body = models::UpdatePreset::new();
    let answer = client.presets().update("app_id", "preset_id", body).await;
    call.json(answer);
}

#[tokio::test]
async fn update_with_all() {
    let (client, call) = call("PATCH /accounts/{account_id}/realtime/kit/{app_id}/presets/{preset_id}", "full");
    let body = models::UpdatePreset::new()
        .name("name")
        .config(
            models::PresetConfigUpdate::new()
                .view_type(models::PresetViewType::GroupCall)
                .max_video_streams(models::PresetVideoStreamsUpdate::new().desktop(1).mobile(1))
                .max_screenshare_count(1)
                .media(
                    models::PresetMediaUpdate::new()
                        .video(
                            models::PresetVideoUpdate::new()
                                .quality(models::PresetQuality::Hd)
                                .frame_rate(1),
                        )
                        .screenshare(
                            models::PresetScreenshareUpdate::new()
                                .quality(models::PresetQuality::Hd)
                                .frame_rate(1),
                        ),
                ),
        )
        .permissions(
            models::PresetPermissionsUpdate::new()
                .accept_waiting_requests(true)
                .can_accept_production_requests(true)
                .can_change_participant_permissions(true)
                .can_edit_display_name(true)
                .can_livestream(true)
                .can_record(true)
                .can_spotlight(true)
                .disable_participant_audio(true)
                .disable_participant_screensharing(true)
                .disable_participant_video(true)
                .hidden_participant(true)
                .kick_participant(true)
                .pin_participant(true)
                .show_participant_list(true)
                .is_recorder(true)
                .recorder_type(models::PresetRecorderType::Recorder)
                .waiting_room_type(models::PresetWaitingRoom::Skip)
                .chat(
                    models::PresetChatUpdate::new()
                        .public(
                            models::PresetPublicChatUpdate::new()
                                .can_send(true)
                                .text(true)
                                .files(true),
                        )
                        .private(
                            models::PresetPrivateChatUpdate::new()
                                .can_send(true)
                                .can_receive(true)
                                .text(true)
                                .files(true),
                        ),
                )
                .connected_meetings(
                    models::PresetConnectedMeetingsUpdate::new()
                        .can_alter_connected_meetings(true)
                        .can_switch_connected_meetings(true)
                        .can_switch_to_parent_meeting(true),
                )
                .media(
                    models::PresetMediaPermissionsUpdate::new()
                        .audio(
                            models::PresetProductionUpdate::new()
                                .can_produce(models::PresetProductionRight::Allowed),
                        )
                        .video(
                            models::PresetProductionUpdate::new()
                                .can_produce(models::PresetProductionRight::Allowed),
                        )
                        .screenshare(
                            models::PresetProductionUpdate::new()
                                .can_produce(models::PresetProductionRight::Allowed),
                        ),
                )
                .plugins(
                    models::PresetPluginsUpdate::new()
                        .can_start(true)
                        .can_close(true)
                        .can_edit_config(true)
                        .config(
                            models::PresetPluginConfigUpdate::Object(
                                models::PresetPluginConfigUpdateObject::new()
                                    .access_control(models::PresetPluginAccess::FullAccess)
                                    .handles_view_only(true),
                            ),
                        ),
                )
                .polls(
                    models::PresetPollsUpdate::new().can_create(true).can_view(true).can_vote(true),
                ),
        )
        .ui(
            models::PresetUiUpdate::new()
                .design_tokens(
                    models::PresetDesignUpdate::new()
                        .colors(
                            models::PresetColorsUpdate::new()
                                .brand(
                                    models::PresetBrandColorsUpdate::new()
                                        ._300("300")
                                        ._400("400")
                                        ._500("500")
                                        ._600("600")
                                        ._700("700"),
                                )
                                .background(
                                    models::PresetBackgroundColorsUpdate::new()
                                        ._600("600")
                                        ._700("700")
                                        ._800("800")
                                        ._900("900")
                                        ._1000("1000"),
                                )
                                .danger("danger")
                                .success("success")
                                .warning("warning")
                                .text("text")
                                .text_on_brand("text_on_brand")
                                .video_bg("video_bg"),
                        )
                        .theme(models::Theme::Dark)
                        .border_radius(models::BorderRadius::Rounded)
                        .border_width(models::BorderWidth::Thin)
                        .spacing_base(1.5)
                        .logo("logo"),
                )
                .config_diff([("key", serde_json::json!("anything"))]),
        );
    let answer = client.presets().update("app_id", "preset_id/1 & ü", body).await;
    call.json(answer);
}

#[tokio::test]
async fn delete_with_required() {
    let (client, call) = call("DELETE /accounts/{account_id}/realtime/kit/{app_id}/presets/{preset_id}", "required");
    let answer = client.presets().delete("app_id", "preset_id").await;
    call.json(answer);
}

#[tokio::test]
async fn delete_with_all() {
    let (client, call) = call("DELETE /accounts/{account_id}/realtime/kit/{app_id}/presets/{preset_id}", "full");
    let answer = client.presets().delete("app_id", "preset_id/1 & ü").await;
    call.json(answer);
}

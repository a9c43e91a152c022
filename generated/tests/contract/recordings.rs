//! [`Recordings`](realtime_kit::resources::Recordings).

use realtime_kit::models;

use super::{call, instant};

#[tokio::test]
async fn list_with_required() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/recordings", "required");
    let answer = client.recordings().list("app_id").await;
    call.json(answer);
}

#[tokio::test]
async fn list_with_all() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/recordings", "full");
    let answer = client.recordings().list("app_id")
        .meeting_id(uuid::uuid!("6bf2b8be-04dd-4191-b602-1128921a306b"))
        .page_no(1.0)
        .per_page(50.0)
        .expired(true)
        .search("search/1 & ü")
        .sort_by(models::RecordingSortBy::InvokedTime)
        .sort_order(models::SortOrder::Asc)
        .start_time(instant("2026-01-01T12:30:00Z"))
        .end_time(instant("2026-01-01T12:30:00Z"))
        .status([models::RecordingStatus::Invoked, models::RecordingStatus::Recording]).await;
    call.json(answer);
}

#[tokio::test]
async fn start_with_required() {
    let (client, call) = call("POST /accounts/{account_id}/realtime/kit/{app_id}/recordings", "required");
    let body = models::StartRecording::new();
    let answer = client.recordings().start("app_id", body).await;
    call.json(answer);
}

#[tokio::test]
async fn start_with_all() {
    let (client, call) = call("POST /accounts/{account_id}/realtime/kit/{app_id}/recordings", "full");
    let body = models::StartRecording::new()
        .meeting_id(uuid::uuid!("6bf2b8be-04dd-4191-b602-1128921a306b"))
        .url("https://example.com/0")
        .allow_multiple_recordings(true)
        .max_seconds(60)
        .file_name_prefix("file_name_prefix")
        .video_config(
            models::VideoConfig::new()
                .codec(models::VideoConfigCodec::H264)
                .width(1)
                .height(1)
                .export_file(true)
                .watermark(
                    models::Watermark::new()
                        .url("https://example.com/0")
                        .position(models::WatermarkPosition::LeftTop)
                        .size(models::WatermarkSize::new().width(1).height(1)),
                ),
        )
        .audio_config(
            models::AudioConfig::new()
                .codec(models::AudioConfigCodec::Mp3)
                .channel(models::AudioConfigChannel::Mono)
                .export_file(true),
        )
        .storage_config(
            models::StorageConfigInput::new(models::StorageConfigType::Aws)
                .bucket("bucket")
                .region("region")
                .path("path")
                .access_key("access_key")
                .secret("secret")
                .host("host")
                .port(1.5)
                .username("username")
                .auth_method(models::StorageConfigAuthMethod::Key)
                .password("password")
                .private_key("private_key"),
        )
        .realtimekit_bucket_config(models::BucketConfig::new(true))
        .rtmp_out_config(models::RtmpConfig::new().rtmp_url("rtmp://live.example.com/app/key"))
        .interactive_config(
            models::InteractiveConfig::new().type_(models::InteractiveConfigType::Id3),
        );
    let answer = client.recordings().start("app_id", body).await;
    call.json(answer);
}

#[tokio::test]
async fn get_with_required() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/recordings/{recording_id}", "required");
    let answer = client.recordings().get("app_id", "recording_id").await;
    call.json(answer);
}

#[tokio::test]
async fn get_with_all() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/recordings/{recording_id}", "full");
    let answer = client.recordings().get("app_id", "recording_id/1 & ü").await;
    call.json(answer);
}

#[tokio::test]
async fn control_with_required() {
    let (client, call) = call("PUT /accounts/{account_id}/realtime/kit/{app_id}/recordings/{recording_id}", "required");
    let body = models::ControlRecording::new(models::RecordingAction::Stop);
    let answer = client.recordings().control("app_id", "recording_id", body).await;
    call.json(answer);
}

#[tokio::test]
async fn control_with_all() {
    let (client, call) = call("PUT /accounts/{account_id}/realtime/kit/{app_id}/recordings/{recording_id}", "full");
    let body = models::ControlRecording::new(models::RecordingAction::Stop);
    let answer = client.recordings().control("app_id", "recording_id/1 & ü", body).await;
    call.json(answer);
}

#[tokio::test]
async fn pause_with_required() {
    let (client, call) = call("PUT /accounts/{account_id}/realtime/kit/{app_id}/recordings/{recording_id}", "required");
    let answer = client.recordings().pause("app_id", "recording_id").await;
    call.json(answer);
}

#[tokio::test]
async fn pause_with_all() {
    let (client, call) = call("PUT /accounts/{account_id}/realtime/kit/{app_id}/recordings/{recording_id}", "full");
    let answer = client.recordings().pause("app_id", "recording_id/1 & ü").await;
    call.json(answer);
}

#[tokio::test]
async fn resume_with_required() {
    let (client, call) = call("PUT /accounts/{account_id}/realtime/kit/{app_id}/recordings/{recording_id}", "required");
    let answer = client.recordings().resume("app_id", "recording_id").await;
    call.json(answer);
}

#[tokio::test]
async fn resume_with_all() {
    let (client, call) = call("PUT /accounts/{account_id}/realtime/kit/{app_id}/recordings/{recording_id}", "full");
    let answer = client.recordings().resume("app_id", "recording_id/1 & ü").await;
    call.json(answer);
}

#[tokio::test]
async fn stop_with_required() {
    let (client, call) = call("PUT /accounts/{account_id}/realtime/kit/{app_id}/recordings/{recording_id}", "required");
    let answer = client.recordings().stop("app_id", "recording_id").await;
    call.json(answer);
}

#[tokio::test]
async fn stop_with_all() {
    let (client, call) = call("PUT /accounts/{account_id}/realtime/kit/{app_id}/recordings/{recording_id}", "full");
    let answer = client.recordings().stop("app_id", "recording_id/1 & ü").await;
    call.json(answer);
}

#[tokio::test]
async fn active_with_required() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/recordings/active-recording/{meeting_id}", "required");
    let answer = client.recordings().active("app_id", "meeting_id").await;
    call.json(answer);
}

#[tokio::test]
async fn active_with_all() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/recordings/active-recording/{meeting_id}", "full");
    let answer = client.recordings().active("app_id", "meeting_id/1 & ü").await;
    call.json(answer);
}

#[tokio::test]
async fn track_with_required() {
    let (client, call) = call("POST /accounts/{account_id}/realtime/kit/{app_id}/recordings/track", "required");
    let body = models::StartTrackRecording::new(
        "meeting_id",
        [("key", serde_json::json!("anything"))],
    );
    let answer = client.recordings().track("app_id", body).await;
    call.done(answer);
}

#[tokio::test]
async fn track_with_all() {
    let (client, call) = call("POST /accounts/{account_id}/realtime/kit/{app_id}/recordings/track", "full");
    let body = models::StartTrackRecording::new(
        "meeting_id",
        [("key", serde_json::json!("anything"))],
    )
        .max_seconds(1.5);
    let answer = client.recordings().track("app_id", body).await;
    call.done(answer);
}

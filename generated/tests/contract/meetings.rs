//! [`Meetings`](realtime_kit::resources::Meetings).

use realtime_kit::models;

use super::{call, instant};

#[tokio::test]
async fn list_with_required() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/meetings", "required");
    let answer = client.meetings().list("app_id").await;
    call.json(answer);
}

#[tokio::test]
async fn list_with_all() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/meetings", "full");
    let answer = client.meetings().list("app_id")
        .page_no(1.0)
        .per_page(50.0)
        .start_time(instant("2026-01-01T12:30:00Z"))
        .end_time(instant("2026-01-01T12:30:00Z"))
        .search("search/1 & ü").await;
    call.json(answer);
}

#[tokio::test]
async fn create_with_required() {
    let (client, call) = call("POST /accounts/{account_id}/realtime/kit/{app_id}/meetings", "required");
    let body = models::MeetingSettings::new();
    let answer = client.meetings().create("app_id", body).await;
    call.json(answer);
}

#[tokio::test]
async fn create_with_all() {
    let (client, call) = call("POST /accounts/{account_id}/realtime/kit/{app_id}/meetings", "full");
    let body = models::MeetingSettings::new()
        .title("title")
        .persist_chat(true)
        .record_on_start(true)
        .live_stream_on_start(true)
        .session_keep_alive_time_in_secs(60.0)
        .summarize_on_end(true)
        .recording_config(
            models::RecordingConfigInput::new()
                .max_seconds(60.0)
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
                .live_streaming_config(
                    models::RtmpConfig::new().rtmp_url("rtmp://live.example.com/app/key"),
                ),
        )
        .ai_config(
            models::AiConfig::new()
                .transcription(
                    models::TranscriptionConfig::new()
                        .language(models::TranscriptionConfigLanguage::EnUs)
                        .keywords(["keywords"])
                        .profanity_filter(true),
                )
                .summarization(
                    models::SummarizationConfig::new()
                        .summary_type(models::SummarizationConfigSummaryType::General)
                        .text_format(models::SummarizationConfigTextFormat::PlainText)
                        .word_limit(150),
                ),
        );
    let answer = client.meetings().create("app_id", body).await;
    call.json(answer);
}

#[tokio::test]
async fn get_with_required() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}", "required");
    let answer = client.meetings().get("app_id", "meeting_id").await;
    call.json(answer);
}

#[tokio::test]
async fn get_with_all() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}", "full");
    let answer = client.meetings().get("app_id", "meeting_id/1 & ü").name("name/1 & ü").await;
    call.json(answer);
}

#[tokio::test]
async fn replace_with_required() {
    let (client, call) = call("PUT /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}", "required");
    let body = models::MeetingSettings::new();
    let answer = client.meetings().replace("app_id", "meeting_id", body).await;
    call.json(answer);
}

#[tokio::test]
async fn replace_with_all() {
    let (client, call) = call("PUT /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}", "full");
    let body = models::MeetingSettings::new()
        .title("title")
        .persist_chat(true)
        .record_on_start(true)
        .live_stream_on_start(true)
        .session_keep_alive_time_in_secs(60.0)
        .summarize_on_end(true)
        .recording_config(
            models::RecordingConfigInput::new()
                .max_seconds(60.0)
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
                .live_streaming_config(
                    models::RtmpConfig::new().rtmp_url("rtmp://live.example.com/app/key"),
                ),
        )
        .ai_config(
            models::AiConfig::new()
                .transcription(
                    models::TranscriptionConfig::new()
                        .language(models::TranscriptionConfigLanguage::EnUs)
                        .keywords(["keywords"])
                        .profanity_filter(true),
                )
                .summarization(
                    models::SummarizationConfig::new()
                        .summary_type(models::SummarizationConfigSummaryType::General)
                        .text_format(models::SummarizationConfigTextFormat::PlainText)
                        .word_limit(150),
                ),
        );
    let answer = client.meetings().replace("app_id", "meeting_id/1 & ü", body).await;
    call.json(answer);
}

#[tokio::test]
async fn update_with_required() {
    let (client, call) = call("PATCH /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}", "required");
    let body = models::UpdateMeeting::new();
    let answer = client.meetings().update("app_id", "meeting_id", body).await;
    call.json(answer);
}

#[tokio::test]
async fn update_with_all() {
    let (client, call) = call("PATCH /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}", "full");
    let body = models::UpdateMeeting::new()
        .title("title")
        .status(models::MeetingStatus::Active)
        .persist_chat(true)
        .record_on_start(true)
        .live_stream_on_start(true)
        .session_keep_alive_time_in_secs(60.0)
        .summarize_on_end(true)
        .ai_config(
            models::AiConfig::new()
                .transcription(
                    models::TranscriptionConfig::new()
                        .language(models::TranscriptionConfigLanguage::EnUs)
                        .keywords(["keywords"])
                        .profanity_filter(true),
                )
                .summarization(
                    models::SummarizationConfig::new()
                        .summary_type(models::SummarizationConfigSummaryType::General)
                        .text_format(models::SummarizationConfigTextFormat::PlainText)
                        .word_limit(150),
                ),
        );
    let answer = client.meetings().update("app_id", "meeting_id/1 & ü", body).await;
    call.json(answer);
}

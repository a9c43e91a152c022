//! [`MeetingsLivestreams`](realtime_kit::resources::MeetingsLivestreams).

use realtime_kit::models;

use super::call;

#[tokio::test]
async fn list_with_required() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/livestream", "required");
    let answer = client.meetings().livestreams().list("app_id", "meeting_id").await;
    call.json(answer);
}

#[tokio::test]
async fn list_with_all() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/livestream", "full");
    let answer = client.meetings().livestreams().list("app_id", "meeting_id/1 & ü")
        .page_no(1)
        .per_page(20).await;
    call.json(answer);
}

#[tokio::test]
async fn start_with_required() {
    let (client, call) = call("POST /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/livestreams", "required");
    let body = models::StartLivestream::new();
    let answer = client.meetings().livestreams().start("app_id", "meeting_id", body).await;
    call.json(answer);
}

#[tokio::test]
async fn start_with_all() {
    let (client, call) = call("POST /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/livestreams", "full");
    let body = models::StartLivestream::new()
        .name("name")
        .video_config(models::StartLivestreamVideoConfig::new().width(1).height(1));
    let answer = client.meetings().livestreams().start("app_id", "meeting_id/1 & ü", body).await;
    call.json(answer);
}

#[tokio::test]
async fn active_with_required() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/active-livestream", "required");
    let answer = client.meetings().livestreams().active("app_id", "meeting_id").await;
    call.json(answer);
}

#[tokio::test]
async fn active_with_all() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/active-livestream", "full");
    let answer = client.meetings().livestreams().active("app_id", "meeting_id/1 & ü").await;
    call.json(answer);
}

#[tokio::test]
async fn stop_with_required() {
    let (client, call) = call("POST /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/active-livestream/stop", "required");
    let answer = client.meetings().livestreams().stop("app_id", "meeting_id").await;
    call.json(answer);
}

#[tokio::test]
async fn stop_with_all() {
    let (client, call) = call("POST /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/active-livestream/stop", "full");
    let answer = client.meetings().livestreams().stop("app_id", "meeting_id/1 & ü").await;
    call.json(answer);
}

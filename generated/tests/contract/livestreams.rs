//! [`Livestreams`](realtime_kit::resources::Livestreams).

use realtime_kit::models;

use super::{call, instant};

#[tokio::test]
async fn list_with_required() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/livestreams", "required");
    let answer = client.livestreams().list("app_id").await;
    call.json(answer);
}

#[tokio::test]
async fn list_with_all() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/livestreams", "full");
    let answer = client.livestreams().list("app_id")
        .exclude_meetings(true)
        .per_page(20)
        .page_no(1)
        .status(models::LivestreamStatus::Live)
        .start_time(instant("2026-01-01T12:30:00Z"))
        .end_time(instant("2026-01-01T12:30:00Z"))
        .sort_order(models::LivestreamSortOrder::Asc).await;
    call.json(answer);
}

#[tokio::test]
async fn create_with_required() {
    let (client, call) = call("POST /accounts/{account_id}/realtime/kit/{app_id}/livestreams", "required");
    let body = models::CreateLivestream::new();
    let answer = client.livestreams().create("app_id", body).await;
    call.json(answer);
}

#[tokio::test]
async fn create_with_all() {
    let (client, call) = call("POST /accounts/{account_id}/realtime/kit/{app_id}/livestreams", "full");
    let body = models::CreateLivestream::new().name("name");
    let answer = client.livestreams().create("app_id", body).await;
    call.json(answer);
}

#[tokio::test]
async fn get_with_required() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/livestreams/{livestream_id}", "required");
    let answer = client.livestreams().get("app_id", "livestream_id").await;
    call.json(answer);
}

#[tokio::test]
async fn get_with_all() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/livestreams/{livestream_id}", "full");
    let answer = client.livestreams().get("app_id", "livestream_id/1 & ü")
        .page_no(1)
        .per_page(20).await;
    call.json(answer);
}

#[tokio::test]
async fn active_session_with_required() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/livestreams/{livestream_id}/active-livestream-session", "required");
    let answer = client.livestreams().active_session("app_id", "livestream_id").await;
    call.json(answer);
}

#[tokio::test]
async fn active_session_with_all() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/livestreams/{livestream_id}/active-livestream-session", "full");
    let answer = client.livestreams().active_session("app_id", "livestream_id/1 & ü").await;
    call.json(answer);
}

#[tokio::test]
async fn session_with_required() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/livestreams/sessions/{livestream_session_id}", "required");
    let answer = client.livestreams().session("app_id", "livestream_session_id").await;
    call.json(answer);
}

#[tokio::test]
async fn session_with_all() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/livestreams/sessions/{livestream_session_id}", "full");
    let answer = client.livestreams().session("app_id", "livestream_session_id/1 & ü").await;
    call.json(answer);
}

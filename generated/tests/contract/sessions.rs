//! [`Sessions`](realtime_kit::resources::Sessions).

use realtime_kit::models;

use super::{call, instant};

#[tokio::test]
async fn list_with_required() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/sessions", "required");
    let answer = client.sessions().list("app_id").await;
    call.json(answer);
}

#[tokio::test]
async fn list_with_all() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/sessions", "full");
    let answer = client.sessions().list("app_id")
        .page_no(1.0)
        .per_page(50.0)
        .sort_by(models::SessionSortBy::MinutesConsumed)
        .sort_order(models::SortOrder::Asc)
        .start_time(instant("2026-01-01T12:30:00Z"))
        .end_time(instant("2026-01-01T12:30:00Z"))
        .participants("participants/1 & ü")
        .status(models::SessionStatus::Live)
        .search("search/1 & ü")
        .associated_id("associated_id/1 & ü").await;
    call.json(answer);
}

#[tokio::test]
async fn get_with_required() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}", "required");
    let answer = client.sessions().get("app_id", "session_id").await;
    call.json(answer);
}

#[tokio::test]
async fn get_with_all() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}", "full");
    let answer = client.sessions().get("app_id", "session_id/1 & ü")
        .include_breakout_rooms(true).await;
    call.json(answer);
}

#[tokio::test]
async fn chat_with_required() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/chat", "required");
    let answer = client.sessions().chat("app_id", "session_id").await;
    call.json(answer);
}

#[tokio::test]
async fn chat_with_all() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/chat", "full");
    let answer = client.sessions().chat("app_id", "session_id/1 & ü").await;
    call.json(answer);
}

#[tokio::test]
async fn transcript_with_required() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/transcript", "required");
    let answer = client.sessions().transcript("app_id", "session_id").await;
    call.json(answer);
}

#[tokio::test]
async fn transcript_with_all() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/transcript", "full");
    let answer = client.sessions().transcript("app_id", "session_id/1 & ü").await;
    call.json(answer);
}

#[tokio::test]
async fn summary_with_required() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/summary", "required");
    let answer = client.sessions().summary("app_id", "session_id").await;
    call.json(answer);
}

#[tokio::test]
async fn summary_with_all() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/summary", "full");
    let answer = client.sessions().summary("app_id", "session_id/1 & ü").await;
    call.json(answer);
}

#[tokio::test]
async fn generate_summary_with_required() {
    let (client, call) = call("POST /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/summary", "required");
    let answer = client.sessions().generate_summary("app_id", "session_id").await;
    call.json(answer);
}

#[tokio::test]
async fn generate_summary_with_all() {
    let (client, call) = call("POST /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/summary", "full");
    let answer = client.sessions().generate_summary("app_id", "session_id/1 & ü").await;
    call.json(answer);
}

#[tokio::test]
async fn livestreams_with_required() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/livestream-sessions", "required");
    let answer = client.sessions().livestreams("app_id", "session_id").await;
    call.json(answer);
}

#[tokio::test]
async fn livestreams_with_all() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/livestream-sessions", "full");
    let answer = client.sessions().livestreams("app_id", "session_id/1 & ü")
        .page_no(1.5)
        .per_page(1.5).await;
    call.json(answer);
}

//! [`MeetingsParticipants`](realtime_kit::resources::MeetingsParticipants).

use realtime_kit::models;

use super::call;

#[tokio::test]
async fn list_with_required() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/participants", "required");
    let answer = client.meetings().participants().list("app_id", "meeting_id").await;
    call.json(answer);
}

#[tokio::test]
async fn list_with_all() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/participants", "full");
    let answer = client.meetings().participants().list("app_id", "meeting_id/1 & ü")
        .page_no(1.0)
        .per_page(50.0).await;
    call.json(answer);
}

#[tokio::test]
async fn add_with_required() {
    let (client, call) = call("POST /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/participants", "required");
    let body = models::AddParticipant::new("custom_participant_id", "preset_name");
    let answer = client.meetings().participants().add("app_id", "meeting_id", body).await;
    call.json(answer);
}

#[tokio::test]
async fn add_with_all() {
    let (client, call) = call("POST /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/participants", "full");
    let body = models::AddParticipant::new("custom_participant_id", "preset_name")
        .name("name")
        .picture("https://example.com/0");
    let answer = client.meetings().participants().add("app_id", "meeting_id/1 & ü", body).await;
    call.json(answer);
}

#[tokio::test]
async fn get_with_required() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/participants/{participant_id}", "required");
    let answer = client.meetings().participants().get(
        "app_id",
        "meeting_id",
        "participant_id",
    ).await;
    call.json(answer);
}

#[tokio::test]
async fn get_with_all() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/participants/{participant_id}", "full");
    let answer = client.meetings().participants().get(
        "app_id",
        "meeting_id/1 & ü",
        "participant_id/1 & ü",
    ).await;
    call.json(answer);
}

#[tokio::test]
async fn update_with_required() {
    let (client, call) = call("PATCH /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/participants/{participant_id}", "required");
    let body = models::UpdateParticipant::new();
    let answer = client.meetings().participants().update(
        "app_id",
        "meeting_id",
        "participant_id",
        body,
    ).await;
    call.json(answer);
}

#[tokio::test]
async fn update_with_all() {
    let (client, call) = call("PATCH /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/participants/{participant_id}", "full");
    let body = models::UpdateParticipant::new()
        .name("name")
        .picture("https://example.com/0")
        .preset_name("preset_name");
    let answer = client.meetings().participants().update(
        "app_id",
        "meeting_id/1 & ü",
        "participant_id/1 & ü",
        body,
    ).await;
    call.json(answer);
}

#[tokio::test]
async fn remove_with_required() {
    let (client, call) = call("DELETE /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/participants/{participant_id}", "required");
    let answer = client.meetings().participants().remove(
        "app_id",
        "meeting_id",
        "participant_id",
    ).await;
    call.json(answer);
}

#[tokio::test]
async fn remove_with_all() {
    let (client, call) = call("DELETE /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/participants/{participant_id}", "full");
    let answer = client.meetings().participants().remove(
        "app_id",
        "meeting_id/1 & ü",
        "participant_id/1 & ü",
    ).await;
    call.json(answer);
}

#[tokio::test]
async fn refresh_token_with_required() {
    let (client, call) = call("POST /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/participants/{participant_id}/token", "required");
    let answer = client.meetings().participants().refresh_token(
        "app_id",
        "meeting_id",
        "participant_id",
    ).await;
    call.json(answer);
}

#[tokio::test]
async fn refresh_token_with_all() {
    let (client, call) = call("POST /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/participants/{participant_id}/token", "full");
    let answer = client.meetings().participants().refresh_token(
        "app_id",
        "meeting_id/1 & ü",
        "participant_id/1 & ü",
    ).await;
    call.json(answer);
}

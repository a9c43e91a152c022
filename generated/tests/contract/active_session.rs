//! [`ActiveSession`](realtime_kit::resources::ActiveSession).

use realtime_kit::models;

use super::call;

#[tokio::test]
async fn get_with_required() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/active-session", "required");
    let answer = client.active_session().get("app_id", "meeting_id").await;
    call.json(answer);
}

#[tokio::test]
async fn get_with_all() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/active-session", "full");
    let answer = client.active_session().get("app_id", "meeting_id/1 & ü").await;
    call.json(answer);
}

#[tokio::test]
async fn kick_with_required() {
    let (client, call) = call("POST /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/active-session/kick", "required");
    let body = models::KickParticipants::new();
    let answer = client.active_session().kick("app_id", "meeting_id", body).await;
    call.json(answer);
}

#[tokio::test]
async fn kick_with_all() {
    let (client, call) = call("POST /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/active-session/kick", "full");
    let body = models::KickParticipants::new()
        .participant_ids(["participant_ids"])
        .custom_participant_ids(["custom_participant_ids"]);
    let answer = client.active_session().kick("app_id", "meeting_id/1 & ü", body).await;
    call.json(answer);
}

#[tokio::test]
async fn kick_all_with_required() {
    let (client, call) = call("POST /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/active-session/kick-all", "required");
    let answer = client.active_session().kick_all("app_id", "meeting_id").await;
    call.json(answer);
}

#[tokio::test]
async fn kick_all_with_all() {
    let (client, call) = call("POST /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/active-session/kick-all", "full");
    let answer = client.active_session().kick_all("app_id", "meeting_id/1 & ü").await;
    call.json(answer);
}

#[tokio::test]
async fn mute_with_required() {
    let (client, call) = call("POST /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/active-session/mute", "required");
    let body = models::MuteParticipants::new();
    let answer = client.active_session().mute("app_id", "meeting_id", body).await;
    call.json(answer);
}

#[tokio::test]
async fn mute_with_all() {
    let (client, call) = call("POST /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/active-session/mute", "full");
    let body = models::MuteParticipants::new()
        .participant_ids(["participant_ids"])
        .custom_participant_ids(["custom_participant_ids"]);
    let answer = client.active_session().mute("app_id", "meeting_id/1 & ü", body).await;
    call.json(answer);
}

#[tokio::test]
async fn mute_all_with_required() {
    let (client, call) = call("POST /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/active-session/mute-all", "required");
    let body = models::MuteAllParticipants::new(true);
    let answer = client.active_session().mute_all("app_id", "meeting_id", body).await;
    call.json(answer);
}

#[tokio::test]
async fn mute_all_with_all() {
    let (client, call) = call("POST /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/active-session/mute-all", "full");
    let body = models::MuteAllParticipants::new(true);
    let answer = client.active_session().mute_all("app_id", "meeting_id/1 & ü", body).await;
    call.json(answer);
}

#[tokio::test]
async fn create_poll_with_required() {
    let (client, call) = call("POST /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/active-session/poll", "required");
    let body = models::CreatePoll::new("question", ["options"]);
    let answer = client.active_session().create_poll("app_id", "meeting_id", body).await;
    call.json(answer);
}

#[tokio::test]
async fn create_poll_with_all() {
    let (client, call) = call("POST /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/active-session/poll", "full");
    let body = models::CreatePoll::new("question", ["options"]).anonymous(true).hide_votes(true);
    let answer = client.active_session().create_poll("app_id", "meeting_id/1 & ü", body).await;
    call.json(answer);
}

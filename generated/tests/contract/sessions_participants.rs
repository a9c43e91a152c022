//! [`SessionsParticipants`](realtime_kit::resources::SessionsParticipants).

use realtime_kit::models;

use super::call;

#[tokio::test]
async fn list_with_required() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/participants", "required");
    let answer = client.sessions().participants().list("app_id", "session_id").await;
    call.json(answer);
}

#[tokio::test]
async fn list_with_all() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/participants", "full");
    let answer = client.sessions().participants().list("app_id", "session_id/1 & ü")
        .search("search/1 & ü")
        .page_no(1.0)
        .per_page(50.0)
        .sort_order(models::SortOrder::Asc)
        .sort_by(models::AttendeeSortBy::JoinedAt)
        .include_peer_events(true)
        .view(models::AttendanceView::Raw).await;
    call.json(answer);
}

#[tokio::test]
async fn get_with_required() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/participants/{participant_id}", "required");
    let answer = client.sessions().participants().get(
        "app_id",
        "session_id",
        "participant_id",
    ).await;
    call.json(answer);
}

#[tokio::test]
async fn get_with_all() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/participants/{participant_id}", "full");
    let answer = client.sessions().participants().get(
        "app_id",
        "session_id/1 & ü",
        "participant_id/1 & ü",
    )
        .filters(models::StatisticsFilter::DeviceInfo)
        .include_peer_events(true).await;
    call.json(answer);
}

#[tokio::test]
async fn peer_report_with_required() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/peer-report/{peer_id}", "required");
    let answer = client.sessions().participants().peer_report("app_id", "peer_id").await;
    call.json(answer);
}

#[tokio::test]
async fn peer_report_with_all() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/peer-report/{peer_id}", "full");
    let answer = client.sessions().participants().peer_report("app_id", "peer_id/1 & ü")
        .filters(models::StatisticsFilter::DeviceInfo).await;
    call.json(answer);
}

//! [`Analytics`](realtime_kit::resources::Analytics).

use super::{call, instant};

#[tokio::test]
async fn daywise_with_required() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/analytics/daywise", "required");
    let answer = client.analytics().daywise("app_id").await;
    call.json(answer);
}

#[tokio::test]
async fn daywise_with_all() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/analytics/daywise", "full");
    let answer = client.analytics().daywise("app_id")
        .start_date("2026-01-01")
        .end_date("2026-01-31").await;
    call.json(answer);
}

#[tokio::test]
async fn livestreams_with_required() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/analytics/livestreams/overall", "required");
    let answer = client.analytics().livestreams("app_id").await;
    call.json(answer);
}

#[tokio::test]
async fn livestreams_with_all() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/analytics/livestreams/overall", "full");
    let answer = client.analytics().livestreams("app_id")
        .start_time(instant("2026-01-01T12:30:00Z"))
        .end_time(instant("2026-01-01T12:30:00Z")).await;
    call.json(answer);
}

//! [`Apps`](realtime_kit::resources::Apps).

use realtime_kit::models;

use super::call;

#[tokio::test]
async fn list_with_required() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/apps", "required");
    let answer = client.apps().list().await;
    call.json(answer);
}

#[tokio::test]
async fn list_with_all() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/apps", "full");
    let answer = client.apps().list().await;
    call.json(answer);
}

#[tokio::test]
async fn create_with_required() {
    let (client, call) = call("POST /accounts/{account_id}/realtime/kit/apps", "required");
    let body = models::CreateApp::new("name");
    let answer = client.apps().create(body).await;
    call.json(answer);
}

#[tokio::test]
async fn create_with_all() {
    let (client, call) = call("POST /accounts/{account_id}/realtime/kit/apps", "full");
    let body = models::CreateApp::new("name");
    let answer = client.apps().create(body).await;
    call.json(answer);
}

//! [`Webhooks`](realtime_kit::resources::Webhooks).

use realtime_kit::models;

use super::call;

#[tokio::test]
async fn list_with_required() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/webhooks", "required");
    let answer = client.webhooks().list("app_id").await;
    call.json(answer);
}

#[tokio::test]
async fn list_with_all() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/webhooks", "full");
    let answer = client.webhooks().list("app_id").await;
    call.json(answer);
}

#[tokio::test]
async fn create_with_required() {
    let (client, call) = call("POST /accounts/{account_id}/realtime/kit/{app_id}/webhooks", "required");
    let body = models::WebhookSettings::new(
        "name",
        "https://example.com/0",
        [models::WebhookEvent::MeetingStarted],
    );
    let answer = client.webhooks().create("app_id", body).await;
    call.json(answer);
}

#[tokio::test]
async fn create_with_all() {
    let (client, call) = call("POST /accounts/{account_id}/realtime/kit/{app_id}/webhooks", "full");
    let body = models::WebhookSettings::new(
        "name",
        "https://example.com/0",
        [models::WebhookEvent::MeetingStarted],
    )
        .enabled(true);
    let answer = client.webhooks().create("app_id", body).await;
    call.json(answer);
}

#[tokio::test]
async fn get_with_required() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/webhooks/{webhook_id}", "required");
    let answer = client.webhooks().get("app_id", "webhook_id").await;
    call.json(answer);
}

#[tokio::test]
async fn get_with_all() {
    let (client, call) = call("GET /accounts/{account_id}/realtime/kit/{app_id}/webhooks/{webhook_id}", "full");
    let answer = client.webhooks().get("app_id", "webhook_id/1 & ü").await;
    call.json(answer);
}

#[tokio::test]
async fn replace_with_required() {
    let (client, call) = call("PUT /accounts/{account_id}/realtime/kit/{app_id}/webhooks/{webhook_id}", "required");
    let body = models::WebhookSettings::new(
        "name",
        "https://example.com/0",
        [models::WebhookEvent::MeetingStarted],
    );
    let answer = client.webhooks().replace("app_id", "webhook_id", body).await;
    call.json(answer);
}

#[tokio::test]
async fn replace_with_all() {
    let (client, call) = call("PUT /accounts/{account_id}/realtime/kit/{app_id}/webhooks/{webhook_id}", "full");
    let body = models::WebhookSettings::new(
        "name",
        "https://example.com/0",
        [models::WebhookEvent::MeetingStarted],
    )
        .enabled(true);
    let answer = client.webhooks().replace("app_id", "webhook_id/1 & ü", body).await;
    call.json(answer);
}

#[tokio::test]
async fn update_with_required() {
    let (client, call) = call("PATCH /accounts/{account_id}/realtime/kit/{app_id}/webhooks/{webhook_id}", "required");
    let body = models::UpdateWebhook::new();
    let answer = client.webhooks().update("app_id", "webhook_id", body).await;
    call.json(answer);
}

#[tokio::test]
async fn update_with_all() {
    let (client, call) = call("PATCH /accounts/{account_id}/realtime/kit/{app_id}/webhooks/{webhook_id}", "full");
    let body = models::UpdateWebhook::new()
        .name("name")
        .url("https://example.com/0")
        .events([models::WebhookEvent::MeetingStarted])
        .enabled(true);
    let answer = client.webhooks().update("app_id", "webhook_id/1 & ü", body).await;
    call.json(answer);
}

#[tokio::test]
async fn delete_with_required() {
    let (client, call) = call("DELETE /accounts/{account_id}/realtime/kit/{app_id}/webhooks/{webhook_id}", "required");
    let answer = client.webhooks().delete("app_id", "webhook_id").await;
    call.json(answer);
}

#[tokio::test]
async fn delete_with_all() {
    let (client, call) = call("DELETE /accounts/{account_id}/realtime/kit/{app_id}/webhooks/{webhook_id}", "full");
    let answer = client.webhooks().delete("app_id", "webhook_id/1 & ü").await;
    call.json(answer);
}

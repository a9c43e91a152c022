//! `Webhook`.

use super::webhook_event::WebhookEvent;
use crate::runtime::{DateTime, model};

model! {
    /// An address that events are reported to.
    pub struct Webhook {
        /// Id of the webhook.
        required id: uuid::Uuid = "id",

        /// What the webhook is called.
        required name: String = "name",

        /// Where the events are sent to.
        required url: String = "url",

        /// Which events are sent.
        required events: Vec<WebhookEvent> = "events",

        /// Whether events are sent at all.
        required enabled: bool = "enabled",

        /// When the webhook was created.
        required created_at: DateTime = "created_at",

        /// When the webhook was last changed.
        required updated_at: DateTime = "updated_at",
    }
}

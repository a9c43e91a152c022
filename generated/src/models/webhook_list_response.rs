//! `WebhookListResponse`.

use super::webhook::Webhook;
use crate::runtime::model;

model! {
    /// The envelope around the webhooks.
    pub struct WebhookListResponse {
        /// Whether the server did what was asked.
        required success: bool = "success",

        /// The webhooks of the app.
        required data: Vec<Webhook> = "data",
    }
}

//! `WebhookResponse`.

use super::webhook::Webhook;
use crate::runtime::model;

model! {
    /// The envelope around one webhook.
    pub struct WebhookResponse {
        /// Whether the server did what was asked.
        required success: bool = "success",

        /// The webhook.
        required data: Webhook = "data",
    }
}

//! `UpdateWebhook`.

use super::webhook_event::WebhookEvent;
use crate::runtime::input;

input! {
    /// What to change. What is absent stays as it is.
    pub struct UpdateWebhook new() {
        /// What the webhook is called.
        optional name: String = "name",

        /// Where the events are sent to.
        optional url: String = "url",

        /// Which events are sent, in place of those that were.
        optional events: Vec<WebhookEvent> = "events",

        /// Whether events are sent at all.
        ///
        /// Default: `true`.
        optional enabled: bool = "enabled",
    }
}

//! `WebhookSettings`.

use super::webhook_event::WebhookEvent;
use crate::runtime::input;

input! {
    /// Where to send which events.
    pub struct WebhookSettings new(name: String, url: String, events: Vec<WebhookEvent>) {
        /// What the webhook is called.
        required name: String = "name",

        /// Where the events are sent to.
        required url: String = "url",

        /// Which events are sent.
        required events: Vec<WebhookEvent> = "events",

        /// Whether events are sent at all.
        ///
        /// Default: `true`.
        optional enabled: bool = "enabled",
    }
}

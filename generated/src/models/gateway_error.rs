//! `GatewayError`.

use super::gateway_error_detail::GatewayErrorDetail;
use crate::runtime::model;

model! {
    /// A refusal of Cloudflare's gateway, before the request reached RealtimeKit.
    pub struct GatewayError {
        /// Whether the server did what was asked.
        optional success: bool = "success",

        /// Why, the most telling first.
        required errors: Vec<GatewayErrorDetail> = "errors",

        /// What else the gateway has to say.
        optional messages: Vec<serde_json::Value> = "messages",

        /// Nothing, in a refusal.
        optional result: serde_json::Value = "result",
    }
}

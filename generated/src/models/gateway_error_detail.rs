//! `GatewayErrorDetail`.

use crate::runtime::model;

model! {
    /// One reason for a refusal.
    pub struct GatewayErrorDetail {
        /// Cloudflare's own number for the reason.
        required code: i64 = "code",

        /// Why, in a sentence.
        required message: String = "message",

        /// What led to it.
        optional error_chain: Vec<GatewayErrorDetail> = "error_chain",
    }
}

//! Refusals, in the envelope of whoever refuses.

use serde_json::json;
use specwright_mock::Answer;

/// RealtimeKit's own.
pub(super) fn kit(status: u16, message: &str) -> Answer {
    Answer::json(
        status,
        &json!({"success": false, "error": {"code": status, "message": message}}),
    )
}

/// That of Cloudflare's gateway.
pub(super) fn gateway(status: u16, code: u32, message: &str) -> Answer {
    Answer::json(
        status,
        &json!({"success": false, "errors": [{"code": code, "message": message}]}),
    )
}

//! Statuses, and what they are called.

use crate::api::StatusPattern;
use crate::document::ResponseKey;

/// Which statuses a response stands for.
pub(super) fn pattern(key: ResponseKey) -> StatusPattern {
    match key {
        ResponseKey::Code(code) => StatusPattern::Code(code),
        ResponseKey::Range(first) => StatusPattern::Range(first),
        ResponseKey::Default => StatusPattern::Default,
    }
}

/// What a status is called: `not found`.
pub(super) fn words(key: ResponseKey) -> String {
    pattern_words(pattern(key))
}

/// See [`words`].
pub(super) fn pattern_words(pattern: StatusPattern) -> String {
    let words = match pattern {
        StatusPattern::Default => "default",
        StatusPattern::Range(1) => "informational",
        StatusPattern::Range(2) => "success",
        StatusPattern::Range(3) => "redirection",
        StatusPattern::Range(4) => "client error",
        StatusPattern::Range(5) => "server error",
        StatusPattern::Range(other) => return format!("status {other}xx"),
        StatusPattern::Code(code) => match reason(code) {
            Some(reason) => reason,
            None => return format!("status {code}"),
        },
    };
    words.to_owned()
}

/// The reason phrase of the HTTP Status Code Registry, in small letters.
fn reason(code: u16) -> Option<&'static str> {
    let reason = match code {
        200 => "ok",
        201 => "created",
        202 => "accepted",
        203 => "non authoritative",
        204 => "no content",
        205 => "reset content",
        206 => "partial content",
        207 => "multi status",
        208 => "already reported",
        226 => "im used",
        300 => "multiple choices",
        301 => "moved permanently",
        302 => "found",
        303 => "see other",
        304 => "not modified",
        307 => "temporary redirect",
        308 => "permanent redirect",
        400 => "bad request",
        401 => "unauthorized",
        402 => "payment required",
        403 => "forbidden",
        404 => "not found",
        405 => "method not allowed",
        406 => "not acceptable",
        407 => "proxy authentication required",
        408 => "request timeout",
        409 => "conflict",
        410 => "gone",
        411 => "length required",
        412 => "precondition failed",
        413 => "content too large",
        414 => "uri too long",
        415 => "unsupported media type",
        416 => "range not satisfiable",
        417 => "expectation failed",
        421 => "misdirected request",
        422 => "unprocessable content",
        423 => "locked",
        424 => "failed dependency",
        425 => "too early",
        426 => "upgrade required",
        428 => "precondition required",
        429 => "too many requests",
        431 => "request header fields too large",
        451 => "unavailable for legal reasons",
        500 => "internal server error",
        501 => "not implemented",
        502 => "bad gateway",
        503 => "service unavailable",
        504 => "gateway timeout",
        505 => "http version not supported",
        507 => "insufficient storage",
        508 => "loop detected",
        511 => "network authentication required",
        _ => return None,
    };
    Some(reason)
}

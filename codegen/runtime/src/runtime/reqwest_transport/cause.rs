//! What lies behind an error of reqwest, where its own words do not tell it apart.

use std::error::Error;

/// Whether one side does not trust the other. The libraries of TLS have no type for it in common, or
/// keep it to themselves, so that it is their words that are looked at; what is not recognised is a
/// connection that could not be made. That a server wants a certificate comes as an alert, and with
/// TLS 1.3 when the client takes the connection for made.
pub(super) fn is_untrusted(error: &reqwest::Error) -> bool {
    let connecting = error.is_connect();
    let mut causes = std::iter::successors(error.source(), |&cause| cause.source());
    causes.any(|cause| {
        let text = cause.to_string().to_ascii_lowercase();
        let alert = text.contains("alert");
        let authority = text.contains("unknownca") || text.contains("unknown ca");
        (connecting || alert) && text.contains("certificate") || alert && authority
    })
}

/// Whether the server says that it did nothing with the request (RFC 9113, sections 6.8 and 8.7).
#[cfg(feature = "http2")]
pub(super) fn is_refused(error: &reqwest::Error) -> bool {
    let mut causes = std::iter::successors(error.source(), |&cause| cause.source());
    let cause = causes.find_map(|cause| cause.downcast_ref::<h2::Error>());
    cause.is_some_and(|cause| {
        let reason = cause.reason().filter(|_| cause.is_remote());
        match reason {
            Some(h2::Reason::REFUSED_STREAM) => cause.is_reset(),
            Some(h2::Reason::NO_ERROR) => cause.is_go_away(),
            _ => false,
        }
    })
}

/// HTTP/1 has no such word.
#[cfg(not(feature = "http2"))]
pub(super) fn is_refused(_: &reqwest::Error) -> bool {
    false
}

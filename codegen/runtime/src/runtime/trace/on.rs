//! Spans and events of `tracing`, named as OpenTelemetry names them.

use std::borrow::Cow;
use std::error::Error as _;
use std::fmt;
use std::time::Duration;

use tracing::field::Empty;
use tracing::{Span, debug, info_span, trace};
use url::{Position, Url};

use crate::runtime::answer::{Answer, Origin, Received};
use crate::runtime::body::Body;
use crate::runtime::call::Prepared;
use crate::runtime::error::{Error, ErrorKind};
use crate::runtime::redact::form;

/// How much of a body is shown.
const LONGEST: usize = 16 << 10;

/// Those that OpenTelemetry tells apart; any other may be anything.
const KNOWN_METHODS: [&str; 10] = [
    "CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "QUERY", "TRACE",
];

/// The span of one request on its way, redirects included.
pub(crate) struct Attempt {
    span: Span,
    bodies: bool,
}

impl Attempt {
    pub(crate) fn start(
        origin: &Origin,
        prepared: &Prepared,
        number: u32,
        body: Option<&Body>,
    ) -> Self {
        let template = prepared.template();
        let url = &origin.address;
        let space = if template.is_empty() { "" } else { " " };
        let method = origin.method.as_str();
        let known = KNOWN_METHODS.contains(&method);
        let span = info_span!(
            "http.client.request",
            otel.name = format_args!("{}{space}{template}", if known { method } else { "HTTP" }),
            otel.kind = "client",
            otel.status_code = Empty,
            http.request.method = if known { method } else { "_OTHER" },
            http.request.method_original = (!known).then_some(method),
            http.request.body.size = body.and_then(Body::length),
            http.request.resend_count = (number > 1).then(|| number - 1),
            http.response.status_code = Empty,
            http.response.body.size = Empty,
            network.protocol.version = Empty,
            url.full = origin.url(),
            url.template = (!template.is_empty()).then_some(template),
            server.address = url.host_str(),
            server.port = url.port_or_known_default(),
            "error.type" = Empty,
        );
        let bodies = prepared.options().trace_bodies.unwrap_or(false);
        if bodies {
            let kind = prepared.content_type();
            let bytes = body.and_then(Body::as_bytes);
            let content = bytes.map(|bytes| shown(bytes, kind, origin));
            let content = content.unwrap_or(Cow::Borrowed("(a stream)"));
            trace!(parent: &span, http.request.body.content = content.as_ref());
        }
        Attempt { span, bodies }
    }

    pub(crate) fn enter(&self) -> tracing::span::Entered<'_> {
        self.span.enter()
    }

    pub(crate) fn answered(&self, response: &http::response::Parts) {
        self.span
            .record("http.response.status_code", response.status.as_u16());
        let version = match response.version {
            http::Version::HTTP_09 => "0.9",
            http::Version::HTTP_10 => "1.0",
            http::Version::HTTP_2 => "2",
            http::Version::HTTP_3 => "3",
            _ => "1.1",
        };
        self.span.record("network.protocol.version", version);
    }

    pub(crate) fn received(&self, origin: &Origin, bytes: &[u8]) {
        if self.bodies {
            let content = shown(bytes, "", origin);
            trace!(http.response.body.content = content.as_ref());
        }
    }

    pub(crate) fn end(&self, outcome: Result<&Answer, &Error>) {
        match outcome {
            Ok(answer) => {
                if let Received::All(bytes) = &answer.body {
                    self.span.record("http.response.body.size", bytes.len());
                }
            }
            Err(error) => {
                self.span.record("error.type", error_type(error).as_ref());
                self.span.record("otel.status_code", "ERROR");
                debug!(parent: &self.span, error.message = %Whole(error), "the request failed");
            }
        }
    }
}

/// An error with its causes: who reads a log cannot ask for them.
struct Whole<'a>(&'a Error);

impl fmt::Display for Whole<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)?;
        let mut cause = self.0.source();
        while let Some(next) = cause {
            write!(f, ": {next}")?;
            cause = next.source();
        }
        Ok(())
    }
}

/// A pause before the next request.
pub(crate) fn retrying(origin: &Origin, number: u32, pause: Duration, error: &Error) {
    debug!(
        http.request.method = origin.method.as_str(),
        http.request.resend_count = number,
        url.full = origin.url(),
        "error.type" = error_type(error).as_ref(),
        delay = ?pause,
        "the request will be sent again"
    );
}

/// An answer that came whole is not what the API documents. The span of its request has ended.
pub(crate) fn refused(error: &Error) {
    debug!(
        "error.type" = error_type(error).as_ref(),
        error.message = %Whole(error),
        "the answer is refused"
    );
}

/// The server sent the request elsewhere.
pub(crate) fn redirected(origin: &Origin, to: &Url) {
    debug!(
        http.request.method = origin.method.as_str(),
        url.full = &to[..Position::AfterPath],
        "the request follows a redirect"
    );
}

/// The status of an answer, else what went wrong.
fn error_type(error: &Error) -> Cow<'static, str> {
    match error.kind() {
        ErrorKind::Api => {
            let status = error.status().map(|status| status.as_u16());
            Cow::Owned(status.unwrap_or_default().to_string())
        }
        ErrorKind::Connection => Cow::Borrowed("connection"),
        ErrorKind::Timeout => Cow::Borrowed("timeout"),
        ErrorKind::Decode => Cow::Borrowed("decode"),
        ErrorKind::TooLarge => Cow::Borrowed("too_large"),
        ErrorKind::Token => Cow::Borrowed("token"),
        ErrorKind::Build => Cow::Borrowed("build"),
    }
}

/// A body as text, without secrets.
fn shown<'a>(bytes: &'a [u8], content_type: &str, origin: &Origin) -> Cow<'a, str> {
    let size = || Cow::Owned(format!("({} bytes)", bytes.len()));
    if content_type.starts_with("multipart/") {
        return size();
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        return size();
    };
    let text = if content_type.starts_with("application/x-www-form-urlencoded") {
        let clean = form(text, origin.redaction.keys);
        Cow::Owned(origin.redaction.clean(&clean).into_owned())
    } else {
        origin.redaction.clean(text)
    };
    if text.len() <= LONGEST {
        return text;
    }
    let whole = text.char_indices().map(|(at, _)| at);
    let end = whole.take_while(|at| *at <= LONGEST).last();
    Cow::Owned(format!("{}…", &text[..end.unwrap_or(0)]))
}

//! A server's answer on its way to a value.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, Method, StatusCode};
use serde::de::{DeserializeOwned, IgnoredAny};
use url::{Position, Url};

use super::body::Body;
use super::call::Call;
use super::core::Engine;
use super::error::{DecodeError, Details, Error, encoded, excerpt, line};
use super::json::{self, Fault};
use super::redact::Redaction;
use super::stream::{ByteStream, Event, EventStream, JsonLines};
use super::trace;

/// An answer whose status is one that is wanted.
#[derive(Debug)]
pub struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Received,
    pub(crate) origin: Arc<Origin>,
    pub(crate) attempts: u32,
    /// The call once more, to go on with a stream that broke.
    pub(crate) again: Option<Call>,
}

/// Where an answer came from, and what holds for reading it.
#[derive(Debug)]
pub(crate) struct Origin {
    pub(crate) method: Method,
    /// With its query, without credentials.
    pub(crate) address: Url,
    pub(crate) engine: Arc<Engine>,
    pub(crate) idle_timeout: Duration,
    pub(crate) largest_body: usize,
    pub(crate) redaction: Redaction,
}

impl Origin {
    /// The address without its query, which may hold keys.
    pub(crate) fn url(&self) -> &str {
        &self.address[..Position::AfterPath]
    }
}

/// How much of the body is there.
#[derive(Debug)]
pub(crate) enum Received {
    All(Bytes),
    Stream(Body),
}

/// What a call expects as its answer.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Expect {
    /// A JSON document.
    Json,
    /// A body that fits into memory.
    Whole,
    /// A stream.
    Stream,
    /// Whatever comes, errors included.
    Anything,
    /// It depends on the status.
    ByStatus(fn(u16) -> Option<Wanted>),
}

/// How an answer of some status is received.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// In memory.
    Whole,
    /// As a stream.
    Stream,
}

impl Answer {
    /// The status.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The body in memory.
    pub fn into_bytes(self) -> Result<Bytes, Error> {
        match self.body {
            Received::All(bytes) => Ok(bytes),
            Received::Stream(_) => Err(self.refuse("the answer came as a stream", None)),
        }
    }

    /// The body as a JSON document.
    pub fn into_json<T: DeserializeOwned>(self) -> Result<T, Error> {
        let text: &[u8] = match &self.body {
            Received::All(bytes) if bytes.trim_ascii().is_empty() => b"null",
            Received::All(bytes) => bytes,
            Received::Stream(_) => &[],
        };
        json::from_slice(text).map_err(|fault| self.unexpected(&fault))
    }

    /// The body as text. What is no UTF-8 in it is replaced.
    pub fn into_text(self) -> Result<String, Error> {
        let bytes = self.into_bytes()?;
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
        Ok(String::from_utf8_lossy(bytes).into_owned())
    }

    /// The body as it comes.
    pub fn into_stream(self) -> ByteStream {
        ByteStream::new(self)
    }

    /// The body as server-sent events.
    pub fn into_events<T: DeserializeOwned>(self) -> EventStream<T> {
        EventStream::json(self.into_stream())
    }

    /// The body as server-sent events as they are.
    pub fn into_raw_events(self) -> EventStream<Event> {
        EventStream::raw(self.into_stream())
    }

    /// The body as JSON documents, one a line.
    pub fn into_json_lines<T: DeserializeOwned>(self) -> JsonLines<T> {
        JsonLines::new(self.into_stream())
    }

    /// An answer that has no place in what the API documents.
    pub fn undocumented(&self) -> Error {
        self.refuse("the API documents no answer of this status", None)
    }

    /// The body in memory as text, empty if it is no text.
    pub(crate) fn text(&self) -> &str {
        match &self.body {
            Received::All(bytes) => std::str::from_utf8(bytes).unwrap_or_default(),
            Received::Stream(_) => "",
        }
    }

    pub(crate) fn unexpected(&self, fault: &Fault) -> Error {
        let empty = matches!(&self.body, Received::All(bytes) if bytes.trim_ascii().is_empty());
        let message = if empty {
            "the answer is empty".to_owned()
        } else if let Some(encoded) = self.encoded() {
            encoded
        } else if let Some(kind) = self.foreign_type() {
            format!("the answer is not as documented: `{kind}` came, not JSON")
        } else {
            format!(
                "the answer is not as documented: {}",
                fault.told(&self.origin.redaction)
            )
        };
        self.refuse(&message, Some(fault.path()).filter(|path| !path.is_empty()))
    }

    /// The media type of a body that is no JSON and does not claim to be.
    fn foreign_type(&self) -> Option<String> {
        let kind = self.headers.get(CONTENT_TYPE)?.to_str().ok()?;
        let kind = kind.split(';').next().unwrap_or_default().trim();
        let Received::All(bytes) = &self.body else {
            return None;
        };
        let foreign = !kind.is_empty()
            && !kind.to_ascii_lowercase().contains("json")
            && serde_json::from_slice::<IgnoredAny>(bytes).is_err();
        foreign.then(|| line(&self.origin.redaction.clean(kind)))
    }

    /// Says so if the body is in a coding that nobody took off.
    fn encoded(&self) -> Option<String> {
        match &self.body {
            Received::All(bytes) => encoded(&self.headers, bytes),
            Received::Stream(_) => None,
        }
    }

    fn refuse(&self, message: &str, path: Option<&str>) -> Error {
        let shown = match &self.body {
            Received::All(_) if self.encoded().is_some() => String::new(),
            Received::All(bytes) => excerpt(bytes, &self.origin.redaction),
            Received::Stream(_) => String::new(),
        };
        let error = Error::Decode(DecodeError::new(Details {
            method: Some(self.origin.method.clone()),
            url: Some(self.origin.url().to_owned()),
            attempts: self.attempts,
            status: Some(self.status),
            headers: self.headers.clone(),
            path: path.map(str::to_owned),
            excerpt: Some(shown).filter(|shown| !shown.is_empty()),
            ..Details::new(message)
        }));
        trace::refused(&error);
        error
    }
}

//! One expected request and its answer.

use std::fmt;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use http::{Method, StatusCode, Uri};
use serde::Serialize;
use serde_json::Value;

use super::Recorded;
use super::record::{clean_body, clean_header};
use crate::runtime::redact::{REDACTED, Redaction};
use crate::runtime::transport::Failure;

/// What one request has to be, and what it gets: an empty 200 unless said.
#[must_use = "a stub answers when it is given to `Stubs`"]
pub struct Stub {
    method: Option<Method>,
    /// The path, with a query if that is expected as well.
    path: Option<String>,
    headers: Vec<(String, String)>,
    body: Option<Value>,
    given: Given,
    /// What is wrong with the stub itself.
    error: Option<String>,
}

/// What a request gets.
#[derive(Debug)]
pub(super) enum Given {
    Answer(StatusCode, HeaderMap, Bytes),
    Failure(Failure),
    Silence,
}

impl Default for Given {
    fn default() -> Self {
        Given::Answer(StatusCode::OK, HeaderMap::new(), Bytes::new())
    }
}

impl Stub {
    /// A request of this method to this path, as it goes over the wire, with what the base URL adds
    /// to it. A query counts if one is given, in any order of its pairs.
    pub fn new(method: Method, path: impl Into<String>) -> Self {
        let path = path.into();
        Stub {
            method: Some(method),
            path: Some(path),
            ..Stub::any()
        }
    }

    /// Any request.
    pub fn any() -> Self {
        Stub {
            method: None,
            path: None,
            headers: Vec::new(),
            body: None,
            given: Given::default(),
            error: None,
        }
    }

    /// A `GET` of this path; see [`new`](Self::new).
    pub fn get(path: impl Into<String>) -> Self {
        Stub::new(Method::GET, path)
    }

    /// A `POST` to this path; see [`new`](Self::new).
    pub fn post(path: impl Into<String>) -> Self {
        Stub::new(Method::POST, path)
    }

    /// A `PUT` to this path; see [`new`](Self::new).
    pub fn put(path: impl Into<String>) -> Self {
        Stub::new(Method::PUT, path)
    }

    /// A `PATCH` of this path; see [`new`](Self::new).
    pub fn patch(path: impl Into<String>) -> Self {
        Stub::new(Method::PATCH, path)
    }

    /// A `DELETE` of this path; see [`new`](Self::new).
    pub fn delete(path: impl Into<String>) -> Self {
        Stub::new(Method::DELETE, path)
    }

    /// Expects this header.
    pub fn expect_header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Expects this JSON document as the body.
    pub fn expect_json(mut self, body: impl Serialize) -> Self {
        match serde_json::to_value(body) {
            Ok(body) => self.body = Some(body),
            Err(error) => self.refuse(format!("what it expects is not JSON: {error}")),
        }
        self
    }

    /// Answers with a JSON document.
    pub fn json(mut self, status: u16, body: impl Serialize) -> Self {
        match serde_json::to_vec(&body) {
            Ok(text) => self.bytes(status, "application/json", text),
            Err(error) => {
                self.refuse(format!("what it answers is not JSON: {error}"));
                self
            }
        }
    }

    /// Answers with bytes, or text, of this media type.
    pub fn bytes(self, status: u16, content_type: &str, body: impl Into<Bytes>) -> Self {
        let stub = self.body(status, body);
        stub.header(CONTENT_TYPE.as_str(), content_type)
    }

    pub(super) fn body(self, status: u16, body: impl Into<Bytes>) -> Self {
        let mut stub = self.status(status);
        if let Given::Answer(_, _, bytes) = &mut stub.given {
            *bytes = body.into();
        }
        stub
    }

    /// Answers with this status.
    pub fn status(mut self, code: u16) -> Self {
        let Ok(code) = StatusCode::from_u16(code) else {
            self.refuse(format!("{code} is no status"));
            return self;
        };
        match &mut self.given {
            Given::Answer(status, ..) => *status = code,
            given => *given = Given::Answer(code, HeaderMap::new(), Bytes::new()),
        }
        self
    }

    /// Answers with this header as well.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let pair = (HeaderName::try_from(name), HeaderValue::try_from(value));
        let (Ok(name), Ok(value)) = pair else {
            self.refuse(format!(
                "`{name}` cannot be sent as a header with its value"
            ));
            return self;
        };
        if let Given::Answer(_, headers, _) = &mut self.given {
            headers.append(name, value);
        }
        self
    }

    /// Answers nothing: the transport fails.
    pub fn fail(mut self, failure: Failure) -> Self {
        self.given = Given::Failure(failure);
        self
    }

    /// Answers nothing, ever: the timeout ends the attempt.
    pub fn silence(mut self) -> Self {
        self.given = Given::Silence;
        self
    }

    fn refuse(&mut self, message: String) {
        self.error.get_or_insert(message);
    }

    pub(super) fn into_given(self) -> Given {
        self.given
    }

    /// What keeps this stub from answering the request.
    pub(super) fn fault(&self, request: &Recorded, redaction: &Redaction) -> Option<String> {
        if let Some(error) = &self.error {
            return Some(format!("the stub is wrong: {error}"));
        }
        let uri: Uri = request.url.parse().unwrap_or_default();
        let method = self
            .method
            .as_ref()
            .is_none_or(|method| *method == request.method);
        let path = self.path.as_deref().is_none_or(|path| is_at(path, &uri));
        if !method || !path {
            return Some(format!("expected was {self}"));
        }
        for (name, value) in &self.headers {
            match request.headers.get(name) {
                None => return Some(format!("expected was a header `{name}`")),
                Some(given) if given.as_bytes() != value.as_bytes() => {
                    let given = clean_header(name, given, redaction);
                    return Some(format!("expected was another `{name}` than `{given}`"));
                }
                Some(_) => {}
            }
        }
        let wanted = self.body.as_ref()?;
        (request.json().as_ref() != Some(wanted)).then(|| {
            let given = clean_body(request, redaction);
            format!("expected was the body {wanted}, and not {given}")
        })
    }
}

/// Whether an address has this path and, if it has one, this query.
fn is_at(path: &str, uri: &Uri) -> bool {
    fn pairs(query: &str) -> Vec<&str> {
        let mut pairs: Vec<&str> = query.split('&').collect();
        pairs.sort_unstable();
        pairs
    }
    match path.split_once('?') {
        None => is_path(path, uri.path()),
        Some((path, query)) => {
            let (given, wanted) = (pairs(uri.query().unwrap_or_default()), pairs(query));
            is_path(path, uri.path())
                && given.len() == wanted.len()
                && wanted
                    .iter()
                    .zip(given)
                    .all(|(wanted, given)| is_like(wanted, given))
        }
    }
}

fn is_path(wanted: &str, given: &str) -> bool {
    wanted.split('/').count() == given.split('/').count()
        && wanted
            .split('/')
            .zip(given.split('/'))
            .all(|(wanted, given)| is_like(wanted, given))
}

/// What a recording left out is as good as anything.
fn is_like(wanted: &str, given: &str) -> bool {
    match (wanted.split_once(REDACTED), wanted.rsplit_once(REDACTED)) {
        (Some((start, _)), Some((_, end))) => given.starts_with(start) && given.ends_with(end),
        _ => wanted == given,
    }
}

impl fmt::Display for Stub {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.method, &self.path) {
            (Some(method), Some(path)) => write!(f, "{method} {}", path.trim_end_matches('?')),
            _ => f.write_str("any request"),
        }
    }
}

impl fmt::Debug for Stub {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // What it answers can hold secrets.
        write!(f, "Stub({self})")
    }
}

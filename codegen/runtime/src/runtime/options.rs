//! What can be said for one request, or for all of a client.

use std::fmt;
use std::time::Duration;

use http::{HeaderMap, HeaderName, HeaderValue};
use serde::Serialize;
use serde_json::{Map, Value};

use super::body::{UploadProgress, Watcher};
use super::bounds::{MaybeSend, MaybeSync};
use super::error::Error;
use super::retry::Retries;

/// How a request goes out. What is not said here is as the client has it.
///
/// | | default |
/// |---|---|
/// | [`timeout`](Self::timeout) of an attempt | 60 s |
/// | [`deadline`](Self::deadline) of the call, attempts and pauses together | none |
/// | [`idle_timeout`](Self::idle_timeout) of a stream | 60 s |
/// | [`retries`](Self::retries) | 2 |
/// | [`max_body`](Self::max_body) of an answer kept in memory | 64 MiB |
/// | [`reconnect`](Self::reconnect) of event streams | never |
///
/// Up to ten redirects are followed: all of `GET` and `HEAD`; of other methods 303 as a `GET`, and 307
/// and 308 on the same origin if the body can be sent again. Credentials, and headers that may be some, do
/// not go to another origin.
#[derive(Clone, Default)]
pub struct RequestOptions {
    pub(crate) headers: HeaderMap,
    pub(crate) query: Vec<(String, String)>,
    pub(crate) timeout: Option<Duration>,
    pub(crate) deadline: Option<Duration>,
    pub(crate) idle_timeout: Option<Duration>,
    pub(crate) retries: Option<Retries>,
    pub(crate) base_url: Option<String>,
    pub(crate) idempotency_key: Option<String>,
    pub(crate) extra_body: Map<String, Value>,
    pub(crate) max_body: Option<usize>,
    pub(crate) reconnect: Option<u32>,
    pub(crate) upload_progress: Option<Watcher>,
    #[cfg(feature = "tracing")]
    pub(crate) trace_bodies: Option<bool>,
    pub(crate) error: Option<String>,
}

impl RequestOptions {
    /// Nothing said.
    pub fn new() -> Self {
        RequestOptions::default()
    }

    /// How long one attempt may take: until the answer is complete, or until a stream begins.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// How long the whole call may take, all attempts and the pauses between them.
    #[must_use]
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = Some(deadline);
        self
    }

    /// How long a stream may say nothing.
    #[must_use]
    pub fn idle_timeout(mut self, timeout: Duration) -> Self {
        self.idle_timeout = Some(timeout);
        self
    }

    /// What is tried again, and how often.
    #[must_use]
    pub fn retries(mut self, retries: Retries) -> Self {
        self.retries = Some(retries);
        self
    }

    /// A header, instead of any other value it would have.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        match (
            HeaderName::try_from(name),
            HeaderValue::from_bytes(value.as_bytes()),
        ) {
            (Ok(name), Ok(value)) => {
                self.headers.insert(name, value);
            }
            (Err(_), _) => self.fail(format!("`{name}` cannot be the name of a header")),
            (_, Err(_)) => self.fail(format!("header `{name}` holds a character it cannot carry")),
        }
        self
    }

    /// A query parameter, instead of any other value it would have.
    #[must_use]
    pub fn query(mut self, key: impl Into<String>, value: impl Into<String>) -> Self {
        let key = key.into();
        self.query.retain(|(other, _)| *other != key);
        self.query.push((key, value.into()));
        self
    }

    /// Another address of the server.
    #[must_use]
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    /// A key by which the server knows a repeated request (`Idempotency-Key`), so that it can be
    /// tried again whatever its method.
    #[must_use]
    pub fn idempotency_key(mut self, key: impl Into<String>) -> Self {
        self.idempotency_key = Some(key.into());
        self
    }

    /// A member of the JSON body that the document does not have.
    #[must_use]
    pub fn extra_body(mut self, key: impl Into<String>, value: impl Serialize) -> Self {
        let key = key.into();
        match serde_json::to_value(value) {
            Ok(value) => {
                self.extra_body.insert(key, value);
            }
            Err(error) => self.fail(format!("body member `{key}` is not JSON: {error}")),
        }
        self
    }

    /// The largest answer to keep in memory, in bytes after decompression; also the largest event
    /// and the longest line of a stream. Streams as a whole have no limit.
    #[must_use]
    pub fn max_body(mut self, bytes: usize) -> Self {
        self.max_body = Some(bytes);
        self
    }

    /// How often in a row a stream of server-sent events is asked for again when it breaks or ends,
    /// from the last event on (`Last-Event-ID`). The count begins anew with each event. The pause is
    /// what the server says (`retry`, up to 60 s), else 3 s. An answer with the status 204 ends the
    /// stream (HTML standard, section 9.2).
    ///
    /// It is for requests that may be repeated: those of `GET`, or with an idempotency key.
    #[must_use]
    pub fn reconnect(mut self, times: u32) -> Self {
        self.reconnect = Some(times);
        self
    }

    /// Who is told how far the request's body is sent: after each piece, of 64 KiB at most.
    #[must_use]
    pub fn upload_progress(
        mut self,
        watcher: impl Fn(UploadProgress) + MaybeSend + MaybeSync + 'static,
    ) -> Self {
        self.upload_progress = Some(Watcher(std::sync::Arc::new(watcher)));
        self
    }

    /// Whether bodies that are in memory are told to `tracing`, as events at level `TRACE`: up to
    /// 16 KiB, without credentials and without the values of members that are secret by their name
    /// or by the API's document.
    #[cfg(feature = "tracing")]
    #[must_use]
    pub fn trace_bodies(mut self, are: bool) -> Self {
        self.trace_bodies = Some(are);
        self
    }

    fn fail(&mut self, message: String) {
        self.error.get_or_insert(message);
    }

    pub(crate) fn check(&self) -> Result<(), Error> {
        match &self.error {
            Some(message) => Err(Error::build(message.clone())),
            None => Ok(()),
        }
    }

    /// These options, and the others where these say nothing.
    pub(crate) fn or(mut self, others: &RequestOptions) -> Self {
        self.complete(others);
        self
    }

    /// Takes from others what is not said here.
    pub(crate) fn complete(&mut self, others: &RequestOptions) {
        for (name, value) in &others.headers {
            if !self.headers.contains_key(name) {
                self.headers.insert(name, value.clone());
            }
        }
        if !others.query.is_empty() {
            let kept = others.query.iter();
            let kept = kept.filter(|(key, _)| !self.query.iter().any(|(own, _)| own == key));
            let kept: Vec<_> = kept.cloned().collect();
            self.query.splice(..0, kept);
        }
        for (key, value) in &others.extra_body {
            if !self.extra_body.contains_key(key) {
                self.extra_body.insert(key.clone(), value.clone());
            }
        }
        self.timeout = self.timeout.or(others.timeout);
        self.deadline = self.deadline.or(others.deadline);
        self.idle_timeout = self.idle_timeout.or(others.idle_timeout);
        self.max_body = self.max_body.or(others.max_body);
        self.reconnect = self.reconnect.or(others.reconnect);
        #[cfg(feature = "tracing")]
        {
            self.trace_bodies = self.trace_bodies.or(others.trace_bodies);
        }
        if self.retries.is_none() {
            self.retries.clone_from(&others.retries);
        }
        if self.base_url.is_none() {
            self.base_url.clone_from(&others.base_url);
        }
        if self.idempotency_key.is_none() {
            self.idempotency_key.clone_from(&others.idempotency_key);
        }
        if self.upload_progress.is_none() {
            self.upload_progress.clone_from(&others.upload_progress);
        }
        if self.error.is_none() {
            self.error.clone_from(&others.error);
        }
    }
}

impl fmt::Debug for RequestOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Values can be secrets.
        let headers: Vec<&str> = self.headers.keys().map(HeaderName::as_str).collect();
        let query: Vec<&str> = self.query.iter().map(|(key, _)| key.as_str()).collect();
        f.debug_struct("RequestOptions")
            .field("headers", &headers)
            .field("query", &query)
            .field("timeout", &self.timeout)
            .field("deadline", &self.deadline)
            .field("retries", &self.retries)
            .finish_non_exhaustive()
    }
}

//! The answer of a server that says no.

use std::borrow::Cow;
use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::header::LOCATION;
use http::{HeaderMap, Method, StatusCode};
use serde::de::DeserializeOwned;

use super::{details, envelope, excerpt};
use crate::runtime::answer::Origin;
use crate::runtime::redact::Redaction;
use crate::runtime::retry;
use crate::runtime::url::{without_login, without_query};

/// From here on nobody wants to know fractions of a second.
const LONG: Duration = Duration::from_secs(10);

/// An answer that is an error, with everything the server said.
///
/// [`code`](Self::code), [`message`](Self::message) and [`errors`](Self::errors) read the same
/// whichever envelope the server used; [`json`](Self::json) gives the body as the operation
/// documents it, and [`body`](Self::body) as it came.
pub struct ApiError(Box<Answer>);

struct Answer {
    method: Method,
    url: String,
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
    /// The beginning of the body, fit to be printed.
    shown: String,
    problems: Vec<Problem>,
    attempts: u32,
    retry_after: Option<Duration>,
    /// Where a redirect leads that was not followed, without its query.
    leads_to: Option<String>,
    redirects: usize,
}

/// One thing that the server says is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Problem {
    /// The server's code for it; numbers as text.
    pub code: Option<String>,
    /// What it says to a reader; empty if it gave a code alone.
    pub message: String,
}

impl Problem {
    pub(super) fn new(code: Option<String>, message: String) -> Self {
        Problem { code, message }
    }

    fn clean(&mut self, redaction: &Redaction) {
        for text in self.code.iter_mut().chain([&mut self.message]) {
            if let Cow::Owned(clean) = redaction.clean(text) {
                *text = clean;
            }
        }
    }

    pub(super) fn prefix(&mut self, field: &str) {
        self.message = format!("{field}: {}", self.message);
    }
}

impl ApiError {
    pub(crate) fn new(
        origin: &Origin,
        status: StatusCode,
        headers: HeaderMap,
        body: Bytes,
    ) -> Self {
        let mut problems = serde_json::from_slice(&body)
            .map(|body| envelope::problems(&body))
            .unwrap_or_default();
        for problem in &mut problems {
            problem.clean(&origin.redaction);
        }
        let now = origin.engine.transport.unix_time();
        ApiError(Box::new(Answer {
            method: origin.method.clone(),
            url: origin.url().to_owned(),
            status,
            retry_after: retry::retry_after(&headers, now),
            leads_to: leads_to(status, &headers, &origin.redaction),
            redirects: 0,
            shown: excerpt::encoded(&headers, &body)
                .unwrap_or_else(|| excerpt::excerpt(&body, &origin.redaction)),
            headers,
            body,
            problems,
            attempts: 1,
        }))
    }

    pub(crate) fn set_attempts(&mut self, attempts: u32) {
        self.0.attempts = attempts;
    }

    pub(crate) fn set_redirects(&mut self, redirects: usize) {
        self.0.redirects = redirects;
    }

    /// The status. It can mean success, where the body says that the call failed.
    pub fn status(&self) -> StatusCode {
        self.0.status
    }

    /// The headers of the answer.
    pub fn headers(&self) -> &HeaderMap {
        &self.0.headers
    }

    /// The body as it came, up to its first MiB.
    pub fn body(&self) -> &Bytes {
        &self.0.body
    }

    /// The body as a value of the type that the operation documents for its errors.
    pub fn json<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_slice(&self.0.body).ok()
    }

    /// The server's code of the first problem; numbers as text.
    pub fn code(&self) -> Option<&str> {
        self.0
            .problems
            .iter()
            .find_map(|problem| problem.code.as_deref())
    }

    /// What the server says, or what its status means if it says nothing.
    pub fn message(&self) -> String {
        let mut messages = self.0.problems.iter().map(|problem| &problem.message);
        if let Some(message) = messages.find(|message| !message.is_empty()) {
            return excerpt::line(message);
        }
        let body = self.0.body.trim_ascii();
        if !body.is_empty() && body != b"{}" && body != b"null" {
            return self.0.shown.clone();
        }
        let status = Some(self.0.status).filter(|status| !status.is_success());
        let reason = status.and_then(|status| status.canonical_reason());
        reason.unwrap_or("the server gave no reason").to_owned()
    }

    /// Everything the server says is wrong. Empty if it says nothing that can be read.
    pub fn errors(&self) -> &[Problem] {
        &self.0.problems
    }

    /// What the server calls the request (`x-request-id`, `cf-ray`, …), for its operators.
    pub fn request_id(&self) -> Option<&str> {
        details::request_id(&self.0.headers)
    }

    /// How long the server asks to wait before the next try.
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// Whether the same call may succeed later.
    pub fn is_retryable(&self) -> bool {
        retry::should_retry(&self.0.headers).unwrap_or_else(|| retry::is_transient(self.0.status))
    }

    /// The HTTP method of the request.
    pub fn method(&self) -> &Method {
        &self.0.method
    }

    /// Where the request went, without its query.
    pub fn url(&self) -> &str {
        &self.0.url
    }

    /// How many requests went out for the call.
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (status, message) = (self.0.status.as_str(), self.message());
        f.write_str(status)?;
        if self.0.status.is_success() {
            f.write_str(" but an error:")?;
        }
        if let Some(code) = self.code().filter(|code| *code != status) {
            write!(f, " [{}]", excerpt::line(code))?;
        }
        // Many pages begin with their status.
        let rest = message.strip_prefix(status).unwrap_or(&message);
        let said = if rest.starts_with(' ') {
            rest.trim_start()
        } else {
            &message
        };
        write!(f, " {said} ({} {}", self.0.method, self.0.url)?;
        if let Some(address) = &self.0.leads_to {
            write!(f, ", leads to {address}")?;
        }
        if self.0.redirects > 0 {
            write!(f, ", {} redirects", self.0.redirects)?;
        }
        if let Some(id) = self.request_id() {
            write!(f, ", request {id}")?;
        }
        if self.0.attempts > 1 {
            write!(f, ", {} attempts", self.0.attempts)?;
        }
        match self.0.retry_after {
            Some(wait) if wait >= LONG => write!(f, ", retry after {} s", wait.as_secs())?,
            Some(wait) => write!(f, ", retry after {wait:?}")?,
            None => {}
        }
        f.write_str(")")
    }
}

/// Where a redirect leads, without what may be secret.
fn leads_to(status: StatusCode, headers: &HeaderMap, redaction: &Redaction) -> Option<String> {
    let location = headers.get(LOCATION).filter(|_| status.is_redirection())?;
    let address = without_login(without_query(location.to_str().ok()?));
    Some(excerpt::line(&redaction.clean(address)))
}

impl fmt::Debug for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiError")
            .field("status", &self.0.status.as_u16())
            .field("method", &self.0.method)
            .field("url", &self.0.url)
            .field("request_id", &self.request_id())
            .field("attempts", &self.0.attempts)
            .field("errors", &self.0.problems)
            .field("body", &self.0.shown)
            .finish_non_exhaustive()
    }
}

impl std::error::Error for ApiError {}

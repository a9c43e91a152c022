//! A value with the answer that it came in.

use std::fmt;
use std::ops::Deref;

use http::{HeaderMap, StatusCode};

use super::answer::Answer;

/// A value, and the status and headers that came with it.
///
/// It derefs to the value.
pub struct Response<T> {
    status: StatusCode,
    headers: HeaderMap,
    attempts: u32,
    value: T,
}

impl<T> Response<T> {
    pub(crate) fn new(status: StatusCode, headers: HeaderMap, attempts: u32, value: T) -> Self {
        Response {
            status,
            headers,
            attempts,
            value,
        }
    }

    /// Takes status and headers from an answer, and the value from what `decode` makes of it.
    pub(crate) fn decode<E>(
        answer: Answer,
        decode: impl FnOnce(Answer) -> Result<T, E>,
    ) -> Result<Self, E> {
        let status = answer.status;
        let headers = answer.headers.clone();
        let attempts = answer.attempts;
        Ok(Response::new(status, headers, attempts, decode(answer)?))
    }

    /// The status.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// One header as text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// What the server calls the request (`x-request-id`, `cf-ray`, …), for its operators.
    pub fn request_id(&self) -> Option<&str> {
        super::error::request_id(&self.headers)
    }

    /// How many requests went out for the call, redirects not counted.
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// The value.
    pub fn value(&self) -> &T {
        &self.value
    }

    /// The value alone.
    pub fn into_value(self) -> T {
        self.value
    }

    /// Another value with the same status and headers.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Response<U> {
        Response::new(self.status, self.headers, self.attempts, change(self.value))
    }
}

impl<T> Deref for Response<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: fmt::Debug> fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Headers can set cookies.
        f.debug_struct("Response")
            .field("status", &self.status.as_u16())
            .field("value", &self.value)
            .finish_non_exhaustive()
    }
}

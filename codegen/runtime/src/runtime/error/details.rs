//! The errors that are not an answer of the API.

use std::fmt;
use std::time::Duration;

use http::{HeaderMap, Method, StatusCode};

use crate::runtime::bounds::BoxError;

/// What all of them know.
#[derive(Debug)]
pub(crate) struct Details {
    pub(crate) message: String,
    pub(crate) method: Option<Method>,
    /// Without its query, which may hold keys.
    pub(crate) url: Option<String>,
    pub(crate) attempts: u32,
    pub(crate) status: Option<StatusCode>,
    pub(crate) headers: HeaderMap,
    pub(crate) path: Option<String>,
    pub(crate) excerpt: Option<String>,
    pub(crate) source: Option<BoxError>,
    /// Whether there is no connection since one side does not trust the other.
    pub(crate) untrusted: bool,
    /// Of a token that is not there: the server's code for it, whether it may be there later, and
    /// when.
    pub(crate) code: Option<String>,
    pub(crate) retryable: bool,
    pub(crate) retry_after: Option<Duration>,
}

impl Details {
    #[cold]
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Details {
            message: message.into(),
            method: None,
            url: None,
            attempts: 0,
            status: None,
            headers: HeaderMap::new(),
            path: None,
            excerpt: None,
            source: None,
            untrusted: false,
            code: None,
            retryable: false,
            retry_after: None,
        }
    }

    /// The same, of an answer that has begun.
    pub(crate) fn answered(mut self, status: StatusCode, headers: HeaderMap) -> Self {
        self.status = Some(status);
        self.headers = headers;
        self
    }

    pub(crate) fn caused_by(mut self, source: impl Into<BoxError>) -> Self {
        self.source = Some(source.into());
        self
    }
}

impl fmt::Display for Details {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        if let (Some(method), Some(url)) = (&self.method, &self.url) {
            write!(f, " ({method} {url}")?;
            if let Some(status) = self.status {
                write!(f, ", status {}", status.as_u16())?;
            }
            if let Some(id) = request_id(&self.headers) {
                write!(f, ", request {id}")?;
            }
            if self.attempts > 1 {
                write!(f, ", {} attempts", self.attempts)?;
            }
            f.write_str(")")?;
        }
        if let Some(excerpt) = &self.excerpt {
            write!(f, ": {excerpt}")?;
        }
        Ok(())
    }
}

macro_rules! detailed {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        pub struct $name(Box<Details>);

        impl $name {
            pub(crate) fn new(details: Details) -> Self {
                $name(Box::new(details))
            }

            pub(crate) fn details(&self) -> &Details {
                &self.0
            }

            pub(crate) fn details_mut(&mut self) -> &mut Details {
                &mut self.0
            }

            /// The HTTP method of the request.
            pub fn method(&self) -> Option<&Method> {
                self.0.method.as_ref()
            }

            /// Where the request went, without its query.
            pub fn url(&self) -> Option<&str> {
                self.0.url.as_deref()
            }

            /// How often the call was tried.
            pub fn attempts(&self) -> u32 {
                self.0.attempts
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let mut shown = f.debug_tuple(stringify!($name));
                shown.field(&self.0.to_string());
                if let Some(source) = &self.0.source {
                    shown.field(source);
                }
                shown.finish()
            }
        }

        impl std::error::Error for $name {
            fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
                let source = self.0.source.as_deref()?;
                Some(source)
            }
        }
    )*};
}

detailed! {
    /// There was no connection to the server, or it broke before the answer was complete.
    ConnectionError
    /// Nothing came in time: neither a connection, nor an answer, nor its next piece.
    TimeoutError
    /// The answer is not what the API documents.
    DecodeError
    /// The answer is larger than the client may keep in memory.
    TooLargeError
    /// There is no token to send the request with: who gives tokens refuses one, or fails. What the
    /// call itself asks for was not sent.
    TokenError
    /// The request could not be made: an input is missing or has no place in a request.
    BuildError
}

impl TokenError {
    /// The status of the token server's answer.
    pub fn status(&self) -> Option<StatusCode> {
        self.0.status
    }

    /// The headers of the token server's answer.
    pub fn headers(&self) -> &HeaderMap {
        &self.0.headers
    }

    /// The token server's code (RFC 6749, section 5.2): with `invalid_grant` a user has to log in
    /// again, `invalid_client` means that the client's id or secret is wrong.
    pub fn code(&self) -> Option<&str> {
        self.0.code.as_deref()
    }

    /// How long the token server asks to wait before the next try.
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// Whether there may be a token later.
    pub fn is_retryable(&self) -> bool {
        self.0.retryable
    }
}

impl DecodeError {
    /// The status of the answer.
    pub fn status(&self) -> Option<StatusCode> {
        self.0.status
    }

    /// The headers of the answer.
    pub fn headers(&self) -> &HeaderMap {
        &self.0.headers
    }

    /// Where in the document it stands, such as `data.sessions[3].status`.
    pub fn path(&self) -> Option<&str> {
        self.0.path.as_deref()
    }

    /// The beginning of what was received, cleaned and cut.
    pub fn excerpt(&self) -> Option<&str> {
        self.0.excerpt.as_deref()
    }
}

/// The headers by which servers name a request, the most specific first.
const REQUEST_IDS: [&str; 10] = [
    "x-request-id",
    "request-id",
    "x-requestid",
    "cf-ray",
    "x-amzn-requestid",
    "x-amz-request-id",
    "x-ms-request-id",
    "x-github-request-id",
    "x-correlation-id",
    "x-trace-id",
];

pub(crate) fn request_id(headers: &HeaderMap) -> Option<&str> {
    let mut values = REQUEST_IDS.iter().filter_map(|name| headers.get(*name));
    values.find_map(|value| value.to_str().ok().filter(|id| !id.is_empty()))
}

//! What can go wrong with a call.

mod api;
mod details;
mod envelope;
mod excerpt;

use std::fmt;
use std::time::Duration;

use http::{Method, StatusCode};

pub use api::{ApiError, Problem};
pub use details::{
    BuildError, ConnectionError, DecodeError, TimeoutError, TokenError, TooLargeError,
};
pub(crate) use details::{Details, request_id};
pub(crate) use envelope::says_failure;
pub(crate) use excerpt::{encoded, excerpt, line};

/// Why a call did not give what it should.
///
/// It is one pointer wide. No variant ever shows a credential.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The server answered, and the answer is an error.
    Api(ApiError),
    /// There was no connection, or it broke.
    Connection(ConnectionError),
    /// Nothing came in time.
    Timeout(TimeoutError),
    /// The answer is not what the API documents.
    Decode(DecodeError),
    /// The answer is larger than the client may keep in memory.
    TooLarge(TooLargeError),
    /// There is no token to send the request with.
    Token(TokenError),
    /// The request could not be made, and nothing was sent; or its body could not be read to its end.
    Build(BuildError),
}

/// Which [`Error`] it is, to match on and to count by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// [`Error::Api`]
    Api,
    /// [`Error::Connection`]
    Connection,
    /// [`Error::Timeout`]
    Timeout,
    /// [`Error::Decode`]
    Decode,
    /// [`Error::TooLarge`]
    TooLarge,
    /// [`Error::Token`]
    Token,
    /// [`Error::Build`]
    Build,
}

impl Error {
    /// Which one it is.
    pub fn kind(&self) -> ErrorKind {
        match self {
            Error::Api(_) => ErrorKind::Api,
            Error::Connection(_) => ErrorKind::Connection,
            Error::Timeout(_) => ErrorKind::Timeout,
            Error::Decode(_) => ErrorKind::Decode,
            Error::TooLarge(_) => ErrorKind::TooLarge,
            Error::Token(_) => ErrorKind::Token,
            Error::Build(_) => ErrorKind::Build,
        }
    }

    /// The answer of the server, if that is the error.
    pub fn api(&self) -> Option<&ApiError> {
        match self {
            Error::Api(error) => Some(error),
            _ => None,
        }
    }

    /// The status of the answer, if there was one; of the token server's for [`Error::Token`].
    pub fn status(&self) -> Option<StatusCode> {
        match self {
            Error::Api(error) => Some(error.status()),
            _ => self.details().and_then(|details| details.status),
        }
    }

    /// What the server calls the request (`x-request-id`, `cf-ray`, …), for its operators.
    pub fn request_id(&self) -> Option<&str> {
        match self {
            Error::Api(error) => error.request_id(),
            _ => request_id(&self.details()?.headers),
        }
    }

    /// How long the server asks to wait before the next try.
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Error::Api(error) => error.retry_after(),
            _ => self.details().and_then(|details| details.retry_after),
        }
    }

    /// Whether the same call may succeed later: not if a certificate is refused. It says nothing about whether the server has acted.
    pub fn is_retryable(&self) -> bool {
        match self {
            Error::Api(error) => error.is_retryable(),
            Error::Connection(error) => !error.details().untrusted,
            Error::Timeout(_) => true,
            Error::Token(error) => error.is_retryable(),
            Error::Decode(_) | Error::TooLarge(_) | Error::Build(_) => false,
        }
    }

    /// How often the call was tried: how many requests went out for it, redirects not counted. An
    /// attempt for which there was no token counts as well.
    pub fn attempts(&self) -> u32 {
        match self {
            Error::Api(error) => error.attempts(),
            _ => self.details().map_or(0, |details| details.attempts),
        }
    }

    /// Method and address of the request, as far as they are known.
    pub(crate) fn request(&self) -> Option<(&Method, &str)> {
        if let Error::Api(error) = self {
            return Some((error.method(), error.url()));
        }
        let details = self.details()?;
        details.method.as_ref().zip(details.url.as_deref())
    }

    fn details(&self) -> Option<&Details> {
        match self {
            Error::Api(_) => None,
            Error::Connection(error) => Some(error.details()),
            Error::Timeout(error) => Some(error.details()),
            Error::Decode(error) => Some(error.details()),
            Error::TooLarge(error) => Some(error.details()),
            Error::Token(error) => Some(error.details()),
            Error::Build(error) => Some(error.details()),
        }
    }

    pub(crate) fn details_mut(&mut self) -> Option<&mut Details> {
        match self {
            Error::Api(_) => None,
            Error::Connection(error) => Some(error.details_mut()),
            Error::Timeout(error) => Some(error.details_mut()),
            Error::Decode(error) => Some(error.details_mut()),
            Error::TooLarge(error) => Some(error.details_mut()),
            Error::Token(error) => Some(error.details_mut()),
            Error::Build(error) => Some(error.details_mut()),
        }
    }

    /// Says which request it is about, unless that is said.
    pub(crate) fn concerns(&mut self, method: &Method, url: &str) {
        if let Some(details) = self.details_mut() {
            details.method.get_or_insert_with(|| method.clone());
            details.url.get_or_insert_with(|| url.to_owned());
        }
    }

    #[cold]
    pub(crate) fn build(message: impl Into<String>) -> Self {
        Error::Build(BuildError::new(Details::new(message)))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Api(error) => error.fmt(f),
            Error::Connection(error) => error.fmt(f),
            Error::Timeout(error) => error.fmt(f),
            Error::Decode(error) => error.fmt(f),
            Error::TooLarge(error) => error.fmt(f),
            Error::Token(error) => error.fmt(f),
            Error::Build(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        let source = self.details()?.source.as_deref()?;
        Some(source)
    }
}

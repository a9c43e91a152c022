//! The seam between the client and the network.

use std::fmt;
use std::time::Duration;

use http::{Extensions, HeaderMap, Method, Request, Uri};
use url::Url;

use super::body::Body;
use super::bounds::{BoxError, BoxFuture, MaybeSend, MaybeSync};

/// What carries requests to a server, and knows the time.
///
/// The client brings retries, redirects, timeouts and credentials itself: a transport sends one
/// request, follows nothing and repeats nothing. Bring your own to go through another HTTP library,
/// or to answer without a network in tests. Which one it is may be decided while the program runs: a
/// `Box<dyn Transport>` is one as well.
pub trait Transport: fmt::Debug + MaybeSend + MaybeSync + 'static {
    /// Sends one request; done when the answer's headers are there.
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>>;

    /// Sends one request of an operation; done when the answer's headers are there.
    ///
    /// Its address is a [`Url`], for transports that need one: they are spared reading it again. For
    /// all others it is [`send`](Self::send).
    fn send_outgoing(
        &self,
        request: Outgoing,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        match Request::try_from(request) {
            Ok(request) => self.send(request),
            Err(error) => Box::pin(std::future::ready(Err(error))),
        }
    }

    /// Waits.
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()>;

    /// A clock that never goes back, from any start.
    fn elapsed(&self) -> Duration;

    /// The time since 1970-01-01T00:00:00Z, to understand dates in answers.
    fn unix_time(&self) -> Duration;
}

/// One that is chosen while the program runs.
impl<T: Transport + ?Sized> Transport for Box<T> {
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        (**self).send(request)
    }

    fn send_outgoing(
        &self,
        request: Outgoing,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        (**self).send_outgoing(request)
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        (**self).sleep(duration)
    }

    fn elapsed(&self) -> Duration {
        (**self).elapsed()
    }

    fn unix_time(&self) -> Duration {
        (**self).unix_time()
    }
}

/// A request on its way out. Any transport takes it as an [`http::Request`], which it becomes with
/// `try_into()`.
#[derive(Debug)]
#[non_exhaustive]
pub struct Outgoing {
    /// The HTTP method.
    pub method: Method,
    /// Where it goes: `http` or `https`.
    pub url: Url,
    /// The headers, credentials included.
    pub headers: HeaderMap,
    /// What it carries.
    pub body: Body,
    /// What goes along for the transport alone.
    pub extensions: Extensions,
}

impl Outgoing {
    /// A request without headers.
    pub fn new(method: Method, url: Url, body: Body) -> Self {
        Outgoing {
            method,
            url,
            headers: HeaderMap::new(),
            body,
            extensions: Extensions::new(),
        }
    }
}

impl TryFrom<Outgoing> for Request<Body> {
    type Error = TransportError;

    fn try_from(outgoing: Outgoing) -> Result<Self, TransportError> {
        let uri = Uri::try_from(String::from(outgoing.url))
            .map_err(|error| TransportError::new(Failure::Request, error))?;
        let mut request = Request::new(outgoing.body);
        *request.method_mut() = outgoing.method;
        *request.uri_mut() = uri;
        *request.headers_mut() = outgoing.headers;
        *request.extensions_mut() = outgoing.extensions;
        Ok(request)
    }
}

impl TryFrom<Request<Body>> for Outgoing {
    type Error = TransportError;

    fn try_from(request: Request<Body>) -> Result<Self, TransportError> {
        let (parts, body) = request.into_parts();
        let url = Url::parse(&parts.uri.to_string())
            .map_err(|error| TransportError::new(Failure::Request, error))?;
        Ok(Outgoing {
            method: parts.method,
            url,
            headers: parts.headers,
            body,
            extensions: parts.extensions,
        })
    }
}

/// Why a transport had no answer.
#[derive(Debug)]
pub struct TransportError {
    failure: Failure,
    source: BoxError,
}

/// How far a request got before it failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Failure {
    /// No connection: the server saw nothing of the request.
    Connect,
    /// There is no trust: the server's certificate is refused, or the client's. It saw nothing of the
    /// request, and another try does not help.
    Untrusted,
    /// The server took the connection and not the request: it did nothing with it (HTTP/2:
    /// `REFUSED_STREAM`, or a connection that it is closing).
    Refused,
    /// The connection broke, or the answer was not HTTP. The server may have acted.
    Exchange,
    /// Nothing came in time. The server may have acted.
    Timeout,
    /// The request itself cannot be sent.
    Request,
}

impl TransportError {
    /// A failure and what caused it.
    pub fn new(failure: Failure, source: impl Into<BoxError>) -> Self {
        let source = source.into();
        TransportError { failure, source }
    }

    /// How far the request got.
    pub fn failure(&self) -> Failure {
        self.failure
    }

    /// What caused it.
    pub fn into_source(self) -> BoxError {
        self.source
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.failure {
            Failure::Connect => "no connection to the server",
            Failure::Untrusted => "the server cannot be trusted, or does not trust the client",
            Failure::Refused => "the server did not take the request",
            Failure::Exchange => "the connection broke",
            Failure::Timeout => "no answer in time",
            Failure::Request => "the request cannot be sent",
        })
    }
}

impl std::error::Error for TransportError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(self.source.as_ref())
    }
}

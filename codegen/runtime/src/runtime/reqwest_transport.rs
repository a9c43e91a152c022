//! The transport that comes with the crate: reqwest.

mod cause;
mod upload;

use std::collections::VecDeque;
use std::future::{Future as _, poll_fn};
use std::pin::Pin;
use std::sync::OnceLock;
use std::task::{Context, Poll, ready};
use std::time::{Duration, Instant, SystemTime};

use bytes::Bytes;
use futures_core::Stream;

use super::body::Body;
use super::bounds::{BoxError, BoxFuture};
use super::transport::{Failure, Outgoing, Transport, TransportError};
use upload::{Fault, Upload};

/// Sends requests with [`reqwest`]. Connections are kept and shared by all clones of a client.
#[derive(Clone, Debug)]
pub struct ReqwestTransport {
    client: reqwest::Client,
}

impl ReqwestTransport {
    /// A transport whose connections must stand within `connect_timeout`. It goes through the proxies
    /// that the system, or `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY` name, and trusts the
    /// certificates that the system trusts.
    ///
    /// With the feature `rustls-ring`, and without `rustls` and `native-tls`, TLS is done with *ring* unless the
    /// program has installed another provider for rustls; with `rustls-no-provider` the program must
    /// have installed one.
    pub fn new(connect_timeout: Duration) -> Result<Self, TransportError> {
        #[cfg(all(
            feature = "rustls-no-provider",
            not(any(feature = "rustls", feature = "native-tls"))
        ))]
        install_provider()?;
        let client = reqwest::Client::builder()
            .connect_timeout(connect_timeout)
            .redirect(reqwest::redirect::Policy::none())
            // Retries are counted in one place, and a request that cannot come again need not be copied.
            .retry(reqwest::retry::never().max_retries_per_request(0))
            .build()
            .map_err(transport_error)?;
        Ok(ReqwestTransport { client })
    }

    /// A transport on a client of yours: for proxies, certificates, DNS.
    ///
    /// Let it follow no redirects (`redirect::Policy::none()`): this crate follows them itself, and
    /// keeps credentials from other origins.
    pub fn from_client(client: reqwest::Client) -> Self {
        ReqwestTransport { client }
    }
}

/// Without a provider reqwest would panic.
#[cfg(all(
    feature = "rustls-no-provider",
    not(any(feature = "rustls", feature = "native-tls"))
))]
fn install_provider() -> Result<(), TransportError> {
    use tls_provider::crypto::CryptoProvider;

    #[cfg(feature = "rustls-ring")]
    if CryptoProvider::get_default().is_none() {
        let ring = tls_provider::crypto::ring::default_provider();
        // If another thread was faster, its provider does.
        let _other = ring.install_default().is_err();
    }
    if CryptoProvider::get_default().is_none() {
        let message = "rustls has no provider: install one before the client is built \
                       (`CryptoProvider::install_default`)";
        return Err(TransportError::new(Failure::Request, message));
    }
    Ok(())
}

impl Transport for ReqwestTransport {
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        match Outgoing::try_from(request) {
            Ok(request) => self.send_outgoing(request),
            Err(error) => Box::pin(std::future::ready(Err(error))),
        }
    }

    fn send_outgoing(
        &self,
        mut request: Outgoing,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        if request.body.is_empty() && request.body.as_bytes().is_none() {
            // Nobody else would see whether a stream that is announced as empty is so.
            let body = std::mem::take(&mut request.body);
            return Box::pin(async move {
                upload::expect_nothing(body).await?;
                self.send_outgoing(request).await
            });
        }
        let (request, fault) = reqwest_request(request);
        let mut answer = self.client.execute(request);
        Box::pin(poll_fn(move |cx| {
            let answer = ready!(Pin::new(&mut answer).poll(cx));
            let answer = answer.map(|answer| response(answer, cx));
            Poll::Ready(answer.map_err(|error| {
                let unreadable = fault.as_ref().and_then(Fault::take);
                unreadable.unwrap_or_else(|| transport_error(error))
            }))
        }))
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(tokio::time::sleep(duration))
    }

    fn elapsed(&self) -> Duration {
        static START: OnceLock<Instant> = OnceLock::new();
        START.get_or_init(Instant::now).elapsed()
    }

    fn unix_time(&self) -> Duration {
        let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
        since.unwrap_or_default()
    }
}

/// A request, and where it is said if its body cannot be read.
fn reqwest_request(outgoing: Outgoing) -> (reqwest::Request, Option<Fault>) {
    let mut request = reqwest::Request::new(outgoing.method, outgoing.url);
    *request.headers_mut() = outgoing.headers;
    if outgoing.body.is_empty() {
        return (request, None);
    }
    let (body, fault) = match outgoing.body.into_bytes() {
        Ok(bytes) => (bytes.into(), None),
        Err(stream) => {
            let fault = Fault::default();
            let upload = Upload::new(stream, fault.clone());
            (reqwest::Body::wrap_stream(upload), Some(fault))
        }
    };
    *request.body_mut() = Some(body);
    (request, fault)
}

fn response(mut answer: reqwest::Response, cx: &mut Context<'_>) -> http::Response<Body> {
    let mut response = http::Response::new(Body::empty());
    *response.status_mut() = answer.status();
    *response.version_mut() = answer.version();
    *response.headers_mut() = std::mem::take(answer.headers_mut());
    *response.extensions_mut() = std::mem::take(answer.extensions_mut());
    let length = answer.content_length();
    if length != Some(0) {
        *response.body_mut() = body(length, answer.bytes_stream(), cx);
    }
    response
}

/// The body of an answer. If all of it came with the headers, it is no stream any more.
fn body(
    length: Option<u64>,
    mut chunks: impl Stream<Item = reqwest::Result<Bytes>> + Send + Unpin + 'static,
    cx: &mut Context<'_>,
) -> Body {
    let mut early = VecDeque::new();
    if length.is_some() {
        match Pin::new(&mut chunks).poll_next(cx) {
            // It has to be read to its end: to drop it before would be to cancel it (HTTP/2).
            Poll::Ready(Some(Ok(all))) if length == Some(all.len() as u64) => {
                match Pin::new(&mut chunks).poll_next(cx) {
                    Poll::Ready(None) => return all.into(),
                    Poll::Ready(Some(more)) => early.extend([Ok(all), more]),
                    Poll::Pending => early.push_back(Ok(all)),
                }
            }
            Poll::Ready(first) => early.extend(first),
            Poll::Pending => {}
        }
    }
    Body::of_chunks(length, Box::pin(Chunks { early, chunks }))
}

/// The pieces of a body, with our errors.
struct Chunks<S> {
    /// Those that came with the headers.
    early: VecDeque<reqwest::Result<Bytes>>,
    chunks: S,
}

impl<S: Stream<Item = reqwest::Result<Bytes>> + Unpin> Stream for Chunks<S> {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let next = match self.early.pop_front() {
            Some(early) => Some(early),
            None => ready!(Pin::new(&mut self.chunks).poll_next(cx)),
        };
        Poll::Ready(next.map(|chunk| chunk.map_err(|error| transport_error(error).into())))
    }
}

fn transport_error(error: reqwest::Error) -> TransportError {
    let failure = if cause::is_untrusted(&error) {
        Failure::Untrusted
    } else if error.is_connect() || error.is_dns() {
        Failure::Connect
    } else if cause::is_refused(&error) {
        Failure::Refused
    } else if error.is_timeout() {
        Failure::Timeout
    } else if error.is_builder() {
        Failure::Request
    } else {
        Failure::Exchange
    };
    // The address may hold a key in its query, and our own errors name it anyway.
    let source: BoxError = Box::new(error.without_url());
    TransportError::new(failure, source)
}

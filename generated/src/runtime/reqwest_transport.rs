//! The transport that comes with the crate: reqwest.

use std::pin::Pin;
use std::sync::OnceLock;
use std::task::{Context, Poll};
use std::time::{Duration, Instant, SystemTime};

use bytes::Bytes;
use futures_core::Stream;

use super::body::Body;
use super::bounds::{BoxError, BoxFuture};
use super::transport::{Failure, Transport, TransportError};

/// Sends requests with [`reqwest`]. Connections are kept and shared by all clones of a client.
#[derive(Clone, Debug)]
pub struct ReqwestTransport {
    client: reqwest::Client,
}

impl ReqwestTransport {
    /// A transport whose connections must stand within `connect_timeout`.
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
        let request = reqwest::Request::try_from(request.map(reqwest_body));
        Box::pin(async move {
            let sent = self.client.execute(request.map_err(transport_error)?).await;
            Ok(response(sent.map_err(transport_error)?))
        })
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

fn reqwest_body(body: Body) -> reqwest::Body {
    match body.into_bytes() {
        Ok(bytes) => bytes.into(),
        Err(stream) => reqwest::Body::wrap_stream(stream),
    }
}

fn response(mut response: reqwest::Response) -> http::Response<Body> {
    let status = response.status();
    let version = response.version();
    let headers = std::mem::take(response.headers_mut());
    let length = response.content_length();
    let chunks = Chunks(Box::pin(response.bytes_stream()));
    let body = match length {
        Some(0) => Body::empty(),
        Some(length) => Body::stream_of(length, chunks),
        None => Body::stream(chunks),
    };
    let mut response = http::Response::new(body);
    *response.status_mut() = status;
    *response.version_mut() = version;
    *response.headers_mut() = headers;
    response
}

struct Chunks<S>(Pin<Box<S>>);

impl<S: Stream<Item = Result<Bytes, reqwest::Error>>> Stream for Chunks<S> {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let next = self.0.as_mut().poll_next(cx);
        next.map(|item| item.map(|chunk| chunk.map_err(transport_error)))
    }
}

fn transport_error(error: reqwest::Error) -> TransportError {
    let failure = if error.is_connect() || error.is_dns() {
        Failure::Connect
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

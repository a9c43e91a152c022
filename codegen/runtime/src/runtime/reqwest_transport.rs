//! The transport that comes with the crate: reqwest.

use std::pin::Pin;
use std::sync::OnceLock;
use std::task::{Context, Poll, ready};
use std::time::{Duration, Instant, SystemTime};

use bytes::Bytes;
use futures_core::Stream;
use http_body::Body as _;

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
        let request = reqwest_request(request);
        Box::pin(async move {
            let sent = self.client.execute(request?).await;
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

fn reqwest_request(request: http::Request<Body>) -> Result<reqwest::Request, TransportError> {
    let (parts, body) = request.into_parts();
    let (uri, mut address) = (&parts.uri, String::new());
    if let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) {
        let pieces = [scheme, "://", authority.as_str(), uri.path()];
        let query = uri.query().map_or(["", ""], |query| ["?", query]);
        let pieces = pieces.into_iter().chain(query);
        address.reserve(pieces.clone().map(str::len).sum());
        address.extend(pieces);
    }
    let url = reqwest::Url::parse(&address)
        .map_err(|error| TransportError::new(Failure::Request, error))?;
    let mut request = reqwest::Request::new(parts.method, url);
    *request.headers_mut() = parts.headers;
    if !body.is_empty() {
        *request.body_mut() = Some(match body.into_bytes() {
            Ok(bytes) => bytes.into(),
            Err(stream) => reqwest::Body::wrap_stream(stream),
        });
    }
    Ok(request)
}

fn response(response: reqwest::Response) -> http::Response<Body> {
    let length = response.content_length();
    http::Response::from(response).map(|body| match length {
        Some(0) => Body::empty(),
        length => Body::of_chunks(length, Box::pin(Chunks(body))),
    })
}

/// The body of an answer: its bytes, without what may follow them.
struct Chunks(reqwest::Body);

impl Stream for Chunks {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            let frame = match ready!(Pin::new(&mut self.0).poll_frame(cx)) {
                None => return Poll::Ready(None),
                Some(Ok(frame)) => frame,
                Some(Err(error)) => return Poll::Ready(Some(Err(transport_error(error).into()))),
            };
            if let Ok(bytes) = frame.into_data() {
                return Poll::Ready(Some(Ok(bytes)));
            }
        }
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

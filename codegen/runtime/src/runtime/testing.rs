//! For tests of code that uses this crate: the feature `test-util`.
//!
//! [`Stubs`] is a transport that answers without a network. Its clock moves by what is waited for, so
//! that retries and timeouts take no time. [`Recorder`] writes what a real server says to a file, from
//! which [`Stubs::replay`] answers later.
//!
//! ```text
//! let stubs = Stubs::new([
//!     Stub::get("/v1/things?page=2").status(503),
//!     Stub::get("/v1/things?page=2").json(200, [1, 2]),
//! ]);
//! let client = Client::builder().transport(stubs.clone()).base_url("http://test/v1").build()?;
//! assert_eq!(client.things().list().page(2).await?, [1, 2]);
//! stubs.verify()?;
//! ```

pub(crate) mod clock;
mod record;
mod stub;

use std::collections::VecDeque;
use std::fmt;
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Method, Request, Response, Uri};

use super::body::Body;
use super::bounds::BoxFuture;
use super::redact::Redaction;
use super::stream::{End, collect};
use super::transport::{Failure, Transport, TransportError};
use clock::Clock;
use record::clean_url;
use stub::Given;

pub use record::Recorder;
pub(crate) use record::mark;
pub use stub::Stub;

/// A transport that answers from stubs, each once and in their order. A request that the next stub
/// does not expect is refused, and never sent again. Clones share everything.
#[derive(Clone)]
pub struct Stubs {
    clock: Clock,
    state: Arc<Mutex<State>>,
}

struct State {
    stubs: VecDeque<Stub>,
    requests: Vec<Recorded>,
    refused: Vec<String>,
}

/// A request as it went out.
#[derive(Clone)]
#[non_exhaustive]
pub struct Recorded {
    /// The HTTP method.
    pub method: Method,
    /// The whole address, with its query.
    pub url: String,
    /// The headers, credentials included.
    pub headers: HeaderMap,
    /// The body; what there was of it if it is a stream that broke.
    pub body: Bytes,
}

impl Recorded {
    /// The value of a header, if it is text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The body as a JSON document.
    pub fn json(&self) -> Option<serde_json::Value> {
        serde_json::from_slice(&self.body).ok()
    }
}

impl fmt::Debug for Recorded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Queries and bodies can hold secrets.
        f.debug_struct("Recorded")
            .field("method", &self.method)
            .field("url", &super::url::without_query(&self.url))
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish_non_exhaustive()
    }
}

/// The requests were not those that the stubs expect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch(String);

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Mismatch {}

impl Stubs {
    /// A transport that answers from these.
    pub fn new(stubs: impl IntoIterator<Item = Stub>) -> Self {
        let state = State {
            stubs: stubs.into_iter().collect(),
            requests: Vec::new(),
            refused: Vec::new(),
        };
        Stubs {
            clock: Clock::default(),
            state: Arc::new(Mutex::new(state)),
        }
    }

    /// A transport that answers as a server did when a [`Recorder`] wrote this file: the same
    /// methods, paths and queries in the same order.
    ///
    /// # Errors
    ///
    /// If there is no such file, or it is no recording.
    pub fn replay(path: impl AsRef<Path>) -> io::Result<Self> {
        Ok(Stubs::new(record::read(path.as_ref())?))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The requests that went out, refused ones included, the first one first.
    pub fn requests(&self) -> Vec<Recorded> {
        self.state().requests.clone()
    }

    /// The pauses that were waited out: between attempts, and for what never came.
    pub fn pauses(&self) -> Vec<Duration> {
        self.clock.pauses()
    }

    /// Whether every stub answered, and nothing else was asked.
    pub fn verify(&self) -> Result<(), Mismatch> {
        let state = self.state();
        if let Some(first) = state.refused.first() {
            return Err(Mismatch(first.clone()));
        }
        match state.stubs.front() {
            None => Ok(()),
            Some(next) => {
                let count = state.stubs.len();
                Err(Mismatch(format!("{count} more expected, next: {next}")))
            }
        }
    }

    /// The next answer, if it is one to this request.
    fn next(&self, request: Recorded, redaction: &Redaction) -> Result<Given, TransportError> {
        let mut state = self.state();
        let expected = state.stubs.front();
        let fault = match expected {
            None => Some("no request is expected any more".to_owned()),
            Some(stub) => stub.fault(&request, redaction),
        };
        let uri: Uri = request.url.parse().unwrap_or_default();
        let shown = format!("{} {}", request.method, clean_url(&uri, redaction));
        state.requests.push(request);
        if let Some(fault) = fault {
            let message = format!("unexpected request {shown}: {fault}");
            state.refused.push(message.clone());
            return Err(TransportError::new(Failure::Request, message));
        }
        let stub = state.stubs.pop_front();
        Ok(stub.map(Stub::into_given).unwrap_or_default())
    }
}

impl Transport for Stubs {
    fn send(
        &self,
        request: Request<Body>,
    ) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        Box::pin(async move {
            let (parts, body) = request.into_parts();
            let redaction = redaction_of(&parts);
            let body = collect(body, usize::MAX).await;
            let request = Recorded {
                method: parts.method,
                url: parts.uri.to_string(),
                headers: parts.headers,
                body: body.bytes,
            };
            let given = self.next(request, &redaction)?;
            if let End::Broken(error) = body.end {
                return Err(TransportError::new(Failure::Request, error));
            }
            match given {
                Given::Answer(status, headers, body) => {
                    let mut response = Response::new(Body::from(body));
                    *response.status_mut() = status;
                    *response.headers_mut() = headers;
                    Ok(response)
                }
                Given::Failure(failure) => Err(TransportError::new(failure, "as the stub says")),
                Given::Silence => std::future::pending().await,
            }
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(self.clock.sleep(duration))
    }

    fn elapsed(&self) -> Duration {
        self.clock.now()
    }

    /// From the first second of 2026 on.
    fn unix_time(&self) -> Duration {
        Duration::from_secs(1_767_225_600) + self.clock.now()
    }
}

impl fmt::Debug for Stubs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = self.state();
        f.debug_struct("Stubs")
            .field("requests", &state.requests)
            .field("left", &state.stubs)
            .finish_non_exhaustive()
    }
}

/// Credentials that a recording must not hold, beside the usual ones.
fn redaction_of(request: &http::request::Parts) -> Redaction {
    let marked: Option<&record::Marked> = request.extensions.get();
    let redaction = Redaction::of_keys(marked.map_or(&[], |marked| marked.keys));
    for secret in marked.iter().flat_map(|marked| &marked.secrets) {
        redaction.remember(secret.expose());
    }
    redaction
}

//! A transport whose clock stands still but for its own pauses, and that answers from a list.

use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use http::{HeaderMap, Request, Response};

use crate::runtime::answer::Origin;
use crate::runtime::redact::Redaction;
use crate::runtime::testing::clock;
use crate::runtime::{Api, Body, BoxFuture, Core, Failure, Transport, TransportError};

/// What one request gets.
#[derive(Clone, Debug)]
pub(super) enum Step {
    /// An answer.
    Answer(u16, &'static [(&'static str, &'static str)], &'static str),
    /// A failure.
    Fail(Failure),
    /// Nothing, ever.
    Silence,
    /// An answer whose body breaks off.
    Broken,
    /// An answer whose body says something and then nothing, ever.
    Stalled,
}

/// One request as it went out.
#[derive(Debug)]
pub(super) struct Sent {
    pub(super) uri: String,
    pub(super) method: String,
    pub(super) headers: HeaderMap,
    pub(super) body: Option<String>,
}

/// Its clones share everything.
#[derive(Clone, Debug, Default)]
pub(super) struct Clock {
    time: clock::Clock,
    state: Arc<Mutex<State>>,
}

#[derive(Debug, Default)]
struct State {
    steps: VecDeque<Step>,
    sent: Vec<Sent>,
}

impl Clock {
    pub(super) fn new(steps: impl IntoIterator<Item = Step>) -> Self {
        let clock = Clock::default();
        clock.state().steps = steps.into_iter().collect();
        clock
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("no test panics while it holds it")
    }

    /// How many requests went out.
    pub(super) fn count(&self) -> usize {
        self.state().sent.len()
    }

    /// The requests that went out since the last look.
    pub(super) fn sent(&self) -> Vec<Sent> {
        std::mem::take(&mut self.state().sent)
    }

    /// The pauses that were waited out.
    pub(super) fn pauses(&self) -> Vec<Duration> {
        self.time.pauses()
    }
}

/// Where an answer came from, to `GET https://h/x`.
pub(super) fn origin() -> Origin {
    let mut builder = Core::builder(&Api::DEFAULT);
    builder.transport(Clock::default());
    builder.base_url("https://h");
    let core = builder.build().expect("the settings are valid");
    Origin {
        method: http::Method::GET,
        address: "https://h/x".parse().expect("it is a URL"),
        engine: core.engine,
        idle_timeout: Duration::ZERO,
        largest_body: 0,
        redaction: Redaction::default(),
    }
}

impl Transport for Clock {
    fn send(
        &self,
        request: Request<Body>,
    ) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        let step = {
            let mut state = self.state();
            let (parts, body) = request.into_parts();
            let bytes = body.into_bytes().ok();
            state.sent.push(Sent {
                uri: parts.uri.to_string(),
                method: parts.method.to_string(),
                headers: parts.headers,
                body: bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
            });
            state
                .steps
                .pop_front()
                .expect("the test says what each request gets")
        };
        Box::pin(async move {
            match step {
                Step::Answer(status, headers, body) => {
                    let mut response = Response::builder().status(status);
                    for (name, value) in headers {
                        response = response.header(*name, *value);
                    }
                    Ok(response
                        .body(body.into())
                        .expect("the test's headers are valid"))
                }
                Step::Fail(failure) => Err(TransportError::new(failure, "as the test wants")),
                Step::Silence => std::future::pending().await,
                Step::Stalled => Ok(Response::new(Body::stream(Stalled(Some("data: 1\n\n"))))),
                Step::Broken => Ok(Response::new(Body::stream_of(5, Body::from("abc")))),
            }
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(self.time.sleep(duration))
    }

    fn elapsed(&self) -> Duration {
        self.time.now()
    }

    fn unix_time(&self) -> Duration {
        Duration::from_secs(784_111_777) + self.time.now()
    }
}

/// One piece, and then nothing.
struct Stalled(Option<&'static str>);

impl Stream for Stalled {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match self.0.take() {
            Some(text) => Poll::Ready(Some(Ok(text.into()))),
            None => Poll::Pending,
        }
    }
}

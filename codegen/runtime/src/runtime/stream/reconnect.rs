//! Going on with a stream of events where it broke.

use std::task::{Context, Poll, ready};
use std::time::Duration;

use http::StatusCode;

use super::ByteStream;
use super::sse::Parser;
use crate::runtime::answer::{Answer, Expect};
use crate::runtime::bounds::BoxFuture;
use crate::runtime::call::Call;
use crate::runtime::error::Error;
use crate::runtime::options::RequestOptions;
use crate::runtime::send::send;

/// How long to wait unless the server says it (`retry`).
const PAUSE: Duration = Duration::from_secs(3);
/// The longest pause that a server may ask for.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

/// The call of a stream, and how often it may still be sent without an event coming of it.
pub(super) struct Reconnect {
    call: Call,
    allowed: u32,
    left: u32,
    step: Step,
}

enum Step {
    /// The stream is read.
    Idle,
    Pausing(BoxFuture<'static, ()>),
    Connecting(BoxFuture<'static, Result<Answer, Error>>),
}

impl Reconnect {
    pub(super) fn new(call: Call) -> Self {
        let allowed = call.reconnect().unwrap_or_default();
        Reconnect {
            call,
            allowed,
            left: allowed,
            step: Step::Idle,
        }
    }

    /// An event came: the count begins anew.
    pub(super) fn went_well(&mut self) {
        self.left = self.allowed;
    }

    pub(super) fn is_busy(&self) -> bool {
        !matches!(self.step, Step::Idle)
    }

    /// Begins with a pause; false if it was tried often enough.
    pub(super) fn start(&mut self, bytes: &ByteStream, retry: Option<u64>) -> bool {
        if self.left == 0 {
            return false;
        }
        self.left -= 1;
        let pause = retry
            .map_or(PAUSE, Duration::from_millis)
            .min(LONGEST_PAUSE);
        self.step = Step::Pausing(bytes.engine().transport.sleep(pause));
        true
    }

    /// The rest of the stream; nothing if the server says that there is no more (204).
    pub(super) fn poll(
        &mut self,
        cx: &mut Context<'_>,
        bytes: &ByteStream,
        parser: &Parser,
    ) -> Poll<Result<Option<ByteStream>, Error>> {
        loop {
            match &mut self.step {
                Step::Idle => return Poll::Ready(Ok(None)),
                Step::Pausing(pause) => {
                    ready!(pause.as_mut().poll(cx));
                    let Some(mut call) = self.call.try_clone() else {
                        return Poll::Ready(Ok(None));
                    };
                    let id = parser.last_id();
                    if !id.is_empty() {
                        call.options(RequestOptions::new().header("last-event-id", id));
                    }
                    self.step = Step::Connecting(send(call, Expect::Stream));
                }
                Step::Connecting(sending) => {
                    let outcome = ready!(sending.as_mut().poll(cx));
                    self.step = Step::Idle;
                    match outcome {
                        Ok(answer) if answer.status == StatusCode::NO_CONTENT => {
                            return Poll::Ready(Ok(None));
                        }
                        Ok(answer) => return Poll::Ready(Ok(Some(answer.into_stream()))),
                        Err(error) if error.is_retryable() && self.start(bytes, parser.retry()) => {
                        }
                        Err(error) => return Poll::Ready(Err(error)),
                    }
                }
            }
        }
    }
}

//! Sending: credentials, timeouts, redirects, retries. One path for all operations.

mod attempt;
mod redirect;

use std::future::ready;
use std::sync::Arc;
use std::time::Duration;

use http::{HeaderMap, StatusCode};

use super::answer::{Answer, Expect, Origin, Received};
use super::body::Body;
use super::bounds::BoxFuture;
use super::call::{Call, Prepared};
use super::error::{Details, Error, TimeoutError};
use super::redact::Redaction;
use super::retry::{self, Failed, Retries};
use super::secret::Secret;
use super::security;
use super::trace;
use super::transport::Failure;

const TIMEOUT: Duration = Duration::from_secs(60);
const IDLE_TIMEOUT: Duration = Duration::from_secs(60);
const LARGEST_BODY: usize = 64 << 20;

#[cfg(all(feature = "reqwest", target_arch = "wasm32", target_os = "unknown"))]
pub(crate) use redirect::MayFollow;

/// Sends a call, again if need be.
pub(crate) fn send(call: Call, expect: Expect) -> BoxFuture<'static, Result<Answer, Error>> {
    // What is wrong with it is known before the future is made, which holds no more than it needs.
    match Plan::new(call, expect) {
        Ok(mut plan) => Box::pin(async move { plan.run().await }),
        Err(error) => Box::pin(ready(Err(error))),
    }
}

/// What stays the same for all attempts.
struct Plan {
    prepared: Prepared,
    /// What the call carries, if it can be sent more than once.
    body: Option<Body>,
    expect: Expect,
    origin: Arc<Origin>,
    /// The tokens that change, as the attempt showed them.
    tokens: Vec<Secret>,
    /// The call once more, to go on with a stream that broke.
    again: Option<Call>,
}

/// Why an attempt gave nothing.
struct Failing {
    error: Error,
    failure: Option<Failure>,
}

/// What ends an attempt that has no answer.
#[derive(Clone, Copy)]
enum Limit {
    /// Its own time.
    Timeout(Duration),
    /// What is left of the time of all attempts.
    Deadline { left: Duration, all: Duration },
}

impl Limit {
    fn time(self) -> Duration {
        match self {
            Limit::Timeout(time) | Limit::Deadline { left: time, .. } => time,
        }
    }
}

/// Another attempt.
struct Again {
    pause: Duration,
    /// What it cost of the budget.
    cost: u32,
}

impl From<Error> for Failing {
    fn from(error: Error) -> Self {
        let failure = None;
        Failing { error, failure }
    }
}

impl Plan {
    fn new(call: Call, expect: Expect) -> Result<Self, Error> {
        let mut again = call.again();
        let (mut prepared, first) = call.prepare()?;
        if let Some(again) = &mut again {
            prepared.share_key(again);
        }
        let core = prepared.core().clone();
        let engine = Arc::clone(&core.engine);
        let redaction = Redaction::new(core, prepared.chosen);
        for value in first.headers.values() {
            if let (true, Ok(text)) = (value.is_sensitive(), value.to_str()) {
                redaction.remember(text);
                // `Bearer` and the like stand before the secret.
                redaction.remember(text.rsplit(' ').next().unwrap_or(text));
            }
        }
        let options = prepared.options();
        let origin = Arc::new(Origin {
            method: first.method.clone(),
            address: first.url.clone(),
            engine,
            idle_timeout: options.idle_timeout.unwrap_or(IDLE_TIMEOUT),
            largest_body: options.max_body.unwrap_or(LARGEST_BODY),
            redaction,
        });
        let body = first.body.try_clone();
        prepared.keep(first);
        Ok(Plan {
            // Going on is asking again, which is not for what must happen once.
            again: again.filter(|_| prepared.idempotent),
            prepared,
            body,
            expect,
            origin,
            tokens: Vec::new(),
        })
    }

    async fn run(&mut self) -> Result<Answer, Error> {
        let deadline = self.prepared.options().deadline;
        let started = deadline.map(|_| self.origin.engine.transport.elapsed());
        let mut paid = None;
        let mut number = 1;
        loop {
            let limit = self.limit(started);
            let failing = match attempt::attempt(self, number, limit).await {
                Ok(mut answer) => {
                    self.origin.engine.budget.give(paid);
                    answer.attempts = number;
                    answer.again = self.again.take();
                    return Ok(answer);
                }
                Err(failing) => failing,
            };
            let again = self.failed(failing, number, started);
            let Again { pause, cost } = match again {
                Ok(again) => again,
                Err(end) => return *end,
            };
            paid = Some(cost);
            self.origin.engine.transport.sleep(pause).await;
            number += 1;
        }
    }

    /// What follows an attempt that failed: another one, or the end.
    #[cold]
    fn failed(
        &self,
        mut failing: Failing,
        number: u32,
        started: Option<Duration>,
    ) -> Result<Again, Box<Result<Answer, Error>>> {
        match &mut failing.error {
            Error::Api(error) => error.set_attempts(number),
            other => self.complete(other, number),
        }
        let pause = self.pause(number, &failing, self.left(started));
        // Only what is wanted costs.
        let again = pause.and_then(|pause| {
            let cost = self.origin.engine.budget.take(&failing.error)?;
            Some(Again { pause, cost })
        });
        match again {
            None => Err(Box::new(self.give_up(failing.error))),
            Some(again) => {
                trace::retrying(&self.origin, number, again.pause, &failing.error);
                Ok(again)
            }
        }
    }

    /// How long to wait before the next attempt; nothing to give up.
    fn pause(&self, number: u32, failing: &Failing, left: Option<Duration>) -> Option<Duration> {
        let retries = self.prepared.options().retries.as_ref();
        let pause = retry::delay(
            retries.unwrap_or(&Retries::default()),
            &Failed {
                number,
                error: &failing.error,
                failure: failing.failure,
                idempotent: self.prepared.idempotent,
                renewable: failing.error.status() == Some(StatusCode::UNAUTHORIZED)
                    && security::renewable(&self.origin, &self.tokens),
            },
        );
        let in_time = |pause: &Duration| left.is_none_or(|left| *pause < left);
        pause.filter(|pause| self.body.is_some() && in_time(pause))
    }

    /// How long the next attempt may take.
    fn limit(&self, started: Option<Duration>) -> Limit {
        let options = self.prepared.options();
        let timeout = options.timeout.unwrap_or(TIMEOUT);
        match (self.left(started), options.deadline) {
            (Some(left), Some(all)) if left < timeout => Limit::Deadline { left, all },
            _ => Limit::Timeout(timeout),
        }
    }

    /// How much of the deadline is left.
    fn left(&self, started: Option<Duration>) -> Option<Duration> {
        let deadline = self.prepared.options().deadline?;
        let passed = self.origin.engine.transport.elapsed();
        Some(deadline.saturating_sub(passed.saturating_sub(started?)))
    }

    /// Says where the error happened.
    fn complete(&self, error: &mut Error, attempts: u32) {
        if let Some(details) = error.details_mut() {
            details.attempts = attempts;
        }
        error.concerns(&self.origin.method, self.origin.url());
    }

    /// The error; an answer if errors of the API are answers to the caller.
    fn give_up(&self, error: Error) -> Result<Answer, Error> {
        match (self.expect, error) {
            (Expect::Anything, Error::Api(error)) => {
                let body = Received::All(error.body().clone());
                let mut answer = self.answer(error.status(), error.headers().clone(), body);
                answer.attempts = error.attempts();
                Ok(answer)
            }
            (_, error) => Err(error),
        }
    }

    fn answer(&self, status: StatusCode, headers: HeaderMap, body: Received) -> Answer {
        Answer {
            status,
            headers,
            body,
            origin: Arc::clone(&self.origin),
            attempts: 1,
            again: None,
        }
    }
}

#[cold]
fn timed_out(limit: Limit, unsent: bool) -> Failing {
    let what = if unsent { "no token" } else { "no answer" };
    let message = match limit {
        Limit::Timeout(timeout) => format!("{what} within {timeout:?}"),
        Limit::Deadline { all, .. } => format!("{what} before the deadline of {all:?}"),
    };
    let failure = if unsent {
        Failure::Connect
    } else {
        Failure::Timeout
    };
    Failing {
        error: Error::Timeout(TimeoutError::new(Details::new(message))),
        failure: Some(failure),
    }
}

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
use super::trace;
use super::transport::{Failure, Outgoing};

const TIMEOUT: Duration = Duration::from_secs(60);
const IDLE_TIMEOUT: Duration = Duration::from_secs(60);
const LARGEST_BODY: usize = 64 << 20;

/// Sends a call, again if need be.
pub(crate) fn send(call: Call, expect: Expect) -> BoxFuture<'static, Result<Answer, Error>> {
    // What is wrong with it is known before the future is made, which holds no more than it needs.
    match Course::new(call, expect) {
        Ok(mut course) => Box::pin(async move { course.run().await }),
        Err(error) => Box::pin(ready(Err(error))),
    }
}

/// A call on its way.
struct Course {
    plan: Plan,
    /// The first request, until it goes out.
    first: Option<Outgoing>,
    again: Option<Call>,
}

/// What stays the same for all attempts.
struct Plan {
    prepared: Prepared,
    /// What the call carries, if it can be sent more than once.
    body: Option<Body>,
    expect: Expect,
    origin: Arc<Origin>,
}

/// Why an attempt gave nothing.
struct Failing {
    error: Error,
    failure: Option<Failure>,
}

impl From<Error> for Failing {
    fn from(error: Error) -> Self {
        let failure = None;
        Failing { error, failure }
    }
}

impl Course {
    fn new(call: Call, expect: Expect) -> Result<Self, Error> {
        let again = call.again();
        let (prepared, first) = call.prepare()?;
        Ok(Course {
            // Going on is asking again, which is not for what must happen once.
            again: again.filter(|_| prepared.idempotent),
            plan: Plan::new(prepared, expect, &first),
            first: Some(first),
        })
    }

    async fn run(&mut self) -> Result<Answer, Error> {
        let Course { plan, first, again } = self;
        let engine = &plan.origin.engine;
        let options = plan.prepared.options();
        let started = options.deadline.map(|_| engine.transport.elapsed());
        let mut paid = None;
        let mut number = 1;
        loop {
            let timeout = options.timeout.unwrap_or(TIMEOUT);
            let left = plan.left(started);
            let timeout = left.map_or(timeout, |left| left.min(timeout));
            let mut failing = match attempt::attempt(plan, number, timeout, first).await {
                Ok(mut answer) => {
                    engine.budget.give(paid);
                    answer.attempts = number;
                    answer.again = again.take();
                    return Ok(answer);
                }
                Err(failing) => failing,
            };
            match &mut failing.error {
                Error::Api(error) => error.set_attempts(number),
                other => plan.complete(other, number),
            }
            let Some(pause) = plan.pause(number, &failing, plan.left(started)) else {
                return plan.give_up(failing.error);
            };
            paid = engine.budget.take(&failing.error);
            if paid.is_none() {
                return plan.give_up(failing.error);
            }
            trace::retrying(&plan.origin, number, pause, &failing.error);
            engine.transport.sleep(pause).await;
            number += 1;
        }
    }
}

impl Plan {
    fn new(prepared: Prepared, expect: Expect, first: &Outgoing) -> Self {
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
        let origin = Origin {
            method: first.method.clone(),
            address: first.url.clone(),
            engine,
            idle_timeout: options.idle_timeout.unwrap_or(IDLE_TIMEOUT),
            largest_body: options.max_body.unwrap_or(LARGEST_BODY),
            redaction,
        };
        Plan {
            prepared,
            body: first.body.try_clone(),
            expect,
            origin: Arc::new(origin),
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
            },
        );
        let in_time = |pause: &Duration| left.is_none_or(|left| *pause < left);
        pause.filter(|pause| self.body.is_some() && in_time(pause))
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
            details
                .method
                .get_or_insert_with(|| self.origin.method.clone());
            details
                .url
                .get_or_insert_with(|| self.origin.url().to_owned());
        }
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

fn timed_out(timeout: Duration) -> Failing {
    let message = format!("no answer within {timeout:?}");
    Failing {
        error: Error::Timeout(TimeoutError::new(Details::new(message))),
        failure: Some(Failure::Timeout),
    }
}

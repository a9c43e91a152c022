//! Sending: credentials, timeouts, redirects, retries. One path for all operations.

mod attempt;
mod redirect;

use std::sync::Arc;
use std::time::Duration;

use super::answer::{Answer, Expect, Origin, Received};
use super::body::Body;
use super::bounds::BoxFuture;
use super::call::{Call, Prepared};
use super::core::Engine;
use super::error::{Details, Error, TimeoutError};
use super::redact::Redaction;
use super::retry::{self, Failed};
use super::trace;
use super::transport::Failure;

const TIMEOUT: Duration = Duration::from_secs(60);
const IDLE_TIMEOUT: Duration = Duration::from_secs(60);
const LARGEST_BODY: usize = 64 << 20;

/// Sends a call, again if need be.
pub(crate) fn send(call: Call, expect: Expect) -> BoxFuture<'static, Result<Answer, Error>> {
    Box::pin(async move {
        let again = call.again();
        let (prepared, body) = call.prepare()?;
        // Going on is asking again, which is not for what must happen once.
        let again = again.filter(|_| prepared.idempotent);
        let mut answer = run(prepared, body, expect).await?;
        answer.again = again;
        Ok(answer)
    })
}

/// What stays the same for all attempts.
struct Plan {
    prepared: Prepared,
    expect: Expect,
    origin: Arc<Origin>,
    timeout: Duration,
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

async fn run(prepared: Prepared, body: Body, expect: Expect) -> Result<Answer, Error> {
    let mut body = Some(body);
    let mut plan = Plan::new(prepared, expect);
    let engine = Arc::clone(&plan.origin.engine);
    let started = engine.transport.elapsed();
    let retries = plan.prepared.options.retries.clone().unwrap_or_default();
    let mut headers = plan.prepared.take_headers();
    let wanted_timeout = plan.timeout;
    let mut paid = None;
    let mut number = 1;
    loop {
        let left = plan.left(&engine, started);
        plan.timeout = left.map_or(wanted_timeout, |left| left.min(wanted_timeout));
        let sent = body.take().unwrap_or_default();
        body = sent.try_clone();
        let mut failing = match attempt::attempt(&plan, number, headers.take(), sent).await {
            Ok(mut answer) => {
                engine.budget.give(paid);
                answer.attempts = number;
                return Ok(answer);
            }
            Err(failing) => failing,
        };
        match &mut failing.error {
            Error::Api(error) => error.set_attempts(number),
            other => plan.complete(other, number),
        }
        let pause = retry::delay(
            &retries,
            &Failed {
                number,
                error: &failing.error,
                failure: failing.failure,
                idempotent: plan.prepared.idempotent,
            },
        );
        let left = plan.left(&engine, started);
        let pause = pause.filter(|pause| body.is_some() && left.is_none_or(|left| *pause < left));
        let Some(pause) = pause else {
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

impl Plan {
    fn new(mut prepared: Prepared, expect: Expect) -> Self {
        let core = prepared.core().clone();
        let engine = Arc::clone(&core.engine);
        let redaction = Redaction::new(core, prepared.chosen);
        for value in prepared.first_headers() {
            if let (true, Ok(text)) = (value.is_sensitive(), value.to_str()) {
                redaction.remember(text);
                // `Bearer` and the like stand before the secret.
                redaction.remember(text.rsplit(' ').next().unwrap_or(text));
            }
        }
        let options = &prepared.options;
        let origin = Origin {
            method: prepared.method.clone(),
            address: std::mem::take(&mut prepared.address),
            engine,
            idle_timeout: options.idle_timeout.unwrap_or(IDLE_TIMEOUT),
            largest_body: options.max_body.unwrap_or(LARGEST_BODY),
            redaction,
        };
        Plan {
            timeout: options.timeout.unwrap_or(TIMEOUT),
            origin: Arc::new(origin),
            prepared,
            expect,
        }
    }

    /// How much of the deadline is left.
    fn left(&self, engine: &Engine, started: Duration) -> Option<Duration> {
        let deadline = self.prepared.options.deadline?;
        Some(deadline.saturating_sub(engine.transport.elapsed().saturating_sub(started)))
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
            (Expect::Anything, Error::Api(error)) => Ok(Answer {
                status: error.status(),
                headers: error.headers().clone(),
                attempts: error.attempts(),
                ..self.answer(Received::All(error.body().clone()))
            }),
            (_, error) => Err(error),
        }
    }

    fn answer(&self, body: Received) -> Answer {
        Answer {
            status: http::StatusCode::OK,
            headers: http::HeaderMap::new(),
            body,
            origin: Arc::clone(&self.origin),
            attempts: 1,
            again: None,
        }
    }

    fn timed_out(&self) -> Failing {
        let message = format!("no answer within {:?}", self.timeout);
        Failing {
            error: Error::Timeout(TimeoutError::new(Details::new(message))),
            failure: Some(Failure::Timeout),
        }
    }
}

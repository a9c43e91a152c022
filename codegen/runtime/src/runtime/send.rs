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
use super::retry::{self, Failed};
use super::transport::Failure;
use super::url::without_query;

const TIMEOUT: Duration = Duration::from_secs(60);
const IDLE_TIMEOUT: Duration = Duration::from_secs(60);
const LARGEST_BODY: usize = 64 << 20;

/// Sends a call, again if need be.
pub(crate) fn send(call: Call, expect: Expect) -> BoxFuture<'static, Result<Answer, Error>> {
    Box::pin(async move {
        let (prepared, body) = call.prepare()?;
        run(prepared, body, expect).await
    })
}

/// What stays the same for all attempts.
struct Plan {
    prepared: Prepared,
    expect: Expect,
    origin: Arc<Origin>,
    timeout: Duration,
    largest_body: usize,
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
    let engine = Arc::clone(&prepared.core.engine);
    let started = engine.transport.elapsed();
    let mut body = Some(body);
    let mut plan = Plan {
        timeout: prepared.options.timeout.unwrap_or(TIMEOUT),
        largest_body: prepared.options.max_body.unwrap_or(LARGEST_BODY),
        origin: Arc::new(Origin {
            method: prepared.method.clone(),
            url: without_query(&prepared.url).to_owned(),
        }),
        prepared,
        expect,
    };
    let retries = plan.prepared.options.retries.clone().unwrap_or_default();
    let wanted_timeout = plan.timeout;
    let mut paid = None;
    let mut number = 1;
    loop {
        let left = plan.left(&engine, started);
        plan.timeout = left.map_or(wanted_timeout, |left| left.min(wanted_timeout));
        let sent = body.take().unwrap_or_default();
        body = sent.try_clone();
        let mut failing = match attempt::attempt(&plan, &engine, sent).await {
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
            return plan.give_up(&engine, failing.error);
        };
        paid = engine.budget.take(&failing.error);
        if paid.is_none() {
            return plan.give_up(&engine, failing.error);
        }
        engine.transport.sleep(pause).await;
        number += 1;
    }
}

impl Plan {
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
            details.url.get_or_insert_with(|| self.origin.url.clone());
        }
    }

    /// The error; an answer if errors of the API are answers to the caller.
    fn give_up(&self, engine: &Arc<Engine>, error: Error) -> Result<Answer, Error> {
        match (self.expect, error) {
            (Expect::Anything, Error::Api(error)) => Ok(Answer {
                status: error.status(),
                headers: error.headers().clone(),
                attempts: error.attempts(),
                ..self.answer(engine, Received::All(error.body().clone()))
            }),
            (_, error) => Err(error),
        }
    }

    fn answer(&self, engine: &Arc<Engine>, body: Received) -> Answer {
        Answer {
            status: http::StatusCode::OK,
            headers: http::HeaderMap::new(),
            body,
            origin: Arc::clone(&self.origin),
            engine: Arc::clone(engine),
            idle_timeout: self.prepared.options.idle_timeout.unwrap_or(IDLE_TIMEOUT),
            attempts: 1,
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

//! One attempt: a request with its redirects, and its answer as far as it is wanted.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;

use http::StatusCode;

use super::redirect::{self, Target};
use super::{Failing, Plan};
use crate::runtime::answer::{Answer, Expect, Received, Wanted};
use crate::runtime::body::Body;
use crate::runtime::bounds::BoxError;
use crate::runtime::core::Engine;
use crate::runtime::error::{
    ApiError, BuildError, ConnectionError, Details, Error, TimeoutError, TooLargeError,
    says_failure,
};
use crate::runtime::security;
use crate::runtime::stream::{self, End};
use crate::runtime::transport::{Failure, TransportError};

const MOST_REDIRECTS: usize = 10;
/// How much of an error's body is kept.
const LARGEST_ERROR: usize = 1 << 20;

/// One attempt within its time.
pub(super) async fn attempt(
    plan: &Plan,
    engine: &Arc<Engine>,
    body: Body,
) -> Result<Answer, Failing> {
    let mut attempt = pin!(exchange(plan, engine, body));
    let mut pause = engine.transport.sleep(plan.timeout);
    poll_fn(|cx| {
        if let Poll::Ready(outcome) = attempt.as_mut().poll(cx) {
            return Poll::Ready(outcome);
        }
        pause.as_mut().poll(cx).map(|()| Err(plan.timed_out()))
    })
    .await
}

async fn exchange(plan: &Plan, engine: &Arc<Engine>, body: Body) -> Result<Answer, Failing> {
    let response = follow(plan, engine, body).await?;
    let (parts, body) = response.into_parts();
    let status = parts.status;
    let wanted = match plan.expect {
        Expect::ByStatus(wanted) => wanted(status.as_u16()),
        _ if !status.is_success() => None,
        Expect::Json | Expect::Whole => Some(Wanted::Whole),
        Expect::Stream | Expect::Anything => Some(Wanted::Stream),
    };
    let received = match wanted {
        None => {
            // Whatever became of its body, the status is the error.
            let bytes = stream::collect(body, LARGEST_ERROR).await.bytes;
            return Err(api_error(plan, engine, status, parts.headers, bytes));
        }
        Some(Wanted::Stream) => Received::Stream(body),
        Some(Wanted::Whole) => {
            let collected = stream::collect(body, plan.largest_body).await;
            match collected.end {
                End::Complete => {}
                End::TooLarge => return Err(too_large(plan)),
                End::Broken(error) => return Err(broken(error)),
            }
            let envelope = plan.prepared.core.settings().envelope;
            let json = matches!(plan.expect, Expect::Json | Expect::ByStatus(_));
            if envelope && json && says_failure(&collected.bytes) {
                return Err(api_error(
                    plan,
                    engine,
                    status,
                    parts.headers,
                    collected.bytes,
                ));
            }
            Received::All(collected.bytes)
        }
    };
    Ok(Answer {
        status,
        headers: parts.headers,
        ..plan.answer(engine, received)
    })
}

/// Sends the request, and goes where the server sends it.
async fn follow(plan: &Plan, engine: &Engine, body: Body) -> Result<http::Response<Body>, Failing> {
    let prepared = &plan.prepared;
    let mut headers = prepared.headers.clone();
    let mut query = String::new();
    security::apply(
        &prepared.chosen,
        engine.transport.as_ref(),
        &mut headers,
        &mut query,
    )
    .await?;
    let mut url = prepared.url.clone();
    if !query.is_empty() {
        url.push(if url.contains('?') { '&' } else { '?' });
        url.push_str(&query);
    }
    let mut target = Target {
        method: prepared.method.clone(),
        url,
        headers,
    };
    let mut body = body;
    let mut redirects = 0;
    loop {
        let replay = body.try_clone();
        let sent = target.request(body).map_err(|error| {
            let details = Details::new("the request's address is not valid").caused_by(error);
            Error::Build(BuildError::new(details))
        })?;
        let response = engine.transport.send(sent).await.map_err(unsent)?;
        if redirects == MOST_REDIRECTS {
            return Ok(response);
        }
        match redirect::next(&target, &response, replay) {
            None => return Ok(response),
            Some((next, next_body)) => {
                target = next;
                body = next_body;
                redirects += 1;
            }
        }
    }
}

fn api_error(
    plan: &Plan,
    engine: &Engine,
    status: StatusCode,
    headers: http::HeaderMap,
    body: bytes::Bytes,
) -> Failing {
    let method = plan.origin.method.clone();
    let url = plan.origin.url.clone();
    let now = engine.transport.unix_time();
    Error::Api(ApiError::new(method, url, status, headers, body, now)).into()
}

fn too_large(plan: &Plan) -> Failing {
    let message = format!("the answer is larger than {} bytes", plan.largest_body);
    Error::TooLarge(TooLargeError::new(Details::new(message))).into()
}

fn unsent(error: TransportError) -> Failing {
    let failure = error.failure();
    let message = match failure {
        Failure::Connect => "no connection to the server",
        Failure::Exchange => "the connection broke before the answer came",
        Failure::Timeout => "no answer in time",
        Failure::Request => "the request cannot be sent",
    };
    let details = Details::new(message).caused_by(error.into_source());
    let error = match failure {
        Failure::Timeout => Error::Timeout(TimeoutError::new(details)),
        Failure::Request => Error::Build(BuildError::new(details)),
        Failure::Connect | Failure::Exchange => Error::Connection(ConnectionError::new(details)),
    };
    let failure = Some(failure);
    Failing { error, failure }
}

fn broken(error: BoxError) -> Failing {
    let (failure, source) = match error.downcast::<TransportError>() {
        Ok(error) if error.failure() == Failure::Timeout => (Failure::Timeout, error.into_source()),
        Ok(error) => (Failure::Exchange, error.into_source()),
        Err(other) => (Failure::Exchange, other),
    };
    let details = Details::new("the connection broke in the middle of the answer");
    let details = details.caused_by(source);
    let error = match failure {
        Failure::Timeout => Error::Timeout(TimeoutError::new(details)),
        _ => Error::Connection(ConnectionError::new(details)),
    };
    let failure = Some(failure);
    Failing { error, failure }
}

//! One attempt: a request with its redirects, and its answer as far as it is wanted.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::Poll;

use http::{HeaderMap, StatusCode};

use super::redirect::{self, Target};
use super::{Failing, Limit, Plan, timed_out};
use crate::runtime::answer::{Answer, Expect, Received, Wanted};
use crate::runtime::body::Body;
use crate::runtime::bounds::{BoxError, BoxFuture};
use crate::runtime::error::{
    ApiError, BuildError, ConnectionError, Details, Error, TimeoutError, TooLargeError,
    says_failure,
};
use crate::runtime::operation::Redirects;
use crate::runtime::security;
use crate::runtime::stream::{self, Collected, End};
use crate::runtime::trace;
use crate::runtime::transport::{Failure, TransportError};

const MOST_REDIRECTS: usize = 10;
/// How much of an error's body is kept.
const LARGEST_ERROR: usize = 1 << 20;

type Answering<'a> = BoxFuture<'a, Result<http::Response<Body>, TransportError>>;

/// One attempt within its time.
pub(super) async fn attempt(plan: &mut Plan, number: u32, limit: Limit) -> Result<Answer, Failing> {
    let body = plan.prepared.first_body().or(plan.body.as_ref());
    let span = trace::Attempt::start(&plan.origin, &plan.prepared, number, body);
    let mut pause = plan.origin.engine.transport.sleep(limit.time());
    // Whether nothing went out yet.
    let unsent = AtomicBool::new(true);
    let mut attempt = pin!(exchange(plan, &span, &unsent));
    let outcome = poll_fn(|cx| {
        let _entered = span.enter();
        if let Poll::Ready(outcome) = attempt.as_mut().poll(cx) {
            return Poll::Ready(outcome);
        }
        let pause = pause.as_mut().poll(cx);
        pause.map(|()| Err(timed_out(limit, unsent.load(Ordering::Relaxed))))
    })
    .await;
    span.end(outcome.as_ref().map_err(|failing| &failing.error));
    outcome
}

async fn exchange(
    plan: &mut Plan,
    span: &trace::Attempt,
    unsent: &AtomicBool,
) -> Result<Answer, Failing> {
    let (response, redirects) = follow(plan, unsent).await?;
    let (parts, body) = response.into_parts();
    span.answered(&parts);
    let status = parts.status;
    let wanted = match plan.expect {
        Expect::ByStatus(wanted) => wanted(status.as_u16()),
        _ if status.is_redirection() && !follows(plan) => Some(Wanted::Whole),
        _ if !status.is_success() => None,
        Expect::Json | Expect::Whole => Some(Wanted::Whole),
        Expect::Stream | Expect::Anything => Some(Wanted::Stream),
    };
    let most = match wanted {
        Some(Wanted::Stream) => {
            return Ok(plan.answer(status, parts.headers, Received::Stream(body)));
        }
        Some(Wanted::Whole) => plan.origin.largest_body,
        None => LARGEST_ERROR,
    };
    let Collected { bytes, end } = stream::collect(body, most).await;
    span.received(&plan.origin, &bytes);
    // Whatever became of the body of an error, the status is the error.
    let failed = wanted.is_none() || {
        match end {
            End::Complete => {}
            End::TooLarge => return Err(too_large(plan, status, parts.headers)),
            End::Broken(error) => return Err(broken(error, status, parts.headers)),
        }
        let json = matches!(plan.expect, Expect::Json | Expect::ByStatus(_));
        json && plan.prepared.core().settings().envelope && says_failure(&bytes)
    };
    if failed {
        let mut error = ApiError::new(&plan.origin, status, parts.headers, bytes);
        error.set_redirects(redirects);
        return Err(Error::Api(error).into());
    }
    Ok(plan.answer(status, parts.headers, Received::All(bytes)))
}

/// Sends the request, and goes where the server sends it; says how often that was.
async fn follow(
    plan: &mut Plan,
    unsent: &AtomicBool,
) -> Result<(http::Response<Body>, usize), Failing> {
    let origin = Arc::clone(&plan.origin);
    let mut target = Target::first(&origin);
    let mut redirects = 0;
    loop {
        plan.tokens.clear();
        if target.trusted {
            let fresh = security::fresh(&origin).await;
            plan.tokens = fresh.map_err(|error| no_token(error, unsent.load(Ordering::Relaxed)))?;
        }
        let response = start(plan, &target)?;
        unsent.store(false, Ordering::Relaxed);
        let response = response.await.map_err(no_answer)?;
        if redirects == MOST_REDIRECTS || !follows(plan) {
            return Ok((response, redirects));
        }
        match redirect::next(&target, &response, plan.body.is_some()) {
            None => return Ok((response, redirects)),
            Some(next) => {
                trace::redirected(&origin, &next.url);
                target = next;
                redirects += 1;
            }
        }
    }
}

/// Hands one request to the transport, with its credentials.
fn start<'a>(plan: &'a mut Plan, target: &Target<'_>) -> Result<Answering<'a>, Error> {
    let mut outgoing = match plan.prepared.first() {
        Some(first) => first,
        None => target.outgoing(plan)?,
    };
    let origin = &plan.origin;
    let mut query = String::new();
    security::apply(
        &origin.redaction,
        &plan.tokens,
        &mut outgoing.headers,
        &mut query,
    )?;
    target.limit(&mut outgoing, &query);
    #[cfg(all(feature = "reqwest", target_arch = "wasm32", target_os = "unknown"))]
    if follows(plan) {
        target.unbind(&mut outgoing);
    }
    #[cfg(feature = "test-util")]
    crate::runtime::testing::mark(&mut outgoing, &origin.redaction);
    Ok(origin.engine.transport.send_outgoing(outgoing))
}

/// Whether redirects are followed.
fn follows(plan: &Plan) -> bool {
    match plan.prepared.redirects() {
        Redirects::Followed => true,
        Redirects::Wanted => false,
    }
}

#[cold]
fn too_large(plan: &Plan, status: StatusCode, headers: HeaderMap) -> Failing {
    let message = format!(
        "the answer is larger than {} bytes",
        plan.origin.largest_body
    );
    let details = Details::new(message).answered(status, headers);
    Error::TooLarge(TooLargeError::new(details)).into()
}

/// Without a token the request stays where it is.
#[cold]
fn no_token(error: Error, unsent: bool) -> Failing {
    let failure = if unsent {
        Failure::Connect
    } else {
        Failure::Exchange
    };
    let failure = Some(failure);
    Failing { error, failure }
}

#[cold]
fn no_answer(error: TransportError) -> Failing {
    let failure = error.failure();
    let message = match failure {
        Failure::Connect => "no connection to the server",
        Failure::Untrusted => "the server cannot be trusted, or does not trust the client",
        Failure::Refused => "the server did not take the request",
        Failure::Exchange => "the connection broke before the answer came",
        Failure::Timeout => "no answer in time",
        Failure::Request => "the request cannot be sent",
    };
    let mut details = Details::new(message).caused_by(error.into_source());
    details.untrusted = failure == Failure::Untrusted;
    let error = match failure {
        Failure::Timeout => Error::Timeout(TimeoutError::new(details)),
        Failure::Request => Error::Build(BuildError::new(details)),
        Failure::Connect | Failure::Untrusted | Failure::Refused | Failure::Exchange => {
            Error::Connection(ConnectionError::new(details))
        }
    };
    let failure = Some(failure);
    Failing { error, failure }
}

#[cold]
fn broken(error: BoxError, status: StatusCode, headers: HeaderMap) -> Failing {
    let (failure, source) = match error.downcast::<TransportError>() {
        Ok(error) if error.failure() == Failure::Timeout => (Failure::Timeout, error.into_source()),
        Ok(error) => (Failure::Exchange, error.into_source()),
        Err(other) => (Failure::Exchange, other),
    };
    let details = Details::new("the connection broke in the middle of the answer");
    let details = details.answered(status, headers).caused_by(source);
    let error = match failure {
        Failure::Timeout => Error::Timeout(TimeoutError::new(details)),
        _ => Error::Connection(ConnectionError::new(details)),
    };
    let failure = Some(failure);
    Failing { error, failure }
}

//! One attempt: a request with its redirects, and its answer as far as it is wanted.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;

use http::HeaderMap;

use super::redirect::{self, Target};
use super::{Failing, Plan};
use crate::runtime::answer::{Answer, Expect, Received, Wanted};
use crate::runtime::body::Body;
use crate::runtime::bounds::BoxError;
use crate::runtime::error::{
    ApiError, BuildError, ConnectionError, Details, Error, TimeoutError, TooLargeError,
    says_failure,
};
use crate::runtime::operation::Redirects;
use crate::runtime::security;
use crate::runtime::stream::{self, End};
use crate::runtime::trace;
use crate::runtime::transport::{Failure, TransportError};

const MOST_REDIRECTS: usize = 10;
/// How much of an error's body is kept.
const LARGEST_ERROR: usize = 1 << 20;

/// One attempt within its time.
pub(super) async fn attempt(
    plan: &Plan,
    number: u32,
    headers: Option<HeaderMap>,
    body: Body,
) -> Result<Answer, Failing> {
    let span = trace::Attempt::start(&plan.origin, &plan.prepared, number, &body);
    let mut attempt = pin!(exchange(plan, &span, headers, body));
    let mut pause = plan.origin.engine.transport.sleep(plan.timeout);
    let outcome = poll_fn(|cx| {
        let _entered = span.enter();
        if let Poll::Ready(outcome) = attempt.as_mut().poll(cx) {
            return Poll::Ready(outcome);
        }
        pause.as_mut().poll(cx).map(|()| Err(plan.timed_out()))
    })
    .await;
    span.end(outcome.as_ref().map_err(|failing| &failing.error));
    outcome
}

async fn exchange(
    plan: &Plan,
    span: &trace::Attempt,
    headers: Option<HeaderMap>,
    body: Body,
) -> Result<Answer, Failing> {
    let response = follow(plan, headers, body).await?;
    span.answered(&plan.origin, &response);
    let (parts, body) = response.into_parts();
    let status = parts.status;
    let wanted = match plan.expect {
        Expect::ByStatus(wanted) => wanted(status.as_u16()),
        _ if status.is_redirection() && !follows(plan) => Some(Wanted::Whole),
        _ if !status.is_success() => None,
        Expect::Json | Expect::Whole => Some(Wanted::Whole),
        Expect::Stream | Expect::Anything => Some(Wanted::Stream),
    };
    let received = match wanted {
        None => {
            // Whatever became of its body, the status is the error.
            let bytes = stream::collect(body, LARGEST_ERROR).await.bytes;
            span.received(&plan.origin, &bytes);
            let error = ApiError::new(&plan.origin, status, parts.headers, bytes);
            return Err(Error::Api(error).into());
        }
        Some(Wanted::Stream) => Received::Stream(body),
        Some(Wanted::Whole) => {
            let collected = stream::collect(body, plan.origin.largest_body).await;
            span.received(&plan.origin, &collected.bytes);
            match collected.end {
                End::Complete => {}
                End::TooLarge => return Err(too_large(plan)),
                End::Broken(error) => return Err(broken(error)),
            }
            let envelope = plan.prepared.core().settings().envelope;
            let json = matches!(plan.expect, Expect::Json | Expect::ByStatus(_));
            if envelope && json && says_failure(&collected.bytes) {
                let bytes = collected.bytes;
                let error = ApiError::new(&plan.origin, status, parts.headers, bytes);
                return Err(Error::Api(error).into());
            }
            Received::All(collected.bytes)
        }
    };
    Ok(Answer {
        status,
        headers: parts.headers,
        ..plan.answer(received)
    })
}

/// Sends the request, and goes where the server sends it.
async fn follow(
    plan: &Plan,
    mut headers: Option<HeaderMap>,
    body: Body,
) -> Result<http::Response<Body>, Failing> {
    let transport = plan.origin.engine.transport.as_ref();
    let mut target = Target::first(&plan.origin);
    let mut body = body;
    let mut redirects = 0;
    loop {
        let mut headers = match headers.take() {
            Some(headers) => headers,
            None => plan.prepared.headers()?,
        };
        let mut query = String::new();
        security::apply(&plan.origin.redaction, transport, &mut headers, &mut query).await?;
        let replay = body.try_clone();
        let sent = target.request(headers, &query, body).map_err(|error| {
            let details = Details::new("the request's address is not valid").caused_by(error);
            Error::Build(BuildError::new(details))
        })?;
        #[cfg(feature = "test-util")]
        let sent = crate::runtime::testing::marked(sent, &plan.origin.redaction);
        let response = transport.send(sent).await.map_err(unsent)?;
        if redirects == MOST_REDIRECTS || !follows(plan) {
            return Ok(response);
        }
        match redirect::next(&target, &response, replay) {
            None => return Ok(response),
            Some((next, next_body)) => {
                trace::redirected(&plan.origin, &next.url);
                target = next;
                body = next_body;
                redirects += 1;
            }
        }
    }
}

/// Whether redirects are followed.
fn follows(plan: &Plan) -> bool {
    match plan.prepared.redirects() {
        Redirects::Followed => true,
        Redirects::Wanted => false,
    }
}

fn too_large(plan: &Plan) -> Failing {
    let message = format!(
        "the answer is larger than {} bytes",
        plan.origin.largest_body
    );
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

//! What is tried again, when, and how often.

pub(crate) mod date;

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use http::{HeaderMap, StatusCode};

use super::bounds::{MaybeSend, MaybeSync};
use super::error::Error;
use super::transport::Failure;

/// How long a server may ask to wait. If it asks for longer, the error comes back at once.
const LONGEST_WAIT: Duration = Duration::from_secs(60);
const FIRST_DELAY: Duration = Duration::from_millis(500);
const LONGEST_DELAY: Duration = Duration::from_secs(8);

/// What is tried again.
///
/// By default a call is tried again twice. `GET`, `HEAD`, `PUT`, `DELETE` and `OPTIONS` (and every
/// request with an idempotency key): after a broken connection, a timeout, 408, 429 and 5xx. Other
/// methods: after 429, after 503 with `Retry-After`, and when the server did nothing: there was no
/// connection, or no token to send, or the token was refused (401) and another one can be had, or an
/// HTTP/2 server refused the request unseen. `x-should-retry`
/// of an answer wins. A stream that can be read once is sent once, and no certificate that is refused
/// is shown again.
///
/// The pause is what the server asks for (`retry-after-ms`, `retry-after`) up to 60 s, and beyond that
/// the error comes back at once; else 0.5 s, 1 s, 2 s, … up to 8 s, less up to a quarter, and none
/// before a retry with another token, and the first one of what was refused unseen.
///
/// All clones of a client share a budget of 500, which ends retries when most calls fail: a retry
/// takes 5 of it, or 14 after a timeout or a broken connection. One that succeeds gives them back, and
/// a call that needed none gives 1.
#[derive(Clone)]
pub struct Retries {
    pub(crate) times: u32,
    pub(crate) policy: Option<Arc<dyn RetryPolicy>>,
}

/// An own rule of what is tried again.
pub trait RetryPolicy: MaybeSend + MaybeSync + 'static {
    /// How long to wait before the next attempt; nothing to give up.
    fn delay(&self, attempt: &Attempt<'_>) -> Option<Duration>;
}

/// An attempt that failed.
#[derive(Debug)]
#[non_exhaustive]
pub struct Attempt<'a> {
    /// Which it was; the first is 1.
    pub number: u32,
    /// Why it failed.
    pub error: &'a Error,
    /// Whether the server acts once even if the request comes twice.
    pub idempotent: bool,
    /// What the standard policy would do.
    pub standard: Option<Duration>,
}

impl Retries {
    /// At most so many more attempts.
    pub fn times(times: u32) -> Self {
        Retries {
            times,
            policy: None,
        }
    }

    /// One attempt.
    pub fn none() -> Self {
        Retries::times(0)
    }

    /// As `policy` says, at most `times` more attempts.
    pub fn policy(times: u32, policy: impl RetryPolicy) -> Self {
        Retries {
            times,
            policy: Some(Arc::new(policy)),
        }
    }
}

impl Default for Retries {
    fn default() -> Self {
        Retries::times(2)
    }
}

impl fmt::Debug for Retries {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let policy = if self.policy.is_some() {
            ", own policy"
        } else {
            ""
        };
        write!(f, "Retries({}{policy})", self.times)
    }
}

/// A failed attempt, as the loop knows it.
pub(crate) struct Failed<'a> {
    pub(crate) number: u32,
    pub(crate) error: &'a Error,
    pub(crate) failure: Option<Failure>,
    pub(crate) idempotent: bool,
    /// Whether it was refused for a token, and another one can be had.
    pub(crate) renewable: bool,
}

/// How long to wait before the next attempt; nothing to give up.
pub(crate) fn delay(retries: &Retries, failed: &Failed<'_>) -> Option<Duration> {
    if failed.number > retries.times {
        return None;
    }
    let standard = standard_delay(failed);
    match &retries.policy {
        None => standard,
        Some(policy) => policy.delay(&Attempt {
            number: failed.number,
            error: failed.error,
            idempotent: failed.idempotent,
            standard,
        }),
    }
}

fn standard_delay(failed: &Failed<'_>) -> Option<Duration> {
    let wanted = match failed.error {
        Error::Api(error) => {
            let (status, asked) = (error.status(), error.retry_after());
            should_retry(error.headers()).unwrap_or_else(|| match status.as_u16() {
                429 => true,
                401 if failed.renewable => true,
                503 if asked.is_some() => true,
                _ => failed.idempotent && is_transient(status),
            })
        }
        Error::Connection(_) | Error::Timeout(_) | Error::Token(_) => {
            failed.error.is_retryable() && may_repeat(failed)
        }
        Error::Decode(_) | Error::TooLarge(_) | Error::Build(_) => false,
    };
    if !wanted {
        return None;
    }
    match failed.error.retry_after() {
        Some(asked) if asked > LONGEST_WAIT => None,
        Some(asked) => Some(asked),
        // Servers that close a connection refuse what is still on its way: another one takes it.
        None if failed.failure == Some(Failure::Refused) && failed.number == 1 => {
            Some(Duration::ZERO)
        }
        None if failed.renewable => Some(Duration::ZERO),
        None => Some(backoff(failed.number, fastrand::f64())),
    }
}

/// Whether the server did not see the request, or may see it twice.
fn may_repeat(failed: &Failed<'_>) -> bool {
    match failed.failure {
        Some(Failure::Connect | Failure::Refused) => true,
        Some(Failure::Untrusted | Failure::Request) | None => false,
        Some(Failure::Exchange | Failure::Timeout) => failed.idempotent,
    }
}

/// The pause after attempt `number`, less up to a quarter of it.
pub(crate) fn backoff(number: u32, jitter: f64) -> Duration {
    let doubled = 2_u32.saturating_pow(number.saturating_sub(1));
    let full = FIRST_DELAY.saturating_mul(doubled).min(LONGEST_DELAY);
    full.mul_f64(1.0 - jitter.clamp(0.0, 1.0) / 4.0)
}

/// Whether the same request may succeed later.
pub(crate) fn is_transient(status: StatusCode) -> bool {
    matches!(status.as_u16(), 408 | 429 | 500..)
}

/// Whether the status says that somebody waited in vain: the server for the request, or what stands
/// before it for the server (522 and 524 are Cloudflare's).
fn is_timeout(status: StatusCode) -> bool {
    matches!(status.as_u16(), 408 | 504 | 522 | 524)
}

/// What the server itself says about trying again.
pub(crate) fn should_retry(headers: &HeaderMap) -> Option<bool> {
    match headers.get("x-should-retry")?.as_bytes() {
        b"true" => Some(true),
        b"false" => Some(false),
        _ => None,
    }
}

/// How long the server asks to wait: `retry-after-ms`, then `retry-after` in seconds or as a date.
pub(crate) fn retry_after(headers: &HeaderMap, now: Duration) -> Option<Duration> {
    let text = |name: &str| headers.get(name)?.to_str().ok().map(str::trim);
    let number = |text: &str| {
        let number: f64 = text.parse().ok()?;
        (number >= 0.0).then_some(number)
    };
    // What is too long for a duration is too long to wait.
    let seconds = |seconds| Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX);
    if let Some(wait) = text("retry-after-ms").and_then(number) {
        return Some(seconds(wait / 1000.0));
    }
    let text = text("retry-after")?;
    match number(text) {
        Some(wait) => Some(seconds(wait)),
        None => Some(date::unix_time(text)?.saturating_sub(now)),
    }
}

/// Whether a request of this method may come twice.
pub(crate) fn is_idempotent(method: &http::Method) -> bool {
    matches!(
        method.as_str(),
        "GET" | "HEAD" | "PUT" | "DELETE" | "OPTIONS" | "TRACE" | "QUERY"
    )
}

/// What all clones of a client may spend on retries.
#[derive(Debug)]
pub(crate) struct Budget(AtomicU32);

impl Budget {
    const FULL: u32 = 500;
    const COST: u32 = 5;
    const COST_OF_SILENCE: u32 = 14;

    pub(crate) fn new() -> Self {
        Budget(AtomicU32::new(Budget::FULL))
    }

    /// Takes what a retry after this error costs, unless there is too little left.
    pub(crate) fn take(&self, error: &Error) -> Option<u32> {
        let silent = match error {
            Error::Timeout(_) | Error::Connection(_) => true,
            Error::Api(error) => is_timeout(error.status()),
            Error::Token(error) => error.status().is_some_and(is_timeout),
            Error::Decode(_) | Error::TooLarge(_) | Error::Build(_) => false,
        };
        let cost = if silent {
            Budget::COST_OF_SILENCE
        } else {
            Budget::COST
        };
        let taken = self
            .0
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| {
                left.checked_sub(cost)
            });
        taken.is_ok().then_some(cost)
    }

    /// Gives back what the retry cost that succeeded, or a little for a call that needed none.
    pub(crate) fn give(&self, cost: Option<u32>) {
        let back = cost.unwrap_or(1);
        let full = |left: u32| (left < Budget::FULL).then(|| (left + back).min(Budget::FULL));
        // An error means that it was full already.
        let _full = self
            .0
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, full);
    }
}

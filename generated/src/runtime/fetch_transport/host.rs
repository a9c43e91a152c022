//! What the host of a program in wasm32 offers: `fetch`, clocks, and pauses.
//!
//! It is asked for by name each time, so that a host that lacks something is an error and no exception, and tests can
//! put something else in its place.

use std::future::{Future, pending};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use js_sys::{Date, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, AbortSignal, Performance, Request, Response};

use super::fault::Fault;

/// The longest pause at once. The host counts milliseconds in 32 bits, and takes what is longer for none.
const LONGEST_PAUSE: Duration = Duration::from_secs(24 * 60 * 60);

/// A function that every host should have.
pub(super) fn function(name: &str) -> Result<Function, Fault> {
    let found = Reflect::get(&js_sys::global(), &name.into()).ok();
    let found = found.and_then(|found| found.dyn_into().ok());
    found.ok_or_else(|| Fault::new(format!("there is no `{name}` here")))
}

/// What `fetch` answers, or throws.
pub(super) async fn fetch(request: &Request) -> Result<Response, JsValue> {
    let fetch = function("fetch").map_err(|fault| JsValue::from(fault.to_string()))?;
    let answer = fetch.call1(&JsValue::UNDEFINED, request)?;
    let answer = JsFuture::from(Promise::resolve(&answer)).await?;
    Ok(answer.unchecked_into())
}

/// Whether it is a browser, which has a name of its own for servers.
pub(super) fn is_browser() -> bool {
    let navigator = Reflect::get(&js_sys::global(), &"navigator".into());
    let agent = navigator.and_then(|navigator| Reflect::get(&navigator, &"userAgent".into()));
    let agent = agent.ok().and_then(|agent| agent.as_string());
    agent.is_some_and(|agent| agent.starts_with("Mozilla/"))
}

/// Waits.
pub(super) async fn sleep(duration: Duration) {
    let mut left = duration;
    while !left.is_zero() {
        let piece = left.min(LONGEST_PAUSE);
        match Pause::start(piece) {
            Some(pause) => pause.await,
            // A host without clocks, which no transport is made for.
            None => pending().await,
        }
        left -= piece;
    }
}

/// A timeout that is running, and that ends with this value.
struct Pause {
    timeout: JsValue,
    over: JsFuture,
}

impl Pause {
    fn start(duration: Duration) -> Option<Self> {
        let set = function("setTimeout").ok()?;
        // Rather too long than too short.
        let millis = (duration.as_secs_f64() * 1000.0).ceil();
        let mut timeout = None;
        let over = Promise::new(&mut |resolve, _| {
            timeout = set
                .call2(&JsValue::UNDEFINED, &resolve, &millis.into())
                .ok();
        });
        timeout.map(|timeout| Pause {
            timeout,
            over: JsFuture::from(over),
        })
    }
}

impl Future for Pause {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        Pin::new(&mut self.over).poll(cx).map(|_| ())
    }
}

impl Drop for Pause {
    fn drop(&mut self) {
        if let Ok(clear) = function("clearTimeout") {
            // One that is over is not there to be ended.
            let _cleared = clear.call1(&JsValue::UNDEFINED, &self.timeout).is_ok();
        }
    }
}

/// A clock that never goes back.
pub(super) fn elapsed() -> Duration {
    let performance = Reflect::get(&js_sys::global(), &"performance".into());
    match performance {
        Ok(performance) if performance.is_object() => {
            millis(performance.unchecked_into::<Performance>().now())
        }
        Ok(_) | Err(_) => unix_time(),
    }
}

/// The time since 1970.
pub(super) fn unix_time() -> Duration {
    millis(Date::now())
}

fn millis(millis: f64) -> Duration {
    Duration::try_from_secs_f64(millis / 1000.0).unwrap_or_default()
}

/// Ends a request, unless it has come to its end.
pub(super) struct Abort(Option<AbortController>);

impl Abort {
    pub(super) fn new() -> Result<Self, JsValue> {
        AbortController::new().map(|controller| Abort(Some(controller)))
    }

    /// What the request listens to.
    pub(super) fn signal(&self) -> AbortSignal {
        let controller = self.0.as_ref();
        controller
            .expect("it is asked for the signal before the request has ended")
            .signal()
    }

    /// The answer is there.
    pub(super) fn finish(&mut self) {
        self.0 = None;
    }
}

impl Drop for Abort {
    fn drop(&mut self) {
        if let Some(controller) = &self.0 {
            controller.abort();
        }
    }
}

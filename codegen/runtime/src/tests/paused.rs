//! The real transport on a clock that stands still: pauses pass at once, and a test says when a
//! timeout is over.

use std::sync::{Arc, Mutex, MutexGuard};
use std::task::{Poll, Waker};
use std::time::Duration;

use http::{Request, Response};

use crate::runtime::{Body, BoxFuture, ReqwestTransport, Transport, TransportError};

/// Who waits for at least so long waits until the test says that it is over.
pub(super) const PATIENCE: Duration = Duration::from_secs(100);

/// Its clones share everything.
#[derive(Clone, Debug)]
pub(super) struct Paused {
    inner: ReqwestTransport,
    state: Arc<Mutex<State>>,
}

#[derive(Debug, Default)]
struct State {
    now: Duration,
    pauses: Vec<Duration>,
    /// Who waits for a timeout: how long, and whether it is over.
    patient: Vec<Patient>,
}

#[derive(Debug)]
struct Patient {
    number: usize,
    duration: Duration,
    over: bool,
    waker: Waker,
}

impl Paused {
    pub(super) fn new() -> Self {
        let inner = ReqwestTransport::new(Duration::from_secs(5));
        let inner = inner.expect("the platform has TLS");
        let state = Arc::default();
        Paused { inner, state }
    }

    /// On a client of one's own.
    pub(super) fn of(client: reqwest::Client) -> Self {
        let inner = ReqwestTransport::from_client(client);
        let state = Arc::default();
        Paused { inner, state }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("no test panics while it holds it")
    }

    /// The pauses between attempts, in milliseconds.
    pub(super) fn pauses(&self) -> Vec<u128> {
        let pauses = self.state().pauses.clone();
        pauses.iter().map(Duration::as_millis).collect()
    }

    /// Lets every timeout that somebody waits for be over.
    pub(super) fn expire(&self) {
        let mut state = self.state();
        let longest = state.patient.iter().map(|patient| patient.duration).max();
        state.now += longest.expect("somebody waits for a timeout");
        for patient in &mut state.patient {
            patient.over = true;
            patient.waker.wake_by_ref();
        }
    }
}

impl Transport for Paused {
    fn send(
        &self,
        request: Request<Body>,
    ) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        self.inner.send(request)
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        let clock = self.clone();
        let mut number = None;
        Box::pin(std::future::poll_fn(move |cx| {
            let mut state = clock.state();
            if duration < PATIENCE {
                state.now += duration;
                state.pauses.push(duration);
                return Poll::Ready(());
            }
            let next = state.patient.len();
            let number = *number.get_or_insert(next);
            match state
                .patient
                .iter_mut()
                .find(|patient| patient.number == number)
            {
                Some(patient) if patient.over => return Poll::Ready(()),
                Some(patient) => patient.waker.clone_from(cx.waker()),
                None => state.patient.push(Patient {
                    number,
                    duration,
                    over: false,
                    waker: cx.waker().clone(),
                }),
            }
            Poll::Pending
        }))
    }

    fn elapsed(&self) -> Duration {
        self.state().now
    }

    /// 1994-11-06T08:49:37Z, the standard's own example.
    fn unix_time(&self) -> Duration {
        Duration::from_secs(784_111_777) + self.state().now
    }
}

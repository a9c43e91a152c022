//! A clock that is moved by who waits for it.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

/// How often a pause gives way to shorter ones. Their tasks may wait for something else.
const PATIENCE: u32 = 16;

/// When nothing can go on but those who wait, the time of the first of them comes. Clones are the
/// same clock.
#[derive(Clone, Debug, Default)]
pub(crate) struct Clock(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    now: Duration,
    pauses: Vec<Duration>,
    /// The ends of the pauses that somebody waits for.
    ends: Vec<(usize, Duration)>,
    count: usize,
}

impl Clock {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The time since the clock began.
    pub(crate) fn now(&self) -> Duration {
        self.state().now
    }

    /// The pauses that were waited out.
    pub(crate) fn pauses(&self) -> Vec<Duration> {
        self.state().pauses.clone()
    }

    /// A pause.
    pub(crate) fn sleep(&self, duration: Duration) -> Pause {
        Pause {
            clock: self.clone(),
            duration,
            number: None,
            gave_way: 0,
        }
    }
}

/// Done when its time has come.
pub(crate) struct Pause {
    clock: Clock,
    duration: Duration,
    number: Option<usize>,
    gave_way: u32,
}

impl Future for Pause {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let this = &mut *self;
        let mut state = this.clock.state();
        let Some(number) = this.number else {
            // It gives way once, so that whatever can be done without waiting comes first.
            let end = state.now.saturating_add(this.duration);
            let number = state.count;
            state.count += 1;
            state.ends.push((number, end));
            this.number = Some(number);
            cx.waker().wake_by_ref();
            return Poll::Pending;
        };
        let ends = state.ends.iter();
        let first = ends.min_by_key(|(number, end)| (*end, *number)).copied();
        if first.is_some_and(|(first, _)| first != number) && this.gave_way < PATIENCE {
            this.gave_way += 1;
            cx.waker().wake_by_ref();
            return Poll::Pending;
        }
        let end = state.ends.iter().find(|(other, _)| *other == number);
        let end = end.map_or(state.now, |(_, end)| *end);
        state.now = state.now.max(end);
        state.pauses.push(this.duration);
        state.ends.retain(|(other, _)| *other != number);
        Poll::Ready(())
    }
}

impl Drop for Pause {
    fn drop(&mut self) {
        let number = self.number;
        self.clock
            .state()
            .ends
            .retain(|(other, _)| Some(*other) != number);
    }
}

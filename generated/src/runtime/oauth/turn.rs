//! One at a time, for tasks of any runtime.

use std::future::poll_fn;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::task::{Poll, Waker};

/// A turn that one task has while the others wait.
#[derive(Debug, Default)]
pub(super) struct Turn(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    taken: bool,
    waiting: Vec<Waker>,
}

/// The turn, given back when it is dropped.
#[derive(Debug)]
pub(super) struct Taken<'a>(&'a Turn);

impl Turn {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The turn, if nobody has it.
    pub(super) fn try_take(&self) -> Option<Taken<'_>> {
        let mut state = self.state();
        let free = !state.taken;
        state.taken = true;
        free.then(|| Taken(self))
    }

    /// Waits for the turn.
    pub(super) async fn take(&self) -> Taken<'_> {
        poll_fn(|cx| {
            let mut state = self.state();
            if state.taken {
                state.waiting.push(cx.waker().clone());
                return Poll::Pending;
            }
            state.taken = true;
            Poll::Ready(Taken(self))
        })
        .await
    }
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        let waiting = {
            let mut state = self.0.state();
            state.taken = false;
            std::mem::take(&mut state.waiting)
        };
        for waker in waiting {
            waker.wake();
        }
    }
}

//! Requests for code without an async runtime: the feature `blocking`.
//!
//! A client that is waited for starts one thread, which drives its connections and timers until the
//! client and its clones are gone. The waiting thread itself runs the request.

use std::future::Future;
use std::io;
use std::pin::{Pin, pin};
use std::sync::{Arc, OnceLock};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

use futures_core::Stream;
use tokio::runtime::{Builder, Handle};
use tokio::sync::oneshot;

use super::core::Engine;
use super::error::{BuildError, Details, Error};

/// The thread that drives connections, once somebody waits.
#[derive(Debug, Default)]
pub(crate) struct Background(OnceLock<Result<Running, io::ErrorKind>>);

/// It runs until this is dropped.
#[derive(Debug)]
struct Running {
    handle: Handle,
    _stop: oneshot::Sender<()>,
}

impl Background {
    /// Blocks the thread until the future is done.
    pub(crate) fn wait<F: Future>(&self, future: F) -> Result<F::Output, Error> {
        let running = self
            .0
            .get_or_init(|| Running::start().map_err(|error| error.kind()));
        let running = running.as_ref().map_err(|kind| {
            let details = Details::new("the thread that drives connections cannot be started");
            Error::Build(BuildError::new(details.caused_by(io::Error::from(*kind))))
        })?;
        let _entered = running.handle.enter();
        Ok(block_on(future))
    }
}

impl Running {
    fn start() -> io::Result<Self> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let handle = runtime.handle().clone();
        let (stop, stopped) = oneshot::channel::<()>();
        let thread = thread::Builder::new().name("http-client".to_owned());
        thread.spawn(move || {
            // That the sender is gone is the sign.
            let _gone = runtime.block_on(stopped).is_err();
            runtime.shutdown_background();
        })?;
        Ok(Running {
            handle,
            _stop: stop,
        })
    }
}

/// Wakes the waiting thread.
struct Parked(Thread);

impl Wake for Parked {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

fn block_on<F: Future>(future: F) -> F::Output {
    let waker = Waker::from(Arc::new(Parked(thread::current())));
    let mut cx = Context::from_waker(&waker);
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut cx) {
            return output;
        }
        thread::park();
    }
}

/// A stream as an iterator: each step blocks the thread until the next item is there.
///
/// Dropping it gives the rest up.
#[derive(Debug)]
#[must_use = "an iterator does nothing until it is read"]
pub struct Waiting<S> {
    stream: S,
    engine: Arc<Engine>,
}

impl<S> Waiting<S> {
    pub(crate) fn new(stream: S, engine: Arc<Engine>) -> Self {
        Waiting { stream, engine }
    }

    /// The stream itself, to read the rest in async code.
    pub fn into_inner(self) -> S {
        self.stream
    }
}

impl<S, T> Iterator for Waiting<S>
where
    S: Stream<Item = Result<T, Error>> + Unpin,
{
    type Item = Result<T, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let stream = &mut self.stream;
        let next = std::future::poll_fn(|cx| Pin::new(&mut *stream).poll_next(cx));
        match self.engine.background.wait(next) {
            Ok(next) => next,
            Err(error) => Some(Err(error)),
        }
    }
}

//! Answers that come piece by piece.

mod events;
mod lines;
pub(crate) mod sse;

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use futures_core::Stream;

use super::answer::{Answer, Origin, Received};
use super::body::Body;
use super::bounds::{BoxError, BoxFuture};
use super::core::Engine;
use super::error::{ConnectionError, Details, Error, TimeoutError};
use super::transport::{Failure, TransportError};

pub use events::EventStream;
pub use lines::JsonLines;
pub use sse::Event;

/// Gives a stream `next` and `try_next`, so that its user needs no other crate.
macro_rules! awaited {
    ($stream:ident<$($parameter:ident)?> of $item:ty) => {
        impl<$($parameter)?> $stream<$($parameter)?> {
            /// The next one; nothing at the end.
            pub async fn next(&mut self) -> Option<Result<$item, $crate::runtime::Error>> {
                std::future::poll_fn(|cx| {
                    futures_core::Stream::poll_next(std::pin::Pin::new(&mut *self), cx)
                })
                .await
            }

            /// The next one, for a loop with `?`: `while let Some(item) = stream.try_next().await?`
            pub async fn try_next(&mut self) -> Result<Option<$item>, $crate::runtime::Error> {
                self.next().await.transpose()
            }
        }
    };
}
pub(crate) use awaited;

/// The bytes of an answer as they come. Memory holds one piece at a time.
pub struct ByteStream {
    body: Body,
    origin: Arc<Origin>,
    engine: Arc<Engine>,
    attempts: u32,
    idle_timeout: Duration,
    pause: Option<BoxFuture<'static, ()>>,
    ended: bool,
}

awaited!(ByteStream<> of Bytes);

impl ByteStream {
    pub(crate) fn new(answer: Answer) -> Self {
        let body = match answer.body {
            Received::All(bytes) => bytes.into(),
            Received::Stream(body) => body,
        };
        ByteStream {
            body,
            origin: answer.origin,
            engine: answer.engine,
            attempts: answer.attempts,
            idle_timeout: answer.idle_timeout,
            pause: None,
            ended: false,
        }
    }

    /// How many bytes will come, if the server said so.
    pub fn length(&self) -> Option<u64> {
        self.body.length()
    }

    /// All that is still to come, in memory.
    pub async fn collect(mut self) -> Result<Bytes, Error> {
        let mut all = BytesMut::new();
        let Some(first) = self.try_next().await? else {
            return Ok(Bytes::new());
        };
        while let Some(chunk) = self.try_next().await? {
            if all.is_empty() {
                all.extend_from_slice(&first);
            }
            all.extend_from_slice(&chunk);
        }
        Ok(if all.is_empty() { first } else { all.freeze() })
    }

    pub(crate) fn details(&self, message: impl Into<String>) -> Details {
        Details {
            method: Some(self.origin.method.clone()),
            url: Some(self.origin.url.clone()),
            attempts: self.attempts,
            ..Details::new(message)
        }
    }

    pub(crate) fn origin(&self) -> &Origin {
        &self.origin
    }

    pub(crate) fn engine(&self) -> &Engine {
        &self.engine
    }

    fn failed(&self, error: BoxError) -> Error {
        let (failure, source) = match error.downcast::<TransportError>() {
            Ok(error) => (error.failure(), error.into_source()),
            Err(other) => (Failure::Exchange, other),
        };
        let message = match failure {
            Failure::Timeout => "the rest of the answer did not come in time",
            _ => "the connection broke in the middle of the answer",
        };
        let details = self.details(message).caused_by(source);
        match failure {
            Failure::Timeout => Error::Timeout(TimeoutError::new(details)),
            _ => Error::Connection(ConnectionError::new(details)),
        }
    }
}

impl Stream for ByteStream {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        if this.ended {
            return Poll::Ready(None);
        }
        match Pin::new(&mut this.body).poll_next(cx) {
            Poll::Ready(next) => {
                this.pause = None;
                this.ended = !matches!(next, Some(Ok(_)));
                Poll::Ready(next.map(|chunk| chunk.map_err(|error| this.failed(error))))
            }
            Poll::Pending => {
                let idle = this.idle_timeout;
                let engine = &this.engine;
                let pause = this
                    .pause
                    .get_or_insert_with(|| engine.transport.sleep(idle));
                if pause.as_mut().poll(cx).is_pending() {
                    return Poll::Pending;
                }
                this.ended = true;
                let details = this.details(format!("the answer said nothing for {idle:?}"));
                Poll::Ready(Some(Err(Error::Timeout(TimeoutError::new(details)))))
            }
        }
    }
}

impl fmt::Debug for ByteStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ByteStream").field(&self.body).finish()
    }
}

/// What came of a body before it ended, broke, or grew too large.
pub(crate) struct Collected {
    pub(crate) bytes: Bytes,
    pub(crate) end: End,
}

/// How reading a body ended.
pub(crate) enum End {
    Complete,
    TooLarge,
    Broken(BoxError),
}

/// A body in memory, at most `most` bytes of it. One piece is not copied.
pub(crate) async fn collect(mut body: Body, most: usize) -> Collected {
    let expected = body.length();
    let mut first = Bytes::new();
    let mut all = BytesMut::new();
    let mut count: u64 = 0;
    let end = loop {
        let chunk = match poll_fn(|cx| Pin::new(&mut body).poll_next(cx)).await {
            None if expected.is_some_and(|length| count < length) => {
                break End::Broken("the body is shorter than announced".into());
            }
            None => break End::Complete,
            Some(Err(error)) => break End::Broken(error),
            Some(Ok(chunk)) => chunk,
        };
        count += chunk.len() as u64;
        if count > most as u64 {
            break End::TooLarge;
        }
        if all.is_empty() && first.is_empty() {
            first = chunk;
            continue;
        }
        if all.is_empty() {
            // An announced length is no reason to reserve gigabytes.
            let announced = expected.and_then(|length| usize::try_from(length).ok());
            all.reserve(
                announced
                    .unwrap_or(0)
                    .min(1 << 20)
                    .max(first.len() + chunk.len()),
            );
            all.extend_from_slice(&first);
        }
        all.extend_from_slice(&chunk);
    };
    let bytes = if all.is_empty() { first } else { all.freeze() };
    Collected { bytes, end }
}

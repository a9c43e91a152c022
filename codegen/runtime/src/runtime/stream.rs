//! Answers that come piece by piece.

mod events;
mod lines;
mod reconnect;
pub(crate) mod sse;

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use http::{HeaderMap, StatusCode};

use super::answer::{Answer, Origin, Received};
use super::body::Body;
use super::bounds::{BoxError, BoxFuture};
use super::call::Call;
use super::core::Engine;
use super::error::{ApiError, ConnectionError, Details, Error, TimeoutError, TooLargeError};
use super::request::{Decode, Sending};
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

            /// The same as an iterator, for code without an async runtime. Each step blocks the
            /// thread until the next one is there.
            #[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
            pub fn wait(self) -> $crate::runtime::Waiting<Self> {
                let engine = std::sync::Arc::clone(self.engine());
                $crate::runtime::Waiting::new(self, engine)
            }
        }
    };
}
pub(crate) use awaited;

/// The bytes of an answer as they come. Memory holds one piece at a time.
pub struct ByteStream {
    body: Body,
    status: StatusCode,
    headers: HeaderMap,
    origin: Arc<Origin>,
    attempts: u32,
    /// The call once more, to go on where this stream ends.
    again: Option<Call>,
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
            status: answer.status,
            headers: answer.headers,
            origin: answer.origin,
            attempts: answer.attempts,
            again: answer.again,
            pause: None,
            ended: false,
        }
    }

    /// How many bytes will come, if the server said so.
    pub fn length(&self) -> Option<u64> {
        self.body.length()
    }

    /// All that is still to come, in memory. More than the largest body that the client keeps
    /// ([`RequestOptions::max_body`](super::RequestOptions::max_body)) is [`Error::TooLarge`].
    pub fn collect(self) -> Sending<Bytes> {
        self.whole(Answer::into_bytes)
    }

    /// The value of all that is still to come, in memory.
    pub(crate) fn whole<T>(mut self, decode: Decode<T>) -> Sending<T> {
        let engine = Arc::clone(&self.origin.engine);
        let answer = Box::pin(async move {
            let bytes = self.read_to_end().await?;
            Ok(Answer {
                status: self.status,
                headers: self.headers,
                body: Received::All(bytes),
                origin: self.origin,
                attempts: self.attempts,
                again: None,
            })
        });
        Sending::new(answer, engine, decode)
    }

    async fn read_to_end(&mut self) -> Result<Bytes, Error> {
        let most = self.origin.largest_body;
        let mut all = Gathered::default();
        while let Some(chunk) = self.try_next().await? {
            if all.length() + chunk.len() > most {
                let details = self.details(format!("the answer is larger than {most} bytes"));
                return Err(Error::TooLarge(TooLargeError::new(details)));
            }
            all.push(chunk, self.length());
        }
        Ok(all.finish())
    }

    pub(crate) fn details(&self, message: impl Into<String>) -> Details {
        Details {
            method: Some(self.origin.method.clone()),
            url: Some(self.origin.url().to_owned()),
            attempts: self.attempts,
            ..Details::new(message).answered(self.status, self.headers.clone())
        }
    }

    /// What the server says in the midst of its answer, where that is an error.
    pub(crate) fn api_error(&self, body: impl Into<Bytes>) -> Error {
        let headers = self.headers.clone();
        let mut error = ApiError::new(&self.origin, self.status, headers, body.into());
        error.set_attempts(self.attempts);
        Error::Api(error)
    }

    pub(crate) fn origin(&self) -> &Origin {
        &self.origin
    }

    pub(crate) fn engine(&self) -> &Arc<Engine> {
        &self.origin.engine
    }

    pub(crate) fn take_again(&mut self) -> Option<Call> {
        self.again.take()
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
                let idle = this.origin.idle_timeout;
                let engine = &this.origin.engine;
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

/// A body in memory, at most `most` bytes of it.
pub(crate) async fn collect(body: Body, most: usize) -> Collected {
    let (bytes, end) = match body.into_bytes() {
        Ok(bytes) if bytes.len() > most => (bytes.slice(..most), End::TooLarge),
        Ok(bytes) => (bytes, End::Complete),
        // Most bodies are there with their headers: the others make room for themselves.
        Err(mut body) => {
            Box::pin(async move {
                let expected = body.length();
                let mut all = Gathered::default();
                let end = poll_fn(|cx| gather(&mut body, cx, most, expected, &mut all)).await;
                (all.finish(), end)
            })
            .await
        }
    };
    Collected { bytes, end }
}

fn gather(
    body: &mut Body,
    cx: &mut Context<'_>,
    most: usize,
    expected: Option<u64>,
    all: &mut Gathered,
) -> Poll<End> {
    loop {
        let length = all.length();
        let chunk = match ready!(Pin::new(&mut *body).poll_next(cx)) {
            None if expected.is_some_and(|all| (length as u64) < all) => {
                let error = "the body is shorter than announced".into();
                return Poll::Ready(End::Broken(error));
            }
            None => return Poll::Ready(End::Complete),
            Some(Err(error)) => return Poll::Ready(End::Broken(error)),
            Some(Ok(chunk)) => chunk,
        };
        if length + chunk.len() > most {
            all.push(chunk.slice(..most - length), expected);
            return Poll::Ready(End::TooLarge);
        }
        all.push(chunk, expected);
    }
}

/// Chunks that become one. A single one is not copied.
#[derive(Default)]
struct Gathered {
    first: Bytes,
    all: BytesMut,
}

impl Gathered {
    fn length(&self) -> usize {
        self.first.len() + self.all.len()
    }

    fn push(&mut self, chunk: Bytes, announced: Option<u64>) {
        if self.length() == 0 {
            self.first = chunk;
            return;
        }
        if self.all.is_empty() {
            // An announced length is no reason to reserve gigabytes.
            let announced = announced.and_then(|length| usize::try_from(length).ok());
            let known = self.first.len() + chunk.len();
            self.all
                .reserve(announced.unwrap_or(0).min(1 << 20).max(known));
            self.all.extend_from_slice(&std::mem::take(&mut self.first));
        }
        self.all.extend_from_slice(&chunk);
    }

    fn finish(self) -> Bytes {
        if self.all.is_empty() {
            self.first
        } else {
            self.all.freeze()
        }
    }
}

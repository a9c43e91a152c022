//! What a request or an answer carries.

#[cfg(all(feature = "reqwest", not(target_arch = "wasm32")))]
mod file;
mod measured;
mod progress;

use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;

use super::bounds::{BoxError, BoxStream, MaybeSend, MaybeSync};
use measured::measured;

pub use progress::UploadProgress;
pub(crate) use progress::Watcher;

/// Bytes that are there already, or that come as a stream.
///
/// It is made from strings and byte strings with `into()`, and from streams with [`Body::stream`],
/// [`Body::stream_of`] and [`Body::replayable`]; `Body::file` reads a file while it is sent. It is itself a [`Stream`] of its chunks.
pub struct Body {
    kind: Kind,
    length: Option<u64>,
}

type Chunks = BoxStream<Result<Bytes, BoxError>>;

/// A stream that nobody reads through a shared reference, so that what holds it can be shared.
type Shared = Mutex<Chunks>;

#[cfg(not(target_arch = "wasm32"))]
type MakeChunks = dyn Fn() -> Chunks + Send + Sync;
#[cfg(target_arch = "wasm32")]
type MakeChunks = dyn Fn() -> Chunks;

enum Kind {
    Empty,
    Bytes(Bytes),
    Stream(Shared),
    Replayable(Arc<MakeChunks>, Option<Shared>),
}

impl Body {
    /// Nothing.
    pub const fn empty() -> Self {
        Body {
            kind: Kind::Empty,
            length: Some(0),
        }
    }

    /// Chunks of unknown total length. They can be sent once: such a request is never repeated.
    pub fn stream<S, E>(chunks: S) -> Self
    where
        S: Stream<Item = Result<Bytes, E>> + MaybeSend + 'static,
        E: Into<BoxError>,
    {
        Body::once(None, chunks)
    }

    /// Chunks that are `length` bytes together. They can be sent once.
    ///
    /// If they are more or fewer in the end, the request breaks off with an error and is not tried
    /// again. To know that, the last of them is sent when the stream has ended.
    pub fn stream_of<S, E>(length: u64, chunks: S) -> Self
    where
        S: Stream<Item = Result<Bytes, E>> + MaybeSend + 'static,
        E: Into<BoxError>,
    {
        Body::once(Some(length), chunks)
    }

    fn once<S, E>(length: Option<u64>, chunks: S) -> Self
    where
        S: Stream<Item = Result<Bytes, E>> + MaybeSend + 'static,
        E: Into<BoxError>,
    {
        let chunks = measured(length, Box::pin(Boxed(Box::pin(chunks))));
        let kind = Kind::Stream(Mutex::new(chunks));
        Body { kind, length }
    }

    /// Chunks as they are.
    #[cfg(all(
        feature = "reqwest",
        any(not(target_arch = "wasm32"), target_os = "unknown")
    ))]
    pub(crate) fn of_chunks(length: Option<u64>, chunks: Chunks) -> Self {
        let kind = Kind::Stream(Mutex::new(chunks));
        Body { kind, length }
    }

    /// Chunks that `make` can produce again, so that the request can be repeated. A `length` has to
    /// be theirs, as with [`stream_of`](Self::stream_of).
    pub fn replayable<F, S, E>(length: Option<u64>, make: F) -> Self
    where
        F: Fn() -> S + MaybeSend + MaybeSync + 'static,
        S: Stream<Item = Result<Bytes, E>> + MaybeSend + 'static,
        E: Into<BoxError>,
    {
        let make = move || -> Chunks { measured(length, Box::pin(Boxed(Box::pin(make())))) };
        Body {
            kind: Kind::Replayable(Arc::new(make), None),
            length,
        }
    }

    /// How many bytes it is, if that is known.
    pub fn length(&self) -> Option<u64> {
        self.length
    }

    /// Whether it is known to hold nothing.
    pub fn is_empty(&self) -> bool {
        self.length == Some(0)
    }

    /// The bytes, if they are all there already.
    pub fn as_bytes(&self) -> Option<&[u8]> {
        match &self.kind {
            Kind::Empty => Some(&[]),
            Kind::Bytes(bytes) => Some(bytes),
            Kind::Stream(_) | Kind::Replayable(..) => None,
        }
    }

    /// The bytes if they are all there already, else the body back.
    pub fn into_bytes(self) -> Result<Bytes, Body> {
        match self.kind {
            Kind::Empty => Ok(Bytes::new()),
            Kind::Bytes(bytes) => Ok(bytes),
            Kind::Stream(_) | Kind::Replayable(..) => Err(self),
        }
    }

    /// The same body once more, unless it is a stream that can be read once.
    pub fn try_clone(&self) -> Option<Body> {
        let kind = match &self.kind {
            Kind::Empty => Kind::Empty,
            Kind::Bytes(bytes) => Kind::Bytes(bytes.clone()),
            Kind::Replayable(make, _) => Kind::Replayable(Arc::clone(make), None),
            Kind::Stream(_) => return None,
        };
        Some(Body {
            kind,
            length: self.length,
        })
    }
}

impl Default for Body {
    fn default() -> Self {
        Body::empty()
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.length {
            Some(length) => write!(f, "Body({length} bytes)"),
            None => f.write_str("Body(stream)"),
        }
    }
}

impl From<Bytes> for Body {
    fn from(bytes: Bytes) -> Self {
        let length = Some(bytes.len() as u64);
        let kind = Kind::Bytes(bytes);
        Body { kind, length }
    }
}

impl From<Vec<u8>> for Body {
    fn from(bytes: Vec<u8>) -> Self {
        Bytes::from(bytes).into()
    }
}

impl From<String> for Body {
    fn from(text: String) -> Self {
        Bytes::from(text).into()
    }
}

impl From<&str> for Body {
    fn from(text: &str) -> Self {
        Bytes::copy_from_slice(text.as_bytes()).into()
    }
}

impl From<&[u8]> for Body {
    fn from(bytes: &[u8]) -> Self {
        Bytes::copy_from_slice(bytes).into()
    }
}

impl<const N: usize> From<&[u8; N]> for Body {
    fn from(bytes: &[u8; N]) -> Self {
        bytes.as_slice().into()
    }
}

impl Stream for Body {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match &mut self.kind {
            Kind::Empty => Poll::Ready(None),
            Kind::Bytes(bytes) => {
                let bytes = std::mem::take(bytes);
                self.kind = Kind::Empty;
                Poll::Ready((!bytes.is_empty()).then_some(Ok(bytes)))
            }
            Kind::Stream(chunks) => poll_chunks(chunks, cx),
            Kind::Replayable(make, running) => {
                poll_chunks(running.get_or_insert_with(|| Mutex::new(make())), cx)
            }
        }
    }
}

fn poll_chunks(chunks: &mut Shared, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, BoxError>>> {
    let chunks = chunks.get_mut().unwrap_or_else(PoisonError::into_inner);
    chunks.as_mut().poll_next(cx)
}

/// A stream of ours from a stream of theirs.
struct Boxed<S>(Pin<Box<S>>);

impl<S, E> Stream for Boxed<S>
where
    S: Stream<Item = Result<Bytes, E>>,
    E: Into<BoxError>,
{
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let next = self.0.as_mut().poll_next(cx);
        next.map(|item| item.map(|chunk| chunk.map_err(Into::into)))
    }
}

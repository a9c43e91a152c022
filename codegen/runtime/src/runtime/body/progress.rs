//! Bodies that tell how far they are sent.

use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;

use super::{Body, Chunks, Kind};
use crate::runtime::bounds::BoxError;

/// How much is handed on at once of what is there already.
const PIECE: usize = 64 << 10;

#[cfg(not(target_arch = "wasm32"))]
type Call = dyn Fn(UploadProgress) + Send + Sync;
#[cfg(target_arch = "wasm32")]
type Call = dyn Fn(UploadProgress);

/// Who wants to know how far an upload is.
#[derive(Clone)]
pub(crate) struct Watcher(pub(crate) Arc<Call>);

/// How far the body of a request is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UploadProgress {
    /// How many bytes were handed to the connection. It begins at 0 again when a request is
    /// repeated.
    pub sent: u64,
    /// How many bytes it is all together, if that is known.
    pub total: Option<u64>,
}

impl fmt::Debug for Watcher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Watcher")
    }
}

impl Body {
    /// The same body, telling a watcher of each piece.
    pub(crate) fn watched(self, watcher: Watcher) -> Body {
        let length = self.length;
        if self.is_empty() {
            return self;
        }
        let kind = if self.try_clone().is_none() {
            Kind::Stream(Mutex::new(watch(self, &watcher)))
        } else {
            // It is never read itself, but cloned for each sending.
            let template = Mutex::new(self);
            let make = move || {
                let template = template.lock().unwrap_or_else(PoisonError::into_inner);
                watch(template.try_clone().unwrap_or_default(), &watcher)
            };
            Kind::Replayable(Arc::new(make), None)
        };
        Body { kind, length }
    }
}

fn watch(body: Body, watcher: &Watcher) -> Chunks {
    Box::pin(Watched {
        progress: UploadProgress {
            sent: 0,
            total: body.length(),
        },
        body,
        rest: Bytes::new(),
        watcher: watcher.clone(),
    })
}

struct Watched {
    body: Body,
    /// What came in one piece and goes on in smaller ones.
    rest: Bytes,
    progress: UploadProgress,
    watcher: Watcher,
}

impl Stream for Watched {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        if this.rest.is_empty() {
            match std::task::ready!(Pin::new(&mut this.body).poll_next(cx)) {
                Some(Ok(chunk)) => this.rest = chunk,
                other => return Poll::Ready(other),
            }
        }
        let piece = this.rest.split_to(this.rest.len().min(PIECE));
        this.progress.sent += piece.len() as u64;
        (this.watcher.0)(this.progress);
        Poll::Ready(Some(Ok(piece)))
    }
}

//! Chunks that have to be as long together as was announced.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;

use super::Chunks;
use crate::runtime::bounds::BoxError;

/// The same chunks, of which the last is kept back until it is sure to be the last: a server that
/// has got all that was announced takes the request for whole.
pub(super) fn measured(length: Option<u64>, chunks: Chunks) -> Chunks {
    match length {
        None => chunks,
        Some(length) => Box::pin(Measured {
            length,
            left: length,
            chunks,
            last: None,
            ended: false,
        }),
    }
}

struct Measured {
    /// What was announced.
    length: u64,
    /// What is still to come of it.
    left: u64,
    chunks: Chunks,
    last: Option<Bytes>,
    ended: bool,
}

impl Stream for Measured {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        while !this.ended {
            let next = ready!(this.chunks.as_mut().poll_next(cx));
            let error = match next {
                Some(Ok(chunk)) => match this.left.checked_sub(chunk.len() as u64) {
                    Some(0) if !chunk.is_empty() => {
                        this.left = 0;
                        this.last = Some(chunk);
                        continue;
                    }
                    Some(_) if chunk.is_empty() => continue,
                    Some(left) => {
                        this.left = left;
                        return Poll::Ready(Some(Ok(chunk)));
                    }
                    None => format!("it is longer than the {} bytes announced", this.length).into(),
                },
                Some(Err(error)) => error,
                None if this.left > 0 => {
                    let (left, length) = (this.left, this.length);
                    format!("it is {left} bytes shorter than the {length} announced").into()
                }
                None => {
                    this.ended = true;
                    break;
                }
            };
            this.ended = true;
            this.last = None;
            return Poll::Ready(Some(Err(error)));
        }
        Poll::Ready(this.last.take().map(Ok))
    }
}

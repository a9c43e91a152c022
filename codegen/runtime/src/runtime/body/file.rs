//! Bodies that are read from disk while they are sent.

use std::io;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use tokio::io::{AsyncRead, ReadBuf};

use super::Body;
use crate::runtime::bounds::BoxFuture;

/// How much is read at once.
const PIECE: usize = 64 << 10;

impl Body {
    /// A file on disk, read in pieces of 64 KiB while it is sent, and again if the request is
    /// repeated. Its length is looked up now, which fails if there is no such file; if it is another
    /// one while the file is sent, or the file is gone, the request breaks off with an error.
    ///
    /// It is read on the threads of tokio's runtime.
    pub fn file(path: impl AsRef<Path>) -> io::Result<Body> {
        let path = path.as_ref().to_owned();
        let metadata = std::fs::metadata(&path)?;
        let length = metadata.is_file().then_some(metadata.len());
        Ok(Body::replayable(length, move || Pieces::of(path.clone())))
    }
}

struct Pieces {
    state: State,
    buffer: BytesMut,
}

enum State {
    Opening(BoxFuture<'static, io::Result<tokio::fs::File>>),
    Reading(tokio::fs::File),
}

impl Pieces {
    fn of(path: PathBuf) -> Self {
        Pieces {
            state: State::Opening(Box::pin(tokio::fs::File::open(path))),
            buffer: BytesMut::new(),
        }
    }
}

impl Stream for Pieces {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        loop {
            match &mut this.state {
                State::Opening(opening) => {
                    let file = ready!(opening.as_mut().poll(cx))?;
                    this.state = State::Reading(file);
                }
                State::Reading(file) => {
                    this.buffer.resize(PIECE, 0);
                    let mut buffer = ReadBuf::new(&mut this.buffer);
                    ready!(Pin::new(file).poll_read(cx, &mut buffer))?;
                    let read = buffer.filled().len();
                    let piece = this.buffer.split_to(read).freeze();
                    return Poll::Ready((!piece.is_empty()).then_some(Ok(piece)));
                }
            }
        }
    }
}

//! JSON documents, one a line, as a stream of values.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::{Buf, Bytes, BytesMut};
use futures_core::Stream;
use serde::de::DeserializeOwned;

use super::{ByteStream, awaited};
use crate::runtime::error::{DecodeError, Details, Error, TooLargeError, excerpt};
use crate::runtime::json::{self, Fault};

/// JSON documents, one a line (also RFC 7464's sequences), each as a value.
///
/// A line that does not decode is an error, and the stream goes on. A line may be as long as the
/// largest body that the client keeps ([`RequestOptions::max_body`](crate::runtime::RequestOptions::max_body)).
pub struct JsonLines<T> {
    bytes: ByteStream,
    buffer: BytesMut,
    /// How much of the buffer is known to have no end of a line.
    searched: usize,
    decode: fn(&[u8]) -> Result<T, Fault>,
    ended: bool,
}

awaited!(JsonLines<T> of T);

impl<T: DeserializeOwned> JsonLines<T> {
    pub(crate) fn new(bytes: ByteStream) -> Self {
        JsonLines {
            bytes,
            buffer: BytesMut::new(),
            searched: 0,
            decode: json::from_slice,
            ended: false,
        }
    }
}

impl<T> JsonLines<T> {
    #[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
    fn engine(&self) -> &std::sync::Arc<crate::runtime::core::Engine> {
        self.bytes.engine()
    }

    /// The next line that is not blank; at the end, what is left.
    fn line(&mut self) -> Option<Bytes> {
        loop {
            let unseen = &self.buffer[self.searched..];
            let line = match unseen
                .iter()
                .position(|byte| matches!(byte, b'\n' | b'\x1e'))
            {
                Some(end) => {
                    let line = self.buffer.split_to(self.searched + end);
                    self.buffer.advance(1);
                    line
                }
                None if self.ended && !self.buffer.is_empty() => self.buffer.split(),
                None => {
                    self.searched = self.buffer.len();
                    return None;
                }
            };
            self.searched = 0;
            if !line.trim_ascii().is_empty() && *line != *b"\xef\xbb\xbf" {
                return Some(line.freeze());
            }
        }
    }

    /// Nothing comes any more.
    fn stop(&mut self) {
        self.buffer.clear();
        self.searched = 0;
        self.ended = true;
    }

    fn decode(&self, line: &[u8]) -> Result<T, Error> {
        (self.decode)(line).map_err(|fault| {
            let redaction = &self.bytes.origin().redaction;
            Error::Decode(DecodeError::new(Details {
                path: Some(fault.path().to_owned()).filter(|path| !path.is_empty()),
                excerpt: Some(excerpt(line, redaction)),
                ..self.bytes.details(format!(
                    "a line is not as documented: {}",
                    fault.told(redaction)
                ))
            }))
        })
    }
}

impl<T> Stream for JsonLines<T> {
    type Item = Result<T, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        loop {
            let most = this.bytes.origin().largest_body;
            match this.line() {
                Some(line) if line.len() <= most => {
                    return Poll::Ready(Some(this.decode(&line)));
                }
                None if this.buffer.len() <= most => {}
                Some(_) | None => {
                    this.stop();
                    let details = this
                        .bytes
                        .details(format!("a line is longer than {most} bytes"));
                    return Poll::Ready(Some(Err(Error::TooLarge(TooLargeError::new(details)))));
                }
            }
            if this.ended {
                return Poll::Ready(None);
            }
            match ready!(Pin::new(&mut this.bytes).poll_next(cx)) {
                Some(Ok(piece)) => this.buffer.extend_from_slice(&piece),
                Some(Err(error)) => {
                    // A line that was cut off is no document.
                    this.stop();
                    return Poll::Ready(Some(Err(error)));
                }
                None => this.ended = true,
            }
        }
    }
}

impl<T> fmt::Debug for JsonLines<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("JsonLines").field(&self.bytes).finish()
    }
}

//! Server-sent events as a stream of values.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use futures_core::Stream;
use serde::de::DeserializeOwned;

use super::reconnect::Reconnect;
use super::sse::{Event, Parser};
use super::{ByteStream, awaited};
use crate::runtime::error::{DecodeError, Details, Error, TooLargeError, excerpt};
use crate::runtime::json;

/// Server-sent events, each as a value.
///
/// It ends with the answer, or with an event whose data is `[DONE]`. An event of type `error` is an
/// [`Error::Api`]; an event that does not decode is an error as well, and the stream goes on. An
/// event may be as large as the largest body that the client keeps
/// ([`RequestOptions::max_body`](crate::runtime::RequestOptions::max_body)).
///
/// With [`RequestOptions::reconnect`](crate::runtime::RequestOptions::reconnect) a stream that
/// breaks or ends is asked for again from its last event on.
pub struct EventStream<T> {
    bytes: ByteStream,
    parser: Parser,
    decode: fn(Event, &ByteStream) -> Option<Result<T, Error>>,
    reconnect: Option<Reconnect>,
    ended: bool,
}

awaited!(EventStream<T> of T);

impl EventStream<Event> {
    pub(crate) fn raw(bytes: ByteStream) -> Self {
        EventStream::new(bytes, |event, _| Some(Ok(event)))
    }
}

impl<T: DeserializeOwned> EventStream<T> {
    pub(crate) fn json(bytes: ByteStream) -> Self {
        EventStream::new(bytes, |event, bytes| {
            if event.event == "error" {
                return Some(Err(bytes.api_error(event.data)));
            }
            if event.data.is_empty() {
                return None;
            }
            let decoded = json::from_slice(event.data.as_bytes());
            Some(decoded.map_err(|fault| undecodable(event, &fault, bytes)))
        })
    }
}

impl<T> EventStream<T> {
    fn new(bytes: ByteStream, decode: fn(Event, &ByteStream) -> Option<Result<T, Error>>) -> Self {
        let mut bytes = bytes;
        EventStream {
            reconnect: bytes.take_again().map(Reconnect::new),
            bytes,
            parser: Parser::default(),
            decode,
            ended: false,
        }
    }

    #[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
    fn engine(&self) -> &std::sync::Arc<crate::runtime::core::Engine> {
        self.bytes.engine()
    }

    /// The id of the last event, to go on from there (`Last-Event-ID`).
    pub fn last_event_id(&self) -> &str {
        self.parser.last_id()
    }

    /// How long the server asks to wait before connecting again.
    pub fn retry(&self) -> Option<Duration> {
        self.parser.retry().map(Duration::from_millis)
    }
}

impl<T> Stream for EventStream<T> {
    type Item = Result<T, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        loop {
            if this.ended {
                return Poll::Ready(None);
            }
            while let Some(event) = this.parser.next() {
                if event.data == "[DONE]" {
                    this.ended = true;
                    return Poll::Ready(None);
                }
                if let Some(reconnect) = &mut this.reconnect {
                    reconnect.went_well();
                }
                if let Some(decoded) = (this.decode)(event, &this.bytes) {
                    return Poll::Ready(Some(decoded));
                }
            }
            let most = this.bytes.origin().largest_body;
            if this.parser.waiting() > most {
                this.ended = true;
                let details = this
                    .bytes
                    .details(format!("an event is larger than {most} bytes"));
                return Poll::Ready(Some(Err(Error::TooLarge(TooLargeError::new(details)))));
            }
            if let Some(reconnect) = &mut this.reconnect
                && reconnect.is_busy()
            {
                match ready!(reconnect.poll(cx, &this.bytes, &this.parser)) {
                    Ok(Some(bytes)) => {
                        this.bytes = bytes;
                        this.parser.restart();
                    }
                    Ok(None) => this.ended = true,
                    Err(error) => {
                        this.ended = true;
                        return Poll::Ready(Some(Err(error)));
                    }
                }
                continue;
            }
            let end = match ready!(Pin::new(&mut this.bytes).poll_next(cx)) {
                Some(Ok(piece)) => {
                    this.parser.feed(&piece);
                    continue;
                }
                Some(Err(error)) => Some(error),
                None => None,
            };
            if let Some(reconnect) = &mut this.reconnect
                && reconnect.start(&this.bytes, this.parser.retry())
            {
                continue;
            }
            this.ended = true;
            if let Some(error) = end {
                return Poll::Ready(Some(Err(error)));
            }
        }
    }
}

impl<T> fmt::Debug for EventStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("EventStream").field(&self.bytes).finish()
    }
}

/// An event that is none of the documented ones may be the server's way to report an error.
fn undecodable(event: Event, fault: &json::Fault, bytes: &ByteStream) -> Error {
    let error: Option<serde_json::Value> = serde_json::from_str(&event.data).ok();
    if error.is_some_and(|error| error.get("error").is_some_and(|error| !error.is_null())) {
        return bytes.api_error(event.data);
    }
    let redaction = &bytes.origin().redaction;
    Error::Decode(DecodeError::new(Details {
        path: Some(fault.path().to_owned()).filter(|path| !path.is_empty()),
        excerpt: Some(excerpt(event.data.as_bytes(), redaction)),
        ..bytes.details(format!(
            "an event is not as documented: {}",
            fault.told(redaction)
        ))
    }))
}

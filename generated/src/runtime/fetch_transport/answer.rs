//! What `fetch` answers.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode};
use js_sys::{Array, Reflect, Uint8Array};
use url::Url;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Headers, ReadableStream, ReadableStreamDefaultReader};

use super::fault::Fault;
use super::host::Abort;
use crate::runtime::body::Body;
use crate::runtime::bounds::BoxError;
use crate::runtime::transport::{Failure, TransportError};

/// The answer, whose body comes as it is read.
pub(super) fn response(
    answer: &web_sys::Response,
    mut abort: Abort,
    url: Url,
) -> Result<Response<Body>, TransportError> {
    let status = StatusCode::from_u16(answer.status());
    let status = status.map_err(|error| TransportError::new(Failure::Exchange, error))?;
    let body = if let Some(stream) = answer.body() {
        Body::of_chunks(None, Box::pin(Chunks::of(&stream, abort, url)?))
    } else {
        abort.finish();
        Body::empty()
    };
    let mut response = Response::new(body);
    *response.status_mut() = status;
    *response.headers_mut() = headers(&answer.headers());
    Ok(response)
}

/// The headers that the host shows. One that is none for us is left out.
fn headers(given: &Headers) -> HeaderMap {
    let entries = given.entries();
    let entries = entries.into_iter().filter_map(|entry| {
        let entry: Array = entry.ok()?.dyn_into().ok()?;
        let name: HeaderName = entry.get(0).as_string()?.parse().ok()?;
        // Each character is a byte.
        let value = entry.get(1).as_string()?;
        let value: Result<Vec<u8>, _> = value.chars().map(u8::try_from).collect();
        let value = HeaderValue::from_maybe_shared(Bytes::from(value.ok()?)).ok()?;
        Some((name, value))
    });
    let mut headers = HeaderMap::new();
    for (name, value) in entries {
        headers.append(name, value);
    }
    headers
}

/// The pieces of a body. Dropped before their end, the request is aborted.
struct Chunks {
    reader: ReadableStreamDefaultReader,
    reading: Option<JsFuture>,
    abort: Abort,
    url: Url,
}

impl Chunks {
    fn of(stream: &ReadableStream, abort: Abort, url: Url) -> Result<Self, TransportError> {
        let reader = ReadableStreamDefaultReader::new(stream)
            .map_err(|thrown| Fault::thrown(&thrown, &url).failed())?;
        Ok(Chunks {
            reader,
            reading: None,
            abort,
            url,
        })
    }
}

impl Stream for Chunks {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        let reading = this
            .reading
            .get_or_insert_with(|| this.reader.read().into());
        let read = ready!(Pin::new(reading).poll(cx));
        this.reading = None;
        let piece = match read {
            Ok(read) => piece(&read).map(Ok),
            Err(thrown) => {
                let error: BoxError = Fault::thrown(&thrown, &this.url).failed().into();
                Some(Err(error))
            }
        };
        if piece.is_none() {
            this.abort.finish();
        }
        Poll::Ready(piece)
    }
}

/// What was read, nothing at the end.
fn piece(read: &JsValue) -> Option<Bytes> {
    let member = |key: &str| Reflect::get(read, &key.into()).unwrap_or_default();
    if member("done").is_truthy() {
        return None;
    }
    let value = member("value");
    // What is a list of bytes of another kind, or comes from another realm, is copied into one.
    let bytes = value
        .dyn_into::<Uint8Array>()
        .unwrap_or_else(|value| Uint8Array::new(&value));
    Some(bytes.to_vec().into())
}

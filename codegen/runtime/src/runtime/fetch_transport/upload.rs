//! What a request carries, as `fetch` takes it.

use std::future::poll_fn;
use std::pin::Pin;

use futures_core::Stream as _;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;
use web_sys::Blob;

use crate::runtime::body::Body;
use crate::runtime::transport::{Failure, TransportError};

/// The body for `fetch`, nothing if it is empty.
///
/// A stream is gathered: to send it while it comes is not what every browser can do, and those that can only do so by
/// HTTP/2. Its pieces are kept by the host, outside of the program's memory.
pub(super) async fn body(body: Body, most: u64) -> Result<Option<JsValue>, TransportError> {
    if body.is_empty() {
        return Ok(None);
    }
    let mut body = match body.into_bytes() {
        Ok(bytes) => return Ok(Some(Uint8Array::from(bytes.as_ref()).into())),
        Err(body) => body,
    };
    let announced = body.length();
    if announced.is_some_and(|length| length > most) {
        return Err(too_large(most));
    }
    let pieces = Array::new();
    let mut length = 0;
    while let Some(piece) = poll_fn(|cx| Pin::new(&mut body).poll_next(cx)).await {
        let piece = piece.map_err(unsendable)?;
        length += piece.len() as u64;
        if length > most {
            return Err(too_large(most));
        }
        pieces.push(&Uint8Array::from(piece.as_ref()));
    }
    if let Some(announced) = announced.filter(|&announced| announced != length) {
        let message = format!("the body is {length} bytes and not {announced}");
        return Err(unsendable(message));
    }
    match Blob::new_with_u8_array_sequence(&pieces) {
        Ok(all) => Ok(Some(all.into())),
        Err(_) => Err(unsendable("the host cannot hold the body")),
    }
}

fn too_large(most: u64) -> TransportError {
    unsendable(format!(
        "`fetch` sends no streams, and the body is larger than the {most} bytes that are gathered for it: raise \
         `FetchTransport::gathering`"
    ))
}

fn unsendable(error: impl Into<crate::runtime::BoxError>) -> TransportError {
    TransportError::new(Failure::Request, error)
}

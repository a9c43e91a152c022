//! How parts become one body.

use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::{Bytes, BytesMut};
use futures_core::Stream;

use super::Part;
use crate::runtime::body::Body;
use crate::runtime::bounds::BoxError;

/// All parts between their boundaries. It is one piece in memory if all parts are, and can be sent
/// again if all parts can.
pub(super) fn body(parts: Vec<Part>, content_type: &str) -> Result<(Body, String), String> {
    let boundary = boundary();
    let content_type = format!("{content_type}; boundary={boundary}");
    let mut pieces = Vec::with_capacity(parts.len() * 2 + 1);
    for part in parts {
        let head = head(&part, &boundary)?;
        pieces.push(Body::from(head));
        pieces.push(part.content.body);
        pieces.push(Body::from("\r\n"));
    }
    pieces.push(Body::from(format!("--{boundary}--\r\n")));
    Ok((join(pieces), content_type))
}

fn boundary() -> String {
    format!("{:032x}", fastrand::u128(..))
}

fn head(part: &Part, boundary: &str) -> Result<String, String> {
    let name = quoted(part.key);
    let mut head = format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"");
    if let Some(file_name) = &part.content.file_name {
        head.push_str("; filename=\"");
        head.push_str(&quoted(file_name));
        head.push('"');
    }
    head.push_str("\r\n");
    if let Some(kind) = &part.content.content_type {
        if kind.chars().any(char::is_control) {
            return Err(format!(
                "part `{}`: its media type holds a control character",
                part.key
            ));
        }
        head.push_str("Content-Type: ");
        head.push_str(kind);
        head.push_str("\r\n");
    }
    head.push_str("\r\n");
    Ok(head)
}

/// Names as browsers write them (WHATWG, multipart/form-data encoding).
fn quoted(name: &str) -> String {
    let name = name
        .replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A");
    name.replace('\0', "")
}

fn join(pieces: Vec<Body>) -> Body {
    if pieces.iter().all(|piece| piece.as_bytes().is_some()) {
        let mut all = BytesMut::new();
        for piece in &pieces {
            all.extend_from_slice(piece.as_bytes().unwrap_or_default());
        }
        return all.freeze().into();
    }
    let lengths = pieces.iter().map(Body::length);
    let length = lengths
        .reduce(|sum, next| sum?.checked_add(next?))
        .flatten();
    let again: Option<Vec<Body>> = pieces.iter().map(Body::try_clone).collect();
    match (again, length) {
        (Some(pieces), _) => {
            // They are never read themselves, but cloned for each sending.
            let templates = Mutex::new(pieces);
            Body::replayable(length, move || {
                let templates = templates.lock().unwrap_or_else(PoisonError::into_inner);
                Chain(templates.iter().filter_map(Body::try_clone).collect())
            })
        }
        (None, Some(length)) => Body::stream_of(length, Chain(pieces.into())),
        (None, None) => Body::stream(Chain(pieces.into())),
    }
}

/// One body after the other.
struct Chain(VecDeque<Body>);

impl Stream for Chain {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        while let Some(body) = self.0.front_mut() {
            match ready!(Pin::new(body).poll_next(cx)) {
                Some(chunk) => return Poll::Ready(Some(chunk)),
                None => self.0.pop_front(),
            };
        }
        Poll::Ready(None)
    }
}

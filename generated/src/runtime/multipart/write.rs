//! How parts become one body.

use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use http::{HeaderName, HeaderValue};

use super::{Part, PartHeader};
use crate::runtime::body::Body;
use crate::runtime::bounds::BoxError;

/// All parts between their boundaries. It is one piece in memory if all parts are, and can be sent
/// again if all parts can.
pub(super) fn body(
    parts: Vec<Part>,
    headers: &[PartHeader],
    content_type: &str,
) -> Result<(Body, String), String> {
    let boundary = boundary();
    let content_type = format!("{content_type}; boundary={boundary}");
    let mut pieces = Vec::with_capacity(parts.len() * 2 + 1);
    for part in parts {
        let head = head(&part, headers, &boundary)?;
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

fn head(part: &Part, headers: &[PartHeader], boundary: &str) -> Result<String, String> {
    let mut head = format!("--{boundary}\r\n");
    if let Some(key) = &part.key {
        let disposition = format!("form-data; name=\"{}\"", quoted(key));
        let file_name = part.content.file_name.as_deref();
        let file_name = file_name.map(|name| format!("; filename=\"{}\"", quoted(name)));
        let disposition = format!("{disposition}{}", file_name.unwrap_or_default());
        write(&mut head, "Content-Disposition", &disposition);
    }
    let key = part.key.as_deref().unwrap_or_default();
    if let Some(kind) = &part.content.content_type {
        if kind.chars().any(char::is_control) {
            return Err(format!(
                "part `{key}`: its media type holds a control character"
            ));
        }
        write(&mut head, "Content-Type", kind);
    }
    for header in headers.iter().filter(|header| header.key == key) {
        let name = HeaderName::from_bytes(header.name.as_bytes());
        if name.is_err() || HeaderValue::from_str(&header.value).is_err() {
            return Err(format!(
                "part `{key}`: its header `{}` holds what no header can",
                header.name
            ));
        }
        write(&mut head, header.name, &header.value);
    }
    head.push_str("\r\n");
    Ok(head)
}

fn write(head: &mut String, name: &str, value: &str) {
    head.push_str(name);
    head.push_str(": ");
    head.push_str(value);
    head.push_str("\r\n");
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

//! Recordings of what a server says, without secrets.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderValue, Method, Request, Response, Uri};
use serde::{Deserialize, Serialize};

use super::{Recorded, Stub, redaction_of};
use crate::runtime::body::Body;
use crate::runtime::bounds::{BoxError, BoxFuture};
use crate::runtime::redact::{REDACTED, Redaction, form, is_secret};
use crate::runtime::secret::Secret;
use crate::runtime::stream::{End, collect};
use crate::runtime::style::encode;
use crate::runtime::transport::{Failure, Outgoing, Transport, TransportError};

/// A transport that writes to a file what goes through it.
///
/// The file holds no credentials, no cookies, and no values of members, parameters and headers that
/// are secret by their name or by the API's document, and of forms with files and other binary bodies
/// of requests their size alone; look through it before you share it all the same. It is written anew
/// after each answer. Answers are read whole before they are handed on.
#[derive(Debug)]
pub struct Recorder<T> {
    inner: T,
    path: PathBuf,
    exchanges: Mutex<Vec<Exchange>>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Exchange {
    method: String,
    url: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    request_headers: Vec<(String, String)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    request_body: Option<Content>,
    status: u16,
    headers: Vec<(String, String)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    body: Option<Content>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Content {
    Text(String),
    Base64(String),
}

/// What the client knows to be secret in a request.
#[derive(Clone)]
pub(super) struct Marked {
    pub(super) secrets: Vec<Secret>,
    pub(super) keys: &'static [&'static str],
}

/// Tells the recorder what is secret.
pub(crate) fn mark(request: &mut Outgoing, redaction: &Redaction) {
    let mut secrets = redaction.secrets();
    // As they stand in queries and forms.
    for index in 0..secrets.len() {
        let mut encoded = String::new();
        encode(secrets[index].expose(), false, &mut encoded);
        secrets.push(Secret::from(encoded));
    }
    let keys = redaction.keys;
    request.extensions.insert(Marked { secrets, keys });
}

impl<T: Transport> Recorder<T> {
    /// Sends with `inner`, and writes to the file at `path`, which is replaced.
    pub fn new(inner: T, path: impl Into<PathBuf>) -> Self {
        Recorder {
            inner,
            path: path.into(),
            exchanges: Mutex::default(),
        }
    }

    fn keep(&self, exchange: Exchange) -> Result<(), BoxError> {
        let mut exchanges = self
            .exchanges
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        exchanges.push(exchange);
        fs::write(&self.path, serde_json::to_vec_pretty(&*exchanges)?)?;
        Ok(())
    }
}

impl<T: Transport> Transport for Recorder<T> {
    fn send(
        &self,
        request: Request<Body>,
    ) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        Box::pin(async move {
            let (parts, body) = request.into_parts();
            let redaction = redaction_of(&parts);
            let asked = whole(body, Failure::Request).await?;
            let mut exchange = Exchange {
                method: parts.method.to_string(),
                url: clean_url(&parts.uri, &redaction),
                request_headers: clean_headers(&parts.headers, &redaction),
                request_body: asked_content(&asked, &parts.headers, &redaction),
                status: 0,
                headers: Vec::new(),
                body: None,
            };
            let request = Request::from_parts(parts, Body::from(asked));
            let (answer, body) = self.inner.send(request).await?.into_parts();
            let body = whole(body, Failure::Exchange).await?;
            exchange.status = answer.status.as_u16();
            exchange.headers = clean_headers(&answer.headers, &redaction);
            exchange.body = content(&body, &answer.headers, &redaction);
            self.keep(exchange)
                .map_err(|error| TransportError::new(Failure::Request, error))?;
            Ok(Response::from_parts(answer, Body::from(body)))
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.inner.sleep(duration)
    }

    fn elapsed(&self) -> Duration {
        self.inner.elapsed()
    }

    fn unix_time(&self) -> Duration {
        self.inner.unix_time()
    }
}

/// All of a body, or what it means that it broke off.
async fn whole(body: Body, broken: Failure) -> Result<Bytes, TransportError> {
    let body = collect(body, usize::MAX).await;
    match body.end {
        End::Broken(error) => Err(TransportError::new(broken, error)),
        End::Complete | End::TooLarge => Ok(body.bytes),
    }
}

pub(super) fn clean_url(uri: &Uri, redaction: &Redaction) -> String {
    let path = redaction.clean(uri.path());
    let host = uri.authority().map_or("", |authority| authority.as_str());
    let scheme = uri.scheme_str().unwrap_or("http");
    let query = uri.query().map(|query| form(query, redaction.keys));
    let query = query.map(|query| format!("?{}", redaction.clean(&query)));
    format!("{scheme}://{host}{path}{}", query.unwrap_or_default())
}

fn clean_headers(headers: &HeaderMap, redaction: &Redaction) -> Vec<(String, String)> {
    let pairs = headers.iter();
    pairs
        .map(|(name, value)| {
            let text = clean_header(name.as_str(), value, redaction);
            (name.to_string(), text)
        })
        .collect()
}

pub(super) fn clean_header(name: &str, value: &HeaderValue, redaction: &Redaction) -> String {
    if value.is_sensitive() || is_secret(name, redaction.keys) {
        return REDACTED.to_owned();
    }
    let text = String::from_utf8_lossy(value.as_bytes());
    redaction.clean(&text).into_owned()
}

/// The body of a request for a reader.
pub(super) fn clean_body(request: &Recorded, redaction: &Redaction) -> String {
    match asked_content(&request.body, &request.headers, redaction) {
        None => String::from("nothing"),
        Some(Content::Text(text) | Content::Base64(text)) => text,
    }
}

/// The body of a request, which nothing is compared with: what cannot be searched for secrets is told by
/// its size.
fn asked_content(bytes: &Bytes, headers: &HeaderMap, redaction: &Redaction) -> Option<Content> {
    let kind = headers
        .get(CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok());
    let kind = kind
        .and_then(|kind| kind.split(';').next())
        .unwrap_or("unknown type");
    match content(bytes, headers, redaction)? {
        Content::Text(text) if !kind.starts_with("multipart/") => Some(Content::Text(text)),
        Content::Text(_) | Content::Base64(_) => {
            Some(Content::Text(format!("({} bytes of {kind})", bytes.len())))
        }
    }
}

fn content(bytes: &Bytes, headers: &HeaderMap, redaction: &Redaction) -> Option<Content> {
    if bytes.is_empty() {
        return None;
    }
    let kind = headers.get(CONTENT_TYPE);
    let kind = kind.map_or(&b""[..], |kind| kind.as_bytes());
    Some(match std::str::from_utf8(bytes) {
        Ok(text) if kind.starts_with(b"application/x-www-form-urlencoded") => {
            let text = form(text, redaction.keys);
            Content::Text(redaction.clean(&text).into_owned())
        }
        Ok(text) => Content::Text(redaction.clean(text).into_owned()),
        Err(_) => Content::Base64(STANDARD.encode(bytes)),
    })
}

/// The stubs of a recording.
pub(super) fn read(path: &Path) -> io::Result<Vec<Stub>> {
    let named = |kind, error: &dyn fmt::Display| {
        io::Error::new(
            kind,
            format!("no recording at `{}`: {error}", path.display()),
        )
    };
    let text = fs::read(path).map_err(|error| named(error.kind(), &error))?;
    stubs(&text).map_err(|error| named(io::ErrorKind::InvalidData, &error))
}

fn stubs(text: &[u8]) -> Result<Vec<Stub>, BoxError> {
    let exchanges: Vec<Exchange> = serde_json::from_slice(text)?;
    exchanges.into_iter().map(stub).collect()
}

fn stub(exchange: Exchange) -> Result<Stub, BoxError> {
    let method = Method::from_bytes(exchange.method.as_bytes())?;
    let uri: Uri = exchange.url.parse()?;
    let query = uri.query().unwrap_or_default();
    let path = format!("{}?{query}", uri.path());
    let body = match exchange.body {
        None => Vec::new(),
        Some(Content::Text(text)) => text.into_bytes(),
        Some(Content::Base64(text)) => STANDARD.decode(text)?,
    };
    let mut stub = Stub::new(method, path).body(exchange.status, body);
    for (name, value) in exchange.headers {
        // The body is as long as it is without its secrets, and comes in one piece.
        if !matches!(name.as_str(), "content-length" | "transfer-encoding") {
            stub = stub.header(&name, &value);
        }
    }
    Ok(stub)
}

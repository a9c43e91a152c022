//! The transport that comes with the crate where there are no sockets: `fetch`, which browsers, Node.js, Deno and
//! workers have.

mod answer;
mod fault;
mod host;
mod upload;

use std::time::Duration;

use http::header::{CONTENT_LENGTH, USER_AGENT};
use http::{HeaderMap, Method, Request, Response};
use url::Url;
use wasm_bindgen::JsValue;
use web_sys::{Headers, RequestInit, RequestRedirect, ResponseType};

use super::body::Body;
use super::bounds::BoxFuture;
use super::send::MayFollow;
use super::transport::{Failure, Outgoing, Transport, TransportError};

use fault::Fault;
use host::Abort;

/// How much of a stream is gathered before it is sent, unless said.
const MOST_GATHERED: u64 = 64 << 20;

/// Sends requests with `fetch`. A request whose future or answer is dropped is aborted.
///
/// What `fetch` takes away from this crate, and what becomes of it:
///
/// - Connecting has no time of its own; attempts, deadlines and silence in streams are measured as everywhere.
/// - A body that is a stream is gathered before it is sent, up to 64 MiB unless [`gathering`](Self::gathering) says
///   otherwise; beyond that the request fails, and nothing is sent. Progress is told while it is gathered.
/// - `GET` and `HEAD` have no body.
/// - A browser decides on headers such as `Host`, `Cookie` and `User-Agent` by itself, and drops what is given. A
///   program elsewhere, in Node.js for one, sends them.
/// - Outside of browsers redirects are followed as everywhere. A browser does not say where a redirect leads, so
///   there it follows `GET` and `HEAD` itself, if all headers may go to another origin: it takes `Authorization`
///   away then, but no other credential. Any other redirect is an error.
/// - A lost connection and an answer that CORS withholds look alike. Only Node.js tells that there was no
///   connection; elsewhere a `POST` that failed is not tried again, since the server may have acted.
#[derive(Clone, Debug)]
pub struct FetchTransport {
    most_gathered: u64,
}

impl FetchTransport {
    /// A transport on the host's `fetch`; an error says what the host does not have.
    pub fn new() -> Result<Self, TransportError> {
        for name in ["fetch", "setTimeout", "clearTimeout"] {
            host::function(name).map_err(|fault| TransportError::new(Failure::Request, fault))?;
        }
        Ok(FetchTransport {
            most_gathered: MOST_GATHERED,
        })
    }

    /// The same, gathering at most so many bytes of a stream that is to be sent.
    #[must_use]
    pub fn gathering(self, most: u64) -> Self {
        FetchTransport {
            most_gathered: most,
        }
    }

    async fn exchange(&self, outgoing: Outgoing) -> Result<Response<Body>, TransportError> {
        let Outgoing {
            method,
            url,
            headers,
            body,
            extensions,
        } = outgoing;
        if !body.is_empty() && matches!(method, Method::GET | Method::HEAD) {
            let message = format!("`fetch` sends no body with {method}");
            return Err(TransportError::new(Failure::Request, message));
        }
        let abort = Abort::new().map_err(|thrown| refused(&thrown, &url))?;
        let init = RequestInit::new();
        init.set_method(method.as_str());
        init.set_headers(&written(&headers, &url)?);
        init.set_signal(Some(&abort.signal()));
        // What it gives in a browser says no more than that there is a redirect. Others give the answer itself, and
        // then it is followed by rules that keep credentials from other origins.
        init.set_redirect(RequestRedirect::Manual);
        if let Some(body) = upload::body(body, self.most_gathered).await? {
            init.set_body(&body);
        }
        let mut response = fetch(&url, &init).await?;
        if response.type_() == ResponseType::Opaqueredirect {
            if extensions.get::<MayFollow>().is_none() {
                return Err(TransportError::new(Failure::Request, UNSEEN_REDIRECT));
            }
            init.set_redirect(RequestRedirect::Follow);
            response = fetch(&url, &init).await?;
        }
        answer::response(&response, abort, url)
    }
}

const UNSEEN_REDIRECT: &str = "the server redirects, and a browser does not say where to: it is not followed, since the \
                               request has a body or headers that must not go to another origin, or asks for the address";

impl Transport for FetchTransport {
    fn send(
        &self,
        request: Request<Body>,
    ) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        match Outgoing::try_from(request) {
            Ok(outgoing) => self.send_outgoing(outgoing),
            Err(error) => Box::pin(std::future::ready(Err(error))),
        }
    }

    fn send_outgoing(
        &self,
        outgoing: Outgoing,
    ) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        Box::pin(self.exchange(outgoing))
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(host::sleep(duration))
    }

    fn elapsed(&self) -> Duration {
        host::elapsed()
    }

    fn unix_time(&self) -> Duration {
        host::unix_time()
    }
}

const UNTOLD: &str = "there is no connection, or the server does not let this page have its answer (CORS): a browser \
                      does not tell which";

/// Sends a request; done when the headers of its answer are there.
async fn fetch(url: &Url, init: &RequestInit) -> Result<web_sys::Response, TransportError> {
    let request = web_sys::Request::new_with_str_and_init(url.as_str(), init);
    let request = request.map_err(|thrown| refused(&thrown, url))?;
    let answer = host::fetch(&request).await;
    answer.map_err(|thrown| {
        let fault = Fault::thrown(&thrown, url);
        let fault = if host::is_browser() {
            fault.explained(UNTOLD)
        } else {
            fault
        };
        fault.failed()
    })
}

/// The headers as `fetch` takes them.
fn written(headers: &HeaderMap, url: &Url) -> Result<JsValue, TransportError> {
    let own_agent = host::is_browser();
    let written = Headers::new().map_err(|thrown| refused(&thrown, url))?;
    for (name, value) in headers {
        // `fetch` counts by itself. A browser has a name of its own, and asks a server of another origin whether it may
        // send another one.
        if name == CONTENT_LENGTH || (own_agent && name == USER_AGENT) {
            continue;
        }
        // Bytes beyond ASCII are characters of as many bits there.
        let value: String = value.as_bytes().iter().copied().map(char::from).collect();
        // Why is not said, since that may show the value.
        if written.append(name.as_str(), &value).is_err() {
            let message = format!("`fetch` does not take the header `{name}`");
            return Err(TransportError::new(Failure::Request, message));
        }
    }
    Ok(written.into())
}

/// An error of a request that `fetch` does not take.
fn refused(thrown: &JsValue, url: &Url) -> TransportError {
    TransportError::new(Failure::Request, Fault::thrown(thrown, url))
}

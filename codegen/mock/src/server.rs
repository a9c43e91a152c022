//! The server: HTTP/1.1 around a service, with a handle to what it was asked.

use std::collections::VecDeque;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use http_body_util::{BodyExt as _, Limited};
use hyper::body::{Body, Frame, Incoming, SizeHint};
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

use crate::behaviour::Behaviour;
use crate::check::Violation;
use crate::prefer::{Fault, Prefer};
use crate::request::Request;
use crate::service::{Exchange, Service};

/// The largest body that is read, in bytes.
const LARGEST_BODY: usize = 64 * 1024 * 1024;

/// How many exchanges are remembered.
const REMEMBERED: usize = 10_000;

/// A running server. It stops when it is dropped.
#[derive(Debug)]
pub struct Mock {
    address: SocketAddr,
    state: Arc<State>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Debug)]
struct State {
    service: Service,
    log: Mutex<VecDeque<Exchange>>,
    setup: Setup,
}

/// What a server does beside what the document says.
#[derive(Debug)]
pub struct Setup {
    /// Decides answers.
    pub behaviour: Option<Box<dyn Behaviour>>,
    /// Hears of each exchange before it is answered.
    pub told: fn(&Exchange),
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            behaviour: None,
            told: |_| (),
        }
    }
}

impl Mock {
    /// Serves a document at an address; port 0 is any that is free.
    pub fn start(service: Service, address: SocketAddr) -> io::Result<Self> {
        Self::start_with(service, address, Setup::default())
    }

    /// As [`start`](Self::start), with more than the document says.
    pub fn start_with(service: Service, address: SocketAddr, setup: Setup) -> io::Result<Self> {
        let listener = std::net::TcpListener::bind(address)?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let state = Arc::new(State {
            service,
            log: Mutex::default(),
            setup,
        });
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let (stop, stopped) = oneshot::channel();
        let serving = Arc::clone(&state);
        let thread = thread::Builder::new()
            .name("mock".into())
            .spawn(move || runtime.block_on(accept(listener, serving, stopped)))?;
        Ok(Self {
            address,
            state,
            stop: Some(stop),
            thread: Some(thread),
        })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The address to give a client: that of the server, and the path prefix that the document says.
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.state.service.prefix())
    }

    /// What is served.
    pub fn service(&self) -> &Service {
        &self.state.service
    }

    /// What it was asked and what it answered, from the oldest on.
    pub fn exchanges(&self) -> Vec<Exchange> {
        self.log().iter().cloned().collect()
    }

    /// The exchanges whose request has this value in a header.
    pub(crate) fn exchanges_with(&self, header: &str, value: &str) -> Vec<Exchange> {
        let log = self.log();
        let with = |exchange: &&Exchange| {
            exchange
                .request
                .header(header)
                .is_some_and(|given| given == value)
        };
        log.iter().filter(with).cloned().collect()
    }

    /// All that was wrong with the requests so far.
    pub fn violations(&self) -> Vec<Violation> {
        let log = self.log();
        log.iter()
            .flat_map(|exchange| exchange.violations.iter().cloned())
            .collect()
    }

    /// Waits until the server ends, which it does not by itself.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }

    fn log(&self) -> std::sync::MutexGuard<'_, VecDeque<Exchange>> {
        self.state
            .log
            .lock()
            .expect("no thread panics while it holds the log")
    }
}

impl Drop for Mock {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

async fn accept(
    listener: std::net::TcpListener,
    state: Arc<State>,
    mut stopped: oneshot::Receiver<()>,
) {
    let Ok(listener) = TcpListener::from_std(listener) else {
        return;
    };
    loop {
        tokio::select! {
            _ = &mut stopped => return,
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    tokio::spawn(serve(stream, Arc::clone(&state)));
                }
                // Too many open files and the like: it may go better in a moment.
                Err(_) => tokio::time::sleep(Duration::from_millis(10)).await,
            },
        }
    }
}

async fn serve(stream: TcpStream, state: Arc<State>) {
    let service = service_fn(move |request| answer(Arc::clone(&state), request));
    // A connection that breaks is the client's matter.
    let _ = hyper::server::conn::http1::Builder::new()
        .serve_connection(TokioIo::new(stream), service)
        .await;
}

/// The connection is to be closed.
#[derive(Debug)]
struct Broken;

impl std::fmt::Display for Broken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the fault that was asked for")
    }
}

impl std::error::Error for Broken {}

async fn answer(
    state: Arc<State>,
    request: hyper::Request<Incoming>,
) -> Result<hyper::Response<Sent>, Broken> {
    let (head, body) = request.into_parts();
    let body = Limited::new(body, LARGEST_BODY).collect().await;
    let body = body.map_err(|_| Broken)?.to_bytes();
    let request = Request {
        method: head.method.to_string(),
        target: head
            .uri
            .path_and_query()
            .map_or_else(|| "/".into(), ToString::to_string),
        headers: head.headers,
        body,
    };
    let prefer = Prefer::of(&request);
    let exchange = state
        .service
        .exchange(request, state.setup.behaviour.as_deref());
    (state.setup.told)(&exchange);
    let response = response(&exchange, prefer.fault);
    {
        let mut log = state
            .log
            .lock()
            .expect("no thread panics while it holds the log");
        if log.len() >= REMEMBERED {
            log.pop_front();
        }
        log.push_back(exchange);
    }
    if !prefer.delay.is_zero() {
        tokio::time::sleep(prefer.delay).await;
    }
    match prefer.fault {
        Some(Fault::Reset) => Err(Broken),
        Some(Fault::Truncate | Fault::Malformed | Fault::Empty) | None => Ok(response),
    }
}

fn response(exchange: &Exchange, fault: Option<Fault>) -> hyper::Response<Sent> {
    let answer = &exchange.answer;
    let length = answer.body.len();
    let body = match fault {
        Some(Fault::Truncate) => Sent {
            rest: Some(Bytes::copy_from_slice(&answer.body[..length / 2])),
            end: End::Breaks,
            length: length.max(1),
        },
        _ => Sent {
            rest: (length > 0).then(|| Bytes::copy_from_slice(&answer.body)),
            end: End::Whole,
            length,
        },
    };
    let mut response = hyper::Response::new(body);
    if let Ok(status) = http::StatusCode::from_u16(answer.status) {
        *response.status_mut() = status;
    }
    let headers = response.headers_mut();
    for (name, value) in &answer.headers {
        let own = ["content-length", "transfer-encoding", "connection"];
        if own.contains(&name.to_ascii_lowercase().as_str()) {
            continue;
        }
        if let (Ok(name), Ok(value)) = (
            HeaderName::from_bytes(name.as_bytes()),
            HeaderValue::from_str(value),
        ) {
            headers.append(name, value);
        }
    }
    let content_type = answer.content_type.as_deref();
    if let Some(value) = content_type.and_then(|text| HeaderValue::from_str(text).ok()) {
        headers.insert(CONTENT_TYPE, value);
    }
    response
}

/// What comes after the bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Whole,
    /// The connection ends, once what came before has been sent.
    Breaks,
    Broken,
}

/// A body that may break in its middle.
struct Sent {
    rest: Option<Bytes>,
    end: End,
    length: usize,
}

impl Body for Sent {
    type Data = Bytes;
    type Error = Broken;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Broken>>> {
        if let Some(bytes) = self.rest.take() {
            return Poll::Ready(Some(Ok(Frame::data(bytes))));
        }
        match self.end {
            End::Whole => Poll::Ready(None),
            End::Breaks => {
                // While it waits, the connection sends what it has.
                self.end = End::Broken;
                context.waker().wake_by_ref();
                Poll::Pending
            }
            End::Broken => Poll::Ready(Some(Err(Broken))),
        }
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.length as u64)
    }
}

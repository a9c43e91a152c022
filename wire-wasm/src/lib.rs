//! A server on loopback for programs on wasm32: Node.js's own, in the process of the program.
#![cfg(all(target_arch = "wasm32", target_os = "unknown"))]

mod node;

use std::cell::RefCell;
use std::collections::VecDeque;
use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::{Poll, Waker};

use js_sys::{Array, Function, Uint8Array};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;

use node::{Exchange, Incoming};

/// What the server was asked.
#[derive(Clone, Debug)]
pub struct Received {
    /// The HTTP method.
    pub method: String,
    /// Path and query as they came.
    pub target: String,
    /// Header names in lower case, and their values.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Received {
    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        let value = self.headers.iter().find(|(key, _)| key == name);
        value.map(|(_, value)| value.as_str())
    }
}

/// What the server answers.
#[derive(Clone, Debug)]
pub struct Reply {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    then: Then,
}

/// What becomes of an answer after the body that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Then {
    /// It ends.
    End,
    /// It stays open.
    Wait,
    /// The connection closes.
    Break,
    /// There is none: nothing is said.
    Silence,
    /// There is none: the connection closes.
    Close,
}

impl Reply {
    /// A body of a media type.
    pub fn new(status: u16, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        let reply = Reply {
            status,
            headers: Vec::new(),
            body: body.into(),
            then: Then::End,
        };
        reply.header("content-type", content_type)
    }

    /// A body of JSON.
    pub fn json(status: u16, body: &serde_json::Value) -> Self {
        Reply::new(status, "application/json", body.to_string())
    }

    /// No answer at all.
    pub fn silence() -> Self {
        let then = Then::Silence;
        Reply {
            then,
            ..Reply::new(200, "text/plain", "")
        }
    }

    /// The end of the connection instead of an answer.
    pub fn lost() -> Self {
        let then = Then::Close;
        Reply {
            then,
            ..Reply::new(200, "text/plain", "")
        }
    }

    /// The connection closes before the body has come to its end.
    #[must_use]
    pub fn broken(mut self) -> Self {
        self.then = Then::Break;
        self
    }

    /// With a header more.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The body goes on with what [`Server::write`] says.
    #[must_use]
    pub fn open(mut self) -> Self {
        self.then = Then::Wait;
        self
    }
}

/// A server that answers from a script, and keeps what it was asked.
pub struct Server {
    state: Rc<RefCell<State>>,
    server: node::Server,
}

#[derive(Default)]
struct State {
    replies: VecDeque<Reply>,
    received: Vec<Received>,
    /// The answer that is open.
    open: Option<Exchange>,
    /// How many answers the client did not wait for.
    abandoned: usize,
    waiting: Vec<Waker>,
}

impl Server {
    /// A server with these answers, in order.
    pub async fn start(replies: impl IntoIterator<Item = Reply>) -> Self {
        let state = Rc::new(RefCell::new(State {
            replies: replies.into_iter().collect(),
            ..State::default()
        }));
        let shared = Rc::clone(&state);
        let asked = move |request: Incoming, exchange: Exchange| {
            asked(&shared, &request, exchange);
        };
        let asked = Closure::<dyn FnMut(Incoming, Exchange)>::new(asked);
        let server = node::create_server(asked.into_js_value().unchecked_ref());
        let listening = js_sys::Promise::new(&mut |resolve, _| {
            server.listen(0, "127.0.0.1", &resolve);
        });
        let listening = wasm_bindgen_futures::JsFuture::from(listening).await;
        listening.expect("a port is free");
        Server { state, server }
    }

    /// Where it is.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.server.address().port())
    }

    /// What it was asked so far.
    pub fn received(&self) -> Vec<Received> {
        self.state.borrow().received.clone()
    }

    /// Goes on with the answer that is open.
    pub fn write(&self, text: &str) {
        let state = self.state.borrow();
        let open = state.open.as_ref().expect("an answer is open");
        open.write(&Uint8Array::from(text.as_bytes()));
    }

    /// Done when it was asked so often.
    pub async fn asked(&self, times: usize) {
        self.until(|state| state.received.len() >= times).await;
    }

    /// Done when the client has gone away from an answer so often.
    pub async fn abandoned(&self, times: usize) {
        self.until(|state| state.abandoned >= times).await;
    }

    /// Waits for something, but not for as long as Node.js does before it gives up an answer.
    async fn until(&self, holds: impl Fn(&State) -> bool) {
        let mut limit = node::pause(10_000);
        poll_fn(|cx| {
            let mut state = self.state.borrow_mut();
            if holds(&state) {
                return Poll::Ready(());
            }
            let late = Pin::new(&mut limit).poll(cx).is_ready();
            assert!(!late, "what is waited for does not happen");
            state.waiting.push(cx.waker().clone());
            Poll::Pending
        })
        .await;
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.server.close();
        self.server.close_all_connections();
    }
}

/// Runs a future until another one is done, and drops it then.
///
/// # Panics
///
/// If it is done first.
pub async fn drop_after<T>(dropped: impl Future<Output = T>, condition: impl Future<Output = ()>) {
    let mut dropped = pin!(dropped);
    let mut condition = pin!(condition);
    poll_fn(|cx| {
        if condition.as_mut().poll(cx).is_ready() {
            return Poll::Ready(());
        }
        assert!(dropped.as_mut().poll(cx).is_pending(), "it came to an end");
        Poll::Pending
    })
    .await;
}

fn changed(state: &Rc<RefCell<State>>, change: impl FnOnce(&mut State)) {
    let mut state = state.borrow_mut();
    change(&mut state);
    state.waiting.drain(..).for_each(Waker::wake);
}

/// Reads a request to its end, then answers.
fn asked(state: &Rc<RefCell<State>>, request: &Incoming, exchange: Exchange) {
    let body = Rc::new(RefCell::new(Vec::new()));
    let so_far = Rc::clone(&body);
    request.on(
        "data",
        &callback(move |piece: Uint8Array| {
            so_far.borrow_mut().extend(piece.to_vec());
        }),
    );
    let (shared, closing) = (Rc::clone(state), exchange.clone());
    exchange.on(
        "close",
        &callback(move |_: Uint8Array| {
            if !closing.writable_ended() {
                changed(&shared, |state| state.abandoned += 1);
            }
        }),
    );
    let shared = Rc::clone(state);
    let (asking, answering) = (request.clone(), exchange);
    request.on(
        "end",
        &callback(move |_: Uint8Array| {
            let headers: Vec<String> = asking
                .raw_headers()
                .iter()
                .map(|text| text.as_string().expect("headers are text"))
                .collect();
            let headers = headers.chunks_exact(2);
            let headers = headers.map(|pair| (pair[0].to_lowercase(), pair[1].clone()));
            let received = Received {
                method: asking.method(),
                target: asking.url(),
                headers: headers.collect(),
                body: body.take(),
            };
            changed(&shared, |state| {
                state.received.push(received);
                let reply = state.replies.pop_front();
                let reply = reply.expect("there is an answer for each request");
                answer(&answering, &reply);
                state.open = Some(answering.clone());
            });
        }),
    );
}

fn answer(exchange: &Exchange, reply: &Reply) {
    match reply.then {
        Then::Silence => return,
        Then::Close => return exchange.destroy(),
        Then::End | Then::Wait | Then::Break => {}
    }
    let headers = Array::new();
    for (name, value) in &reply.headers {
        headers.push(&name.into());
        headers.push(&value.into());
    }
    exchange.write_head(reply.status, &headers);
    let piece = Uint8Array::from(reply.body.as_slice());
    match reply.then {
        Then::End => exchange.end(&piece),
        Then::Wait => {
            exchange.flush_headers();
            exchange.write(&piece);
        }
        Then::Break => {
            let breaking = exchange.clone();
            let written = callback(move |_: Uint8Array| breaking.destroy());
            exchange.write_then(&piece, &written);
        }
        Then::Silence | Then::Close => {}
    }
}

/// A function for JavaScript, which lives as long as the process.
fn callback(call: impl FnMut(Uint8Array) + 'static) -> Function {
    let call = Closure::<dyn FnMut(Uint8Array)>::new(call);
    call.into_js_value().unchecked_into()
}

//! Answers that come in pages.

pub(crate) mod position;

use std::collections::VecDeque;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use url::Url;

use super::answer::{Answer, Expect, Received};
use super::bounds::BoxFuture;
use super::call::Call;
use super::error::Error;
use super::json::{self, Fault};
use super::request::{Decode, Request};
use super::response::Response;
use super::send::send;
use super::stream::awaited;

/// How an operation answers in pages.
#[derive(Debug)]
pub struct Pagination {
    /// How the next page is asked for.
    pub kind: PageKind,
    /// The key of the query parameter that sets the size of a page.
    pub size: Option<&'static str>,
    /// Where the items are: member keys from the answer's root.
    pub items: &'static [&'static str],
}

/// How the next page is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageKind {
    /// A page number in this query parameter.
    Page {
        /// The parameter's key.
        key: &'static str,
        /// The number of the first page.
        first: i64,
    },
    /// The number of items to skip, in this query parameter.
    Offset {
        /// The parameter's key.
        key: &'static str,
    },
    /// A cursor from the answer, in this query parameter.
    Cursor {
        /// The parameter's key.
        key: &'static str,
        /// Where the answer has the next cursor: member keys from its root.
        next: &'static [&'static str],
    },
    /// A cursor from the answer, in this member of the JSON body.
    BodyCursor {
        /// The member's key.
        key: &'static str,
        /// Where the answer has the next cursor: member keys from its root.
        next: &'static [&'static str],
    },
    /// The id of the last item of a page, in this query parameter.
    LastItem {
        /// The parameter's key.
        key: &'static str,
        /// Where an item has its id: member keys from the item.
        id: &'static [&'static str],
    },
    /// The address of the next page, in the answer.
    NextUrl {
        /// Where: member keys from the answer's root.
        next: &'static [&'static str],
    },
    /// A `Link` header with `rel="next"` (RFC 8288).
    LinkHeader,
}

impl<T> Request<T> {
    /// The page at this address instead of the first one, as [`Pages::next_url`] gave it. It must be
    /// on the server that the request goes to anyway, since credentials go there.
    pub fn at_page(mut self, address: impl Into<String>) -> Self {
        self.set_page(address.into());
        self
    }

    /// One page after another, from this one on.
    pub fn pages(self) -> Pages<T> {
        let (call, decode) = self.into_parts();
        Pages {
            walk: Walk::new(call),
            decode,
        }
    }

    /// One item after another, from this page on.
    pub fn items<I: DeserializeOwned>(self) -> Items<I> {
        let (call, _) = self.into_parts();
        Items {
            walk: Walk::new(call),
            decode: json::from_slice,
            ready: VecDeque::new(),
            left: None,
        }
    }
}

/// One page after another, each with its status and headers.
///
/// It ends after the last page: when the answer names no next one or says that there is none, or
/// when a page has fewer items than were asked for (or than the first one had), has none, or is the
/// one before once more. A request is sent when the next page is asked for, never ahead.
#[must_use = "a stream does nothing until it is read"]
pub struct Pages<T> {
    walk: Walk,
    decode: Decode<T>,
}

awaited!(Pages<T> of Response<T>);

impl<T> Pages<T> {
    /// The address of the next page, where pages name theirs (a `Link` header, an address in the
    /// answer): whoever keeps it goes on there later, with [`Request::at_page`]. It holds no
    /// credentials of the client's. Where pages are numbered or have cursors, their inputs say where
    /// to go on.
    pub fn next_url(&self) -> Option<&str> {
        self.walk.next.as_ref()?.address().map(Url::as_str)
    }
}

impl<T> Stream for Pages<T> {
    type Item = Result<Response<T>, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let answer = ready!(self.walk.poll(cx));
        Poll::Ready(answer.map(|answer| Response::decode(answer?, self.decode)))
    }
}

impl<T> fmt::Debug for Pages<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Pages").field(&self.walk.next).finish()
    }
}

/// One item after another, over all pages; see [`Pages`] for where it ends.
#[must_use = "a stream does nothing until it is read"]
pub struct Items<I> {
    walk: Walk,
    decode: fn(&[u8]) -> Result<Vec<I>, Fault>,
    ready: VecDeque<I>,
    left: Option<usize>,
}

awaited!(Items<I> of I);

#[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
impl<T> Pages<T> {
    fn engine(&self) -> &std::sync::Arc<super::core::Engine> {
        &self.walk.engine
    }
}

#[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
impl<I> Items<I> {
    fn engine(&self) -> &std::sync::Arc<super::core::Engine> {
        &self.walk.engine
    }
}

impl<I> Items<I> {
    /// At most so many items. No page is fetched that is not needed for them.
    pub fn limit(mut self, items: usize) -> Self {
        self.left = Some(items);
        self
    }
}

// Items are moved out of the queue, never pinned in it.
impl<I> Unpin for Items<I> {}

impl<I> Stream for Items<I> {
    type Item = Result<I, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        loop {
            if this.left == Some(0) {
                return Poll::Ready(None);
            }
            if let Some(item) = this.ready.pop_front() {
                this.left = this.left.map(|left| left - 1);
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(this.walk.poll(cx)) {
                None => return Poll::Ready(None),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                Some(Ok(answer)) => {
                    let items = position::find(answer.text(), this.walk.items);
                    match items.map(|items| (this.decode)(items.as_bytes())) {
                        None => {
                            if let Some(error) = this.walk.nothing_found(&answer) {
                                return Poll::Ready(Some(Err(error)));
                            }
                        }
                        Some(Ok(items)) => this.ready = items.into(),
                        Some(Err(fault)) => {
                            this.walk.next = None;
                            let keys = this.walk.items.iter().rev();
                            let fault = keys.fold(fault, |fault, key| fault.in_member(key));
                            return Poll::Ready(Some(Err(answer.unexpected(&fault))));
                        }
                    }
                }
            }
        }
    }
}

impl<I> fmt::Debug for Items<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Items").field(&self.walk.next).finish()
    }
}

/// From page to page.
struct Walk {
    #[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
    engine: std::sync::Arc<super::core::Engine>,
    /// The call of the next page.
    next: Option<Call>,
    /// The same call, to be changed into that of the page after.
    after: Option<Call>,
    running: Option<BoxFuture<'static, Result<Answer, Error>>>,
    items: &'static [&'static str],
    pages: usize,
    seen: usize,
    first_count: usize,
    last: Bytes,
}

impl Walk {
    fn new(call: Call) -> Self {
        let items = call
            .operation()
            .pagination
            .map_or(&[] as &[_], |it| it.items);
        Walk {
            #[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
            engine: call.engine(),
            next: Some(call),
            after: None,
            running: None,
            items,
            pages: 0,
            seen: 0,
            first_count: 0,
            last: Bytes::new(),
        }
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Answer, Error>>> {
        if self.running.is_none() {
            let Some(call) = self.next.take() else {
                return Poll::Ready(None);
            };
            self.after = call.try_clone();
            self.running = Some(send(call, Expect::Json));
        }
        let Some(running) = &mut self.running else {
            return Poll::Ready(None);
        };
        let outcome = ready!(running.as_mut().poll(cx));
        self.running = None;
        Poll::Ready(match outcome {
            Err(error) => Some(Err(error)),
            Ok(answer) => self.arrived(answer),
        })
    }

    /// What is wrong with a page that has no list. An object may leave out one that is empty; a
    /// proxy's page is no answer of the API.
    fn nothing_found(&mut self, answer: &Answer) -> Option<Error> {
        let Received::All(body) = &answer.body else {
            return None;
        };
        let fault = json::from_slice::<Map<String, Value>>(body).err()?;
        self.next = None;
        Some(answer.unexpected(&fault))
    }

    /// Decides whether this page counts, and what the next one is.
    fn arrived(&mut self, answer: Answer) -> Option<Result<Answer, Error>> {
        let after = self.after.take();
        let Received::All(body) = &answer.body else {
            return Some(Ok(answer));
        };
        let count = position::count(answer.text(), self.items);
        let repeated = self.pages > 0 && *body == self.last;
        if repeated || (self.pages > 0 && count == 0) {
            return None;
        }
        self.last = body.clone();
        self.seen += count;
        self.pages += 1;
        if self.pages == 1 {
            self.first_count = count;
        }
        let (Some(mut call), true) = (after, count > 0) else {
            return Some(Ok(answer));
        };
        let seen = position::Seen {
            count,
            first_count: self.first_count,
            total: self.seen,
        };
        match position::advance(&mut call, &answer, &seen) {
            Ok(true) => self.next = Some(call),
            Ok(false) => {}
            // It comes back when the next page is asked for, and says which page names it.
            Err(mut error) => {
                error.concerns(&answer.origin.method, answer.origin.url());
                call.fail(error);
                self.next = Some(call);
            }
        }
        Some(Ok(answer))
    }
}

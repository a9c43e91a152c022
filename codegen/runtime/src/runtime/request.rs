//! A request that is ready to go, and the macro that gives one its optional inputs.

use std::fmt;
use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use serde::de::DeserializeOwned;

use super::answer::{Answer, Expect, Wanted};
use super::body::Body;
use super::bounds::BoxFuture;
use super::call::{Call, Setter};
use super::core::Engine;
use super::error::Error;
use super::options::RequestOptions;
use super::response::Response;
use super::send::send;
use super::stream::{ByteStream, Event, EventStream, JsonLines};

/// A request that is sent when it is awaited.
///
/// Dropping the future cancels the request.
///
/// ```text
/// let session = client.sessions().get(app_id, session_id).await?;
/// let answer = client.sessions().get(app_id, session_id).send().await?;   // with status and headers
/// ```
#[must_use = "a request is sent when it is awaited"]
pub struct Request<T> {
    call: Call,
    expect: Expect,
    decode: Decode<T>,
}

/// What makes the value of an answer.
pub(crate) type Decode<T> = fn(Answer) -> Result<T, Error>;

impl Call {
    /// Expects a JSON document.
    pub fn json<T: DeserializeOwned>(mut self) -> Request<T> {
        self.accept("application/json");
        self.expecting(Expect::Json, Answer::into_json)
    }

    /// Expects nothing; what comes is ignored.
    pub fn empty(mut self) -> Request<()> {
        self.accept("*/*");
        self.expecting(Expect::Json, |_| Ok(()))
    }

    /// Expects text.
    pub fn text(mut self) -> Request<String> {
        self.accept("text/plain, */*;q=0.5");
        self.expecting(Expect::Whole, Answer::into_text)
    }

    /// Expects bytes, as a stream.
    pub fn bytes(mut self) -> Request<ByteStream> {
        self.accept("*/*");
        self.expecting(Expect::Stream, |answer| Ok(answer.into_stream()))
    }

    /// Expects server-sent events whose data are JSON documents.
    pub fn events<T: DeserializeOwned>(mut self) -> Request<EventStream<T>> {
        self.accept("text/event-stream");
        self.expecting(Expect::Stream, |answer| Ok(answer.into_events()))
    }

    /// Expects server-sent events as they are.
    pub fn raw_events(mut self) -> Request<EventStream<Event>> {
        self.accept("text/event-stream");
        self.expecting(Expect::Stream, |answer| Ok(answer.into_raw_events()))
    }

    /// Expects JSON documents, one a line.
    pub fn json_lines<T: DeserializeOwned>(mut self) -> Request<JsonLines<T>> {
        self.accept("application/x-ndjson, application/jsonl, application/json;q=0.5");
        self.expecting(Expect::Stream, |answer| Ok(answer.into_json_lines()))
    }

    /// Expects what depends on the status: `wanted` says how an answer of some status is received,
    /// nothing if it is an error; `decode` makes the value. Both are made by `per_status!`.
    pub fn per_status<T>(
        mut self,
        wanted: fn(u16) -> Option<Wanted>,
        decode: Decode<T>,
    ) -> Request<T> {
        self.accept("application/json, */*;q=0.5");
        self.expecting(Expect::ByStatus(wanted), decode)
    }

    /// Expects anything, as a stream with its status and headers.
    pub(crate) fn any_answer(mut self) -> Request<Response<ByteStream>> {
        self.accept("*/*");
        self.expecting(Expect::Stream, undecoded)
    }

    fn expecting<T>(self, expect: Expect, decode: Decode<T>) -> Request<T> {
        Request {
            call: self,
            expect,
            decode,
        }
    }
}

impl<T> Request<T> {
    /// Sends it, and gives the value with status and headers.
    pub fn send(self) -> SendingWhole<T> {
        SendingWhole(self.into_future())
    }

    /// Sends it, and gives whatever comes, undecoded: errors of the API are answers as well.
    pub fn raw(self) -> Sending<Response<ByteStream>> {
        let engine = self.call.engine();
        Sending::new(send(self.call, Expect::Anything), engine, undecoded)
    }

    /// Sends it, and blocks the thread until the value is there, for code without an async runtime.
    ///
    /// The client then has a thread of its own that drives its connections. In async code `.await`
    /// the request instead: there this blocks other tasks, and a runtime of one thread cannot go on
    /// with connections that it has opened, so that the call may end with its timeout.
    #[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
    pub fn wait(self) -> Result<T, Error> {
        self.into_future().wait()
    }

    /// Says how it goes out.
    pub fn with(mut self, options: RequestOptions) -> Self {
        self.call.options(options);
        self
    }

    /// How long one attempt may take.
    pub fn timeout(self, timeout: Duration) -> Self {
        self.with(RequestOptions::new().timeout(timeout))
    }

    /// A header, instead of any other value it would have.
    pub fn header(self, name: &str, value: &str) -> Self {
        self.with(RequestOptions::new().header(name, value))
    }

    /// A query parameter, instead of any other value it would have.
    pub fn query(self, key: impl Into<String>, value: impl Into<String>) -> Self {
        self.with(RequestOptions::new().query(key, value))
    }

    /// Sets one more input by its kind.
    #[doc(hidden)]
    pub fn set(&mut self) -> Setter<'_> {
        self.call.set()
    }

    pub(crate) fn set_page(&mut self, address: String) {
        self.call.at_page(address);
    }

    pub(crate) fn into_parts(self) -> (Call, Decode<T>) {
        (self.call, self.decode)
    }
}

fn undecoded(answer: Answer) -> Result<Response<ByteStream>, Error> {
    Response::decode(answer, |answer| Ok(answer.into_stream()))
}

impl Request<Response<ByteStream>> {
    /// Expects a JSON document, as the requests of documented operations do.
    pub fn json<T: DeserializeOwned>(self) -> Request<T> {
        self.call.json()
    }

    /// A body for a request that the API's document does not have.
    pub fn json_body<B: serde::Serialize + ?Sized>(mut self, body: &B) -> Self {
        self.call.json_body(body);
        self
    }

    /// A body of another kind, and its media type. It is sent once if it is a stream.
    pub fn body(mut self, content_type: &str, body: impl Into<Body>) -> Self {
        self.call.bytes_body(body);
        self.header("content-type", content_type)
    }
}

impl<T> IntoFuture for Request<T> {
    type Output = Result<T, Error>;
    type IntoFuture = Sending<T>;

    fn into_future(self) -> Sending<T> {
        let engine = self.call.engine();
        Sending::new(send(self.call, self.expect), engine, self.decode)
    }
}

impl<T> fmt::Debug for Request<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Request").field(&self.call).finish()
    }
}

/// A request on its way. It gives the value.
#[must_use = "a request is sent when it is awaited"]
pub struct Sending<T> {
    answer: BoxFuture<'static, Result<Answer, Error>>,
    decode: Decode<T>,
    #[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
    engine: Arc<Engine>,
}

impl<T> Sending<T> {
    pub(crate) fn new(
        answer: BoxFuture<'static, Result<Answer, Error>>,
        engine: Arc<Engine>,
        decode: Decode<T>,
    ) -> Self {
        #[cfg(not(all(feature = "blocking", not(target_arch = "wasm32"))))]
        drop(engine);
        Sending {
            answer,
            decode,
            #[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
            engine,
        }
    }

    /// Blocks the thread until the value is there, for code without an async runtime.
    #[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
    pub fn wait(self) -> Result<T, Error> {
        let engine = Arc::clone(&self.engine);
        engine.background.wait(self)?
    }
}

impl<T> Future for Sending<T> {
    type Output = Result<T, Error>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let answer = ready!(self.answer.as_mut().poll(cx));
        Poll::Ready(answer.and_then(self.decode))
    }
}

impl<T> fmt::Debug for Sending<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sending")
    }
}

/// A request on its way. It gives the value with status and headers.
#[must_use = "a request is sent when it is awaited"]
#[derive(Debug)]
pub struct SendingWhole<T>(Sending<T>);

#[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
impl<T> SendingWhole<T> {
    /// Blocks the thread until the value is there, for code without an async runtime.
    pub fn wait(self) -> Result<Response<T>, Error> {
        let engine = Arc::clone(&self.0.engine);
        engine.background.wait(self)?
    }
}

impl<T> Future for SendingWhole<T> {
    type Output = Result<Response<T>, Error>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let answer = ready!(self.0.answer.as_mut().poll(cx));
        Poll::Ready(answer.and_then(|answer| Response::decode(answer, self.0.decode)))
    }
}

impl Response<ByteStream> {
    /// The whole body in memory. More than the largest body that the client keeps
    /// ([`RequestOptions::max_body`]) is [`Error::TooLarge`].
    pub fn bytes(self) -> Sending<Bytes> {
        self.whole(Answer::into_bytes)
    }

    /// The whole body as text. What is no UTF-8 in it is replaced.
    pub fn text(self) -> Sending<String> {
        self.whole(Answer::into_text)
    }

    /// The whole body as a JSON document.
    pub fn json<T: DeserializeOwned>(self) -> Sending<T> {
        self.whole(Answer::into_json)
    }

    fn whole<T>(self, decode: Decode<T>) -> Sending<T> {
        self.into_value().whole(decode)
    }
}

/// Declares the request of an operation that has optional inputs.
///
/// ```text
/// request! {
///     /// Options of [`Sessions::list`].
///     pub struct ListSessions -> models::ListSessionsResponse, items: models::Session {
///         /// The number of the page.
///         query page_no: f64 = "page_no",
///         query ids: Vec<i64> = "ids" as Style::PIPE_DELIMITED,
///         header if_match: String = "If-Match",
///         cookie theme: String = "theme",
///         json_body body: models::Filter,
///     }
/// }
/// ```
///
/// `, items: T` stands there if the operation has pagination; it gives `pages()` and `items()`.
/// Kinds of inputs: `query`, `header`, `cookie` (each with its key, and a [`Style`](super::Style)
/// if it is not the default of the place), `query_string`, and the bodies `json_body`,
/// `json_lines_body`, `form_body` (`as &[("field", Style::…)]`), `multipart_body`, `text_body`,
/// `bytes_body`.
#[macro_export]
#[doc(hidden)]
macro_rules! request {
    (
        $(#[$meta:meta])*
        $vis:vis struct $name:ident -> $output:ty $(, items: $item:ty)? {
            $(
                $(#[$doc:meta])*
                $kind:ident $input:ident: $type:ty $(= $key:literal)? $(as $style:expr)?
            ),* $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug)]
        #[must_use = "a request is sent when it is awaited"]
        $vis struct $name($crate::runtime::Request<$output>);

        impl $name {
            $(
                $(#[$doc])*
                pub fn $input(mut self, value: impl $crate::runtime::Input<$type>) -> Self {
                    let value: $type = value.input();
                    self.0.set().$kind($($key)?)$(.styled($style))?.put(value);
                    self
                }
            )*

            /// Says how the request goes out: headers, timeout, retries.
            pub fn with(self, options: $crate::runtime::RequestOptions) -> Self {
                Self(self.0.with(options))
            }

            /// Sends it, and gives the value with status and headers.
            pub fn send(self) -> $crate::runtime::SendingWhole<$output> {
                self.0.send()
            }

            /// Sends it, and gives whatever comes, undecoded.
            pub fn raw(
                self,
            ) -> $crate::runtime::Sending<$crate::runtime::Response<$crate::runtime::ByteStream>> {
                self.0.raw()
            }

            /// Sends it, and blocks the thread until the value is there.
            #[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
            pub fn wait(self) -> ::std::result::Result<$output, $crate::runtime::Error> {
                self.0.wait()
            }

            $(
                /// The page at this address, which [`Pages::next_url`] gave, instead of the first one.
                ///
                /// [`Pages::next_url`]: $crate::runtime::Pages::next_url
                pub fn at_page(self, address: impl ::core::convert::Into<::std::string::String>) -> Self {
                    Self(self.0.at_page(address))
                }

                /// One page after another, from this one on.
                pub fn pages(self) -> $crate::runtime::Pages<$output> {
                    self.0.pages()
                }

                /// One item after another, from this page on.
                pub fn items(self) -> $crate::runtime::Items<$item> {
                    self.0.items()
                }
            )?
        }

        impl ::std::future::IntoFuture for $name {
            type Output = ::std::result::Result<$output, $crate::runtime::Error>;
            type IntoFuture = $crate::runtime::Sending<$output>;

            fn into_future(self) -> Self::IntoFuture {
                ::std::future::IntoFuture::into_future(self.0)
            }
        }

        impl ::std::convert::From<$name> for $crate::runtime::Request<$output> {
            fn from(request: $name) -> Self {
                request.0
            }
        }
    };
}

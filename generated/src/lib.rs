//! The Rust SDK of Cloudflare RealtimeKit, version 4.0.0.
//!
//! Live audio and video meetings on Cloudflare's network.
//!
//! RealtimeKit runs live audio and video meetings. An *app* holds *meetings*: rooms that can be used
//! again and again. A *participant* is added to a meeting with a *preset* that says what they may do,
//! and joins with a token. When the first one joins, a *session* starts; some time after the last one
//! left, the session ends. A meeting has at most one live session, its *active session*. Sessions can
//! be *recorded*, and shown to many as a *livestream*. *Webhooks* tell the app what happens.
//!
//! ```no_run
//! use realtime_kit::Client;
//!
//! # #[cfg(feature = "apps")]
//! # async fn example() -> Result<(), realtime_kit::Error> {
//! let client = Client::from_env()?;
//! let answer = client.apps().list().await?;
//! println!("{answer:#?}");
//! # Ok(())
//! # }
//! ```
//!
//! - [`resources`]: what the API offers
//! - [`models`]: what it takes and gives
//! - [`Client`]: sets up and makes all calls
//! - [`Request`]: what a call is before it is awaited: what it gives, and how it goes out
//! - [`RequestOptions`]: deadlines, retries, headers, for a request or for all
//! - [`Error`]: why a call failed

#![cfg_attr(docsrs, feature(doc_cfg))]

mod client;
pub mod models;
pub mod resources;
#[doc(hidden)]
pub mod runtime;

pub use client::{Client, ClientBuilder};
pub use http::{HeaderMap, Method, StatusCode};
#[cfg(all(feature = "reqwest", target_arch = "wasm32", target_os = "unknown"))]
pub use runtime::FetchTransport;
#[cfg(all(feature = "reqwest", not(target_arch = "wasm32")))]
pub use runtime::ReqwestTransport;
#[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
pub use runtime::Waiting;
#[cfg(feature = "test-util")]
pub use runtime::testing;
pub use runtime::{
    ApiError, Attempt, Base64, Base64Url, Body, BoxError, BoxFuture, BuildError, ByteStream,
    ConnectionError, Credential, Credentials, DateTime, DecodeError, Error, ErrorKind, Event,
    EventStream, Extra, Failure, File, Input, IntoPart, Items, JsonLines, Map, Maybe, MaybeInput,
    MaybeSend, MaybeSync, Null, OAuthTokens, Outgoing, Pages, Problem, Request, RequestOptions,
    Response, Retries, RetryPolicy, Secret, Sending, SendingWhole, TimeoutError, TokenError,
    TooLargeError, Transport, TransportError, UploadProgress,
};

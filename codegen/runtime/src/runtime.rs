//! What every generated SDK carries: models, values, JSON, and the calls that move them.

pub(crate) mod answer;
pub mod base64;
#[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
mod blocking;
mod body;
mod bounds;
pub(crate) mod call;
mod core;
pub mod date_time;
pub mod enums;
pub(crate) mod error;
pub mod extra;
#[cfg(all(feature = "reqwest", target_arch = "wasm32", target_os = "unknown"))]
mod fetch_transport;
pub(crate) mod form;
pub mod input;
pub mod json;
pub mod maybe;
pub mod model;
mod modules;
pub(crate) mod multipart;
mod oauth;
mod operation;
mod options;
pub(crate) mod pagination;
mod per_status;
pub(crate) mod redact;
pub(crate) mod request;
#[cfg(all(feature = "reqwest", not(target_arch = "wasm32")))]
mod reqwest_transport;
mod response;
pub(crate) mod retry;
pub mod secret;
mod security;
pub(crate) mod send;
pub(crate) mod stream;
pub(crate) mod style;
#[cfg(feature = "test-util")]
pub mod testing;
mod trace;
mod transport;
pub mod union;
pub(crate) mod url;

pub use crate::{
    field_type, input, input_default, input_new, input_setter, input_start, input_union,
    integer_enum, literal_enum, literal_from, model, model_parts, model_read, model_struct,
    modules, multipart, newtype, open_enum, per_status, request, shared, substitute, union,
    union_enum, union_from, union_parts, union_read,
};
pub use answer::{Answer, Wanted};
pub use base64::{Base64, Base64Url};
#[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
pub use blocking::Waiting;
pub use body::{Body, UploadProgress};
pub use bounds::{BoxError, BoxFuture, BoxStream, MaybeSend, MaybeSync};
pub use call::{Call, Setter};
pub use core::{Core, CoreBuilder};
pub use date_time::DateTime;
pub use error::{
    ApiError, BuildError, ConnectionError, DecodeError, Error, ErrorKind, Problem, TimeoutError,
    TokenError, TooLargeError,
};
pub use extra::Extra;
#[cfg(all(feature = "reqwest", target_arch = "wasm32", target_os = "unknown"))]
pub use fetch_transport::FetchTransport;
pub use input::{Input, MaybeInput};
pub use maybe::{Maybe, Null};
pub use multipart::{File, IntoPart, Multipart};
#[doc(hidden)]
pub use multipart::{In, PartContent, Plain, Put, Typed, With};
pub use oauth::OAuthTokens;
pub use operation::{
    Api, ClientInput, ClientParameter, Operation, Place, Redirects, SecurityKind, SecurityScheme,
    Server,
};
pub use options::RequestOptions;
pub use pagination::{Items, PageKind, Pages, Pagination};
pub use request::{Request, Sending, SendingWhole};
#[cfg(all(feature = "reqwest", not(target_arch = "wasm32")))]
pub use reqwest_transport::ReqwestTransport;
pub use response::Response;
pub use retry::{Attempt, Retries, RetryPolicy};
pub use secret::Secret;
pub use security::{Credential, Credentials};
pub use serde;
pub use serde_json;
pub use stream::{ByteStream, Event, EventStream, JsonLines};
pub use style::Style;
pub use transport::{Failure, Outgoing, Transport, TransportError};
pub use union::{Fit, Generated, Tagged};

/// An object whose keys are data.
pub type Map<T> = std::collections::BTreeMap<String, T>;

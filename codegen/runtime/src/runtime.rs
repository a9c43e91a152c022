//! What every generated SDK carries: models, values, JSON, and the calls that move them.

mod answer;
mod body;
mod bounds;
mod call;
mod core;
mod error;
mod form;
pub mod input;
pub mod json;
pub mod maybe;
mod multipart;
mod operation;
mod options;
mod pagination;
mod per_status;
mod request;
#[cfg(any(feature = "rustls", feature = "native-tls"))]
mod reqwest_transport;
mod response;
mod retry;
pub mod secret;
mod security;
mod send;
mod stream;
mod style;
mod transport;
mod url;

pub use answer::{Answer, Wanted};
pub use body::Body;
pub use bounds::{BoxError, BoxFuture, BoxStream, MaybeSend, MaybeSync};
pub use call::{Call, Setter};
pub use core::{Core, CoreBuilder};
pub use error::{
    ApiError, BuildError, ConnectionError, DecodeError, Error, ErrorKind, Problem, TimeoutError,
    TooLargeError,
};
pub use input::{Input, MaybeInput};
pub use maybe::{Maybe, Null};
pub use multipart::{File, IntoPart, Multipart};
pub use operation::{
    Api, ClientInput, ClientParameter, Operation, Place, SecurityKind, SecurityScheme, Server,
};
pub use options::RequestOptions;
pub use pagination::{Items, PageKind, Pages, Pagination};
pub use request::{Request, Sending, SendingWhole};
#[cfg(any(feature = "rustls", feature = "native-tls"))]
pub use reqwest_transport::ReqwestTransport;
pub use response::Response;
pub use retry::{Attempt, Retries, RetryPolicy};
pub use secret::Secret;
pub use security::{Credential, Credentials};
pub use stream::{ByteStream, Event, EventStream, JsonLines};
pub use style::Style;
pub use transport::{Failure, Transport, TransportError};

pub use crate::{multipart, per_status, request};

//! Tests of the runtime.

#![expect(
    dead_code,
    unreachable_pub,
    reason = "the macros write public types, and no test uses all of each"
)]

mod clock;
mod enums;
mod envelope;
mod excerpt;
#[cfg(any(feature = "rustls", feature = "native-tls"))]
mod faults;
mod input;
mod inputs;
mod model;
mod multipart;
mod oauth;
mod pagination;
mod property;
mod retries;
mod retry;
#[cfg(any(feature = "rustls", feature = "native-tls"))]
mod server;
mod sse;
mod style;
mod text_types;
mod union;
#[cfg(any(feature = "rustls", feature = "native-tls"))]
mod uploads;
mod url;
#[cfg(any(feature = "rustls", feature = "native-tls"))]
mod worked_example;

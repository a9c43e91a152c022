//! Tests of the runtime.

#![expect(unreachable_pub, reason = "the macros write public types")]

mod clock;
mod enums;
mod envelope;
mod excerpt;
mod faults;
mod input;
mod inputs;
mod model;
mod multipart;
mod oauth;
mod pagination;
mod retries;
mod retry;
mod server;
mod sse;
mod style;
mod url;
mod worked_example;

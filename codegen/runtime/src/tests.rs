//! Tests of the runtime.

#![expect(unreachable_pub, reason = "the macros write public types")]

mod enums;
mod envelope;
mod excerpt;
mod input;
mod input;
mod model;
mod multipart;
mod pagination;
mod retry;
mod server;
mod sse;
mod style;
mod url;
mod worked_example;

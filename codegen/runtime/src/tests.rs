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
mod server;
mod sse;
mod style;
mod text_types;
mod union;
mod uploads;
mod url;
mod worked_example;

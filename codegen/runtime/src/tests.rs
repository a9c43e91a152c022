//! Tests of the runtime.

mod clock;
mod envelope;
mod excerpt;
mod input;
mod multipart;
mod pagination;
mod retries;
mod retry;
mod server;
mod sse;
mod style;
mod url;
mod worked_example;

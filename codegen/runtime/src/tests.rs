//! Tests of the runtime.

mod envelope;
mod excerpt;
mod input;
mod multipart;
mod pagination;
mod retry;
mod server;
mod sse;
mod style;
mod url;
mod worked_example;

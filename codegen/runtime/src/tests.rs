//! Tests of the runtime.

mod input;
mod server;
mod worked_example;

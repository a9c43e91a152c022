//! Tests of the runtime.

#![expect(unreachable_pub, reason = "the macros write public types")]

mod enums;
mod input;
mod model;
mod server;
mod worked_example;

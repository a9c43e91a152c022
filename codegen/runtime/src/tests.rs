//! Tests of the runtime.

#![expect(
    dead_code,
    unreachable_pub,
    reason = "the macros write public types, and no test uses all of each"
)]

mod enums;
mod input;
mod model;
mod property;
mod text_types;
mod union;

//! Tests of the runtime.

mod input;

//! Random documents for every stage of the generator.

pub mod document;
pub mod operations;
pub mod schemas;
#[path = "../../tests/support/soundness.rs"]
mod soundness;
pub mod stages;
pub mod words;

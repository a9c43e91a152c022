//! Specwright reads an OpenAPI document and writes a Rust SDK.
//!
//! ```text
//! text ── load ──▶ Node ── parse ──▶ Document ── lower ──▶ Api ── emit ──▶ Files
//! ```
//!
//! This crate is pure: no files, no clock, no environment, no printing. `xtask` brings the texts
//! and takes the files.

pub mod api;
pub mod backend;
pub mod compare;
pub mod config;
pub mod diagnostic;
pub mod document;
mod generate;
pub mod lower;
pub mod source;

pub use document::Document;
pub use generate::{Compared, Generated, Input, Stage, Understood, compare, generate, ir};
pub use lower::Coverage;

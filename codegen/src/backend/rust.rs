//! The toolkit of each backend that writes Rust: names, types, doc comments, rendering.

pub(super) mod cycles;
pub(super) mod docs;
mod html;
mod inline;
pub(super) mod literal;
pub(super) mod markdown;
pub(super) mod references;
pub(super) mod render;
pub(super) mod spell;
pub(super) mod types;

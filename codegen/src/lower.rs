//! Lowering: what a document says becomes what it means.

mod docs;
mod literal;
mod names;
mod types;

pub use types::TypesConfig;

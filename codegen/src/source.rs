//! Loading: text becomes a tree of [`Node`]s, several files become one set of sources.
//!
//! Only this room knows the parsers. It knows nothing of OpenAPI.

mod node;

pub use node::{Map, Node};

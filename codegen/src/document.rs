//! The OpenAPI objects as the document states them, in one dialect.
//!
//! Swagger 2.0, OpenAPI 3.0 and 3.2 are brought to the shape of 3.1 (with 3.2's additions) while
//! parsing, so that `lower` reads one dialect. Parameters, headers, bodies, responses and the like
//! are given with their `$ref` followed. Schemas, which may be recursive, stand in one table and
//! point at each other by [`SchemaId`]. Every object knows where it stands.

mod objects;
mod parse;
mod schema;

pub use objects::*;
pub use parse::parse;
pub use schema::*;

//! Serves any OpenAPI document: checks each request against it, and answers with what it documents.
//!
//! It reads the document with a JSON Schema validator and nothing of the generator, so that the two
//! can disagree.

mod answer;
mod behaviour;
mod check;
mod compare;
pub mod contract;
mod document;
mod media;
mod multipart;
mod operations;
mod prefer;
mod request;
mod route;
mod sample;
mod schema;
mod server;
mod service;
mod style;

pub use answer::Answer;
pub use behaviour::{Asked, Behaviour};
pub use check::Violation;
pub use document::{Document, ReadFile};
pub use request::Request;
pub use server::{Mock, Setup};
pub use service::{Exchange, Service};

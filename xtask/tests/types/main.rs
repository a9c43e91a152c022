//! Generated types against JSON Schema: what a schema calls valid is decoded, and encoded as it was.

mod program;
mod random;
mod suite;

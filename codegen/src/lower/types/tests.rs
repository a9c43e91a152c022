//! Schemas and the types that they become.

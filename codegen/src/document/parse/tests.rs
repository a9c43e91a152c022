//! Parsing, a feature at a time.

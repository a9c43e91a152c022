//! The macro `input!`.

//! The macro `union!`.

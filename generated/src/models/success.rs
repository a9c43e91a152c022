//! `Success`.

/// Whether the server did what was asked.
pub type Success = bool;

//! What the API offers, by resource.

mod active_session;
mod sessions;

pub use active_session::*;
pub use sessions::*;

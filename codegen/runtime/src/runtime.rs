//! What every generated SDK carries: models, values, JSON, and the calls that move them.

pub mod input;
pub mod json;
pub mod maybe;
pub mod secret;

pub use input::{Input, MaybeInput};
pub use maybe::{Maybe, Null};
pub use secret::Secret;

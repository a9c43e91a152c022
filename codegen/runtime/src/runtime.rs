//! What every generated SDK carries: models, values, JSON, and the calls that move them.

pub mod base64;
pub mod date_time;
pub mod enums;
pub mod extra;
pub mod input;
pub mod json;
pub mod maybe;
pub mod model;
pub mod secret;
pub mod union;

pub use serde;
pub use serde_json;

pub use crate::{
    field_type, input, input_default, input_new, input_setter, input_setters, integer_enum,
    literal_enum, literal_inputs, model, newtype, open_enum, substitute, union, union_from,
};
pub use base64::{Base64, Base64Url};
pub use date_time::DateTime;
pub use extra::Extra;
pub use input::{Input, MaybeInput};
pub use maybe::{Maybe, Null};
pub use secret::Secret;
pub use union::Fit;

/// An object whose keys are data.
pub type Map<T> = std::collections::BTreeMap<String, T>;

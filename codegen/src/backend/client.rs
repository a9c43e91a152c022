//! The Rust SDK: a crate with a client, resources, models and the runtime.

mod layout;
mod models;

use layout::Layout;

use super::{Files, Options};
use crate::api::Api;

/// Writes the crate.
pub(super) fn emit(api: &Api, options: &Options) -> Files {
    let layout = Layout::new(api, options);
    let mut files = Files::new();
    files.extend(models::emit(&layout));
    files
}

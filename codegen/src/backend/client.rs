//! The Rust SDK: a crate with a client, resources, models and the runtime.

mod client_file;
mod contract;
mod deprecated;
mod example;
mod features;
mod index;
mod layout;
mod library;
mod manifest;
mod methods_table;
mod models;
mod readme;
mod resources;
mod runtime;
mod webhooks;

use layout::Layout;

use super::{Files, Options};
use crate::api::Api;

/// Writes the crate.
pub(super) fn emit(api: &Api, options: &Options) -> Files {
    let layout = Layout::new(api, options);
    let mut files = Files::new();
    files.insert("Cargo.toml".into(), manifest::emit(&layout, options));
    files.insert("rustfmt.toml".into(), manifest::RUSTFMT.to_owned());
    files.insert("README.md".into(), readme::emit(&layout));
    files.insert("src/lib.rs".into(), library::emit(&layout));
    files.insert("src/client.rs".into(), client_file::emit(&layout));
    files.extend(models::emit(&layout));
    files.extend(resources::emit(&layout));
    files.extend(webhooks::emit(&layout));
    files.extend(example::emit(&layout));
    files.extend(runtime::files());
    if let Some(wanted) = &options.contract {
        files.extend(contract::emit(&layout, wanted));
    }
    files
}

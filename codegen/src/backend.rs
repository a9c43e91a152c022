//! Backends: one way each of saying an `Api`.

mod client;
mod rust;

use std::collections::BTreeMap;

use camino::Utf8PathBuf;

use crate::api::Api;

/// What a backend writes: paths relative to the output folder, and texts.
pub type Files = BTreeMap<Utf8PathBuf, String>;

/// What the caller decides about the output beside the API itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The name of the package, if it is not that of the API.
    pub package: Option<String>,
}

/// One output.
#[derive(Clone, Copy, Debug)]
pub struct Backend {
    /// What it is called on the command line.
    pub name: &'static str,
    /// Says the API. It cannot fail: what cannot be said was reported before.
    pub emit: fn(&Api, &Options) -> Files,
}

/// Every backend.
pub const BACKENDS: &[Backend] = &[Backend {
    name: "client",
    emit: client::emit,
}];

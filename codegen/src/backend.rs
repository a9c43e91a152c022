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
    /// What the manifest says.
    pub package: Package,
    /// Tests of the crate against a server that holds it to the document; none unless said.
    pub contract: Option<Contract>,
}

/// What tests of the crate need. Paths are seen from the output folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contract {
    /// The crate of the server.
    pub mock: String,
    /// The document that it serves.
    pub document: String,
}

/// What a manifest says, where the API does not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Package {
    /// The name, if it is not that of the API.
    pub name: Option<String>,
    /// The version; else `0.1.0`.
    pub version: Option<String>,
    /// One sentence; else from the API's title.
    pub description: Option<String>,
    /// Where the source is.
    pub repository: Option<String>,
    /// Where it is introduced.
    pub homepage: Option<String>,
    /// An SPDX expression.
    pub license: Option<String>,
    /// Further dependencies, for types that the user brings: name and version requirement.
    pub dependencies: BTreeMap<String, String>,
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

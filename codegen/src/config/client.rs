//! `[client]`: base address, parameters and credentials that the client holds.

use std::collections::BTreeMap;

use serde::Deserialize;

/// What belongs to the client as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ClientConfig {
    /// The address of the API, in place of the document's servers.
    pub base_url: Option<String>,
    /// The environment variable that holds another address; else made from the crate's name.
    pub base_url_env: Option<String>,
    /// Parameters that the client holds for every operation that has one of that key.
    pub parameters: BTreeMap<String, ParameterConfig>,
    /// Security schemes, by their key in the document.
    pub credentials: BTreeMap<String, CredentialConfig>,
}

/// A parameter that the client holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ParameterConfig {
    /// The environment variable that holds it.
    pub env: Option<String>,
    /// What it is called; else as its key.
    pub name: Option<String>,
    /// What it is, where the document says nothing useful.
    pub description: Option<String>,
}

/// A security scheme.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CredentialConfig {
    /// The environment variable that holds it; else made from the names of crate and scheme.
    pub env: Option<String>,
    /// What it is called; else as its key.
    pub name: Option<String>,
}

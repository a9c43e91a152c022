//! The configuration: what the people behind an SDK decide, and the document cannot say.
//!
//! It stands beside the document, `spec/petstore.toml` beside `spec/petstore.yaml`. Every key has
//! a default, so that a bare document works.
//!
//! ```toml
//! out = "generated"                        # the folder that the crate is written to
//!
//! [package]                                # of the generated Cargo.toml
//! name = "realtime-kit"
//! version = "0.1.0"
//!
//! [client]
//! base_url_env = "CLOUDFLARE_BASE_URL"     # where `from_env` finds another address of the API
//!
//! [client.parameters.account_id]           # a parameter that the client holds for every operation
//! env = "CLOUDFLARE_ACCOUNT_ID"
//!
//! [client.credentials.api_token]           # a security scheme, by its key in the document
//! env = "CLOUDFLARE_API_TOKEN"
//!
//! [types]                                  # by their names in the document
//! strip_prefixes = ["realtimekit"]
//! secrets = ["StorageConfig.password", "*.stream_key"]
//! rename = { realtimekitMeeting = "Meeting" }
//! substitutes = { Money = "rust_decimal::Decimal" }
//!
//! [formats]
//! date_time = "text"                       # instants and days as they are written
//!
//! [resources]                              # a resource for the operations of a tag
//! "Active session" = "active_session"
//!
//! [operations.KickAllParticipants]         # by operationId, or "POST /path"
//! resource = "active_session"
//! method = "kick_all"
//!
//! [operations.ControlRecording.bodies]     # methods that always send this
//! pause = { action = "pause" }
//!
//! [operations.ControlRecording.summaries]  # what each of them does
//! pause = "Pause a recording."
//!
//! [operations.GetSessions.pagination]
//! style = "page"
//! parameter = "page_no"
//! size = "per_page"
//! items = "data.sessions"
//!
//! [exclude]
//! tags = ["MoQ Relays"]
//!
//! [tests]                                  # of each operation, against a server; seen from `out`
//! mock = "../codegen/mock"
//! document = "../spec/petstore.yaml"
//! ```

mod client;
mod operations;
mod place;
mod types;

use std::collections::BTreeMap;

use serde::Deserialize;

pub use client::{ClientConfig, CredentialConfig, ParameterConfig};
pub use operations::{BodyValue, Filter, OperationConfig, PaginationConfig, PaginationStyle};
pub use place::{ConfigError, Places};
pub use types::{FormatChoice, FormatsConfig, TypesConfig};

/// The whole configuration.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// The folder that the generated crate is written to.
    pub out: Option<String>,
    /// What the generated crate is called and what its manifest says.
    pub package: PackageConfig,
    /// What belongs to the client as a whole.
    pub client: ClientConfig,
    /// What types are called, which of their members are secrets, and what stands for them.
    pub types: TypesConfig,
    /// What stands for values of some formats.
    pub formats: FormatsConfig,
    /// The resource for the operations of a tag: `"Active session" = "active_session"`. A dot
    /// puts one resource beneath another: `"meetings.participants"`.
    pub resources: BTreeMap<String, String>,
    /// Operations, by `operationId` or `"POST /path"`.
    pub operations: BTreeMap<String, OperationConfig>,
    /// Which operations to generate; empty: all.
    pub include: Filter,
    /// Which operations to leave out, after `include`.
    pub exclude: Filter,
    /// Tests of the generated crate; none unless said.
    pub tests: Option<TestsConfig>,
    /// Where each entry stands, for whoever has something to say about it.
    #[serde(skip)]
    pub places: Places,
}

/// The manifest of the generated crate. What is missing comes from the document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PackageConfig {
    /// The name of the crate; else from the document's title.
    pub name: Option<String>,
    /// The version of the crate; else `0.1.0`.
    pub version: Option<String>,
    /// One sentence; else from the document's description.
    pub description: Option<String>,
    /// Where its source is.
    pub repository: Option<String>,
    /// Where it is introduced.
    pub homepage: Option<String>,
    /// An SPDX expression.
    pub license: Option<String>,
    /// Further dependencies, for types that the user brings: name and version requirement.
    pub dependencies: BTreeMap<String, String>,
}

/// Tests of each operation against a server that holds requests to the document.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TestsConfig {
    /// Where the crate of the server is, `specwright-mock`, seen from the output folder.
    pub mock: String,
    /// Where the document is, seen from there as well.
    pub document: String,
}

/// Reads a configuration; `path` is how errors name it.
pub fn parse(path: &str, text: &str) -> Result<Config, ConfigError> {
    let mut config: Config =
        toml::from_str(text).map_err(|error| ConfigError::new(path, text, &error))?;
    config.places = Places::new(path, text);
    Ok(config)
}

#[cfg(test)]
mod tests;

//! What the configuration can say about types.

use indexmap::IndexMap;

/// What the configuration can say about types.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypesConfig {
    /// Prefixes of component names that are left out, the first that fits.
    pub strip_prefixes: Vec<String>,
    /// Component name → name of the type.
    pub rename: IndexMap<String, String>,
    /// Members that are secrets: `Type.member`, or `*.member` for every type.
    pub secrets: Vec<String>,
    /// Component name → type that the user brings instead, as the output is to spell it.
    pub substitutes: IndexMap<String, String>,
}

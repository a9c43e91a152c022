//! `[types]` and `[formats]`: what types are called, and what stands for some of them.

use std::collections::BTreeMap;

use serde::Deserialize;

/// What types are called, and what is special about some of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TypesConfig {
    /// Prefixes of component names that are left out, the first that fits.
    pub strip_prefixes: Vec<String>,
    /// Component name → name of the type.
    pub rename: BTreeMap<String, String>,
    /// Members that are secrets: `Type.member`, or `*.member` for every type.
    pub secrets: Vec<String>,
    /// Component name → type that the user brings instead, as the output is to spell it.
    pub substitutes: BTreeMap<String, String>,
}

/// What stands for values of some formats.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FormatsConfig {
    /// `date-time`, `date`
    pub date_time: FormatChoice,
    /// `uuid`
    pub uuid: FormatChoice,
}

/// Whether values of a format have a type of their own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FormatChoice {
    /// They have.
    #[default]
    Typed,
    /// They are text.
    Text,
}

//! `[types]` and `[formats]`: what types are called, and what stands for some of them.

use indexmap::IndexMap;
use serde::{Deserialize, Deserializer};

use crate::lower::TypesConfig;

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

/// `[types]` as it is written.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Table {
    strip_prefixes: Vec<String>,
    rename: Entries,
    secrets: Vec<String>,
    substitutes: Entries,
}

/// Text by key, in the order of the file.
#[derive(Default)]
struct Entries(IndexMap<String, String>);

impl<'de> Deserialize<'de> for Entries {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let table = std::collections::BTreeMap::deserialize(deserializer)?;
        Ok(Self(table.into_iter().collect()))
    }
}

/// Reads `[types]`.
pub(super) fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<TypesConfig, D::Error> {
    let table = Table::deserialize(deserializer)?;
    Ok(TypesConfig {
        strip_prefixes: table.strip_prefixes,
        rename: table.rename.0,
        secrets: table.secrets,
        substitutes: table.substitutes.0,
    })
}

//! Where things stand in the configuration's file, and errors that say so.

use std::collections::BTreeMap;
use std::fmt;

use crate::diagnostic::Outside;
use toml::de::{DeTable, DeValue};

/// Where each entry of the configuration stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    path: String,
    lines: BTreeMap<Vec<String>, (usize, usize)>,
}

impl Places {
    pub(super) fn new(path: &str, text: &str) -> Self {
        let mut places = Self {
            path: path.to_owned(),
            lines: BTreeMap::new(),
        };
        if let Ok(table) = DeTable::parse(text) {
            places.walk(text, &mut Vec::new(), table.get_ref());
        }
        places
    }

    /// The place of an entry; `keys` are the names of the tables that lead to it. In a list the
    /// place is that of the list.
    pub fn find(&self, keys: &[&str]) -> Outside {
        let keys: Vec<String> = keys.iter().map(|&key| key.to_owned()).collect();
        Outside {
            path: self.path.clone(),
            position: self.lines.get(&keys).copied(),
        }
    }

    // The parser bounds how deep tables stand in each other.
    fn walk(&mut self, text: &str, keys: &mut Vec<String>, table: &DeTable<'_>) {
        for (key, value) in table {
            keys.push(key.get_ref().to_string());
            self.lines
                .insert(keys.clone(), position(text, key.span().start));
            if let DeValue::Table(inner) = value.get_ref() {
                self.walk(text, keys, inner);
            }
            keys.pop();
        }
    }
}

/// What is wrong with a configuration. Displayed as the diagnostics of a document are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError {
    /// The file, as it was named.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    source_line: String,
}

impl ConfigError {
    pub(super) fn new(path: &str, text: &str, error: &toml::de::Error) -> Self {
        let start = error.span().map_or(0, |span| span.start);
        let (line, column) = position(text, start);
        Self {
            path: path.to_owned(),
            line,
            column,
            message: error.message().trim().replace('\n', "; "),
            source_line: text.lines().nth(line - 1).unwrap_or_default().to_owned(),
        }
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            path,
            line,
            column,
            message,
            source_line,
        } = self;
        writeln!(f, "{path}:{line}:{column}: error[config]: {message}")?;
        let number = line.to_string();
        let margin = " ".repeat(number.len());
        // A tab stays a tab, so that the caret stands beneath its character.
        let indent: String = source_line
            .chars()
            .take(column - 1)
            .map(|c| if c == '\t' { '\t' } else { ' ' })
            .collect();
        writeln!(f, "{margin} |")?;
        writeln!(f, "{number} | {source_line}")?;
        write!(f, "{margin} | {indent}^")
    }
}

impl std::error::Error for ConfigError {}

fn position(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset.min(text.len())).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let line = before.matches('\n').count() + 1;
    let column = before[line_start..].chars().count() + 1;
    (line, column)
}

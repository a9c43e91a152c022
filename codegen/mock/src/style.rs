//! Styles: the standard's table of how values become text, read backwards.

mod pairs;
mod read;

use std::borrow::Cow;

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

use crate::operations::Style;
use crate::schema::Schema;

pub(crate) use read::{Types, scalar};

/// Where a written value came from.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Written<'a> {
    /// One text: a path segment, a header, a cookie. Whether it is percent-encoded.
    Text(&'a str, bool),
    /// The pairs of a query or form, as they came.
    Pairs(&'a [(String, String)]),
}

/// What a text could mean; the first is the likeliest.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    pub(crate) values: Vec<Value>,
    /// Keys of pairs that were used.
    pub(crate) used: Vec<String>,
}

/// Reads a value that was written in a style under a name.
pub(crate) fn read(
    style: Style,
    explode: bool,
    name: &str,
    written: Written<'_>,
    schema: Option<&Schema>,
) -> Reading {
    read_as(style, explode, name, written, &Types::of(schema))
}

/// As [`read`], where it is known already what the value may be.
pub(crate) fn read_as(
    style: Style,
    explode: bool,
    name: &str,
    written: Written<'_>,
    types: &Types<'_>,
) -> Reading {
    let mut reading = Reading::default();
    for kind in types.kinds() {
        let found = match written {
            Written::Text(text, encoded) => {
                let raw = Raw { text, encoded };
                read::of_text(style, explode, name, kind, raw).map(|raw| (raw, Vec::new()))
            }
            Written::Pairs(pairs) => pairs::of_pairs(style, explode, name, kind, pairs, types),
        };
        let Some((tree, used)) = found else { continue };
        for key in used {
            if !reading.used.contains(&key) {
                reading.used.push(key);
            }
        }
        for guess in [Guess::Typed, Guess::Text] {
            let value = tree.value(types, guess);
            if !reading.values.contains(&value) {
                reading.values.push(value);
            }
        }
    }
    reading
}

/// A text as it came.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Raw<'a> {
    text: &'a str,
    encoded: bool,
}

impl<'a> Raw<'a> {
    fn decoded(self) -> Cow<'a, str> {
        if self.encoded {
            percent_decode_str(self.text).decode_utf8_lossy()
        } else {
            self.text.into()
        }
    }

    fn of(self, text: &'a str) -> Self {
        Self { text, ..self }
    }
}

/// What kind of value is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Scalar,
    Array,
    Object,
}

/// Texts in the form of a value, not yet numbers or booleans.
#[derive(Debug)]
pub(crate) enum Tree {
    Scalar(String),
    Array(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

/// Whether texts that look like numbers are taken for such.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Guess {
    Typed,
    Text,
}

impl Tree {
    fn value(&self, types: &Types<'_>, guess: Guess) -> Value {
        match self {
            Self::Scalar(text) => match guess {
                Guess::Typed => scalar(text, types),
                Guess::Text => Value::String(text.clone()),
            },
            Self::Array(items) => {
                let items = items.iter().enumerate();
                let values = items.map(|(at, item)| item.value(&types.item(at), guess));
                Value::Array(values.collect())
            }
            Self::Object(members) => {
                let mut map = Map::new();
                for (key, tree) in members {
                    map.insert(key.clone(), tree.value(&types.member(key), guess));
                }
                Value::Object(map)
            }
        }
    }
}

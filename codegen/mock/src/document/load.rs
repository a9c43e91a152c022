//! Loading: YAML or JSON text into JSON values, file by file.

use std::collections::{BTreeMap, VecDeque};
use std::fmt;

use serde::de::{
    Deserialize, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use serde_json::{Map, Number, Value};

use super::{Document, File, Place, ReadFile};

/// A document that names more files than this is not served.
const MOST_FILES: usize = 2000;

pub(super) fn load(path: &str, text: &str, read: ReadFile<'_>) -> Result<Document, String> {
    let mut document = Document {
        files: Vec::new(),
        by_path: BTreeMap::new(),
        by_id: BTreeMap::new(),
    };
    let path = normal(path);
    let root = parse(&path, text)?;
    let mut waiting = VecDeque::new();
    enter(&mut document, path, root, &mut waiting);
    while let Some(path) = waiting.pop_front() {
        if document.by_path.contains_key(&path) {
            continue;
        }
        if document.files.len() >= MOST_FILES {
            return Err(format!("the document names more than {MOST_FILES} files"));
        }
        // What stands in an example may look like a reference; what is missed is told when it is used.
        let Ok(text) = read(&path) else { continue };
        let root = parse(&path, &text)?;
        enter(&mut document, path, root, &mut waiting);
    }
    Ok(document)
}

fn enter(document: &mut Document, path: String, root: Value, waiting: &mut VecDeque<String>) {
    collect(&root, &path, waiting);
    let place = Place {
        file: document.files.len(),
        pointer: String::new(),
    };
    identify(&root, &place, &mut document.by_id);
    document.by_path.insert(path.clone(), document.files.len());
    document.files.push(File { path, root });
}

fn parse(path: &str, text: &str) -> Result<Value, String> {
    let text = text.trim_start_matches('\u{feff}');
    let parsed = if text.trim_start().starts_with(['{', '[']) {
        serde_json::from_str(text)
            .map_err(|error| error.to_string())
            .or_else(|error| serde_yaml::from_str(text).map_err(|_| error))
    } else {
        serde_yaml::from_str(text).map_err(|error| error.to_string())
    };
    let Tree(value) = parsed.map_err(|error| format!("{path}: {error}"))?;
    Ok(value)
}

/// The files that references name.
fn collect(value: &Value, path: &str, waiting: &mut VecDeque<String>) {
    match value {
        Value::Object(members) => {
            if let Some(Value::String(reference)) = members.get("$ref") {
                let file = reference.split('#').next().unwrap_or_default();
                if !file.is_empty() {
                    waiting.push_back(resolve(path, file));
                }
            }
            for inner in members.values() {
                collect(inner, path, waiting);
            }
        }
        Value::Array(items) => items.iter().for_each(|inner| collect(inner, path, waiting)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The schemas that have an address of their own (`$id`).
fn identify(value: &Value, place: &Place, found: &mut BTreeMap<String, Place>) {
    match value {
        Value::Object(members) => {
            if let Some(Value::String(id)) = members.get("$id")
                && id.contains("://")
            {
                let id = id.trim_end_matches('#').to_owned();
                found.entry(id).or_insert_with(|| place.clone());
            }
            for (key, inner) in members {
                if inner.is_object() || inner.is_array() {
                    identify(inner, &place.join(key), found);
                }
            }
        }
        Value::Array(items) => {
            for (index, inner) in items.iter().enumerate() {
                identify(inner, &place.join(&index.to_string()), found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// A path seen from the folder of another.
pub(super) fn resolve(base: &str, path: &str) -> String {
    let path = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
    if path.starts_with('/') || path.contains("://") {
        return normal(&path);
    }
    match base.rsplit_once('/') {
        Some((folder, _)) => normal(&format!("{folder}/{path}")),
        None => normal(&path),
    }
}

/// A path without `.` and `..`.
fn normal(path: &str) -> String {
    if path.contains("://") {
        return path.to_owned();
    }
    let mut out: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." if out
                .last()
                .is_some_and(|last| !last.is_empty() && *last != "..") =>
            {
                out.pop();
            }
            other => out.push(other),
        }
    }
    out.join("/")
}

/// A value from any format: keys of any scalar become text, and a key that comes twice counts as it
/// comes last.
struct Tree(Value);

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TreeVisitor).map(Tree)
    }
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    #[expect(clippy::cast_precision_loss, reason = "as JSON has it beyond 64 bits")]
    fn visit_i128<E>(self, value: i128) -> Result<Value, E> {
        Ok(number(value as f64))
    }

    #[expect(clippy::cast_precision_loss, reason = "as JSON has it beyond 64 bits")]
    fn visit_u128<E>(self, value: u128) -> Result<Value, E> {
        Ok(number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<Value, A::Error> {
        let (_, content): (Key, _) = tagged.variant()?;
        content.newtype_variant::<Tree>().map(|tree| tree.0)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(Tree(item)) = items.next_element()? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        let mut merged = Vec::new();
        while let Some((Key(key), Tree(value))) = members.next_entry()? {
            if key == "<<" {
                merged.push(value);
            } else {
                map.insert(key, value);
            }
        }
        for value in merged {
            merge(&mut map, value);
        }
        Ok(Value::Object(map))
    }
}

/// `<<` of YAML: what is there already counts more.
fn merge(map: &mut Map<String, Value>, value: Value) {
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                map.entry(key).or_insert(value);
            }
        }
        Value::Array(items) => items.into_iter().for_each(|item| merge(map, item)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn number(value: f64) -> Value {
    Number::from_f64(value).map_or(Value::Null, Value::Number)
}

struct Key(String);

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let key = deserializer.deserialize_any(TreeVisitor)?;
        Ok(Key(match key {
            Value::String(text) => text,
            other => other.to_string(),
        }))
    }
}

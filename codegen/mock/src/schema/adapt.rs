//! Schemas of every dialect as JSON Schema 2020-12.

use std::collections::{BTreeSet, HashMap};

use serde_json::{Map, Value, json};

use super::Direction;
use crate::document::{Document, Place, Version};

/// The schema at a place and all that it refers to, each with the place where it stands. The first
/// is the schema itself.
pub(super) fn adapt(
    document: &Document,
    version: Version,
    place: &Place,
    direction: Direction,
) -> (Map<String, Value>, Vec<Place>) {
    let mut adapter = Adapter {
        document,
        version,
        direction,
        places: vec![place.clone()],
        numbers: HashMap::from([(place.clone(), 0)]),
    };
    let mut definitions = Map::new();
    let mut next = 0;
    while let Some(place) = adapter.places.get(next).cloned() {
        let schema = adapter.schema(&place);
        definitions.insert(next.to_string(), schema);
        next += 1;
    }
    (definitions, adapter.places)
}

struct Adapter<'a> {
    document: &'a Document,
    version: Version,
    direction: Direction,
    places: Vec<Place>,
    numbers: HashMap<Place, usize>,
}

const ONE: &[&str] = &[
    "additionalItems",
    "additionalProperties",
    "contains",
    "else",
    "if",
    "items",
    "not",
    "propertyNames",
    "then",
    "unevaluatedItems",
    "unevaluatedProperties",
];
const SEVERAL: &[&str] = &["allOf", "anyOf", "oneOf", "prefixItems"];
const NAMED: &[&str] = &["dependentSchemas", "patternProperties", "properties"];
const COUNTS: &[&str] = &[
    "maxItems",
    "maxLength",
    "maxProperties",
    "minItems",
    "minLength",
    "minProperties",
];
const NUMBERS: &[&str] = &["maximum", "minimum", "multipleOf"];
/// What is kept for whoever makes samples, and means nothing to a validator.
const SAID: &[&str] = &["default", "example", "examples", "readOnly", "writeOnly"];
const TYPES: &[&str] = &[
    "array", "boolean", "integer", "null", "number", "object", "string",
];

impl Adapter<'_> {
    fn schema(&mut self, place: &Place) -> Value {
        let schema = match self.document.at(place) {
            Value::Bool(value) => return Value::Bool(*value),
            Value::Object(schema) => schema,
            Value::Null | Value::Number(_) | Value::String(_) | Value::Array(_) => {
                return Value::Bool(true);
            }
        };
        let nullable = ["nullable", "x-nullable"]
            .iter()
            .any(|key| schema.get(*key) == Some(&Value::Bool(true)));
        let reference = schema
            .get("$ref")
            .or_else(|| schema.get("$dynamicRef"))
            .and_then(Value::as_str);
        let reference = reference.map(|reference| self.reference(place, reference));
        let adapted = match reference {
            // Before 3.1, nothing counts that stands beside a reference.
            Some(reference) if self.version != Version::ThreeOne => reference,
            Some(reference) => {
                let mut own = self.keywords(place, schema);
                if let (Value::Object(reference), Some(own)) = (reference, own.as_object_mut()) {
                    own.extend(reference);
                }
                own
            }
            None => self.keywords(place, schema),
        };
        if nullable { or_null(adapted) } else { adapted }
    }

    fn reference(&mut self, from: &Place, reference: &str) -> Value {
        let Some(target) = self.document.target(from, reference) else {
            return Value::Bool(true);
        };
        json!({"$ref": self.local(target)})
    }

    /// The reference to a place within the bundle.
    fn local(&mut self, target: Place) -> String {
        let fresh = self.places.len();
        let number = *self.numbers.entry(target.clone()).or_insert(fresh);
        if number == fresh {
            self.places.push(target);
        }
        format!("#/$defs/{number}")
    }

    fn keywords(&mut self, place: &Place, schema: &Map<String, Value>) -> Value {
        let mut out = Map::new();
        for (key, value) in schema {
            let at = place.join(key);
            match key.as_str() {
                "items" if value.is_array() => {
                    out.insert("prefixItems".into(), self.list(&at, value));
                    if schema.contains_key("additionalItems") {
                        let rest = self.schema(&place.join("additionalItems"));
                        out.insert("items".into(), rest);
                    }
                }
                key if ONE.contains(&key) && key != "additionalItems" => {
                    out.insert(key.into(), self.schema(&at));
                }
                key if SEVERAL.contains(&key) => {
                    // Where a key tells variants apart, a value need not fit one of them alone.
                    let told_apart = key == "oneOf" && schema.contains_key("discriminator");
                    let key = if told_apart { "anyOf" } else { key };
                    if value.as_array().is_some_and(|list| !list.is_empty()) {
                        out.insert(key.into(), self.list(&at, value));
                    }
                }
                key if NAMED.contains(&key) => {
                    let members = self.document.members(&at);
                    let adapted = members
                        .iter()
                        .map(|(name, at)| (name.clone(), self.schema(at)));
                    out.insert(key.into(), Value::Object(adapted.collect()));
                }
                key if COUNTS.contains(&key) => {
                    if let Some(count) = count(value) {
                        out.insert(key.into(), count.into());
                    }
                }
                key if NUMBERS.contains(&key) => {
                    let exclusive = match key {
                        "minimum" => "exclusiveMinimum",
                        "maximum" => "exclusiveMaximum",
                        _ => "",
                    };
                    let excluded = schema.get(exclusive) == Some(&Value::Bool(true));
                    let key = if excluded { exclusive } else { key };
                    if usable(key, value) {
                        out.insert(key.into(), value.clone());
                    }
                }
                "exclusiveMinimum" | "exclusiveMaximum" if value.is_number() => {
                    out.insert(key.clone(), value.clone());
                }
                "type" => {
                    if let Some(types) = types(value) {
                        out.insert(key.clone(), types);
                    }
                }
                "enum" if value.as_array().is_some_and(|list| !list.is_empty()) => {
                    out.insert(key.clone(), value.clone());
                }
                "const" if self.version == Version::ThreeOne => {
                    out.insert(key.clone(), value.clone());
                }
                "required" => {
                    if let Some(required) = self.required(place, value) {
                        out.insert(key.clone(), required);
                    }
                }
                "dependentRequired" if value.is_object() => {
                    out.insert(key.clone(), value.clone());
                }
                "uniqueItems" if value.is_boolean() => {
                    out.insert(key.clone(), value.clone());
                }
                "contentSchema" => {
                    out.insert(key.clone(), self.schema(&at));
                }
                "format" | "contentEncoding" | "contentMediaType" if value.is_string() => {
                    out.insert(key.clone(), value.clone());
                }
                "pattern" if value.as_str().is_some_and(is_pattern) => {
                    out.insert(key.clone(), value.clone());
                }
                "discriminator" => {
                    out.insert(key.clone(), self.discriminator(place));
                }
                key if SAID.contains(&key) => {
                    out.insert(key.into(), value.clone());
                }
                _ => {}
            }
        }
        Value::Object(out)
    }

    fn list(&mut self, place: &Place, value: &Value) -> Value {
        let count = value.as_array().map_or(0, Vec::len);
        let schemas = (0..count).map(|index| self.schema(&place.join(&index.to_string())));
        Value::Array(schemas.collect())
    }

    /// What must be there, without what only the other side sends.
    fn required(&self, place: &Place, value: &Value) -> Option<Value> {
        let one_way = match self.direction {
            Direction::Request => "readOnly",
            Direction::Response => "writeOnly",
        };
        let mut other = BTreeSet::new();
        self.one_way(place, one_way, 0, &mut other);
        let keys = value.as_array()?.iter().filter_map(Value::as_str);
        let keys: BTreeSet<&str> = keys.filter(|key| !other.contains(*key)).collect();
        Some(json!(keys))
    }

    /// The members that only one side sends, those of a composition included.
    fn one_way(&self, place: &Place, mark: &str, depth: usize, found: &mut BTreeSet<String>) {
        if depth > 8 {
            return;
        }
        let place = self.document.follow(place);
        for (key, at) in self.document.members(&place.join("properties")) {
            if self.is_marked(&at, mark, 0) {
                found.insert(key);
            }
        }
        for part in self.document.items(&place.join("allOf")) {
            self.one_way(&part, mark, depth + 1, found);
        }
    }

    /// Whether a member carries a mark: itself, where it refers to, or a part of its `allOf`, which
    /// is how documents before 3.1 say more beside a reference.
    fn is_marked(&self, place: &Place, mark: &str, depth: usize) -> bool {
        let marked = |at: &Place| self.document.at(at).get(mark) == Some(&Value::Bool(true));
        let target = self.document.follow(place);
        marked(place)
            || marked(&target)
            || depth < 8
                && self
                    .document
                    .items(&target.join("allOf"))
                    .iter()
                    .any(|part| self.is_marked(part, mark, depth + 1))
    }

    /// The key that tells variants apart, and the value that stands for each.
    fn discriminator(&mut self, schema: &Place) -> Value {
        let place = schema.join("discriminator");
        let document = self.document;
        let said = document.at(&place);
        let key = said.get("propertyName").unwrap_or(said);
        let mut tags = Map::new();
        let mapping = said.get("mapping").and_then(Value::as_object);
        for (tag, target) in mapping.into_iter().flatten() {
            let Some(target) = target.as_str() else {
                continue;
            };
            let component = format!("#/components/schemas/{target}");
            let found = document.target(&place, target);
            if let Some(found) = found.or_else(|| document.target(&place, &component)) {
                let local = self.local(found);
                tags.entry(local).or_insert_with(|| tag.clone().into());
            }
        }
        for list in ["oneOf", "anyOf"] {
            let list = schema.join(list);
            let count = document.at(&list).as_array().map_or(0, Vec::len);
            for variant in (0..count).map(|index| list.join(&index.to_string())) {
                let reference = document.at(&variant).get("$ref").and_then(Value::as_str);
                let target = reference.and_then(|text| document.target(&variant, text));
                if let Some(target) = target {
                    let name = target.name();
                    let local = self.local(target);
                    tags.entry(local).or_insert_with(|| name.into());
                }
            }
        }
        json!({"key": key, "tags": tags})
    }
}

/// The schema, or `null`.
fn or_null(mut schema: Value) -> Value {
    let Some(own) = schema.as_object_mut() else {
        return schema;
    };
    let plain = !["$ref", "allOf", "anyOf", "oneOf", "not"]
        .iter()
        .any(|key| own.contains_key(*key));
    let Some(types) = own.get("type").cloned().filter(|_| plain) else {
        return json!({"anyOf": [schema, {"type": "null"}]});
    };
    let mut types = match types {
        Value::Array(types) => types,
        one => vec![one],
    };
    types.push("null".into());
    own.insert("type".into(), types.into());
    if let Some(Value::Array(values)) = own.get_mut("enum")
        && !values.contains(&Value::Null)
    {
        values.push(Value::Null);
    }
    schema
}

/// The types that JSON Schema knows; nothing if there is another among them.
fn types(value: &Value) -> Option<Value> {
    let known = |value: &Value| value.as_str().is_some_and(|text| TYPES.contains(&text));
    match value {
        Value::String(_) => known(value).then(|| value.clone()),
        Value::Array(list) => {
            let mut unique: Vec<&Value> = Vec::new();
            for ty in list {
                if !unique.contains(&ty) {
                    unique.push(ty);
                }
            }
            (!list.is_empty() && list.iter().all(known)).then(|| json!(unique))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => None,
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the number is whole and not negative; what is too large is the largest"
)]
fn count(value: &Value) -> Option<u64> {
    value.as_u64().or_else(|| {
        let number = value.as_f64().filter(|number| *number >= 0.0)?;
        (number.fract() == 0.0).then_some(number as u64)
    })
}

fn usable(key: &str, value: &Value) -> bool {
    match value.as_f64() {
        Some(number) => key != "multipleOf" || number > 0.0,
        None => false,
    }
}

/// Whether a validator understands a pattern; where not, nothing can be said of a text.
fn is_pattern(pattern: &str) -> bool {
    jsonschema::options()
        .offline()
        .build(&json!({"pattern": pattern}))
        .is_ok()
}

//! Samples: values that a schema accepts, made from the schema and then checked against it.

mod merge;
mod scalar;

use serde_json::{Map, Value};

use crate::media;
use crate::schema::Schema;

/// How much of a value there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    /// What is required.
    Required,
    /// Everything.
    Full,
}

/// A value that the schema accepts; the reason if none was found.
pub(crate) fn sample(schema: &Schema, extent: Extent) -> Result<Value, String> {
    let other = match extent {
        Extent::Required => Extent::Full,
        Extent::Full => Extent::Required,
    };
    let mut reason = None;
    for extent in [extent, other] {
        for (attempt, examples) in ATTEMPTS {
            let Some(value) = attempt_sample(schema, extent, *attempt, *examples) else {
                continue;
            };
            let mismatches = schema.check(&value);
            let Some(first) = mismatches.first() else {
                return Ok(value);
            };
            reason.get_or_insert_with(|| format!("{} at `{}`", first.message, first.at));
        }
    }
    Err(reason.unwrap_or_else(|| "no value of it is small".into()))
}

/// Which variant of unions is taken, and whether the document's examples are.
const ATTEMPTS: &[(usize, bool)] = &[
    (0, true),
    (0, false),
    (1, true),
    (1, false),
    (2, false),
    (3, false),
    (CAREFUL, false),
];

/// The attempt in which each union is tried by itself until a variant fits.
const CAREFUL: usize = 4;

/// So many values of unions are checked by themselves for one sample.
const MOST_CHECKED: usize = 200;

fn attempt_sample(
    schema: &Schema,
    extent: Extent,
    attempt: usize,
    examples: bool,
) -> Option<Value> {
    let mut sampler = Sampler {
        bundle: &schema.bundle,
        extent,
        attempt,
        examples,
        path: Vec::new(),
        made: 0,
        checked: 0,
    };
    sampler.value(&schema.bundle, 0)
}

/// Values deeper than this are not made.
const DEEPEST: usize = 24;

/// When so many values were made, only what is required follows; and when many more, nothing.
const ENOUGH: usize = 3_000;
const TOO_MANY: usize = 30_000;

struct Sampler<'a> {
    bundle: &'a Value,
    extent: Extent,
    attempt: usize,
    examples: bool,
    /// The definitions that are being made, from the outermost on.
    path: Vec<String>,
    made: usize,
    checked: usize,
}

impl Sampler<'_> {
    /// A value of a schema. `salt` makes values differ where they must.
    fn value(&mut self, schema: &Value, salt: usize) -> Option<Value> {
        self.made += 1;
        if self.path.len() > DEEPEST || self.made > TOO_MANY {
            return None;
        }
        if schema.is_boolean() {
            return (schema == &Value::Bool(true)).then(|| "anything".into());
        }
        if self.examples
            && let Some(example) = example(schema)
            && salt == 0
        {
            return Some(example.clone());
        }
        if self.attempt == CAREFUL && self.variants(schema) > 0 {
            return self.fitting(schema, salt);
        }
        self.one(schema, salt, self.attempt)
    }

    /// How many variants a schema has, or what it refers to.
    fn variants(&self, schema: &Value) -> usize {
        let mut schema = schema;
        // A chain of references may be a circle.
        for _ in 0..16 {
            let count = |key: &str| {
                schema
                    .get(key)
                    .and_then(Value::as_array)
                    .map_or(0, Vec::len)
            };
            let found = count("oneOf").max(count("anyOf"));
            let reference = schema.get("$ref").and_then(Value::as_str);
            match reference.and_then(|reference| self.definition(reference)) {
                Some(target) if found == 0 => schema = target,
                Some(_) | None => return found,
            }
        }
        0
    }

    /// A value of the first variant that the whole schema accepts, where it is hard to find.
    fn fitting(&mut self, schema: &Value, salt: usize) -> Option<Value> {
        let bundle = serde_json::json!({"allOf": [schema], "$defs": self.bundle["$defs"]});
        let mut validator = None;
        let mut last = None;
        for attempt in 0..self.variants(schema) {
            let Some(value) = self.one(schema, salt, attempt) else {
                continue;
            };
            self.checked += 1;
            if self.checked > MOST_CHECKED {
                return Some(value);
            }
            let validator = validator.get_or_insert_with(|| {
                jsonschema::options()
                    .with_draft(jsonschema::Draft::Draft202012)
                    .offline()
                    .build(&bundle)
            });
            let Ok(validator) = validator else {
                return Some(value);
            };
            // What one variant leaves open, another may forbid.
            let wider = with_another_member(&value);
            for value in std::iter::once(value).chain(wider) {
                if validator.is_valid(&value) {
                    return Some(value);
                }
                last = Some(value);
            }
        }
        last
    }

    /// A value of the variant whose turn it is.
    fn one(&mut self, schema: &Value, salt: usize, turn: usize) -> Option<Value> {
        let attempt = std::mem::replace(&mut self.attempt, turn);
        let flattened = self.flatten(schema);
        self.attempt = attempt;
        let (flat, entered) = flattened?;
        let depth = self.path.len();
        self.path.extend(entered);
        let value = self.of_flat(&flat, salt);
        self.path.truncate(depth);
        value
    }

    fn of_flat(&mut self, flat: &Map<String, Value>, salt: usize) -> Option<Value> {
        if self.examples
            && salt == 0
            && let Some(example) = flat.get("example").filter(|example| !example.is_null())
        {
            return Some(example.clone());
        }
        if let Some(value) = flat.get("const") {
            return Some(value.clone());
        }
        if let Some(values) = flat.get("enum").and_then(Value::as_array) {
            let fitting: Vec<&Value> = values
                .iter()
                .filter(|value| !value.is_null() && fits(flat, value))
                .collect();
            let at = self.attempt + salt;
            return match fitting.as_slice() {
                [] => values.first().cloned(),
                some => Some(some[at % some.len()].clone()),
            };
        }
        match self.kind(flat) {
            "object" => self.object(flat),
            "array" => self.array(flat),
            "string" => match self.document_in(flat, salt) {
                Some(document) => Some(document.to_string().into()),
                None => scalar::text(flat, salt),
            },
            "integer" => scalar::integer(flat, salt),
            "number" if is_whole(flat) => scalar::integer(flat, salt),
            "number" => scalar::number(flat, salt),
            "boolean" => Some(Value::Bool(salt.is_multiple_of(2))),
            "null" => Some(Value::Null),
            _ => Some("anything".into()),
        }
    }

    /// The JSON document that a text holds (`contentSchema`).
    fn document_in(&mut self, flat: &Map<String, Value>, salt: usize) -> Option<Value> {
        let media_type = flat.get("contentMediaType")?.as_str()?;
        let schema = flat.get("contentSchema")?.clone();
        (media::kind(media_type) == media::Kind::Json)
            .then(|| self.value(&schema, salt))
            .flatten()
    }

    /// The type to make a value of: from `type`, else from the other keywords.
    fn kind<'m>(&self, flat: &'m Map<String, Value>) -> &'m str {
        let has = |keys: &[&str]| keys.iter().any(|key| flat.contains_key(*key));
        match flat.get("type") {
            Some(Value::String(ty)) => ty,
            Some(Value::Array(types)) => {
                let types: Vec<&str> = types
                    .iter()
                    .filter_map(Value::as_str)
                    .filter(|ty| *ty != "null")
                    .collect();
                match types.as_slice() {
                    [] => "null",
                    some => some[self.attempt % some.len()],
                }
            }
            _ if has(&[
                "properties",
                "additionalProperties",
                "required",
                "minProperties",
            ]) =>
            {
                "object"
            }
            _ if has(&["items", "prefixItems", "minItems"]) => "array",
            _ if has(&[
                "pattern",
                "minLength",
                "maxLength",
                "format",
                "contentEncoding",
            ]) =>
            {
                "string"
            }
            _ if has(&["minimum", "maximum", "multipleOf", "exclusiveMinimum"]) => "number",
            _ => "",
        }
    }

    fn object(&mut self, flat: &Map<String, Value>) -> Option<Value> {
        let required: Vec<&str> = flat
            .get("required")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        let mut out = Map::new();
        let none = Map::new();
        let properties = flat.get("properties").and_then(Value::as_object);
        let properties = properties.unwrap_or(&none);
        let count = |key: &str| flat.get(key).and_then(Value::as_u64);
        let least = count("minProperties").unwrap_or(0);
        let most = count("maxProperties").unwrap_or(u64::MAX);
        for (key, schema) in properties {
            let needed = required.contains(&key.as_str());
            let wanted = self.extent == Extent::Full && self.made < ENOUGH
                || (out.len() as u64) + (required.len() as u64) < least;
            if !needed && (!wanted || out.len() as u64 >= most || self.one_way(schema)) {
                continue;
            }
            match self.value(schema, 0) {
                Some(value) => {
                    out.insert(key.clone(), value);
                }
                None if needed => return None,
                None => {}
            }
        }
        for key in required {
            if !out.contains_key(key) {
                let value = self.additional(flat, key)?;
                out.insert(key.to_owned(), value);
            }
        }
        let typed = flat
            .get("additionalProperties")
            .is_some_and(Value::is_object);
        let patterned = flat.contains_key("patternProperties");
        let wanted = (typed || patterned) && self.extent == Extent::Full && self.made < ENOUGH;
        let mut number = 0;
        while (out.len() as u64) < least || (wanted && number == 0 && (out.len() as u64) < most) {
            number += 1;
            if number > 50 {
                return None;
            }
            let key = Self::key(flat, number);
            match self.additional(flat, &key) {
                Some(value) => {
                    out.insert(key, value);
                }
                None if (out.len() as u64) < least => return None,
                None => break,
            }
        }
        Some(Value::Object(out))
    }

    /// Whether only the client sends it.
    fn one_way(&self, schema: &Value) -> bool {
        let target = schema
            .get("$ref")
            .and_then(Value::as_str)
            .and_then(|reference| self.definition(reference));
        [Some(schema), target]
            .into_iter()
            .flatten()
            .any(|schema| schema.get("writeOnly") == Some(&Value::Bool(true)))
    }

    /// A key that is no property.
    fn key(flat: &Map<String, Value>, number: usize) -> String {
        let names = flat.get("propertyNames");
        let pattern = names.and_then(|names| names.get("pattern")?.as_str());
        let among =
            names.and_then(|names| names.get("enum")?.as_array()?.get(number - 1)?.as_str());
        let patterned = flat
            .get("patternProperties")
            .and_then(|patterns| patterns.as_object()?.keys().next());
        if let Some(key) = among {
            return key.to_owned();
        }
        let pattern = pattern.or(patterned.map(String::as_str));
        let made = pattern.and_then(|pattern| specwright_pattern::sample(pattern, number));
        made.unwrap_or_else(|| format!("key_{number}"))
    }

    /// A value of a member that is no property.
    fn additional(&mut self, flat: &Map<String, Value>, key: &str) -> Option<Value> {
        let patterns = flat.get("patternProperties").and_then(Value::as_object);
        let matching = patterns.into_iter().flatten().find(|(pattern, _)| {
            regex::Regex::new(pattern).is_ok_and(|pattern| pattern.is_match(key))
        });
        if let Some((_, schema)) = matching {
            return self.value(schema, 0);
        }
        match flat.get("additionalProperties") {
            None => Some("anything".into()),
            Some(schema) => self.value(schema, 0),
        }
    }

    fn array(&mut self, flat: &Map<String, Value>) -> Option<Value> {
        let count = |key: &str| flat.get(key).and_then(Value::as_u64);
        let least = usize::try_from(count("minItems").unwrap_or(0)).ok()?;
        let most = count("maxItems").map_or(usize::MAX, |most| {
            usize::try_from(most).unwrap_or(usize::MAX)
        });
        if least > 1_000 {
            return None;
        }
        let prefix = flat.get("prefixItems").and_then(Value::as_array);
        let mut out = Vec::new();
        for schema in prefix.into_iter().flatten().take(most) {
            match self.value(schema, out.len()) {
                Some(value) => out.push(value),
                None if out.len() < least => return None,
                None => break,
            }
        }
        let anything = Value::Bool(true);
        let items = flat.get("items").unwrap_or(&anything);
        let more = self.extent == Extent::Full && self.made < ENOUGH && prefix.is_none();
        let wanted = if more { least.max(1).min(most) } else { least };
        while out.len() < wanted {
            match self.value(items, out.len()) {
                Some(value) => out.push(value),
                None if out.len() < least => return None,
                None => break,
            }
        }
        Some(Value::Array(out))
    }
}

/// An object with a member that nobody describes.
fn with_another_member(value: &Value) -> Option<Value> {
    let mut members = value.as_object()?.clone();
    members.insert("another_member".into(), "anything".into());
    Some(Value::Object(members))
}

/// Whether a format says that a number is whole.
fn is_whole(flat: &Map<String, Value>) -> bool {
    let format = flat.get("format").and_then(Value::as_str);
    format.is_some_and(|format| {
        matches!(format, "integer" | "int" | "long")
            || ["int", "uint"].iter().any(|start| {
                let width = format.strip_prefix(start);
                width.is_some_and(|width| width.parse::<u8>().is_ok())
            })
    })
}

/// The example of a schema, if it has one.
fn example(schema: &Value) -> Option<&Value> {
    let one = schema.get("example");
    let several = schema
        .get("examples")
        .and_then(|list| list.as_array()?.first());
    one.or(several).filter(|example| !example.is_null())
}

/// Whether a constant is of the types that a schema allows.
fn fits(flat: &Map<String, Value>, value: &Value) -> bool {
    let ty = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let same = |known: &Value| known == ty || (ty == "integer" && known == "number");
    match flat.get("type") {
        Some(Value::Array(types)) => types.iter().any(same),
        Some(known) => same(known),
        None => true,
    }
}

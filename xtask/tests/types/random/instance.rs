//! Values that try to be what a schema wants.

use fastrand::Rng;
use serde_json::{Map, Value, json};

/// How deep values go before what may be left out is.
const DEEPEST: u8 = 6;

/// Makes values of the schemas of one document.
pub(super) struct Instances<'a> {
    schemas: &'a Map<String, Value>,
    rng: &'a mut Rng,
}

impl<'a> Instances<'a> {
    pub(super) fn new(schemas: &'a Map<String, Value>, rng: &'a mut Rng) -> Self {
        Self { schemas, rng }
    }

    pub(super) fn of_component(&mut self, name: &str) -> Value {
        self.of(&self.schemas[name], 0)
    }

    fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.rng.usize(..of.len())].clone()
    }

    fn of(&mut self, schema: &'a Value, depth: u8) -> Value {
        let Value::Object(schema) = schema else {
            return self.anything(1);
        };
        if let Some(Value::String(reference)) = schema.get("$ref") {
            let (_, name) = reference.rsplit_once('/').expect("it is a component");
            return self.of_referenced(name, depth);
        }
        if let Some(constant) = schema.get("const") {
            return constant.clone();
        }
        if let Some(Value::Array(values)) = schema.get("enum") {
            return self.one(values);
        }
        for keyword in ["oneOf", "anyOf"] {
            if let Some(Value::Array(branches)) = schema.get(keyword) {
                let branch = &branches[self.rng.usize(..branches.len())];
                return self.of(branch, depth + 1);
            }
        }
        let mut value = match self.kind(schema, depth) {
            "null" => Value::Null,
            "boolean" => self.rng.bool().into(),
            "string" => self.text(schema),
            "integer" => self.integer(schema),
            "number" => self.number(schema),
            "array" => self.list(schema, depth),
            "object" => self.object(schema, depth),
            _ => self.anything(1),
        };
        for part in schema
            .get("allOf")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
        {
            let part = self.of(part, depth);
            match (&mut value, part) {
                (Value::Object(value), Value::Object(part)) => {
                    for (key, member) in part {
                        value.entry(key).or_insert(member);
                    }
                }
                (value, part) => *value = part,
            }
        }
        value
    }

    /// Of a base, one of its heirs, which is known by its name, or something unheard of.
    fn of_referenced(&mut self, name: &str, depth: u8) -> Value {
        let target = &self.schemas[name];
        let tag = target.pointer("/discriminator/propertyName");
        let (Some(tag), None) = (tag.and_then(Value::as_str), target.get("oneOf")) else {
            return self.of(target, depth + 1);
        };
        let which = self.one(&["X", "Y", "Z", "?"]);
        let heir = format!("{name}{which}");
        let known = self.schemas.get(&heir).unwrap_or(target);
        let mut value = self.of(known, depth + 1);
        value[tag] = heir.into();
        value
    }

    fn kind(&mut self, schema: &'a Map<String, Value>, depth: u8) -> &'a str {
        match schema.get("type") {
            Some(Value::String(ty)) => ty,
            Some(Value::Array(types)) => {
                let types: Vec<&str> = types.iter().filter_map(Value::as_str).collect();
                if depth > DEEPEST && types.contains(&"null") {
                    "null"
                } else {
                    self.one(&types)
                }
            }
            _ if schema.contains_key("allOf") || schema.contains_key("properties") => "object",
            _ => "",
        }
    }

    fn anything(&mut self, depth: u8) -> Value {
        match self.rng.u8(..if depth == 0 { 5 } else { 7 }) {
            0 => Value::Null,
            1 => self.rng.bool().into(),
            2 => self.rng.i32(..).into(),
            3 => 0.25.into(),
            4 => "any \"thing\"\n".into(),
            5 => json!([self.anything(depth - 1), 1]),
            _ => json!({ "x": self.anything(depth - 1), "": [] }),
        }
    }

    fn text(&mut self, schema: &Map<String, Value>) -> Value {
        let format = schema.get("format").and_then(Value::as_str);
        let known: &[&str] = match format.unwrap_or_default() {
            "date-time" => &[
                "2024-02-29T12:30:00Z",
                "1985-04-12T23:20:50.520-05:00",
                "2024-01-01T00:00:00.000+00:00",
            ],
            "date" => &["2024-02-29", "0001-01-01", "9999-12-31"],
            "time" => &["12:30:00Z", "23:59:59.5+01:00"],
            "duration" => &["P1D", "PT1H30M", "P2W"],
            "uuid" => &[
                "f47ac10b-58cc-4372-a567-0e02b2c3d479",
                "00000000-0000-0000-0000-000000000000",
            ],
            "uri" => &["https://example.com/a?b=c#d", "urn:x:y"],
            "email" => &["a@example.com"],
            "ipv4" => &["127.0.0.1", "255.255.255.255"],
            "ipv6" => &["::1", "2001:db8::1"],
            "hostname" => &["example.com"],
            "byte" | "binary" => &["", "aGVsbG8=", "aGk="],
            _ if schema.contains_key("contentEncoding") => &["", "aGVsbG8=", "aGk="],
            _ => &[
                "",
                "ab",
                "a \"b\"\\\u{0}\n",
                "\u{1f600}é",
                "null",
                "12",
                "2024-02-29",
            ],
        };
        self.one(known).into()
    }

    fn integer(&mut self, schema: &Map<String, Value>) -> Value {
        let format = schema.get("format").and_then(Value::as_str);
        match (format, self.rng.u8(..6)) {
            (_, 0) => 0.into(),
            (_, 1) => 7.0.into(),
            (Some("uint8"), _) => self.rng.u8(..).into(),
            (Some("int32"), _) => self.rng.i32(..).into(),
            (_, 2) if schema.contains_key("minimum") => 200.into(),
            (_, 3) => self.rng.i64(..).into(),
            (_, _) => self.rng.u8(..).into(),
        }
    }

    fn number(&mut self, schema: &Map<String, Value>) -> Value {
        let single = schema.get("format").is_some_and(|format| format == "float");
        match self.rng.u8(..5) {
            0 => 3.into(),
            1 => (-2.5).into(),
            2 if !single => 1e300.into(),
            3 if !single => 0.1.into(),
            _ => 1_048_576.5.into(),
        }
    }

    fn list(&mut self, schema: &'a Map<String, Value>, depth: u8) -> Value {
        let first = schema.get("prefixItems").and_then(Value::as_array);
        let mut items: Vec<Value> = Vec::new();
        for item in first.into_iter().flatten() {
            items.push(self.of(item, depth + 1));
        }
        let rest = schema.get("items").unwrap_or(&Value::Bool(true));
        if *rest != Value::Bool(false) && depth <= DEEPEST {
            for _ in 0..self.rng.u8(..3) {
                items.push(self.of(rest, depth + 1));
            }
        }
        items.into()
    }

    fn object(&mut self, schema: &'a Map<String, Value>, depth: u8) -> Value {
        let mut value = Map::new();
        let required = schema.get("required").and_then(Value::as_array);
        let required: Vec<&str> = required
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        let members = schema.get("properties").and_then(Value::as_object);
        for (key, member) in members.into_iter().flatten() {
            if required.contains(&key.as_str()) || depth <= DEEPEST && self.rng.u8(..10) < 6 {
                value.insert(key.clone(), self.of(member, depth + 1));
            }
        }
        if depth > DEEPEST {
            return value.into();
        }
        let rest = schema
            .get("additionalProperties")
            .unwrap_or(&Value::Bool(true));
        let patterns = schema.get("patternProperties").and_then(Value::as_object);
        let keys = ["a", "b c", "zz", "\"q\"", "ключ"];
        for _ in 0..self.rng.u8(..3) {
            let key = self.one(&keys);
            let by_pattern = patterns.and_then(|patterns| patterns.values().next());
            match (by_pattern, rest) {
                (Some(schema), _) => {
                    value.insert(self.one(&["a", "zz"]).into(), self.of(schema, depth + 1))
                }
                (None, Value::Bool(false)) => None,
                (None, rest) => value.insert(key.into(), self.of(rest, depth + 1)),
            };
        }
        for key in required {
            if !value.contains_key(key) {
                value.insert(key.to_owned(), self.anything(1));
            }
        }
        value.into()
    }
}

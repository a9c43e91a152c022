//! Schemas made by chance, of the kinds that documents have.

use fastrand::Rng;
use serde_json::{Map, Value, json};

/// Names of members, among them some that are no identifiers.
const KEYS: &[&str] = &[
    "id",
    "name",
    "kind-of",
    "type",
    "value",
    "items",
    "createdAt",
    "2nd",
    "self",
    "tags",
    "note",
];

const WORDS: &[&str] = &["red", "green", "Dark Blue", "", "+1", "-1", "red ", "ΑΒΓ"];

const FORMATS: &[&str] = &[
    "date-time",
    "date",
    "time",
    "duration",
    "uuid",
    "uri",
    "email",
    "ipv4",
    "ipv6",
    "password",
    "byte",
    "binary",
    "hostname",
    "unknown",
];

/// So many components, each with others that it needs behind it.
pub(super) fn components(rng: &mut Rng, count: usize) -> Map<String, Value> {
    let mut maker = Maker {
        rng,
        made: Map::new(),
        objects: Vec::new(),
    };
    for index in 0..count {
        let name = format!("S{index}");
        match index % 10 {
            0 => maker.tagged_union(&name),
            1 => maker.base_with_heirs(&name),
            2 => maker.recursive(&name),
            3 => maker.merged(&name),
            4..=6 => {
                let object = maker.object(3);
                maker.objects.push(name.clone());
                maker.made.insert(name, object);
            }
            _ => {
                let schema = maker.any_kind(3);
                maker.made.insert(name, schema);
            }
        }
    }
    maker.made
}

struct Maker<'r> {
    rng: &'r mut Rng,
    made: Map<String, Value>,
    /// Components that are plain objects.
    objects: Vec<String>,
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

impl Maker<'_> {
    fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.rng.usize(..of.len())].clone()
    }

    fn chance(&mut self, percent: u8) -> bool {
        self.rng.u8(..100) < percent
    }

    /// Some of these, in their order, at least one.
    fn some<T: Clone>(&mut self, of: &[T]) -> Vec<T> {
        let kept = of.iter().filter(|_| self.rng.bool());
        let kept: Vec<T> = kept.cloned().collect();
        if kept.is_empty() {
            vec![self.one(of)]
        } else {
            kept
        }
    }

    fn any_kind(&mut self, depth: u8) -> Value {
        let schema = match self.rng.u8(..if depth == 0 { 8 } else { 20 }) {
            0 | 1 => self.text(),
            2 => self.integer(),
            3 => self.number(),
            4 => json!({ "type": "boolean" }),
            5 => self.constants(),
            6 => self
                .known_object()
                .unwrap_or_else(|| json!({ "type": "string" })),
            7 => self.one(&[
                json!({}),
                json!(true),
                json!({ "type": "null" }),
                json!({ "type": "object" }),
            ]),
            8..=10 => self.list(depth - 1),
            11..=13 => self.map(depth - 1),
            14..=16 => self.object(depth - 1),
            17 => self.alternatives(depth - 1),
            18 => self.kinds(),
            _ => self.wrapped(depth - 1),
        };
        if self.chance(15) {
            self.nullable(schema)
        } else {
            schema
        }
    }

    fn text(&mut self) -> Value {
        match self.rng.u8(..5) {
            0 => json!({ "type": "string", "minLength": 2, "maxLength": 9 }),
            1 => json!({ "type": "string", "contentEncoding": "base64" }),
            2 | 3 => json!({ "type": "string", "format": self.one(FORMATS) }),
            _ => json!({ "type": "string" }),
        }
    }

    fn integer(&mut self) -> Value {
        match self.rng.u8(..6) {
            0 => json!({ "type": "integer", "format": "int32" }),
            1 => json!({ "type": "integer", "format": "int64" }),
            2 => json!({ "type": "integer", "minimum": 0, "maximum": 200 }),
            3 => json!({ "type": "integer", "minimum": 0 }),
            4 => json!({ "type": "integer", "format": "uint8" }),
            _ => json!({ "type": "integer" }),
        }
    }

    fn number(&mut self) -> Value {
        match self.rng.u8(..4) {
            0 => json!({ "type": "number", "format": "float" }),
            1 => json!({ "type": "number", "format": "double" }),
            2 => json!({ "type": "number", "multipleOf": 0.5 }),
            _ => json!({ "type": "number" }),
        }
    }

    fn constants(&mut self) -> Value {
        let words = self.some(WORDS);
        let numbers = self.some(&[0, 1, -1, 200]);
        match self.rng.u8(..7) {
            0 | 1 => json!({ "type": "string", "enum": words }),
            2 => json!({ "enum": words }),
            3 => json!({ "type": "integer", "enum": numbers }),
            4 => json!({ "enum": [numbers[0], words[0], true, 0.5] }),
            5 => json!({ "const": words[0] }),
            _ => json!({ "type": ["string", "null"], "enum": [words[0], null] }),
        }
    }

    fn known_object(&mut self) -> Option<Value> {
        let objects = self.objects.clone();
        (!objects.is_empty()).then(|| reference(&self.one(&objects)))
    }

    fn list(&mut self, depth: u8) -> Value {
        let items = self.any_kind(depth);
        match self.rng.u8(..6) {
            0 => json!({ "type": "array", "items": items, "uniqueItems": true }),
            1 => {
                json!({ "type": "array", "prefixItems": [self.text(), items], "items": false, "minItems": 2 })
            }
            2 => json!({ "type": "array", "prefixItems": [items], "items": self.integer() }),
            3 => json!({ "type": "array" }),
            _ => json!({ "type": "array", "items": items }),
        }
    }

    fn map(&mut self, depth: u8) -> Value {
        let values = self.any_kind(depth);
        match self.rng.u8(..4) {
            0 => {
                json!({ "type": "object", "patternProperties": { "^[a-z]+$": values }, "additionalProperties": false })
            }
            1 => {
                json!({ "type": "object", "propertyNames": { "enum": ["a", "b c"] }, "additionalProperties": values })
            }
            _ => json!({ "type": "object", "additionalProperties": values }),
        }
    }

    fn members(&mut self, depth: u8) -> Map<String, Value> {
        let keys = self.some(KEYS);
        let members = keys.into_iter().take(5).map(|key| {
            let mut schema = self.any_kind(depth);
            if let (10.., Some(schema)) = (self.rng.u8(..14), schema.as_object_mut()) {
                schema.insert("description".to_owned(), "It is *so*.".into());
            }
            (key.to_owned(), schema)
        });
        members.collect()
    }

    /// Members whose names say whose they are, so that parts of one object rarely contradict.
    fn own_members(&mut self, owner: &str, depth: u8) -> Map<String, Value> {
        let members = self.members(depth);
        if self.chance(10) {
            return members;
        }
        let members = members.into_iter();
        members
            .map(|(key, schema)| (format!("{owner} {key}"), schema))
            .collect()
    }

    fn required(&mut self, members: &Map<String, Value>) -> Vec<String> {
        members
            .keys()
            .filter(|_| self.rng.bool())
            .cloned()
            .collect()
    }

    fn object(&mut self, depth: u8) -> Value {
        let members = self.members(depth);
        let mut schema =
            json!({ "type": "object", "required": self.required(&members), "properties": members });
        match self.rng.u8(..6) {
            0 => schema["additionalProperties"] = false.into(),
            1 => schema["additionalProperties"] = self.any_kind(0),
            2 => schema["additionalProperties"] = true.into(),
            _ => {}
        }
        schema
    }

    fn nullable(&mut self, schema: Value) -> Value {
        let nothing = json!({ "type": "null" });
        let ty = schema
            .get("type")
            .and_then(Value::as_str)
            .map(str::to_owned);
        match (ty, self.rng.u8(..3)) {
            (Some(ty), 0) if ty != "null" && schema.get("enum").is_none() => {
                let mut schema = schema;
                schema["type"] = json!([ty, "null"]);
                schema
            }
            (_, 1) => json!({ "oneOf": [nothing, schema] }),
            _ => json!({ "anyOf": [schema, nothing] }),
        }
    }

    /// Alternatives that differ in kind, or in what they require.
    fn alternatives(&mut self, depth: u8) -> Value {
        let keyword = self.one(&["oneOf", "anyOf"]);
        let branches = match self.rng.u8(..4) {
            0 => vec![self.text(), self.integer(), json!({ "type": "boolean" })],
            1 => vec![self.list(depth), self.object(depth), self.number()],
            2 => vec![
                self.requiring("left", depth),
                self.requiring("right", depth),
            ],
            _ => {
                let known = self.known_object();
                let mut branches: Vec<Value> = known.into_iter().collect();
                branches.extend([
                    self.requiring("own", depth),
                    json!({ "type": "array", "items": self.text() }),
                ]);
                branches
            }
        };
        json!({ keyword: branches })
    }

    fn requiring(&mut self, key: &str, depth: u8) -> Value {
        let mut members = self.members(depth);
        members.insert(key.to_owned(), self.text());
        let mut required = self.required(&members);
        if !required.iter().any(|other| other == key) {
            required.push(key.to_owned());
        }
        json!({ "type": "object", "required": required, "properties": members })
    }

    /// Several types at once.
    fn kinds(&mut self) -> Value {
        let kinds = self.some(&["string", "integer", "boolean", "null", "number"]);
        json!({ "type": kinds })
    }

    /// One thing around another that says nothing new.
    fn wrapped(&mut self, depth: u8) -> Value {
        let inner = self.any_kind(depth);
        let keyword = self.one(&["allOf", "oneOf", "anyOf"]);
        json!({ keyword: [inner], "description": "It." })
    }

    fn tagged_union(&mut self, name: &str) {
        let tag = self.one(&["kind", "type", "@type"]);
        let mapped = self.rng.bool();
        let mut mapping = Map::new();
        let mut branches = Vec::new();
        for which in ["A", "B", "C"] {
            let branch = format!("{name}{which}");
            let value = if mapped {
                format!("the {which}")
            } else {
                branch.clone()
            };
            let mut members = self.members(1);
            members.insert(tag.to_owned(), json!({ "const": value }));
            let mut required = self.required(&members);
            required.retain(|key| key != tag);
            required.push(tag.to_owned());
            branches.push(reference(&branch));
            mapping.insert(value, format!("#/components/schemas/{branch}").into());
            let schema = json!({ "type": "object", "required": required, "properties": members });
            self.made.insert(branch, schema);
        }
        let mut union = json!({ "oneOf": branches });
        if self.chance(70) {
            union["discriminator"] = json!({ "propertyName": tag });
            if mapped {
                union["discriminator"]["mapping"] = mapping.into();
            }
        }
        self.made.insert(name.to_owned(), union);
    }

    fn base_with_heirs(&mut self, name: &str) {
        let base = json!({
            "type": "object",
            "required": ["species"],
            "properties": { "species": { "type": "string" }, "next": reference(name), "age": self.integer() },
            "discriminator": { "propertyName": "species" },
        });
        self.made.insert(name.to_owned(), base);
        for (heir, parent) in [("X", ""), ("Y", ""), ("Z", "X")] {
            let parent = reference(&format!("{name}{parent}"));
            let members = self.own_members(heir, 1);
            let own = json!({ "type": "object", "required": self.required(&members), "properties": members });
            let own = json!({ "allOf": [parent, own] });
            self.made.insert(format!("{name}{heir}"), own);
        }
        let asked = json!({ "type": "array", "items": reference(name) });
        self.made.insert(format!("{name}Kin"), asked);
    }

    fn recursive(&mut self, name: &str) {
        let mut members = self.members(1);
        let again = match self.rng.u8(..4) {
            0 => reference(name),
            1 => json!({ "type": "array", "items": reference(name) }),
            2 => json!({ "type": "object", "additionalProperties": reference(name) }),
            _ => json!({ "oneOf": [reference(name), { "type": "null" }] }),
        };
        let mut required = self.required(&members);
        required.retain(|key| key != "value");
        members.insert("value".to_owned(), again);
        let schema = json!({ "type": "object", "required": required, "properties": members });
        self.made.insert(name.to_owned(), schema);
    }

    fn merged(&mut self, name: &str) {
        let mut parts: Vec<Value> = self.known_object().into_iter().collect();
        let mut members = self.own_members("part", 1);
        members.insert("own".to_owned(), self.text());
        let required = self.required(&members);
        parts.push(json!({ "type": "object", "required": required, "properties": members }));
        let members = self.own_members("beside", 1);
        match self.rng.u8(..4) {
            0 => parts.push(json!({ "required": ["own", "late"] })),
            1 => parts.push(json!({ "type": "object", "additionalProperties": true })),
            _ => {}
        }
        let mut schema = json!({ "allOf": parts });
        if self.rng.bool() {
            schema["properties"] = members.into();
        }
        self.made.insert(name.to_owned(), schema);
    }
}

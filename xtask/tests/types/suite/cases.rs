//! The suite's groups.

use std::fs;
use std::path::Path;

use serde_json::Value;

/// How much of a file's groups a type can say: the first letter of its class in `KEYWORDS.csv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    Expressible,
    Partly,
    Validation,
    Annotation,
    NotStatic,
}

impl Class {
    fn parse(text: &str) -> Self {
        match text.chars().next() {
            Some('T') => Self::Expressible,
            Some('P') => Self::Partly,
            Some('V') => Self::Validation,
            Some('A') => Self::Annotation,
            Some('X') => Self::NotStatic,
            _ => panic!("unknown class `{text}`"),
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Expressible => "expressible",
            Self::Partly => "partly",
            Self::Validation => "validation",
            Self::Annotation => "annotation",
            Self::NotStatic => "not static",
        }
    }
}

/// One schema and its instances.
pub(super) struct Group {
    /// `Ref3`: the fourth group of `ref.json`.
    pub(super) name: String,
    pub(super) class: Class,
    pub(super) file: String,
    pub(super) description: String,
    pub(super) schema: Value,
    pub(super) tests: Vec<Test>,
}

/// One instance.
pub(super) struct Test {
    pub(super) description: String,
    pub(super) data: Value,
    pub(super) valid: bool,
    /// Whether the schema's own keywords speak about instances of this kind.
    pub(super) concerned: bool,
}

impl Group {
    /// Whether a diagnostic's file and pointer lead to this group.
    pub(super) fn is_at(&self, place: &str) -> bool {
        place.contains(&format!("/{}.json\"", self.name))
            || place.contains(&format!("/components/schemas/{}\"", self.name))
            || place.contains(&format!("/components/schemas/{}/", self.name))
    }
}

/// The groups of every file that has a class.
pub(super) fn read(dir: &Path) -> Vec<Group> {
    let table = fs::read_to_string(dir.join("KEYWORDS.csv")).expect("the classes can be read");
    let mut groups = Vec::new();
    for line in table.lines().skip(1) {
        let columns: Vec<&str> = line.splitn(7, ',').collect();
        let [file, _, _, _, _, _, class] = columns[..] else {
            panic!("a row of KEYWORDS.csv has fewer than seven columns: {line}");
        };
        if !file.starts_with("optional/") {
            let class = Class::parse(class.trim_matches('"'));
            groups.extend(read_file(dir, file, class));
        }
    }
    groups
}

fn read_file(dir: &Path, file: &str, class: Class) -> Vec<Group> {
    let path = dir.join("tests/draft2020-12").join(file);
    let text = fs::read_to_string(path).expect("a file of the suite can be read");
    let written: Vec<Value> = serde_json::from_str(&text).expect("a file of the suite is JSON");
    let stem: String = file
        .trim_end_matches(".json")
        .split(|c: char| !c.is_alphanumeric())
        .map(capitalized)
        .collect();
    written
        .iter()
        .enumerate()
        .map(|(index, group)| group_of(file, &format!("{stem}{index}"), class, group))
        .collect()
}

fn capitalized(word: &str) -> String {
    let mut chars = word.chars();
    chars
        .next()
        .map(|first| first.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

fn group_of(file: &str, name: &str, class: Class, group: &Value) -> Group {
    let mut schema = group["schema"].clone();
    rename(&mut schema, name);
    let concerned = kinds(&schema);
    let tests = group["tests"].as_array().into_iter().flatten();
    Group {
        name: name.to_owned(),
        class,
        file: file.to_owned(),
        description: text(&group["description"]),
        tests: tests
            .map(|test| Test {
                description: text(&test["description"]),
                valid: test["valid"] == true,
                concerned: concerned.is_empty() || concerned.contains(&kind(&test["data"])),
                data: test["data"].clone(),
            })
            .collect(),
        schema,
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// Groups name themselves alike; in one document each needs names of its own.
fn rename(schema: &mut Value, name: &str) {
    match schema {
        Value::String(text) => {
            if let Some(rest) = text.strip_prefix("http://localhost:1234/") {
                *text = format!("http://localhost:1234/{name}/{rest}");
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| rename(item, name)),
        Value::Object(members) => members.values_mut().for_each(|member| rename(member, name)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The kinds of values that a schema's keywords speak about; empty: all.
fn kinds(schema: &Value) -> Vec<&'static str> {
    let Some(members) = schema.as_object() else {
        return Vec::new();
    };
    let universal = [
        "type",
        "enum",
        "const",
        "$ref",
        "$dynamicRef",
        "allOf",
        "anyOf",
        "oneOf",
        "not",
        "if",
    ];
    if universal
        .iter()
        .any(|keyword| members.contains_key(*keyword))
    {
        return Vec::new();
    }
    let by_kind: [(&str, &[&str]); 4] = [
        (
            "object",
            &[
                "properties",
                "required",
                "additionalProperties",
                "patternProperties",
                "propertyNames",
                "minProperties",
                "maxProperties",
                "dependentRequired",
                "dependentSchemas",
                "unevaluatedProperties",
            ],
        ),
        (
            "array",
            &[
                "items",
                "prefixItems",
                "contains",
                "minContains",
                "maxContains",
                "minItems",
                "maxItems",
                "uniqueItems",
                "unevaluatedItems",
            ],
        ),
        (
            "string",
            &[
                "pattern",
                "minLength",
                "maxLength",
                "format",
                "contentEncoding",
                "contentMediaType",
            ],
        ),
        (
            "number",
            &[
                "minimum",
                "maximum",
                "exclusiveMinimum",
                "exclusiveMaximum",
                "multipleOf",
            ],
        ),
    ];
    by_kind
        .iter()
        .filter(|(_, keywords)| {
            keywords
                .iter()
                .any(|keyword| members.contains_key(*keyword))
        })
        .map(|(kind, _)| *kind)
        .collect()
}

fn kind(instance: &Value) -> &'static str {
    match instance {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

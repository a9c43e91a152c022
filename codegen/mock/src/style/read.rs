//! Reading texts by style, and what a schema says of them.

use serde_json::{Number, Value};

use super::{Kind, Raw, Tree};
use crate::operations::Style;
use crate::schema::Schema;

/// The schemas that may describe a value, references and compositions opened.
#[derive(Clone, Debug, Default)]
pub(crate) struct Types<'a> {
    bundle: Option<&'a Value>,
    schemas: Vec<&'a Value>,
}

/// Compositions deeper than this say nothing of a text.
const DEEPEST: usize = 12;

impl<'a> Types<'a> {
    pub(crate) fn of(schema: Option<&'a Schema>) -> Self {
        let bundle = schema.map(|schema| &schema.bundle);
        let mut types = Self {
            bundle,
            schemas: Vec::new(),
        };
        if let Some(bundle) = bundle {
            types.open(bundle, 0);
        }
        types
    }

    fn open(&mut self, schema: &'a Value, depth: usize) {
        if depth > DEEPEST || self.schemas.len() > 200 {
            return;
        }
        self.schemas.push(schema);
        let reference = schema.get("$ref").and_then(Value::as_str);
        let target =
            reference.and_then(|reference| self.bundle?.pointer(reference.strip_prefix('#')?));
        if let Some(target) = target {
            self.open(target, depth + 1);
        }
        for key in ["allOf", "anyOf", "oneOf"] {
            let parts = schema.get(key).and_then(Value::as_array);
            for part in parts.into_iter().flatten() {
                self.open(part, depth + 1);
            }
        }
    }

    fn inner(&self, found: impl Iterator<Item = &'a Value>) -> Self {
        let mut inner = Self {
            bundle: self.bundle,
            schemas: Vec::new(),
        };
        for schema in found {
            inner.open(schema, 0);
        }
        inner
    }

    /// What an item of a list is.
    pub(crate) fn item(&self, at: usize) -> Self {
        let schemas = self.schemas.iter();
        self.inner(schemas.filter_map(|schema| {
            let place = schema.get("prefixItems").and_then(|list| list.get(at));
            place.or_else(|| schema.get("items"))
        }))
    }

    /// What a member of an object is.
    pub(crate) fn member(&self, key: &str) -> Self {
        let schemas = self.schemas.iter();
        let own = self.inner(
            schemas.filter_map(|schema| schema.get("properties").and_then(|all| all.get(key))),
        );
        if !own.schemas.is_empty() {
            return own;
        }
        let schemas = self.schemas.iter();
        self.inner(schemas.filter_map(|schema| schema.get("additionalProperties")))
    }

    /// The properties that are described.
    pub(crate) fn keys(&self) -> Vec<String> {
        let all = self.schemas.iter();
        let all = all.filter_map(|schema| schema.get("properties")?.as_object());
        all.flat_map(|all| all.keys().cloned()).collect()
    }

    /// Whether a property is described.
    pub(crate) fn knows(&self, key: &str) -> bool {
        let mut schemas = self.schemas.iter();
        schemas.any(|schema| {
            schema
                .get("properties")
                .is_some_and(|all| all.get(key).is_some())
        })
    }

    /// Whether nothing else than the properties may be there.
    pub(super) fn closed(&self) -> bool {
        let mut schemas = self.schemas.iter();
        let closed =
            |schema: &&Value| schema.get("additionalProperties") == Some(&Value::Bool(false));
        schemas.any(closed) || !self.has_open_members()
    }

    fn has_open_members(&self) -> bool {
        let mut schemas = self.schemas.iter();
        if !schemas
            .clone()
            .any(|schema| schema.get("properties").is_some())
        {
            return true;
        }
        schemas.any(|schema| {
            let typed = schema.get("additionalProperties");
            typed.is_some_and(|typed| typed != &Value::Bool(false))
                || schema.get("patternProperties").is_some()
                || (schema.get("type") == Some(&"object".into())
                    && schema.get("properties").is_none())
        })
    }

    /// Whether a type is allowed; all are where nothing is said.
    pub(crate) fn allows(&self, ty: &str) -> bool {
        let mut said = false;
        for schema in &self.schemas {
            match schema.get("type") {
                Some(Value::String(known)) => {
                    said = true;
                    if known == ty {
                        return true;
                    }
                }
                Some(Value::Array(known)) => {
                    said = true;
                    if known.iter().any(|known| known == ty) {
                        return true;
                    }
                }
                _ => {
                    let constants = schema.get("enum").and_then(Value::as_array);
                    let constants = constants.into_iter().flatten().chain(schema.get("const"));
                    for constant in constants {
                        said = true;
                        if type_of(constant) == ty {
                            return true;
                        }
                    }
                }
            }
        }
        !said
    }

    /// The kinds of values that are looked for, the most special first.
    pub(super) fn kinds(&self) -> Vec<Kind> {
        let has = |key: &str| self.schemas.iter().any(|schema| schema.get(key).is_some());
        let mut kinds = Vec::new();
        let said = [
            "type",
            "properties",
            "additionalProperties",
            "items",
            "enum",
            "const",
        ];
        if !said.iter().any(|key| has(key)) {
            return vec![Kind::Scalar, Kind::Object];
        }
        if self.allows("object")
            && (has("properties") || has("additionalProperties") || has("type"))
        {
            kinds.push(Kind::Object);
        }
        if self.allows("array") && (has("items") || has("prefixItems") || has("type")) {
            kinds.push(Kind::Array);
        }
        let scalars = ["string", "number", "integer", "boolean", "null"];
        if scalars.iter().any(|ty| self.allows(ty)) || kinds.is_empty() {
            kinds.push(Kind::Scalar);
        }
        kinds
    }
}

fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// The value that a text most likely means.
pub(crate) fn scalar(text: &str, types: &Types<'_>) -> Value {
    if types.allows("boolean") && (text == "true" || text == "false") {
        return Value::Bool(text == "true");
    }
    if types.allows("integer") || types.allows("number") {
        let whole = text.parse::<i64>().map(Number::from).ok();
        let whole = whole.or_else(|| text.parse::<u64>().map(Number::from).ok());
        let number = whole.or_else(|| text.parse::<f64>().ok().and_then(Number::from_f64));
        if let Some(number) = number {
            return Value::Number(number);
        }
    }
    if types.allows("null") && (text == "null" || text.is_empty()) {
        return Value::Null;
    }
    // How lists and objects are written inside of others, the standard leaves open.
    if !types.allows("string")
        && text.starts_with(['[', '{'])
        && let Ok(value) = serde_json::from_str(text)
    {
        return value;
    }
    Value::String(text.to_owned())
}

/// The tree in one text.
pub(super) fn of_text(
    style: Style,
    explode: bool,
    name: &str,
    kind: Kind,
    raw: Raw<'_>,
) -> Option<Tree> {
    let (text, separator) = match style {
        Style::Matrix => return matrix(explode, name, kind, raw),
        Style::Label => {
            let text = raw.text.strip_prefix('.')?;
            (text, if explode { '.' } else { ',' })
        }
        Style::TabDelimited => (raw.text, '\t'),
        Style::SpaceDelimited => (raw.text, ' '),
        Style::PipeDelimited => (raw.text, '|'),
        Style::Simple | Style::Form | Style::DeepObject | Style::Cookie => (raw.text, ','),
    };
    let raw = raw.of(text);
    Some(match kind {
        Kind::Scalar => Tree::Scalar(raw.decoded().into_owned()),
        Kind::Array => Tree::Array(split(raw, separator)),
        Kind::Object if explode => Tree::Object(
            text.split(separator)
                .map(|pair| pair.split_once('='))
                .map(|pair| pair.map(|(key, value)| member(raw, key, value)))
                .collect::<Option<_>>()?,
        ),
        Kind::Object => flat_object(raw, separator)?,
    })
}

fn matrix(explode: bool, name: &str, kind: Kind, raw: Raw<'_>) -> Option<Tree> {
    let parts: Vec<&str> = raw.text.strip_prefix(';')?.split(';').collect();
    let of_name = |part: &'_ str| {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        (raw.of(key).decoded() == name).then(|| value.to_owned())
    };
    match (kind, explode) {
        (Kind::Scalar, _) => match parts.as_slice() {
            [one] => of_name(one).map(|value| {
                Tree::Scalar(
                    Raw {
                        text: &value,
                        encoded: raw.encoded,
                    }
                    .decoded()
                    .into_owned(),
                )
            }),
            _ => None,
        },
        (Kind::Array, true) => {
            let items = parts.iter().map(|part| of_name(part));
            let items = items.map(|value| {
                let value = value?;
                let raw = Raw {
                    text: &value,
                    encoded: raw.encoded,
                };
                Some(Tree::Scalar(raw.decoded().into_owned()))
            });
            items.collect::<Option<_>>().map(Tree::Array)
        }
        (Kind::Object, true) => {
            let pairs = parts.iter().map(|part| part.split_once('='));
            let members = pairs.map(|pair| pair.map(|(key, value)| member(raw, key, value)));
            members.collect::<Option<_>>().map(Tree::Object)
        }
        (Kind::Array | Kind::Object, false) => {
            let [one] = parts.as_slice() else { return None };
            let value = of_name(one)?;
            let raw = Raw {
                text: &value,
                encoded: raw.encoded,
            };
            match kind {
                Kind::Array => Some(Tree::Array(split(raw, ','))),
                Kind::Scalar | Kind::Object => flat_object(raw, ','),
            }
        }
    }
}

fn member(raw: Raw<'_>, key: &str, value: &str) -> (String, Tree) {
    let text = |text: &str| {
        Raw {
            text,
            encoded: raw.encoded,
        }
        .decoded()
        .into_owned()
    };
    (text(key), Tree::Scalar(text(value)))
}

/// `a,b,c`. The separator counts where it is not encoded, unless it always is.
fn split(raw: Raw<'_>, separator: char) -> Vec<Tree> {
    let pieces = pieces(raw, separator);
    pieces.into_iter().map(Tree::Scalar).collect()
}

fn pieces(raw: Raw<'_>, separator: char) -> Vec<String> {
    if raw.text.is_empty() {
        return Vec::new();
    }
    match separator {
        // These cannot stand in a URL as they are, or need not.
        ' ' | '|' | '\t' if raw.encoded => {
            let text = if separator == ' ' {
                raw.text.replace('+', "%20")
            } else {
                raw.text.to_owned()
            };
            let decoded = Raw {
                text: &text,
                encoded: true,
            }
            .decoded()
            .into_owned();
            decoded.split(separator).map(str::to_owned).collect()
        }
        _ => raw
            .text
            .split(separator)
            .map(|piece| {
                raw.of(piece)
                    .decoded()
                    .trim_matches(|c| !raw.encoded && c == ' ')
                    .to_owned()
            })
            .collect(),
    }
}

/// `key,value,key,value`
fn flat_object(raw: Raw<'_>, separator: char) -> Option<Tree> {
    let pieces = pieces(raw, separator);
    if !pieces.len().is_multiple_of(2) {
        return None;
    }
    let pairs = pieces.chunks(2);
    let members = pairs.map(|pair| (pair[0].clone(), Tree::Scalar(pair[1].clone())));
    Some(Tree::Object(members.collect()))
}

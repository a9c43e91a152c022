//! What a schema asks for, with references followed and `allOf` merged.

use indexmap::{IndexMap, IndexSet};

use crate::diagnostic::Location;
use crate::document::{Document, Schema, SchemaId, SchemaType};
use crate::source::Node;

/// A schema as a whole.
#[derive(Debug, Default)]
pub(super) struct Shape<'a> {
    pub(super) at: Location,
    /// Without `null`; empty: anything.
    pub(super) types: Vec<SchemaType>,
    pub(super) nullable: bool,
    pub(super) properties: IndexMap<&'a str, SchemaId>,
    pub(super) required: IndexSet<&'a str>,
    pub(super) items: Option<SchemaId>,
    pub(super) additional: Option<SchemaId>,
    /// `oneOf` and `anyOf`.
    pub(super) choices: Vec<SchemaId>,
    /// The constants without `null`, as text.
    pub(super) constants: Option<IndexSet<String>>,
    /// Whatever else a keyword says, as text.
    pub(super) words: IndexMap<&'static str, String>,
}

/// How many schemas may be merged into one; a circle ends before that.
const MOST: usize = 256;

impl<'a> Shape<'a> {
    pub(super) fn of(document: &'a Document, id: SchemaId) -> Self {
        let mut shape = Self {
            nullable: true,
            ..Self::default()
        };
        let mut merged: IndexSet<SchemaId> = IndexSet::from([id]);
        let mut next = 0;
        let mut place = document.schema(id);
        while let Some(target) = place.reference.filter(|target| merged.insert(*target)) {
            place = document.schema(target);
        }
        shape.at = place.at.clone();
        while let Some(id) = merged.get_index(next).copied() {
            next += 1;
            let schema = document.schema(id);
            shape.merge(schema);
            if merged.len() < MOST {
                merged.extend(schema.reference);
                merged.extend(schema.all_of.iter().copied());
            }
        }
        shape
    }

    fn merge(&mut self, schema: &'a Schema) {
        let types = schema.types.iter().copied();
        let types: Vec<SchemaType> = types.filter(|one| *one != SchemaType::Null).collect();
        if !schema.types.is_empty() {
            self.nullable &= schema.types.contains(&SchemaType::Null);
        }
        if self.types.is_empty() {
            self.types = types;
        }
        for (name, property) in &schema.properties {
            self.properties.entry(name).or_insert(*property);
        }
        self.required
            .extend(schema.required.iter().map(String::as_str));
        self.items = self.items.or(schema.items);
        self.additional = self.additional.or(schema.additional_properties);
        let choices = schema.one_of.iter().chain(&schema.any_of);
        self.choices.extend(choices.copied());
        if let (None, Some(constants)) = (&self.constants, &schema.enumeration) {
            let constants = constants.iter().filter(|one| **one != Node::Null);
            self.constants = Some(constants.map(text).collect());
        }
        for (keyword, word) in words(schema) {
            self.words.entry(keyword).or_insert(word);
        }
    }

    /// Its types as text.
    pub(super) fn kind(&self) -> String {
        let implied = match () {
            () if !self.types.is_empty() => None,
            () if !self.properties.is_empty() => Some("object"),
            () if self.items.is_some() => Some("array"),
            () => Some("anything"),
        };
        if let Some(implied) = implied {
            return implied.to_owned();
        }
        let mut names: Vec<&str> = self.types.iter().map(|one| name(*one)).collect();
        names.sort_unstable();
        names.join(" or ")
    }
}

fn name(one: SchemaType) -> &'static str {
    match one {
        SchemaType::Null => "null",
        SchemaType::Boolean => "boolean",
        SchemaType::Integer => "integer",
        SchemaType::Number => "number",
        SchemaType::String => "string",
        SchemaType::Array => "array",
        SchemaType::Object => "object",
    }
}

fn words(schema: &Schema) -> impl Iterator<Item = (&'static str, String)> {
    let nodes = [
        ("const", schema.constant.as_ref()),
        ("default", schema.default.as_ref()),
        ("minimum", schema.minimum.as_ref()),
        ("maximum", schema.maximum.as_ref()),
        ("exclusiveMinimum", schema.exclusive_minimum.as_ref()),
        ("exclusiveMaximum", schema.exclusive_maximum.as_ref()),
        ("multipleOf", schema.multiple_of.as_ref()),
    ];
    let counts = [
        ("minLength", schema.min_length),
        ("maxLength", schema.max_length),
        ("minItems", schema.min_items),
        ("maxItems", schema.max_items),
        ("minProperties", schema.min_properties),
        ("maxProperties", schema.max_properties),
    ];
    let texts = [("format", &schema.format), ("pattern", &schema.pattern)];
    let flags = [
        ("readOnly", schema.read_only),
        ("writeOnly", schema.write_only),
        ("uniqueItems", schema.unique_items),
    ];
    let nodes = nodes
        .into_iter()
        .filter_map(|(key, node)| Some((key, text(node?))));
    let counts = counts
        .into_iter()
        .filter_map(|(key, count)| Some((key, count?.to_string())));
    let texts = texts
        .into_iter()
        .filter_map(|(key, text)| Some((key, text.clone()?)));
    let flags = flags
        .into_iter()
        .filter(|(_, set)| *set)
        .map(|(key, _)| (key, "true".to_owned()));
    nodes.chain(counts).chain(texts).chain(flags)
}

/// A value as text; equal numbers read alike.
fn text(node: &Node) -> String {
    match node {
        Node::Null => String::from("null"),
        Node::Bool(value) => value.to_string(),
        Node::Int(value) => value.to_string(),
        Node::Float(value) => value.to_string(),
        Node::Str(text) => format!("`{text}`"),
        Node::Seq(items) => {
            let items: Vec<String> = items.iter().map(text).collect();
            format!("[{}]", items.join(", "))
        }
        Node::Map(members) => {
            let members = members
                .iter()
                .map(|(key, value)| format!("{key}: {}", text(value)));
            format!("{{{}}}", members.collect::<Vec<_>>().join(", "))
        }
    }
}

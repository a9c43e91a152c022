//! The Schema Object, keyword by keyword.

use super::Guise;
use crate::diagnostic::{Location, Severity};
use crate::document::parse::Parser;
use crate::document::parse::members::is_extension;
use crate::document::parse::place::Place;
use crate::document::{Schema, SchemaType};
use crate::source::Node;

impl<'a> Parser<'a> {
    pub(super) fn schema_object(&mut self, schema: &mut Schema, place: &Place<'a>, guise: Guise) {
        for (key, node) in place.node.as_map().into_iter().flatten() {
            if is_extension(key) {
                self.schema_extension(schema, place, key, node);
            } else if !self.apply(schema, place, key)
                && !self.annotate(schema, place, key, node, guise)
            {
                self.limit(schema, place, key, node);
            }
        }
        exclusive_bounds(schema, place);
        self.check_default(schema, &place.at);
        if schema.nullable && !schema.types.is_empty() && !schema.types.contains(&SchemaType::Null)
        {
            schema.types.push(SchemaType::Null);
        }
    }

    fn schema_extension(&mut self, schema: &mut Schema, place: &Place<'a>, key: &str, node: &Node) {
        if key == "x-nullable" && self.flag_of(node, || place.at.join(key)) == Some(true) {
            schema.nullable = true;
        }
        schema.extensions.insert(key.to_owned(), node.clone());
    }

    /// Keywords that say what the schema is and what is to be known of it.
    fn annotate(
        &mut self,
        schema: &mut Schema,
        place: &Place<'a>,
        key: &str,
        node: &'a Node,
        guise: Guise,
    ) -> bool {
        let at = || place.at.join(key);
        match key {
            "type" => {
                let read = self.schema_types(node, at);
                schema.types = read.types;
                if read.file {
                    schema.format = Some("binary".to_owned());
                }
            }
            "nullable" => schema.nullable |= self.flag_of(node, at).unwrap_or(false),
            // A `type: file` has said it already, and more exactly.
            "format" if schema.format.is_none() => schema.format = self.text_of(node, at),
            "format" => {}
            "enum" => schema.enumeration = self.enumeration(node, at),
            "const" => schema.constant = Some(node.clone()),
            "default" => schema.default = Some(node.clone()),
            "title" => schema.title = self.text_of(node, at),
            "description" if guise != Guise::Parameter => {
                schema.description = self.text_of(node, at);
            }
            "externalDocs" => schema.external_docs = self.external_docs(place).map(Box::new),
            "example" | "examples" => {
                // Both may be there; they are read together.
                if schema.examples.is_empty() && guise != Guise::Parameter {
                    schema.examples = self.schema_examples(place);
                }
            }
            "deprecated" => schema.deprecated = self.flag_of(node, at).unwrap_or(false),
            "readOnly" => schema.read_only = self.flag_of(node, at).unwrap_or(false),
            "writeOnly" => schema.write_only = self.flag_of(node, at).unwrap_or(false),
            "required" if guise == Guise::Schema => schema.required = self.required(node, at),
            _ => return false,
        }
        true
    }

    /// Keywords that limit the values without changing what they are.
    fn limit(&mut self, schema: &mut Schema, place: &Place<'a>, key: &str, node: &Node) {
        let at = || place.at.join(key);
        match key {
            "minimum" => schema.minimum = self.number(node, at),
            "maximum" => schema.maximum = self.number(node, at),
            // 3.0's `true` is brought to a number when both keywords are known.
            "exclusiveMinimum" if node.as_bool().is_none() => {
                schema.exclusive_minimum = self.number(node, at);
            }
            "exclusiveMaximum" if node.as_bool().is_none() => {
                schema.exclusive_maximum = self.number(node, at);
            }
            "multipleOf" => schema.multiple_of = self.number(node, at),
            "minLength" => schema.min_length = self.count(node, at),
            "maxLength" => schema.max_length = self.count(node, at),
            "minItems" => schema.min_items = self.count(node, at),
            "maxItems" => schema.max_items = self.count(node, at),
            "minProperties" => schema.min_properties = self.count(node, at),
            "maxProperties" => schema.max_properties = self.count(node, at),
            "uniqueItems" => schema.unique_items = self.flag_of(node, at).unwrap_or(false),
            "pattern" => schema.pattern = self.text_of(node, at),
            "contentEncoding" => schema.content_encoding = self.text_of(node, at),
            "contentMediaType" => schema.content_media_type = self.text_of(node, at),
            // What JSON Schema does not know says nothing, by its own rule.
            _ => {}
        }
    }

    fn enumeration(&mut self, node: &Node, at: impl Fn() -> Location) -> Option<Vec<Node>> {
        match node {
            Node::Seq(values) => return Some(values.clone()),
            Node::Null => {}
            Node::Bool(_) | Node::Int(_) | Node::Float(_) | Node::Str(_) | Node::Map(_) => {
                self.wrong_type(Severity::Warning, at(), "a list of values", node);
            }
        }
        None
    }

    fn required(&mut self, node: &Node, at: impl Fn() -> Location) -> Vec<String> {
        let mut required = Vec::new();
        match node {
            Node::Seq(names) => {
                let mut known = std::collections::HashSet::new();
                for (index, name) in names.iter().enumerate() {
                    let name = self.text_of(name, || at().index(index));
                    required.extend(name.filter(|name| known.insert(name.clone())));
                }
            }
            Node::Null => {}
            Node::Bool(_) => self.warn(
                "required-flag",
                at(),
                "`required` lists names of properties on the object that holds them; \
                 `true` or `false` on a property says nothing",
            ),
            Node::Int(_) | Node::Float(_) | Node::Str(_) | Node::Map(_) => {
                self.wrong_type(Severity::Warning, at(), "a list of names", node);
            }
        }
        required
    }

    fn number(&mut self, node: &Node, at: impl Fn() -> Location) -> Option<Node> {
        match node {
            Node::Int(_) | Node::Float(_) => return Some(node.clone()),
            Node::Null => {}
            Node::Bool(_) | Node::Str(_) | Node::Seq(_) | Node::Map(_) => {
                self.wrong_type(Severity::Warning, at(), "a number", node);
            }
        }
        None
    }

    fn count(&mut self, node: &Node, at: impl Fn() -> Location) -> Option<u64> {
        let count = match node {
            Node::Int(number) => u64::try_from(*number).ok(),
            Node::Float(number) => integral(*number),
            Node::Null => return None,
            Node::Bool(_) | Node::Str(_) | Node::Seq(_) | Node::Map(_) => None,
        };
        if count.is_none() {
            self.wrong_type(Severity::Warning, at(), "a number of things", node);
        }
        count
    }
}

/// 3.0 has a flag beside `minimum` and `maximum`.
fn exclusive_bounds(schema: &mut Schema, place: &Place<'_>) {
    let exclusive = |key: &str| place.node.get(key).and_then(Node::as_bool) == Some(true);
    if exclusive("exclusiveMinimum") {
        schema.exclusive_minimum = schema.minimum.take();
    }
    if exclusive("exclusiveMaximum") {
        schema.exclusive_maximum = schema.maximum.take();
    }
}

/// `3.0` as 3.
fn integral(number: f64) -> Option<u64> {
    let is_count = number.fract() == 0.0 && (0.0..9e15).contains(&number);
    is_count.then(|| format!("{number:.0}").parse().ok())?
}

//! Constants: what `enum` and `const` of schemas leave together.

use std::collections::HashSet;

use crate::document::{Schema, SchemaType};
use crate::source::Node;

use super::view::Conflict;

/// The constants of a schema, without `null`.
#[derive(Clone, Debug)]
pub(super) struct Values<'a> {
    /// In document order, each once.
    pub(super) nodes: Vec<&'a Node>,
    /// The schema that lists them: names and descriptions stand there.
    pub(super) listed_by: &'a Schema,
}

/// What each schema allows; where nothing is left the last one's word is taken.
pub(super) fn merged<'a>(
    base_first: &[&'a Schema],
    conflicts: &mut Vec<Conflict<'a>>,
) -> Option<Values<'a>> {
    let mut merged: Option<Values<'a>> = None;
    for schema in base_first {
        let Some(nodes) = listed(schema) else {
            continue;
        };
        let Some(before) = &merged else {
            merged = Some(Values {
                nodes,
                listed_by: schema,
            });
            continue;
        };
        let both: Vec<&Node> = before
            .nodes
            .iter()
            .copied()
            .filter(|value| nodes.iter().any(|other| same(value, other)))
            .collect();
        if both.is_empty() {
            conflicts.push(Conflict {
                at: &schema.at,
                what: "constants that",
            });
            merged = Some(Values {
                nodes,
                listed_by: schema,
            });
        } else {
            merged = Some(Values {
                nodes: both,
                listed_by: before.listed_by,
            });
        }
    }
    merged
}

/// The constants that one schema lists itself; `None` if it lists none beside `null`.
fn listed(schema: &Schema) -> Option<Vec<&Node>> {
    let constant = schema.constant.iter().filter(|value| **value != Node::Null);
    let mut nodes: Vec<&Node> = constant.collect();
    if nodes.is_empty() {
        let mut texts = HashSet::new();
        for value in schema.enumeration.iter().flatten() {
            let is_new = match value {
                Node::Null => false,
                Node::Str(text) => texts.insert(text.as_str()),
                other => !nodes.iter().any(|known| same(known, other)),
            };
            if is_new {
                nodes.push(value);
            }
        }
    }
    (!nodes.is_empty()).then_some(nodes)
}

/// Whether two values are equal as JSON: `1` is `1.0`.
#[expect(
    clippy::float_cmp,
    clippy::cast_precision_loss,
    reason = "equal as JSON numbers"
)]
fn same(one: &Node, other: &Node) -> bool {
    match (one, other) {
        (Node::Int(int), Node::Float(float)) | (Node::Float(float), Node::Int(int)) => {
            *int as f64 == *float
        }
        _ => one == other,
    }
}

/// Whether a value is of a type.
pub(super) fn is_of(node: &Node, ty: SchemaType) -> bool {
    match node {
        Node::Null => ty == SchemaType::Null,
        Node::Bool(_) => ty == SchemaType::Boolean,
        Node::Int(_) => matches!(ty, SchemaType::Integer | SchemaType::Number),
        Node::Float(value) => {
            ty == SchemaType::Number || ty == SchemaType::Integer && value.fract() == 0.0
        }
        Node::Str(_) => ty == SchemaType::String,
        Node::Seq(_) => ty == SchemaType::Array,
        Node::Map(_) => ty == SchemaType::Object,
    }
}

//! Nodes of the document become literals.

use crate::api::Literal;
use crate::source::Node;

/// The value as a literal, members in document order.
pub(super) fn literal(node: &Node) -> Literal {
    match node {
        Node::Null => Literal::Null,
        Node::Bool(value) => Literal::Bool(*value),
        Node::Int(value) => Literal::Int(*value),
        Node::Float(value) => Literal::Float(*value),
        Node::Str(text) => Literal::String(text.clone()),
        Node::Seq(items) => Literal::List(items.iter().map(literal).collect()),
        Node::Map(members) => Literal::Map(
            members
                .iter()
                .map(|(key, value)| (key.clone(), literal(value)))
                .collect(),
        ),
    }
}

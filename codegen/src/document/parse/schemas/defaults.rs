//! Defaults that their own schema does not allow. They are kept; they do not go over the wire.

use crate::diagnostic::Location;
use crate::document::parse::Parser;
use crate::document::{Schema, SchemaType};
use crate::source::Node;

impl Parser<'_> {
    pub(super) fn check_default(&mut self, schema: &Schema, at: &Location) {
        let Some(default) = &schema.default else {
            return;
        };
        let has_type = schema.types.is_empty() || schema.types.iter().any(|ty| is_of(default, *ty));
        if !default.is_null() && !has_type {
            let message = format!(
                "this default is {}, which the `type` excludes",
                default.type_name()
            );
            self.warn("invalid-default", at.join("default"), message);
        } else if let (Some("uuid"), Node::Str(text)) = (schema.format.as_deref(), default)
            && !is_uuid(text)
        {
            let message = format!("`{text}` is not a UUID, as the `format` demands");
            self.warn("invalid-default", at.join("default"), message);
        }
    }
}

fn is_of(node: &Node, ty: SchemaType) -> bool {
    match ty {
        SchemaType::Null => node.is_null(),
        SchemaType::Boolean => matches!(node, Node::Bool(_)),
        SchemaType::Integer => match node {
            Node::Int(_) => true,
            // Integers that are too large to be read as such.
            Node::Float(number) => number.fract() == 0.0,
            Node::Null | Node::Bool(_) | Node::Str(_) | Node::Seq(_) | Node::Map(_) => false,
        },
        SchemaType::Number => matches!(node, Node::Int(_) | Node::Float(_)),
        SchemaType::String => matches!(node, Node::Str(_)),
        SchemaType::Array => matches!(node, Node::Seq(_)),
        SchemaType::Object => matches!(node, Node::Map(_)),
    }
}

fn is_uuid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    let lengths = [8, 4, 4, 4, 12];
    groups.len() == lengths.len()
        && groups.iter().zip(lengths).all(|(group, length)| {
            group.len() == length && group.bytes().all(|byte| byte.is_ascii_hexdigit())
        })
}

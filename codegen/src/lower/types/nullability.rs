//! Whether a schema allows `null`.

use std::collections::HashMap;

use crate::document::{Document, Schema, SchemaId, SchemaType};
use crate::source::Node;

use super::composition::{Depth, gather, is_null};

/// How deep alternatives are followed.
const DEEPEST: usize = 32;

/// What was found so far, by schema.
#[derive(Debug, Default)]
pub(super) struct Nullability {
    known: HashMap<SchemaId, bool>,
}

/// What one schema says about `null` by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    Allowed,
    Forbidden,
    Silent,
}

impl Nullability {
    /// Whether `null` is a value where all of these hold.
    ///
    /// The outermost schema has the last word, because `nullable: true` beside `allOf` means it
    /// wherever it is written, whatever the standard makes of it. Else one part that forbids it
    /// suffices.
    pub(super) fn allows_null(&mut self, document: &Document, schemas: &[SchemaId]) -> bool {
        self.look(document, schemas, 0)
    }

    /// A schema that is being looked at already counts as not allowing it.
    fn look(&mut self, document: &Document, schemas: &[SchemaId], depth: usize) -> bool {
        let [first] = schemas else {
            return self.look_closer(document, schemas, depth);
        };
        if depth > DEEPEST {
            return false;
        }
        let mut id = *first;
        let mut passed = Vec::new();
        let found = loop {
            if let Some(&known) = self.known.get(&id) {
                break known;
            }
            self.known.insert(id, false);
            passed.push(id);
            match only_part(document.schema(id)) {
                Some(next) => id = next,
                None => break self.look_closer(document, &[id], depth),
            }
        };
        for id in passed {
            self.known.insert(id, found);
        }
        found
    }

    fn look_closer(&mut self, document: &Document, schemas: &[SchemaId], depth: usize) -> bool {
        let parts = gather(document, schemas, Depth::Full);
        let mut allowed = false;
        let mut forbidden = false;
        for (at, &id) in parts.outer_first.iter().enumerate() {
            match self.word(document, document.schema(id), depth) {
                Word::Allowed if at == 0 && schemas.len() == 1 => return true,
                Word::Allowed => allowed = true,
                Word::Forbidden => forbidden = true,
                Word::Silent => {}
            }
        }
        allowed && !forbidden
    }

    fn word(&mut self, document: &Document, schema: &Schema, depth: usize) -> Word {
        let value_is_null = schema.constant == Some(Node::Null)
            || schema
                .enumeration
                .as_ref()
                .is_some_and(|values| values.contains(&Node::Null));
        if schema.nullable || value_is_null || schema.types.contains(&SchemaType::Null) {
            return Word::Allowed;
        }
        if !schema.types.is_empty() || schema.enumeration.is_some() || schema.constant.is_some() {
            return Word::Forbidden;
        }
        for branches in [&schema.one_of, &schema.any_of] {
            if branches.is_empty() {
                continue;
            }
            let allows = branches.iter().any(|&branch| {
                is_null(document.schema(branch)) || self.look(document, &[branch], depth + 1)
            });
            return if allows { Word::Allowed } else { Word::Silent };
        }
        Word::Silent
    }
}

/// The only schema that one is made of, if it says nothing else about values.
fn only_part(schema: &Schema) -> Option<SchemaId> {
    let silent = schema.types.is_empty()
        && schema.enumeration.is_none()
        && schema.constant.is_none()
        && !schema.nullable;
    let mut parts = schema
        .reference
        .iter()
        .chain(&schema.all_of)
        .chain(&schema.one_of)
        .chain(&schema.any_of);
    let only = parts.next().filter(|_| silent)?;
    parts.next().is_none().then_some(*only)
}

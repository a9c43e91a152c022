//! Whether a schema allows `null`.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::document::{Document, Schema, SchemaId, SchemaType};
use crate::source::Node;

use super::composition::{is_null, only_branch};

/// How deep alternatives are followed.
const DEEPEST: usize = 32;

/// What was found so far, by schema.
#[derive(Debug, Default)]
pub(super) struct Nullability {
    known: HashMap<SchemaId, Said>,
}

/// What a schema and all that it is made of say about `null`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Said {
    allowed: bool,
    forbidden: bool,
}

impl Said {
    fn add(&mut self, other: Self) {
        self.allowed |= other.allowed;
        self.forbidden |= other.forbidden;
    }
}

impl Nullability {
    /// Whether `null` is a value where all of these hold.
    ///
    /// A schema that allows it itself has the last word over what it is made of, because
    /// `nullable: true` beside `allOf` means it wherever it is written, whatever the standard makes of
    /// it. Else one part that forbids it suffices.
    pub(super) fn allows_null(&mut self, document: &Document, schemas: &[SchemaId]) -> bool {
        self.look(document, schemas, 0)
    }

    fn look(&mut self, document: &Document, schemas: &[SchemaId], depth: usize) -> bool {
        if depth > DEEPEST {
            return false;
        }
        let mut all = Said::default();
        for &id in schemas {
            all.add(self.said(document, id, depth));
        }
        all.allowed && !all.forbidden
    }

    /// What a schema and its parts say. One that is being looked at already says nothing.
    fn said(&mut self, document: &Document, root: SchemaId, depth: usize) -> Said {
        let mut open = vec![(root, false)];
        while let Some((id, done)) = open.pop() {
            let schema = document.schema(id);
            if !done {
                if let Entry::Vacant(unseen) = self.known.entry(id) {
                    unseen.insert(Said::default());
                    open.push((id, true));
                    open.extend(parts(document, id, schema).map(|part| (part, false)));
                }
                continue;
            }
            let mut said = self.own(document, schema, depth);
            if !said.allowed {
                for part in parts(document, id, schema) {
                    said.add(self.known[&part]);
                }
            }
            self.known.insert(id, said);
        }
        self.known[&root]
    }

    /// What a schema says by itself.
    fn own(&mut self, document: &Document, schema: &Schema, depth: usize) -> Said {
        let value_is_null = schema.constant == Some(Node::Null)
            || schema
                .enumeration
                .as_ref()
                .is_some_and(|values| values.contains(&Node::Null));
        if schema.nullable || value_is_null || schema.types.contains(&SchemaType::Null) {
            return Said {
                allowed: true,
                forbidden: false,
            };
        }
        if !schema.types.is_empty() || schema.enumeration.is_some() || schema.constant.is_some() {
            return Said {
                allowed: false,
                forbidden: true,
            };
        }
        let branches = [&schema.one_of, &schema.any_of];
        let Some(branches) = branches.into_iter().find(|branches| !branches.is_empty()) else {
            return Said::default();
        };
        Said {
            allowed: branches.iter().any(|&branch| {
                is_null(document.schema(branch)) || self.look(document, &[branch], depth + 1)
            }),
            forbidden: false,
        }
    }
}

/// What else holds where a schema does.
fn parts(document: &Document, id: SchemaId, schema: &Schema) -> impl Iterator<Item = SchemaId> {
    let reference = schema.reference.into_iter();
    reference
        .chain(schema.all_of.iter().copied())
        .chain(only_branch(document, id, &schema.one_of))
        .chain(only_branch(document, id, &schema.any_of))
}

//! The table of schemas: each place that holds a schema is read once, through a work list.

mod applicators;
mod discriminator;
mod names;
mod object;
mod reference;
mod types;

use std::collections::{HashMap, VecDeque};

use indexmap::IndexMap;

use super::Parser;
use super::place::{NodeKey, Place};
use crate::document::{Schema, SchemaId};
use crate::source::Node;

/// Every schema found so far, and those still to be read.
#[derive(Debug, Default)]
pub(super) struct Schemas<'a> {
    table: Vec<Schema>,
    by_node: HashMap<NodeKey, SchemaId>,
    queue: VecDeque<(SchemaId, Place<'a>, Guise)>,
    components: IndexMap<String, SchemaId>,
}

/// What an object that describes a type is besides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Guise {
    /// Nothing: a Schema Object.
    Schema,
    /// A parameter or header that says its type itself, as Swagger has it: its `description` and
    /// `required` are not the schema's.
    Parameter,
    /// A `formData` parameter, which becomes a property: its `required` is not the schema's.
    FormField,
}

impl Schemas<'_> {
    /// The components by name, and the table.
    pub(super) fn finish(self) -> (IndexMap<String, SchemaId>, Vec<Schema>) {
        (self.components, self.table)
    }

    /// A schema that stands nowhere in the document.
    pub(super) fn add(&mut self, schema: Schema) -> SchemaId {
        let id = u32::try_from(self.table.len()).expect("a document has fewer than 2^32 schemas");
        self.table.push(schema);
        SchemaId(id)
    }

    pub(super) fn all_mut(&mut self) -> &mut [Schema] {
        &mut self.table
    }

    fn get_mut(&mut self, id: SchemaId) -> &mut Schema {
        &mut self.table[id.0 as usize]
    }
}

impl<'a> Parser<'a> {
    /// The schema at this place; it is read later.
    pub(super) fn schema(&mut self, place: &Place<'a>) -> SchemaId {
        self.schema_in(place, Guise::Schema)
    }

    /// The schema under this key, which may be any node but must be a schema.
    pub(super) fn schema_under(&mut self, place: &Place<'a>, key: &str) -> Option<SchemaId> {
        let node = place.node.get(key)?;
        let at = place.at.join(key);
        Some(self.schema(&Place { node, at }))
    }

    /// The schema that an object of another kind holds in itself.
    pub(super) fn schema_in(&mut self, place: &Place<'a>, guise: Guise) -> SchemaId {
        if let Some(&id) = self.schemas.by_node.get(&place.key()) {
            return id;
        }
        let id = self.schemas.add(Schema {
            at: place.at.clone(),
            ..Schema::default()
        });
        self.schemas.by_node.insert(place.key(), id);
        self.schemas.queue.push_back((id, place.clone(), guise));
        id
    }

    /// Reads what is queued, and what that leads to.
    pub(super) fn read_queued_schemas(&mut self) {
        while let Some((id, place, guise)) = self.schemas.queue.pop_front() {
            let schema = match place.node {
                Node::Map(_) => self.schema_object(&place, guise),
                Node::Bool(allows) => Schema {
                    boolean: Some(*allows),
                    ..Schema::default()
                },
                Node::Null | Node::Int(_) | Node::Float(_) | Node::Str(_) | Node::Seq(_) => {
                    self.not_a_schema(&place);
                    Schema::default()
                }
            };
            let known = self.schemas.get_mut(id);
            let at = std::mem::take(&mut known.at);
            // A reference to it may have named it while it waited.
            let component = known.component.take();
            *known = Schema {
                at,
                component,
                ..schema
            };
        }
    }

    fn not_a_schema(&mut self, place: &Place<'a>) {
        self.error(
            "invalid-schema",
            place.at.clone(),
            format!("a schema is an object, not {}", place.node.type_name()),
        );
    }
}

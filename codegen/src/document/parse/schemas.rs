//! The table of schemas: each place that holds a schema is read once, through a work list.

mod applicators;
mod defaults;
mod discriminator;
mod names;
mod object;
mod reference;
mod types;

use std::collections::HashMap;

use indexmap::IndexMap;

use super::Parser;
use super::place::{NodeKey, Place};
use crate::document::{Schema, SchemaId};
use crate::source::Node;

/// Every schema found so far; the first of them have been read. A [`SchemaId`] is an index into
/// both.
#[derive(Debug, Default)]
pub(super) struct Schemas<'a> {
    found: Vec<Found<'a>>,
    table: Vec<Schema>,
    by_node: HashMap<NodeKey, SchemaId>,
    components: IndexMap<String, SchemaId>,
}

/// A schema that is to be read.
#[derive(Debug)]
struct Found<'a> {
    /// References to it may name it while it waits, and afterwards.
    component: Option<String>,
    source: Source<'a>,
}

#[derive(Debug)]
enum Source<'a> {
    Place(Place<'a>, Guise),
    /// It stands nowhere in the document.
    Made(Box<Schema>),
    Taken,
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

impl<'a> Schemas<'a> {
    /// The components by name, and the table.
    pub(super) fn finish(mut self) -> (IndexMap<String, SchemaId>, Vec<Schema>) {
        for (schema, found) in self.table.iter_mut().zip(self.found) {
            schema.component = found.component;
        }
        (self.components, self.table)
    }

    /// A schema that stands nowhere in the document.
    pub(super) fn add(&mut self, schema: Schema) -> SchemaId {
        self.find(Source::Made(Box::new(schema)))
    }

    pub(super) fn all_mut(&mut self) -> &mut [Schema] {
        &mut self.table
    }

    fn find(&mut self, source: Source<'a>) -> SchemaId {
        let id = u32::try_from(self.found.len()).expect("a document has fewer than 2^32 schemas");
        self.found.push(Found {
            component: None,
            source,
        });
        SchemaId(id)
    }

    fn component(&self, id: SchemaId) -> Option<&str> {
        self.found[id.0 as usize].component.as_deref()
    }

    fn name(&mut self, id: SchemaId, name: &str) {
        self.found[id.0 as usize].component = Some(name.to_owned());
        self.components.insert(name.to_owned(), id);
    }

    /// The next that is to be read.
    fn next(&mut self) -> Option<Source<'a>> {
        let next = self.found.get_mut(self.table.len())?;
        Some(std::mem::replace(&mut next.source, Source::Taken))
    }
}

impl<'a> Parser<'a> {
    /// The schema at this place; it is read later.
    pub(super) fn schema(&mut self, place: &Place<'a>) -> SchemaId {
        self.schema_in(place, Guise::Schema)
    }

    /// The schema under this key, which may be any node but must be a schema. A `null`, which is
    /// what a key without a value gives, is as good as absent.
    pub(super) fn schema_under(&mut self, place: &Place<'a>, key: &str) -> Option<SchemaId> {
        let node = place.node.get(key)?;
        let place = Place {
            node,
            at: place.at.join(key),
        };
        if node.is_null() {
            self.null_schema(&place);
            return None;
        }
        Some(self.schema(&place))
    }

    /// A schema among others of a keyword: for a `null`, one that says nothing.
    fn schema_among(&mut self, place: &Place<'a>) -> SchemaId {
        if !place.node.is_null() {
            return self.schema(place);
        }
        self.null_schema(place);
        self.schemas.add(Schema {
            at: place.at.clone(),
            ..Schema::default()
        })
    }

    fn null_schema(&mut self, place: &Place<'a>) {
        let message = "a schema is an object, not null: it is read as one that says nothing";
        self.warn("null-schema", place.at.clone(), message);
    }

    /// The schema that an object of another kind holds in itself.
    pub(super) fn schema_in(&mut self, place: &Place<'a>, guise: Guise) -> SchemaId {
        if let Some(&id) = self.schemas.by_node.get(&place.key()) {
            return id;
        }
        let id = self.schemas.find(Source::Place(place.clone(), guise));
        self.schemas.by_node.insert(place.key(), id);
        id
    }

    /// Reads what was found, and what that leads to.
    pub(super) fn read_schemas(&mut self) {
        while let Some(source) = self.schemas.next() {
            match source {
                Source::Place(place, guise) => {
                    // A schema is large: it is filled where it is, not handed about.
                    let mut schema = Schema::default();
                    self.read_schema(&mut schema, &place, guise);
                    schema.at = place.at;
                    self.schemas.table.push(schema);
                }
                Source::Made(schema) => self.schemas.table.push(*schema),
                Source::Taken => unreachable!("each schema is read once"),
            }
        }
    }

    fn read_schema(&mut self, schema: &mut Schema, place: &Place<'a>, guise: Guise) {
        match place.node {
            Node::Map(_) => self.schema_object(schema, place, guise),
            Node::Bool(allows) => schema.boolean = Some(*allows),
            Node::Null | Node::Int(_) | Node::Float(_) | Node::Str(_) | Node::Seq(_) => {
                self.not_a_schema(place);
            }
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

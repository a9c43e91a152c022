//! Inline schemas that stand at several places word for word: each such family is one type.
//!
//! Copies are one only if they say the same, limits and the docs of what is inside them included,
//! and if the last words of what they would be called are the same too: two `{id}` under different
//! keys stay two types. Their own docs say what they are for where they stand, and stay there.
//! A family is named by those words, which all of its places share (`audio can produce`), so that
//! a further place renames nothing. Where others have the same words, the one of most places keeps
//! them, and an enum is told from it by its values; a choice between components is named
//! by those. Copies of a component that ends with their key are the component.

mod classes;
mod content;
mod naming;
mod places;

use std::collections::HashMap;

use super::names::letters;
use super::plan::Plan;
use super::resources::Tree;
use super::types::component_wish;
use crate::api::OperationId;
use crate::config::TypesConfig;
use crate::document::{Document, SchemaId};
use classes::Classes;
use naming::{Known, Taken};
use places::{Path, Paths};

/// How often families are sought again. What stands inside a family stands there once, so that
/// finding one leaves fewer copies of what is inside it.
const ROUNDS: usize = 3;

/// What inline schemas are copies of.
#[derive(Debug, Default)]
pub(super) struct Copies {
    of: HashMap<SchemaId, Original>,
    families: Vec<Family>,
}

/// What an inline schema is a copy of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Original {
    /// A component says the same.
    Component(SchemaId),
    /// Others like it stand elsewhere: an index into [`Copies::families`].
    Family(usize),
}

/// Inline schemas that are one type.
#[derive(Debug)]
pub(super) struct Family {
    /// The first of them, which stands for all.
    pub(super) first: SchemaId,
    /// What it is called.
    pub(super) wish: String,
    /// Where the first stands.
    pub(super) home: Home,
    /// Whether all of them have the same docs.
    is_told_alike: bool,
    /// Whether others stand beneath something else.
    pub(super) shared: bool,
}

/// Beneath what a schema stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Home {
    Component(SchemaId),
    Operation(OperationId),
}

/// A candidate at one of its places.
#[derive(Clone, Copy, Debug)]
struct Place {
    schema: SchemaId,
    home: Home,
    path: Path,
}

impl Copies {
    /// Finds the copies among the schemas of components and of the operations that are planned.
    pub(super) fn find(
        document: &Document,
        config: &TypesConfig,
        plans: &[Plan<'_>],
        tree: &Tree,
    ) -> Self {
        let classes = Classes::new(document);
        let mut components = HashMap::new();
        let mut wishes = HashMap::new();
        let mut taken = Taken::default();
        for (name, &id) in &document.component_schemas {
            let wish = component_wish(document, config, name, id);
            taken.insert(letters(&wish));
            components
                .entry(classes.of(id))
                .or_insert_with(Vec::new)
                .push(id);
            wishes.insert(id, wish);
        }
        let known = Known {
            document,
            classes: &classes,
            components: &components,
            wishes: &wishes,
            taken: &taken,
        };
        let mut copies = Self::default();
        for _ in 0..ROUNDS {
            let mut paths = Paths::default();
            let found = places::find(document, config, (plans, tree), &copies, &mut paths);
            copies = naming::name(&found, &mut paths, &known);
        }
        copies
    }

    /// What a schema is a copy of.
    pub(super) fn original(&self, schema: SchemaId) -> Option<Original> {
        self.of.get(&schema).copied()
    }

    /// The schema that stands for this one, if it is another.
    pub(super) fn stand_in(&self, schema: SchemaId) -> Option<SchemaId> {
        let stand_in = match self.original(schema)? {
            Original::Component(id) => id,
            Original::Family(index) => self.families[index].first,
        };
        (stand_in != schema).then_some(stand_in)
    }

    /// Whether a schema stands for copies beneath other things than its own home.
    pub(super) fn is_shared(&self, schema: SchemaId) -> bool {
        match self.original(schema) {
            Some(Original::Family(index)) => self.families[index].shared,
            Some(Original::Component(_)) | None => false,
        }
    }

    /// Whether the docs of a schema are those of one place among several that have others.
    pub(super) fn is_told_otherwise(&self, schema: SchemaId) -> bool {
        match self.original(schema) {
            Some(Original::Family(index)) => !self.families[index].is_told_alike,
            Some(Original::Component(_)) | None => false,
        }
    }

    /// All families.
    pub(super) fn families(&self) -> &[Family] {
        &self.families
    }
}

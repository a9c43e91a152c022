//! Schemas become types.
//!
//! The unit of lowering is a list of schemas that hold together (one, unless members of a
//! composition meet). [`composition`] says which those are, [`view`] merges what they say,
//! [`lowering`] gives the result a name where it needs one, and the rest make the shapes.

mod allowance;
mod arrays;
mod choices;
mod collapse;
mod components;
mod composition;
mod constant_bodies;
mod copied;
mod dependencies;
mod enums;
mod facts;
mod fields;
mod finish;
mod heirs;
mod lowering;
mod nullability;
mod objects;
mod scalars;
mod shapes;
mod survey;
mod tags;
#[cfg(test)]
mod tests;
mod twins;
mod unions;
mod values;
mod variants;
mod view;
mod wishes;

use std::collections::{HashMap, HashSet};

use allowance::Allowance;
use components::Component;
pub(super) use composition::is_live;
pub(super) use facts::Facts;
use heirs::Heirs;
use lowering::{Key, Place};
use nullability::Nullability;
use survey::Survey;
use tags::TagValues;
pub(super) use wishes::component_wish;

use super::copies::Copies;
use super::names::{Scope, letters};
use crate::api::{Name, Owner, Shape, Struct, Type, TypeDef, TypeId, Usage};
use crate::config::TypesConfig;
use crate::diagnostic::Diagnostics;
use crate::document::{Document, SchemaId};

/// Which way a value travels, seen from the user of the generated crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Direction {
    /// The user makes it: parameters, request bodies.
    Input,
    /// The user receives it: responses, headers, webhooks.
    Output,
}

/// How many places of the document were typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Places where a schema stands that became a type or a part of one.
    pub positions: usize,
    /// Those that could not be typed; each has a warning.
    pub untyped: usize,
    /// Those that the document itself leaves open, such as `{}`.
    pub open: usize,
}

/// All named types while a document is lowered.
pub(super) struct Types<'a> {
    document: &'a Document,
    config: &'a TypesConfig,
    copies: &'a Copies,
    /// The names of the families of copies, until one is lowered.
    family_names: HashMap<SchemaId, Name>,
    /// Where every part of `lower` reports while the types are being made.
    pub(super) diagnostics: &'a mut Diagnostics,
    heirs: Heirs,
    survey: Survey,
    nullability: Nullability,
    secrets: HashSet<(String, String)>,
    scope: Scope,
    /// `None` while a definition is still to be made.
    defs: Vec<Option<TypeDef>>,
    components: HashMap<SchemaId, Component>,
    /// The letters of their names in the document.
    component_letters: HashSet<String>,
    /// Definitions that are still to be made.
    waiting: Vec<(SchemaId, Direction, TypeId)>,
    /// What was lowered before.
    known: HashMap<Key, Type>,
    /// What is being lowered, with the name it got.
    open: HashMap<Key, Option<TypeId>>,
    /// What was found to choose alternatives.
    tag_values: TagValues,
    /// Types of single texts among alternatives.
    lone_constants: HashMap<String, Type>,
    roots: Vec<(TypeId, Usage)>,
    coverage: Coverage,
    depth: usize,
    distributed: usize,
    allowance: Allowance,
}

impl<'a> Types<'a> {
    /// Claims the names of all component schemas in document order, then lowers them.
    pub(super) fn new(
        document: &'a Document,
        config: &'a TypesConfig,
        copies: &'a Copies,
        diagnostics: &'a mut Diagnostics,
    ) -> Self {
        let heirs = Heirs::new(document);
        let mut types = Self {
            document,
            config,
            copies,
            family_names: HashMap::new(),
            diagnostics,
            survey: Survey::new(document, copies, &heirs),
            heirs,
            nullability: Nullability::default(),
            secrets: fields::secrets(config),
            scope: Scope::default(),
            defs: Vec::new(),
            components: HashMap::new(),
            component_letters: document
                .component_schemas
                .keys()
                .map(|name| letters(name))
                .collect(),
            waiting: Vec::new(),
            known: HashMap::new(),
            open: HashMap::new(),
            tag_values: HashMap::new(),
            lone_constants: HashMap::new(),
            roots: Vec::new(),
            coverage: Coverage::default(),
            depth: 0,
            distributed: 0,
            allowance: Allowance::default(),
        };
        types.announce_components();
        types.announce_families();
        types.define_waiting();
        types
    }

    /// The type of a schema that stands in an operation, a webhook and the like. Inline types
    /// beneath it are named from `wish` ("kick participants response") and belong to `owner`.
    ///
    /// A schema of bytes as they are (`format: binary`), and a list of such, is [`Type::Binary`]
    /// when it is asked for here itself; wherever it stands inside of another it is
    /// [`Type::String`], because there it is JSON.
    pub(super) fn lower(
        &mut self,
        schema: SchemaId,
        wish: &str,
        owner: Owner,
        direction: Direction,
    ) -> Type {
        if let Some(binary) = self.binary(&[schema]) {
            self.coverage.positions += 1;
            return binary;
        }
        let place = Place {
            wish,
            owner,
            direction,
        };
        let ty = self.lower_all(&[schema], place);
        self.define_waiting();
        self.add_root(&ty, direction);
        ty
    }

    /// A name that no other type has: for a union of answers, a multipart form.
    pub(super) fn claim_type_name(&mut self, wish: &str) -> Name {
        self.scope.claim(wish)
    }

    /// Whether a component schema has a name of these letters.
    pub(super) fn has_component(&self, letters: &str) -> bool {
        self.component_letters.contains(letters)
    }

    /// The members of an object, composition merged: for forms and pagination. `None` if the
    /// schema is no object with known members. Members that are bytes as they are, and lists of
    /// them, are [`Type::Binary`] here.
    pub(super) fn members(
        &mut self,
        schema: SchemaId,
        wish: &str,
        owner: Owner,
        direction: Direction,
    ) -> Option<Struct> {
        let place = Place {
            wish,
            owner,
            direction,
        };
        let members = self.form(schema, place)?;
        self.define_waiting();
        for field in &members.fields {
            self.add_root(&field.ty, direction);
        }
        if let crate::api::Additional::Typed(_, ty) = &members.additional {
            self.add_root(ty, direction);
        }
        Some(members)
    }

    /// The struct that a type is, through names, aliases and `null`.
    pub(super) fn struct_of(&self, ty: &Type) -> Option<&Struct> {
        match self.resolved(ty)?.1 {
            Shape::Struct(found) => Some(found),
            Shape::Enum(_) | Shape::Union(_) | Shape::Alias(_) => None,
        }
    }

    /// What a type is behind names and aliases, and the last name on the way; `None` if it has none.
    pub(super) fn resolved(&self, ty: &Type) -> Option<(TypeId, &Shape)> {
        let mut ty = ty;
        let mut found = None;
        for _ in 0..=self.defs.len() {
            let Type::Named(id) = ty.split_null().0 else {
                return found;
            };
            let shape = &self.defs[id.0].as_ref()?.shape;
            found = Some((*id, shape));
            match shape {
                Shape::Alias(inner) => ty = inner,
                Shape::Struct(_) | Shape::Enum(_) | Shape::Union(_) => return found,
            }
        }
        found
    }

    /// How many places were typed so far.
    pub(super) fn coverage(&self) -> Coverage {
        self.coverage
    }
}

//! Objects: structs where members are known, maps where the keys are data.

use super::Types;
use super::dependencies;
use super::lowering::{Key, Place, Shaped};
use super::survey::travels_so;
use super::view::View;
use crate::api::{Additional, Field, Shape, Struct, Type};
use crate::document::SchemaId;
use crate::lower::names::Scope;
use crate::source::Map;

impl<'a> Types<'a> {
    /// A struct, or a map.
    pub(super) fn object(&mut self, view: &View<'a>, key: &Key, place: Place<'_>) -> Shaped {
        let known = !view.properties.is_empty();
        let further = !view.additional.is_empty() || !view.patterns.is_empty();
        if known || view.closed && !further || !view.required.is_empty() && !further {
            self.reserve(key, place);
            return Shaped::Named(Shape::Struct(self.members_of(view, place)));
        }
        if is_empty(view) && !further {
            self.reserve(key, place);
            return Shaped::Named(Shape::Struct(Struct {
                fields: Vec::new(),
                additional: Additional::Closed,
                choices: Vec::new(),
            }));
        }
        let value = if further {
            self.further_members(view, place)
        } else {
            self.left_open()
        };
        Shaped::Plain(Type::Map(Box::new(value)))
    }

    /// The members of an object in the direction of the place.
    pub(super) fn members_of(&mut self, view: &View<'a>, place: Place<'_>) -> Struct {
        let mut scope = Scope::default();
        let mut fields: Vec<Field> = Vec::new();
        for (&key, schemas) in &view.properties {
            if self.is_spent() {
                break;
            }
            let there = schemas
                .iter()
                .all(|&id| travels_so(self.document, id, place.direction));
            let possible = schemas
                .iter()
                .all(|&id| self.document.schema(id).boolean != Some(false));
            if there && (possible || view.required.contains(key)) {
                let field = self.field(view, key, schemas, &mut scope, place);
                let field = self.tag_of_heir(view, key, field);
                self.spend_on_field(&field, &self.document.schema(schemas[0]).at);
                fields.push(field);
            }
        }
        let undeclared = view
            .required
            .iter()
            .filter(|key| !view.properties.contains_key(**key));
        for key in undeclared {
            fields.push(self.undeclared_field(view, key, &mut scope, place));
        }
        let additional = self.additional(view, &mut scope, place);
        let choices = dependencies::choices(self.document, view, &fields);
        Struct {
            fields,
            additional,
            choices,
        }
    }

    /// What may stand beside the known members. Members by pattern are told from others by their
    /// keys alone, which no type does.
    fn additional(&mut self, view: &View<'a>, scope: &mut Scope, place: Place<'_>) -> Additional {
        let typed = !view.additional.is_empty() || view.closed && !view.patterns.is_empty();
        if !typed {
            return if view.closed {
                Additional::Closed
            } else {
                Additional::Open
            };
        }
        match self.further_members(view, place) {
            Type::Any => Additional::Open,
            ty => Additional::Typed(scope.claim("additional"), ty),
        }
    }

    /// The one type of all members that are not known by name.
    pub(super) fn further_members(&mut self, view: &View<'a>, place: Place<'_>) -> Type {
        let wish = format!("{} value", place.wish);
        let place = Place {
            wish: &wish,
            ..place
        };
        let holders: Vec<SchemaId> = view
            .additional
            .iter()
            .chain(&view.patterns)
            .copied()
            .collect();
        let mut types: Vec<Type> = Vec::new();
        let mut add = |ty: Type| {
            if !types.contains(&ty) {
                types.push(ty);
            }
        };
        if !view.additional.is_empty() {
            add(self.lower_all(&view.additional, place));
        }
        for &pattern in &view.patterns {
            add(self.lower_all(&[pattern], place));
        }
        self.choice(&types, &holders, place)
    }

    /// The struct that a schema is as a form; members that are bytes stay such.
    pub(super) fn form(&mut self, schema: SchemaId, place: Place<'_>) -> Option<Struct> {
        let view = self.view(&[schema]);
        let object = view
            .types
            .as_ref()
            .is_none_or(|types| types.contains(&crate::document::SchemaType::Object));
        if !object || view.properties.is_empty() && view.groups.is_empty() {
            return None;
        }
        let view = self.with_branches(view);
        if view.properties.is_empty() {
            return None;
        }
        let mut members = self.members_of(&view, place);
        for field in &mut members.fields {
            let schemas = view.properties.get(field.key.as_str());
            if let Some(binary) = schemas.and_then(|schemas| self.binary(schemas)) {
                field.ty = binary;
            }
        }
        Some(members)
    }
}

/// Whether an object without members is all that it may be: `enum: [{}]`, for a set in the shape
/// of a map.
fn is_empty(view: &View<'_>) -> bool {
    let values = view.values.as_ref();
    values.is_some_and(|values| {
        let mut nodes = values.nodes.iter();
        nodes.all(|node| node.as_map().is_some_and(Map::is_empty))
    })
}

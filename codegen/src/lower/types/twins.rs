//! Alternatives of the same members that differ in constants alone are one struct: PayPal's lists
//! of errors, each `{issue, description}` with texts of its own.

use super::lowering::{Key, Place, Shaped};
use super::shapes::implied;
use super::unions::Branch;
use super::view::View;
use super::{Types, survey, tags};
use crate::api::{Additional, Shape, Struct};
use crate::document::{SchemaId, SchemaType};
use crate::lower::names::Scope;

impl<'a> Types<'a> {
    /// The one struct that these are, if they are.
    pub(super) fn twins(
        &mut self,
        branches: &[Branch],
        key: &Key,
        place: Place<'_>,
    ) -> Option<Shaped> {
        let mut views = Vec::new();
        for branch in branches {
            let written = self.document.schema(branch.written);
            let view = self.view(&branch.schemas);
            if written.component.is_some() || written.reference.is_some() || !is_plain(&view) {
                return None;
            }
            views.push(view);
        }
        let (first, others) = views.split_first()?;
        let same_members = |view: &View<'a>| {
            view.properties.len() == first.properties.len()
                && view
                    .properties
                    .keys()
                    .all(|key| first.properties.contains_key(key))
                && view.required.len() == first.required.len()
                && view.required.iter().all(|key| first.required.contains(key))
        };
        if first.properties.is_empty() || others.is_empty() || !others.iter().all(same_members) {
            return None;
        }
        for key in first.properties.keys() {
            if !others.iter().all(|other| self.are_alike(first, other, key)) {
                return None;
            }
        }
        self.reserve(key, place);
        let mut scope = Scope::default();
        let mut fields = Vec::new();
        for (key, schemas) in &first.properties {
            let wish = format!("{} {}", place.wish, self.called(schemas, key));
            let inner = Place {
                wish: &wish,
                ..place
            };
            let all: Vec<SchemaId> = views
                .iter()
                .filter_map(|view| self.constants_in(&view.properties[key]))
                .collect();
            let constant = all.len() == views.len();
            let ty = if constant {
                self.lower_choice(&all, inner)
            } else {
                self.lower_all(schemas, inner)
            };
            let mut field = self.field_of_type(first, key, schemas, ty, &mut scope, place);
            if constant {
                field.constant = None;
                field.docs.examples.clear();
            }
            fields.push(field);
        }
        Some(Shaped::Named(Shape::Struct(Struct {
            fields,
            additional: Additional::Open,
            choices: Vec::new(),
        })))
    }

    /// The schema that lists the constants of a member.
    fn constants_in(&self, schemas: &[SchemaId]) -> Option<SchemaId> {
        let lists = |&id: &SchemaId| {
            let (view, _) = View::new(self.document, &[id]);
            view.values.is_some()
        };
        schemas.iter().copied().find(lists)
    }

    /// Whether a member is the same in both but for its constants, and travels both ways.
    fn are_alike(&mut self, one: &View<'a>, other: &View<'a>, key: &str) -> bool {
        let (schemas, others) = (&one.properties[key], &other.properties[key]);
        let one_way = |&id: &SchemaId| survey::one_way(self.document, id) != (false, false);
        if schemas.iter().chain(others).any(one_way) {
            return false;
        }
        if schemas == others {
            return true;
        }
        let constants = tags::constants_of(self, one, key).is_some();
        if constants || tags::constants_of(self, other, key).is_some() {
            return constants && tags::constants_of(self, other, key).is_some();
        }
        let (one, other) = (self.view(schemas), self.view(others));
        let format = |view: &View<'a>| view.first(|schema| schema.format.as_deref());
        is_scalar(&one) && one.types == other.types && format(&one) == format(&other)
    }
}

/// An object of members alone.
fn is_plain(view: &View<'_>) -> bool {
    let types = view.types.clone().unwrap_or_else(|| implied(view));
    types[..] == [SchemaType::Object]
        && view.groups.is_empty()
        && view.additional.is_empty()
        && view.patterns.is_empty()
        && view.values.is_none()
}

/// One type without constants or alternatives, and neither list nor object.
fn is_scalar(view: &View<'_>) -> bool {
    let plain = |ty: &SchemaType| !matches!(ty, SchemaType::Object | SchemaType::Array);
    view.types
        .as_ref()
        .is_some_and(|types| types.len() == 1 && types.iter().all(plain))
        && view.values.is_none()
        && view.groups.is_empty()
        && !view.any(|schema| schema.read_only || schema.write_only || schema.nullable)
}

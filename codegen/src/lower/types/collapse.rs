//! Schemas that add nothing to what they refer to are what they refer to.

use super::Types;
use super::composition::{Depth, Ignored, Weight, gather, is_loose, weight, weight_but_for};
use super::lowering::Place;
use super::shapes::implied;
use super::view::View;
use crate::api::Type;
use crate::document::{Schema, SchemaId};

impl Types<'_> {
    /// The type of what the schemas refer to, if they add nothing to it: a component, or a schema
    /// that stands elsewhere.
    pub(super) fn collapsed(
        &mut self,
        schemas: &[SchemaId],
        root: Option<SchemaId>,
        place: Place<'_>,
    ) -> Option<Type> {
        if self.brings_its_own(schemas) {
            return None;
        }
        let document = self.document;
        let parts = gather(document, schemas, Depth::ToComponents(root));
        let weigh = |id: &SchemaId| weight(document, document.schema(*id));
        let heaviest = parts.outer_first.iter().map(weigh).max();
        let heaviest = heaviest.unwrap_or(Weight::Bare);
        if let [component] = parts.components[..] {
            let is_it = match heaviest {
                Weight::Bare => true,
                Weight::Typed => self.says_more_than_type(component),
                Weight::Structured => {
                    let (view, _) = View::new(document, &[component]);
                    let structured = |id: &&SchemaId| weigh(id) == Weight::Structured;
                    let mut parts = parts.outer_first.iter().filter(structured);
                    parts.all(|&id| self.adds_nothing(document.schema(id), &view))
                }
            };
            return is_it.then(|| {
                let id = self.component_type(component, place.direction);
                self.nullable_if(schemas, Type::Named(id))
            });
        }
        let mut telling = parts.outer_first.iter().filter(|id| weigh(id) == heaviest);
        let told = *telling.next()?;
        let alone = telling.next().is_none()
            && parts.components.is_empty()
            && heaviest > Weight::Bare
            && schemas != [told]
            && Some(told) != root
            && !self.is_part(told, schemas[0]);
        if !alone {
            return None;
        }
        let (wish, owner) = self.wish_at(told, place);
        let place = Place {
            wish: &wish,
            owner,
            ..place
        };
        let ty = self.lower_all(&[told], place);
        Some(self.nullable_if(schemas, ty.split_null().0.clone()))
    }

    /// Whether a schema stands inside another as a part of its composition.
    fn is_part(&self, part: SchemaId, whole: SchemaId) -> bool {
        let (part, whole) = (
            &self.document.schema(part).at,
            &self.document.schema(whole).at,
        );
        let inside = part
            .pointer
            .strip_prefix(&whole.pointer)
            .unwrap_or_default();
        part.file == whole.file
            && inside.starts_with('/')
            && !inside
                .split('/')
                .any(|step| matches!(step, "$defs" | "definitions"))
    }

    /// A component of which a `type` or `format` beside its reference says nothing new.
    fn says_more_than_type(&self, component: SchemaId) -> bool {
        gather(self.document, &[component], Depth::Full)
            .outer_first
            .iter()
            .any(|&id| weight(self.document, self.document.schema(id)) > Weight::Bare)
    }

    /// Whether all that a schema requires, and one of its alternatives, holds in the other anyway.
    fn adds_nothing(&self, schema: &Schema, to: &View<'_>) -> bool {
        let document = self.document;
        let ignored = Ignored {
            required: true,
            alternatives: true,
            ..Ignored::default()
        };
        let kinds = to.types.clone().unwrap_or_else(|| implied(to));
        let mut groups = [&schema.one_of, &schema.any_of].into_iter();
        weight_but_for(document, schema, ignored) < Weight::Structured
            && schema
                .required
                .iter()
                .all(|key| to.required.contains(key.as_str()))
            && groups.all(|group| group.len() < 2 || is_loose(document, group, &kinds))
    }

    fn brings_its_own(&self, schemas: &[SchemaId]) -> bool {
        let schema = self.document.schema(schemas[0]);
        schema.component.is_none() && schema.extensions.contains_key("x-rust-type")
    }
}

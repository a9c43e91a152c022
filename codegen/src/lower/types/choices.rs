//! Alternatives that are constants are one enum.

use std::collections::HashSet;

use super::Types;
use super::composition::{Depth, Weight, gather, weight};
use super::enums;
use super::lowering::{Place, Shaped};
use super::unions::Branch;
use crate::api::{EnumKind, Literal, Shape, Type, Variant};
use crate::document::{Schema, SchemaId, SchemaType};
use crate::lower::names::Scope;
use crate::source::Node;

/// How deep alternatives of alternatives are looked into.
const DEEPEST: usize = 6;

/// What branches list.
#[derive(Default)]
struct Listing<'a> {
    /// Alternatives that were looked into; once more they would say the same.
    seen: HashSet<SchemaId>,
    /// Constants, each with the schema that says something about them.
    constants: Vec<(&'a Schema, Literal, &'a Node)>,
    /// A branch that takes any value of this kind beside them.
    plain: Vec<EnumKind>,
}

impl<'a> Types<'a> {
    /// The enum of branches that are constants. A plain type among them says that there may be
    /// others, which an enum takes anyway.
    pub(super) fn constant_branches(
        &mut self,
        branches: &[Branch],
        place: Place<'_>,
    ) -> Option<Shaped> {
        let mut listing = Listing::default();
        let mut listed_by = Vec::new();
        for branch in branches {
            let before = listing.constants.len();
            self.list(&branch.schemas, &mut listing, 0)?;
            if listing.constants.len() > before {
                listed_by.push(branch);
            }
        }
        let constants = listing.constants;
        if constants.is_empty() {
            return None;
        }
        let mut known = HashSet::new();
        let mut scope = Scope::default();
        let mut variants = Vec::new();
        let all_bool = constants
            .iter()
            .all(|(_, value, _)| matches!(value, Literal::Bool(_)));
        for same_list in constants.chunk_by(|(one, ..), (other, ..)| std::ptr::eq(*one, *other)) {
            let (schema, ..) = same_list[0];
            let mut new: Vec<(Literal, &Node)> = Vec::new();
            for (_, value, node) in same_list {
                if known.insert(enums::mark(value)) {
                    new.push((value.clone(), node));
                }
            }
            let alone = schema.enumeration.as_ref().is_none_or(|all| all.len() == 1);
            match &new[..] {
                [(value, _)] if alone => {
                    variants.push(enums::variant_of_branch(schema, value, &mut scope));
                }
                _ => variants.extend(enums::variants(schema, &new, &mut scope)),
            }
        }
        let found = enums::of_variants(variants);
        if listing.plain.iter().any(|kind| *kind != found.kind) {
            return None;
        }
        if all_bool {
            return Some(Shaped::Plain(Type::Boolean));
        }
        let is_empty_text = |variant: &Variant| variant.value.as_str() == Some("");
        if !listing.plain.is_empty() && found.variants.iter().all(is_empty_text) {
            return Some(Shaped::Plain(Type::String));
        }
        if let [branch] = listed_by[..]
            && self.is_component(branch)
        {
            let ty = self.lower_all(&branch.schemas, place);
            return Some(Shaped::Plain(ty.split_null().0.clone()));
        }
        Some(Shaped::Named(Shape::Enum(found)))
    }

    /// Adds the constants where all of the schemas hold; `None` if there is something else as well.
    fn list(&mut self, schemas: &[SchemaId], into: &mut Listing<'a>, depth: usize) -> Option<()> {
        let view = self.view(schemas);
        if let Some(values) = &view.values {
            let constants = enums::constants(&view)?;
            let listed_by = values.listed_by;
            let literals = constants.literals.into_iter();
            into.constants
                .extend(literals.map(|(value, node)| (listed_by, value, node)));
            return Some(());
        }
        if let [group] = &view.groups[..] {
            let only_that = view.types.as_ref().is_none_or(|types| types.len() == 1)
                && view.properties.is_empty()
                && view.items.is_empty();
            if !only_that || depth == DEEPEST {
                return None;
            }
            for &branch in &group.branches {
                if into.seen.insert(branch) {
                    self.list(&[branch], into, depth + 1)?;
                }
            }
            return Some(());
        }
        let kind = match view.types.as_deref()? {
            [SchemaType::String] if Self::scalar(&view, SchemaType::String) == Type::String => {
                EnumKind::String
            }
            [SchemaType::Integer] => EnumKind::Integer,
            _ => return None,
        };
        into.plain.push(kind);
        Some(())
    }

    /// The type of a branch that is one text, such as `""` to unset a member. Documents repeat
    /// those by the hundred; all that are the same share one type.
    pub(super) fn lone_constant(&mut self, branch: &Branch, place: Place<'_>) -> Option<Type> {
        let schema = self.document.schema(branch.written);
        if schema.component.is_some() || schema.reference.is_some() {
            return None;
        }
        let view = self.view(&branch.schemas);
        let Some(Literal::String(text)) = enums::only_value(&view) else {
            return None;
        };
        if let Some(known) = self.lone_constants.get(&text) {
            return Some(known.clone());
        }
        let Some(Shaped::Named(shape)) = self.constants(&view) else {
            return None;
        };
        self.coverage.positions += 1;
        let wish = enums::wish(&Literal::String(text.clone()));
        let ty = self.define_inline(
            shape,
            &branch.schemas,
            Place {
                wish: &wish,
                ..place
            },
        );
        self.lone_constants.insert(text, ty.clone());
        Some(ty)
    }

    fn is_component(&self, branch: &Branch) -> bool {
        let parts = gather(self.document, &branch.schemas, Depth::ToComponents(None));
        let says = |id: &SchemaId| weight(self.document, self.document.schema(*id));
        parts.components.len() == 1
            && parts
                .outer_first
                .iter()
                .all(|id| says(id) < Weight::Structured)
    }
}

//! Alternatives: `oneOf`, `anyOf` and several `type`s.

use std::collections::HashSet;

use super::composition::{is_live, is_loose};
use super::dependencies::only_requires;
use super::lowering::{Key, Place, Shaped};
use super::shapes::implied;
use super::tags::Plan;
use super::variants::Alternative;
use super::view::{Group, View};
use super::{Types, tags};
use crate::api::Type;
use crate::diagnostic::Diagnostic;
use crate::document::{SchemaId, SchemaType};
use crate::lower::docs::schema_docs;

/// How many alternatives may be merged with what stands beside them, in all and one in the other.
const MOST_DISTRIBUTED: usize = 4_000;
const DEEPEST_DISTRIBUTED: usize = 4;

/// One branch: the schemas that hold in it, the outermost first.
pub(super) struct Branch {
    pub(super) written: SchemaId,
    pub(super) schemas: Vec<SchemaId>,
}

impl<'a> Types<'a> {
    /// The shape of a view with alternatives.
    pub(super) fn alternatives(&mut self, view: &View<'a>, key: &Key, place: Place<'_>) -> Shaped {
        let telling = self.telling(view);
        let Some(&group) = telling.first() else {
            return self.shape_of_types(view, key, place);
        };
        let beside = has_members_beside(view) || telling.len() > 1;
        if beside && !self.may_distribute(key) {
            self.diagnostics.push(Diagnostic::warning(
                "composition",
                group.at.clone(),
                "these alternatives meet too many others; what is the same in all of them is typed, the rest is kept as it comes",
            ));
            return self.shape_of_types(view, key, place);
        }
        let written = self.spliced(group, beside);
        let branches = self.branches(view, &written, beside, key);
        if branches.is_empty() {
            return self.shape_of_types(view, key, place);
        }
        if let Some(shaped) = self.constant_branches(&branches, place) {
            return shaped;
        }
        let discriminator = group
            .discriminator
            .or_else(|| view.first(|schema| schema.discriminator.as_deref()));
        if discriminator.is_none()
            && let Some(merged) = self.twins(&branches, key, place)
        {
            return merged;
        }
        let plan = tags::plan(self, discriminator, &branches);
        self.union_of_branches(&branches, plan, key, place)
    }

    fn union_of_branches(
        &mut self,
        branches: &[Branch],
        plan: Option<Plan>,
        key: &Key,
        place: Place<'_>,
    ) -> Shaped {
        let wishes = self.variant_wishes(branches, plan.as_ref());
        let mut kin: Vec<Vec<Alternative>> = branches.iter().map(|_| Vec::new()).collect();
        for (at, (branch, wish)) in branches.iter().zip(wishes).enumerate() {
            let inner = format!("{} {}", place.wish, wish.for_type);
            let inner_place = Place {
                wish: &inner,
                ..place
            };
            let ty = match self.lone_constant(branch, place) {
                Some(ty) => ty,
                None => self.lower_all(&branch.schemas, inner_place),
            };
            let (ty, _) = ty.split_null();
            if *ty == Type::Null || self.is_itself(ty, key) {
                continue;
            }
            let schema = self.document.schema(branch.written);
            let elder = plan.as_ref().map_or(at, |plan| plan.kin[at]);
            kin[elder].push(Alternative {
                name: wish.name,
                docs: schema_docs(schema, ""),
                ..Alternative::of(ty.clone())
            });
        }
        let mut alternatives = Vec::new();
        for (at, several) in kin.into_iter().enumerate() {
            let values = plan
                .as_ref()
                .map(|plan| plan.values[at].clone())
                .unwrap_or_default();
            let alternative = self.one_of_kin(several, values, &branches[at], place);
            let is_fallback = plan.as_ref().is_some_and(|plan| plan.fallback == Some(at));
            alternatives.extend(alternative.map(|mut alternative| {
                if is_fallback {
                    alternative.tag_values.clear();
                }
                alternative
            }));
        }
        self.union(alternatives, plan.map(|plan| plan.key), place)
    }

    /// Variants that the same tag chooses are one variant: the union of them.
    fn one_of_kin(
        &mut self,
        mut several: Vec<Alternative>,
        tag_values: Vec<String>,
        branch: &Branch,
        place: Place<'_>,
    ) -> Option<Alternative> {
        if several.len() < 2 {
            return several.pop().map(|only| Alternative { tag_values, ..only });
        }
        let wish = format!("{} {}", place.wish, tag_values.first()?);
        let inner = Place {
            wish: &wish,
            ..place
        };
        let ty = match self.union(several, None, inner) {
            Shaped::Plain(ty) => ty,
            Shaped::Named(shape) => self.define_inline(shape, &branch.schemas, inner),
        };
        Some(Alternative {
            name: tag_values.first().cloned(),
            tag_values,
            ..Alternative::of(ty)
        })
    }

    /// The alternatives that say something about the shape: not those that only ask for members,
    /// nor those that one of the types beside them satisfies.
    fn telling<'v>(&self, view: &'v View<'a>) -> Vec<&'v Group<'a>> {
        let mut telling: Vec<&Group<'a>> = view
            .groups
            .iter()
            .filter(|group| !only_requires(self.document, group))
            .collect();
        if has_members_beside(view) {
            let types = view.types.clone().unwrap_or_else(|| implied(view));
            telling.retain(|group| !is_loose(self.document, &group.branches, &types));
        }
        if telling.len() > 1 {
            let loose = |group: &&Group<'a>| is_loose(self.document, &group.branches, &[]);
            if !telling.iter().all(loose) {
                telling.retain(|group| !loose(group));
            }
        }
        telling
    }

    /// The union of a schema that names several types.
    pub(super) fn union_of_types(
        &mut self,
        view: &View<'a>,
        types: &[SchemaType],
        key: &Key,
        place: Place<'_>,
    ) -> Shaped {
        let mut alternatives = Vec::new();
        for &ty in types {
            if ty == SchemaType::Integer && types.contains(&SchemaType::Number) {
                continue;
            }
            let inner = format!("{} {}", place.wish, word(ty));
            let lowered = self.lower_only(
                view,
                ty,
                key,
                Place {
                    wish: &inner,
                    ..place
                },
            );
            // What has no name of its own is called by its format: an id is more than a string.
            let named = matches!(lowered, Type::Named(_));
            alternatives.push(Alternative {
                name: named.then(|| word(ty).to_owned()),
                ..Alternative::of(lowered)
            });
        }
        self.union(alternatives, None, place)
    }

    /// One of several types that were lowered already.
    pub(super) fn choice(
        &mut self,
        types: &[Type],
        schemas: &[SchemaId],
        place: Place<'_>,
    ) -> Type {
        let null = types
            .iter()
            .any(|ty| matches!(ty, Type::Nullable(_) | Type::Null));
        if types.is_empty() || types.contains(&Type::Any) {
            return Type::Any;
        }
        let alternatives = types
            .iter()
            .map(|ty| Alternative::of(ty.split_null().0.clone()))
            .filter(|alternative| alternative.ty != Type::Null)
            .collect();
        let ty = match self.union(alternatives, None, place) {
            Shaped::Plain(ty) => ty,
            Shaped::Named(shape) => self.define_inline(shape, schemas, place),
        };
        if null { ty.nullable() } else { ty }
    }

    fn may_distribute(&mut self, key: &Key) -> bool {
        self.distributed += 1;
        self.distributed < MOST_DISTRIBUTED && Self::schemas_of(key).len() <= DEEPEST_DISTRIBUTED
    }

    /// The branches, those of nameless unions among them in their place.
    fn spliced(&mut self, group: &Group<'a>, beside: bool) -> Vec<SchemaId> {
        if beside || group.discriminator.is_some() {
            return group.branches.clone();
        }
        let mut seen = HashSet::new();
        let mut spliced = Vec::new();
        let mut open: Vec<SchemaId> = group.branches.iter().rev().copied().collect();
        while let Some(id) = open.pop() {
            if !seen.insert(id) {
                continue;
            }
            let schema = self.document.schema(id);
            let nested = match (&schema.one_of[..], &schema.any_of[..]) {
                (branches, []) | ([], branches) => branches,
                _ => &[],
            };
            let only_that = schema.component.is_none()
                && schema.reference.is_none()
                && schema.all_of.is_empty()
                && schema.discriminator.is_none()
                && schema.types.is_empty()
                && schema.properties.is_empty()
                && schema.required.is_empty()
                && schema.title.is_none();
            if only_that && !nested.is_empty() {
                let document = self.document;
                let live = nested
                    .iter()
                    .rev()
                    .copied()
                    .filter(|&id| is_live(document, id));
                open.extend(live);
            } else {
                spliced.push(id);
            }
        }
        spliced
    }

    /// What holds in each branch: the branch, and what stands beside the alternatives if that adds
    /// something to it.
    fn branches(
        &mut self,
        view: &View<'a>,
        written: &[SchemaId],
        beside: bool,
        key: &Key,
    ) -> Vec<Branch> {
        let mut branches = Vec::new();
        for &id in written {
            let own = self.view(&[id]);
            let untyped = own.types.is_none() && own.values.is_none() && own.groups.is_empty();
            let adds_members = beside
                && (view.groups.len() > 1
                    || view
                        .properties
                        .keys()
                        .any(|key| !own.properties.contains_key(key))
                    || view.required.iter().any(|key| !own.required.contains(key))
                    || !view.items.is_empty()
                    || !view.prefix_items.is_empty()
                    || !view.additional.is_empty());
            let adds_type = untyped
                && view
                    .types
                    .as_ref()
                    .is_some_and(|types| *types != implied(&own));
            let mut schemas = vec![id];
            if adds_members || adds_type {
                schemas.extend(Self::schemas_of(key));
            }
            let (_, conflicts) = View::new(self.document, &schemas);
            if schemas.len() == 1 || conflicts.is_empty() {
                branches.push(Branch {
                    written: id,
                    schemas,
                });
            } else if view.groups.len() == 1 {
                self.diagnostics.push(Diagnostic::warning(
                    "contradiction",
                    self.document.schema(id).at.clone(),
                    "nothing can be this and what stands beside the alternatives; it is left out",
                ));
            }
        }
        branches
    }

    /// Whether a variant is the union that it would stand in.
    fn is_itself(&self, ty: &Type, key: &Key) -> bool {
        match ty {
            Type::Named(id) => self.reserved(key) == Some(*id),
            _ => false,
        }
    }

    /// The view with the members of its alternatives brought in, for forms: none of those is
    /// required.
    pub(super) fn with_branches(&mut self, mut view: View<'a>) -> View<'a> {
        for group in std::mem::take(&mut view.groups) {
            for branch in group.branches {
                let inner = self.view(&[branch]);
                for (key, schemas) in inner.properties {
                    view.properties.entry(key).or_insert(schemas);
                }
            }
        }
        view
    }
}

/// Whether there are members or items beside the alternatives that hold in each of them.
fn has_members_beside(view: &View<'_>) -> bool {
    !view.properties.is_empty()
        || !view.required.is_empty()
        || !view.additional.is_empty()
        || !view.patterns.is_empty()
        || !view.items.is_empty()
        || !view.prefix_items.is_empty()
}

/// What a type is called among others.
pub(super) fn word(ty: SchemaType) -> &'static str {
    match ty {
        SchemaType::Null => "null",
        SchemaType::Boolean => "boolean",
        SchemaType::Integer => "integer",
        SchemaType::Number => "number",
        SchemaType::String => "string",
        SchemaType::Array => "array",
        SchemaType::Object => "object",
    }
}

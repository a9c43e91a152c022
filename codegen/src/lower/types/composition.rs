//! Composition: references, `allOf` and what stands beside them become one list of schemas that
//! hold together.

use std::collections::HashSet;

use crate::document::{Document, Schema, SchemaId, SchemaType};
use crate::source::Node;

/// Schemas that all hold for one value, the outermost first.
#[derive(Clone, Debug, Default)]
pub(super) struct Parts {
    /// Schemas whose own keywords hold, outermost first.
    pub(super) outer_first: Vec<SchemaId>,
    /// The same, what is built upon before what builds on it.
    pub(super) base_first: Vec<SchemaId>,
    /// Components that hold as well and were left closed.
    pub(super) components: Vec<SchemaId>,
}

/// How far [`gather`] goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Depth {
    /// Components other than the one given are left closed.
    ToComponents(Option<SchemaId>),
    /// Everything is opened.
    Full,
}

/// All that holds where each of `schemas` holds (the outermost first): their references, `allOf` members and
/// alternatives of one, and theirs in turn; each once.
pub(super) fn gather(document: &Document, schemas: &[SchemaId], depth: Depth) -> Parts {
    if let [id] = *schemas
        && stands_alone(document.schema(id))
    {
        let is_closed = matches!(depth, Depth::ToComponents(root) if root != Some(id))
            && document.schema(id).component.is_some();
        return if is_closed {
            Parts {
                components: vec![id],
                ..Parts::default()
            }
        } else {
            Parts {
                outer_first: vec![id],
                base_first: vec![id],
                ..Parts::default()
            }
        };
    }
    let mut parts = Parts::default();
    let mut seen = HashSet::new();
    let mut outer_first = Vec::new();
    for &root in schemas.iter().rev() {
        let before = std::mem::take(&mut parts.outer_first);
        gather_one(document, root, depth, &mut seen, &mut parts);
        outer_first.push(before);
    }
    outer_first.push(std::mem::take(&mut parts.outer_first));
    parts.outer_first = outer_first.into_iter().rev().flatten().collect();
    parts
}

/// Whether nothing else holds where a schema does: most are like that.
fn stands_alone(schema: &Schema) -> bool {
    schema.reference.is_none()
        && schema.all_of.is_empty()
        && schema.one_of.is_empty()
        && schema.any_of.is_empty()
}

fn gather_one(
    document: &Document,
    root: SchemaId,
    depth: Depth,
    seen: &mut HashSet<SchemaId>,
    parts: &mut Parts,
) {
    let mut open = vec![(root, false)];
    while let Some((id, done)) = open.pop() {
        if done {
            parts.base_first.push(id);
            continue;
        }
        if !seen.insert(id) {
            continue;
        }
        let schema = document.schema(id);
        if let Depth::ToComponents(root) = depth
            && schema.component.is_some()
            && root != Some(id)
        {
            parts.components.push(id);
            continue;
        }
        parts.outer_first.push(id);
        open.push((id, true));
        let inner = [
            only_branch(document, id, &schema.any_of),
            only_branch(document, id, &schema.one_of),
        ];
        open.extend(inner.into_iter().flatten().map(|id| (id, false)));
        open.extend(schema.all_of.iter().rev().map(|&id| (id, false)));
        open.extend(schema.reference.map(|id| (id, false)));
    }
}

/// The one alternative that is left of those of a schema, if it is one.
fn only_branch(document: &Document, of: SchemaId, branches: &[SchemaId]) -> Option<SchemaId> {
    let mut live = live(document, of, branches);
    let first = live.next()?;
    live.next().is_none().then_some(first)
}

/// The alternatives of a schema without `null`, `false` and itself.
pub(super) fn live(
    document: &Document,
    of: SchemaId,
    branches: &[SchemaId],
) -> impl Iterator<Item = SchemaId> {
    let is_other = move |id: &SchemaId| *id != of && document.schema(*id).reference != Some(of);
    branches
        .iter()
        .copied()
        .filter(move |id| is_live(document, *id) && is_other(id))
}

/// Whether something other than `null` can match the schema, as far as it says so itself.
pub(in crate::lower) fn is_live(document: &Document, id: SchemaId) -> bool {
    let schema = document.schema(id);
    schema.boolean != Some(false) && !is_null(schema)
}

/// Whether a schema says by itself that only `null` matches it.
pub(super) fn is_null(schema: &Schema) -> bool {
    let values_are_null = match (&schema.enumeration, &schema.constant) {
        (Some(values), _) => !values.is_empty() && values.iter().all(|value| *value == Node::Null),
        (None, Some(value)) => *value == Node::Null,
        (None, None) => false,
    };
    if schema.types.is_empty() {
        values_are_null
    } else {
        schema.types.iter().all(|ty| *ty == SchemaType::Null)
    }
}

/// How much a schema says about what values look like, apart from what it refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// Nothing: docs, limits, whether `null` is allowed.
    Bare,
    /// A type or a format.
    Typed,
    /// Members, items, constants or alternatives.
    Structured,
}

/// The weight of a schema's own keywords.
pub(super) fn weight(document: &Document, schema: &Schema) -> Weight {
    weight_but_for(document, schema, Ignored::default())
}

/// Keywords that are not looked at.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Ignored {
    pub(super) items: bool,
    pub(super) required: bool,
    pub(super) alternatives: bool,
}

/// The weight of a schema's own keywords, some left aside.
pub(super) fn weight_but_for(document: &Document, schema: &Schema, ignored: Ignored) -> Weight {
    let alternatives = |branches: &[SchemaId]| {
        let live = branches.iter().filter(|&&id| is_live(document, id));
        live.count() > 1
    };
    let typed =
        |further: Option<SchemaId>| further.is_some_and(|id| document.schema(id).boolean.is_none());
    let has_values =
        schema.enumeration.as_ref().is_some_and(|values| {
            values.is_empty() || values.iter().any(|value| *value != Node::Null)
        }) || schema
            .constant
            .as_ref()
            .is_some_and(|value| *value != Node::Null);
    if has_values
        || !schema.properties.is_empty()
        || !ignored.required && !schema.required.is_empty()
        || typed(schema.additional_properties)
        || typed(schema.unevaluated_properties)
        || !schema.pattern_properties.is_empty()
        || !ignored.items && schema.items.is_some()
        || !schema.prefix_items.is_empty()
        || schema.boolean == Some(false)
        || !ignored.alternatives && (alternatives(&schema.one_of) || alternatives(&schema.any_of))
    {
        return Weight::Structured;
    }
    if schema.types.iter().any(|ty| *ty != SchemaType::Null)
        || schema.format.is_some()
        || is_null(schema)
        || schema.content_encoding.is_some()
        || schema.content_media_type.is_some()
        || schema.additional_properties.is_some()
    {
        return Weight::Typed;
    }
    Weight::Bare
}

/// Whether alternatives say nothing new about a value of these types: one of them is satisfied by
/// its type alone.
pub(super) fn is_loose(document: &Document, branches: &[SchemaId], types: &[SchemaType]) -> bool {
    let mut live = branches
        .iter()
        .map(|&id| document.schema(id))
        .filter(|schema| !is_null(schema));
    if types.is_empty() {
        return live.all(|schema| is_bare_type(document, schema));
    }
    live.any(|schema| {
        is_bare_type(document, schema)
            && (schema.types.is_empty() || schema.types.iter().any(|ty| types.contains(ty)))
    })
}

/// Whether a schema is no more than a `type`, or a list of anything.
fn is_bare_type(document: &Document, schema: &Schema) -> bool {
    schema.reference.is_none()
        && schema.all_of.is_empty()
        && schema.one_of.is_empty()
        && schema.any_of.is_empty()
        && schema.format.is_none()
        && schema
            .items
            .is_none_or(|id| weight(document, document.schema(id)) == Weight::Bare)
        && weight_but_for(
            document,
            schema,
            Ignored {
                items: true,
                ..Ignored::default()
            },
        ) < Weight::Structured
}

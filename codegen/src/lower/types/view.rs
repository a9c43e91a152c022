//! What several schemas say together: one merged view of them.

use std::collections::HashSet;

use indexmap::{IndexMap, IndexSet};

use super::Types;
use super::composition::{Depth, gather, is_live, is_null, live};
use super::dependencies::in_all;
use super::values::{self, Values};
use crate::diagnostic::{Diagnostic, Location};
use crate::document::{Discriminator, Document, Schema, SchemaId, SchemaType};

/// Schemas that hold together, merged.
pub(super) struct View<'a> {
    /// Each of them, outermost first.
    pub(super) schemas: Vec<&'a Schema>,
    /// Types beside `null`, in document order; `None` if nobody names one.
    pub(super) types: Option<Vec<SchemaType>>,
    /// `enum` and `const`, without `null`.
    pub(super) values: Option<Values<'a>>,
    /// Only `null` matches.
    pub(super) only_null: bool,
    /// Nothing matches.
    pub(super) nothing: bool,
    /// Each member with all the schemas that hold for it, the outermost first.
    pub(super) properties: IndexMap<&'a str, Vec<SchemaId>>,
    pub(super) required: IndexSet<&'a str>,
    /// What holds for further members.
    pub(super) additional: Vec<SchemaId>,
    /// No further members.
    pub(super) closed: bool,
    pub(super) patterns: Vec<SchemaId>,
    pub(super) items: Vec<SchemaId>,
    pub(super) prefix_items: &'a [SchemaId],
    /// Alternatives of more than one branch.
    pub(super) groups: Vec<Group<'a>>,
}

/// `oneOf` or `anyOf` with more than one branch that is not `null`.
#[derive(Clone, Debug)]
pub(super) struct Group<'a> {
    pub(super) branches: Vec<SchemaId>,
    pub(super) discriminator: Option<&'a Discriminator>,
    /// Whether a value may be only one of them.
    pub(super) exclusive: bool,
    pub(super) at: Location,
}

/// Two parts of a composition that no value can satisfy.
pub(super) struct Conflict<'a> {
    pub(super) at: &'a Location,
    pub(super) what: &'static str,
}

impl<'a> View<'a> {
    /// Merges all that holds where each of the schemas does.
    pub(super) fn new(document: &'a Document, schemas: &[SchemaId]) -> (Self, Vec<Conflict<'a>>) {
        let parts = gather(document, schemas, Depth::Full);
        let mut conflicts = Vec::new();
        let outer_first: Vec<&'a Schema> = parts
            .outer_first
            .iter()
            .map(|&id| document.schema(id))
            .collect();
        let base_first: Vec<&'a Schema> = parts
            .base_first
            .iter()
            .map(|&id| document.schema(id))
            .collect();
        let mut view = Self {
            types: merged_types(&base_first, &mut conflicts),
            values: values::merged(&base_first, &mut conflicts),
            only_null: outer_first.iter().any(|schema| is_null(schema)),
            nothing: outer_first
                .iter()
                .any(|schema| schema.boolean == Some(false)),
            properties: IndexMap::new(),
            required: IndexSet::new(),
            additional: Vec::new(),
            closed: false,
            patterns: Vec::new(),
            items: base_first
                .iter()
                .filter_map(|schema| schema.items)
                .collect(),
            prefix_items: outer_first
                .iter()
                .map(|schema| schema.prefix_items.as_slice())
                .find(|items| !items.is_empty())
                .unwrap_or_default(),
            groups: Vec::new(),
            schemas: outer_first,
        };
        let merged: HashSet<SchemaId> = parts.outer_first.iter().copied().collect();
        for &id in &parts.base_first {
            view.add_members(document, document.schema(id));
            view.add_groups(document, id, &merged);
        }
        for group in &view.groups {
            view.required.extend(in_all(document, group));
        }
        // An idiom of converters: `enum: [null]` beside `type: array` only says that it is nullable.
        view.only_null &= view.types.is_none() && view.properties.is_empty();
        (view, conflicts)
    }

    /// A view of nothing but alternatives.
    pub(super) fn of_alternatives(document: &'a Document, branches: &[SchemaId]) -> Self {
        Self {
            groups: vec![Group {
                branches: branches.to_vec(),
                discriminator: None,
                exclusive: false,
                at: document.schema(branches[0]).at.clone(),
            }],
            ..Self::of_nothing(document, branches[0])
        }
    }

    /// A view in which a schema says nothing.
    fn of_nothing(document: &'a Document, schema: SchemaId) -> Self {
        let (empty, _) = Self::new(document, &[]);
        Self {
            schemas: vec![document.schema(schema)],
            ..empty
        }
    }

    fn add_members(&mut self, document: &Document, schema: &'a Schema) {
        for (key, &property) in &schema.properties {
            let all = self.properties.entry(key.as_str()).or_default();
            if !all.contains(&property) {
                all.insert(0, property);
            }
        }
        self.required
            .extend(schema.required.iter().map(String::as_str));
        let additional = schema.additional_properties.or_else(|| {
            // What no keyword looked at is the same only where nothing else looks.
            let alone = schema.all_of.is_empty() && !schema.conditional;
            schema.unevaluated_properties.filter(|&id| {
                document.schema(id).boolean == Some(false)
                    || alone
                        && schema.reference.is_none()
                        && schema.one_of.is_empty()
                        && schema.any_of.is_empty()
            })
        });
        if let Some(additional) = additional {
            match document.schema(additional).boolean {
                Some(true) => {}
                Some(false) => self.closed = true,
                None => self.additional.push(additional),
            }
        }
        let patterns = schema.pattern_properties.values().copied();
        self.patterns
            .extend(patterns.filter(|&id| is_live(document, id)));
    }

    /// Alternatives of which one is merged already are decided: the case of a base that lists its
    /// children, seen from a child, and of a union that is being distributed.
    fn add_groups(&mut self, document: &'a Document, id: SchemaId, merged: &HashSet<SchemaId>) {
        let schema = document.schema(id);
        for (branches, exclusive) in [(&schema.one_of, true), (&schema.any_of, false)] {
            let live: Vec<SchemaId> = live(document, id, branches).collect();
            let decided = |&branch: &SchemaId| {
                merged.contains(&branch)
                    || document
                        .schema(branch)
                        .reference
                        .is_some_and(|target| merged.contains(&target))
            };
            if live.len() > 1 && !live.iter().any(decided) {
                self.groups.push(Group {
                    branches: live,
                    discriminator: schema.discriminator.as_deref(),
                    exclusive,
                    at: schema.at.clone(),
                });
            }
        }
    }

    /// The first that one of the schemas says, outermost first.
    pub(super) fn first<T>(&self, say: impl Fn(&'a Schema) -> Option<T>) -> Option<T> {
        self.schemas.iter().find_map(|schema| say(schema))
    }

    /// Whether one of the schemas says so.
    pub(super) fn any(&self, says: impl Fn(&Schema) -> bool) -> bool {
        self.schemas.iter().any(|schema| says(schema))
    }
}

impl<'a> Types<'a> {
    /// The merged view of schemas; parts that contradict each other are reported.
    pub(super) fn view(&mut self, schemas: &[SchemaId]) -> View<'a> {
        if self.is_spent() {
            return View::of_nothing(self.document, schemas[0]);
        }
        let (view, conflicts) = View::new(self.document, schemas);
        self.spend_on_view(&view);
        for conflict in conflicts {
            self.diagnostics.push(
                Diagnostic::warning(
                    "contradiction",
                    conflict.at.clone(),
                    format!(
                        "{} no value can satisfy together with the rest; this one is taken",
                        conflict.what
                    ),
                )
                .help("make the parts of the composition agree"),
            );
        }
        view
    }
}

/// The types that each schema allows; where none is left the last one's word is taken.
fn merged_types<'a>(
    base_first: &[&'a Schema],
    conflicts: &mut Vec<Conflict<'a>>,
) -> Option<Vec<SchemaType>> {
    let mut merged: Option<Vec<SchemaType>> = None;
    for schema in base_first {
        let named: Vec<SchemaType> = schema
            .types
            .iter()
            .copied()
            .filter(|ty| *ty != SchemaType::Null)
            .collect();
        if named.is_empty() {
            continue;
        }
        let Some(before) = &merged else {
            merged = Some(named);
            continue;
        };
        let both: Vec<SchemaType> = named
            .iter()
            .filter_map(|&ty| narrower(ty, before))
            .collect();
        if both.is_empty() {
            conflicts.push(Conflict {
                at: &schema.at,
                what: "a type that",
            });
            merged = Some(named);
        } else {
            merged = Some(both);
        }
    }
    merged
}

/// The type as far as the others allow it: an integer is a number.
fn narrower(ty: SchemaType, others: &[SchemaType]) -> Option<SchemaType> {
    match ty {
        _ if others.contains(&ty) => Some(ty),
        SchemaType::Integer => others.contains(&SchemaType::Number).then_some(ty),
        SchemaType::Number => others
            .contains(&SchemaType::Integer)
            .then_some(SchemaType::Integer),
        SchemaType::Null
        | SchemaType::Boolean
        | SchemaType::String
        | SchemaType::Array
        | SchemaType::Object => None,
    }
}

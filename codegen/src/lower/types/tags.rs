//! How the variants of a union are told apart: by a discriminator, or by a constant that each has
//! under the same key.

use std::collections::{HashMap, HashSet};

use indexmap::IndexSet;

use super::Types;
use super::enums;
use super::shapes::implied;
use super::unions::Branch;
use super::view::View;
use crate::api::Literal;
use crate::diagnostic::Diagnostic;
use crate::document::{Discriminator, Document, SchemaId, SchemaType};

/// How deep unions in unions are looked into.
const DEEPEST: usize = 8;

/// The key of the tag, and the values that choose each branch.
pub(super) struct Plan {
    pub(super) key: String,
    pub(super) values: Vec<Vec<String>>,
    /// For each branch the first that shares a value with it, itself if there is none; that one
    /// has the values of all of them.
    pub(super) kin: Vec<usize>,
    /// The branch that takes what no other is chosen by: `defaultMapping`.
    pub(super) fallback: Option<usize>,
}

/// How the branches are told apart by a tag, if they are.
pub(super) fn plan(
    types: &mut Types<'_>,
    discriminator: Option<&Discriminator>,
    branches: &[Branch],
) -> Option<Plan> {
    match discriminator {
        Some(discriminator) => declared(types, discriminator, branches),
        None => found(types, branches),
    }
}

/// The plan of a discriminator: the mapping, else the constant in the branch, else its name.
fn declared(
    types: &mut Types<'_>,
    discriminator: &Discriminator,
    branches: &[Branch],
) -> Option<Plan> {
    let document = types.document;
    let key = &discriminator.property_name;
    let mut all: Vec<Vec<String>> = Vec::new();
    for branch in branches {
        let values = values_of_branch(types, discriminator, branch.written, 0);
        all.push(values.into_iter().collect());
    }
    for (value, target) in &discriminator.mapping {
        let chosen = |branch: &Branch| meets(document, branch.written, *target);
        let taken = all.iter().any(|values| values.contains(value));
        if !taken && !branches.iter().any(chosen) {
            types.diagnostics.push(Diagnostic::warning(
                "discriminator",
                discriminator.at.join("mapping").join(value),
                format!("`{value}` chooses a schema that is not among the alternatives; such values are kept as they come"),
            ));
        }
    }
    if let Some(lost) = all.iter().position(Vec::is_empty) {
        types.diagnostics.push(
            Diagnostic::warning(
                "discriminator",
                document.schema(branches[lost].written).at.clone(),
                format!("no value of `{key}` chooses this alternative, so the one that fits best is taken"),
            )
            .help(format!("give it a `const` under `{key}`, or name it in `mapping`")),
        );
        return None;
    }
    let kin = kin(&mut all);
    let apart = kin.iter().any(|elder| *elder != 0);
    let fallback = discriminator.default_mapping.and_then(|target| {
        let chosen = |branch: &Branch| meets(document, branch.written, target);
        branches.iter().position(chosen).map(|at| kin[at])
    });
    apart.then(|| Plan {
        key: key.clone(),
        values: all,
        kin,
        fallback,
    })
}

/// Brings the values of branches that share some to the first of them.
fn kin(all: &mut [Vec<String>]) -> Vec<usize> {
    let mut elders: HashMap<String, usize> = HashMap::new();
    let mut kin = Vec::new();
    for at in 0..all.len() {
        let values = std::mem::take(&mut all[at]);
        let elder = values
            .iter()
            .find_map(|value| elders.get(value))
            .copied()
            .unwrap_or(at);
        kin.push(elder);
        for value in values {
            if !elders.contains_key(&value) {
                elders.insert(value.clone(), elder);
                all[elder].push(value);
            }
        }
    }
    kin
}

/// What chooses a branch, by the branch and the discriminator that looks at it.
pub(super) type TagValues = HashMap<(SchemaId, *const Discriminator), IndexSet<String>>;

fn values_of_branch(
    types: &mut Types<'_>,
    discriminator: &Discriminator,
    branch: SchemaId,
    depth: usize,
) -> IndexSet<String> {
    let key = (branch, std::ptr::from_ref(discriminator));
    if let Some(known) = types.tag_values.get(&key) {
        return known.clone();
    }
    let values = new_values_of_branch(types, discriminator, branch, depth);
    types.tag_values.insert(key, values.clone());
    values
}

fn new_values_of_branch(
    types: &mut Types<'_>,
    discriminator: &Discriminator,
    branch: SchemaId,
    depth: usize,
) -> IndexSet<String> {
    let document = types.document;
    let mapping = discriminator.mapping.iter();
    let mapped: IndexSet<String> = mapping
        .filter(|(_, target)| meets(document, branch, **target))
        .map(|(value, _)| value.clone())
        .collect();
    if !mapped.is_empty() {
        return mapped;
    }
    let view = types.view(&[branch]);
    let key = discriminator.property_name.as_str();
    if let Some(constants) = constants_of(types, &view, key) {
        return constants.into_iter().collect();
    }
    if depth < DEEPEST
        && let Some(group) = view.groups.first()
    {
        let inner = group
            .discriminator
            .filter(|inner| inner.property_name == key)
            .unwrap_or(discriminator);
        let values: IndexSet<String> = group
            .branches
            .iter()
            .flat_map(|&branch| values_of_branch(types, inner, branch, depth + 1))
            .collect();
        if !values.is_empty() {
            return values;
        }
    }
    document
        .chain(branch)
        .find_map(|id| document.schema(id).component.clone())
        .into_iter()
        .collect()
}

/// What stands for an heir of a base: the mapping, else its own constant, else its name. Constants
/// that it has from its base stand for all heirs.
pub(super) fn values_of_heir(
    types: &mut Types<'_>,
    discriminator: &Discriminator,
    heir: SchemaId,
) -> Vec<String> {
    let document = types.document;
    let mapping = discriminator.mapping.iter();
    let mapped: Vec<String> = mapping
        .filter(|(_, target)| meets(document, heir, **target))
        .map(|(value, _)| value.clone())
        .collect();
    if !mapped.is_empty() {
        return mapped;
    }
    let view = types.view(&[heir]);
    match constants_of(types, &view, &discriminator.property_name) {
        Some(constants) if constants.len() == 1 => constants,
        Some(_) | None => document
            .schema(heir)
            .component
            .clone()
            .into_iter()
            .collect(),
    }
}

/// Whether a branch is, or refers to, the schema that a mapping names.
fn meets(document: &Document, branch: SchemaId, target: SchemaId) -> bool {
    document
        .chain(target)
        .any(|target| document.chain(branch).any(|id| id == target))
}

/// The plan of a constant that every branch requires under one key, each another.
fn found(types: &mut Types<'_>, branches: &[Branch]) -> Option<Plan> {
    let views: Vec<View<'_>> = branches
        .iter()
        .map(|branch| types.view(&branch.schemas))
        .collect();
    let is_object = |view: &View<'_>| {
        let kinds = view.types.clone().unwrap_or_else(|| implied(view));
        kinds[..] == [SchemaType::Object] && view.groups.is_empty()
    };
    if !views.iter().all(is_object) {
        return None;
    }
    let first = views.first()?;
    for &key in first.properties.keys() {
        let required = |view: &View<'_>| view.required.contains(key);
        if !views.iter().all(required) {
            continue;
        }
        let mut taken = HashSet::new();
        let mut all = Vec::new();
        for view in &views {
            let Some(values) = constants_of(types, view, key) else {
                break;
            };
            if !values.iter().all(|value| taken.insert(value.clone())) {
                break;
            }
            all.push(values);
        }
        if all.len() == views.len() {
            return Some(Plan {
                key: key.to_owned(),
                kin: (0..all.len()).collect(),
                values: all,
                fallback: None,
            });
        }
    }
    None
}

/// The constants that a member can have, if all are text.
pub(super) fn constants_of(
    types: &mut Types<'_>,
    view: &View<'_>,
    key: &str,
) -> Option<Vec<String>> {
    let member = types.view(view.properties.get(key)?);
    let constants = enums::constants(&member)?.literals;
    constants
        .into_iter()
        .map(|(value, _)| match value {
            Literal::String(text) => Some(text),
            _ => None,
        })
        .collect()
}

//! Schemas, member by member.

use std::collections::HashSet;

use indexmap::IndexSet;

use super::shape::Shape;
use super::{Both, Found, KEYWORDS};
use crate::diagnostic::Location;
use crate::document::SchemaId;

/// Compares what stands at a place, if anything does.
pub(super) fn compare_optional(
    both: Both<'_>,
    at: &Location,
    (ours, theirs): (Option<SchemaId>, Option<SchemaId>),
    trail: &str,
    found: &mut Found,
) {
    match (ours, theirs) {
        (None, None) => {}
        (Some(_), None) => found.add(at, trail, ("schema", ""), "a schema", "none"),
        (None, Some(_)) => found.add(at, trail, ("schema", ""), "none", "a schema"),
        (Some(ours), Some(theirs)) => compare(both, (ours, theirs), trail, found),
    }
}

/// Two schemas that are to be compared, and where they were met.
struct Due {
    ours: SchemaId,
    theirs: SchemaId,
    trail: String,
}

/// The same two schemas are compared once: they may lead back to themselves.
fn compare(both: Both<'_>, (ours, theirs): (SchemaId, SchemaId), trail: &str, found: &mut Found) {
    let trail = trail.to_owned();
    let mut due = vec![Due {
        ours,
        theirs,
        trail,
    }];
    let mut met = HashSet::new();
    while let Some(next) = due.pop() {
        if met.insert((next.ours, next.theirs)) {
            due.extend(pair(both, &next, found));
        }
    }
}

/// Compares two schemas but for what stands in them, which is due next.
fn pair(both: Both<'_>, due: &Due, found: &mut Found) -> Vec<Due> {
    let ours = Shape::of(both.ours, due.ours);
    let theirs = Shape::of(both.theirs, due.theirs);
    let (at, trail) = (&ours.at, due.trail.as_str());
    if ours.choices.len() != theirs.choices.len() {
        found.add(
            at,
            trail,
            ("schema", ""),
            described(&ours),
            described(&theirs),
        );
        return Vec::new();
    }
    found.unless_same(at, trail, "type", ours.kind(), theirs.kind());
    let nullable = (ours.nullable.to_string(), theirs.nullable.to_string());
    found.unless_same(at, trail, "nullable", nullable.0, nullable.1);
    for keyword in KEYWORDS {
        let said = |shape: &Shape<'_>| {
            let word = shape.words.get(keyword);
            word.map_or_else(|| String::from("none"), String::clone)
        };
        found.unless_same(at, trail, keyword, said(&ours), said(&theirs));
    }
    constants(&ours, &theirs, trail, found);
    let mut next = properties(both, &ours, &theirs, trail, found);
    let choices = ours.choices.iter().zip(&theirs.choices).enumerate();
    next.extend(choices.map(|(index, (ours, theirs))| Due {
        ours: *ours,
        theirs: *theirs,
        trail: format!("{trail}|{index}"),
    }));
    match (ours.items, theirs.items) {
        (Some(ours), Some(theirs)) => next.push(Due {
            ours,
            theirs,
            trail: format!("{trail}[]"),
        }),
        (None, None) => {}
        (Some(_), None) => found.add(at, trail, ("schema", ""), "typed items", "any items"),
        (None, Some(_)) => found.add(at, trail, ("schema", ""), "any items", "typed items"),
    }
    next.extend(additional(both, &ours, &theirs, trail, found));
    next
}

fn properties(
    both: Both<'_>,
    ours: &Shape<'_>,
    theirs: &Shape<'_>,
    trail: &str,
    found: &mut Found,
) -> Vec<Due> {
    let mut next = Vec::new();
    for (name, property) in &ours.properties {
        let at = &both.ours.schema(*property).at;
        let trail = format!("{trail}.{name}");
        let Some(other) = theirs.properties.get(name) else {
            found.extra(at, &trail, name);
            continue;
        };
        let required = (
            ours.required.contains(name).to_string(),
            theirs.required.contains(name).to_string(),
        );
        found.unless_same(at, &trail, "required", required.0, required.1);
        next.push(Due {
            ours: *property,
            theirs: *other,
            trail,
        });
    }
    for name in theirs.properties.keys() {
        if !ours.properties.contains_key(name) {
            found.missing(&ours.at, &format!("{trail}.{name}"), name);
        }
    }
    next
}

/// `additionalProperties`; absent means that anything may stand there.
fn additional(
    both: Both<'_>,
    ours: &Shape<'_>,
    theirs: &Shape<'_>,
    trail: &str,
    found: &mut Found,
) -> Option<Due> {
    let (mine, other) = (ours.additional, theirs.additional);
    let said = |document: &crate::document::Document, id: Option<SchemaId>| {
        let schema = id.map(|id| document.schema(id));
        match schema.map(|schema| schema.boolean) {
            None | Some(Some(true)) => "anything",
            Some(Some(false)) => "nothing",
            Some(None) => "a schema",
        }
    };
    let (mine_said, other_said) = (said(both.ours, mine), said(both.theirs, other));
    found.unless_same(
        &ours.at,
        trail,
        "additionalProperties",
        mine_said,
        other_said,
    );
    match (mine, other) {
        (Some(ours), Some(theirs)) if mine_said == other_said => Some(Due {
            ours,
            theirs,
            trail: format!("{trail}.*"),
        }),
        (Some(_) | None, _) => None,
    }
}

/// Constants are a set: their order says nothing.
fn constants(ours: &Shape<'_>, theirs: &Shape<'_>, trail: &str, found: &mut Found) {
    let only = |these: &Option<IndexSet<String>>, those: &Option<IndexSet<String>>| {
        let Some(these) = these else {
            return String::from("any value");
        };
        let lacks = |one: &&String| those.as_ref().is_none_or(|those| !those.contains(*one));
        let more: Vec<&str> = these.iter().filter(lacks).map(String::as_str).collect();
        if more.is_empty() {
            String::from("no more")
        } else {
            more.join(", ")
        }
    };
    if ours.constants.is_none() && theirs.constants.is_none() {
        return;
    }
    let here = only(&ours.constants, &theirs.constants);
    let there = only(&theirs.constants, &ours.constants);
    found.unless_same(&ours.at, trail, "enum", here, there);
}

fn described(shape: &Shape<'_>) -> String {
    match shape.choices.len() {
        0 => shape.kind(),
        count => format!("a choice of {count}"),
    }
}

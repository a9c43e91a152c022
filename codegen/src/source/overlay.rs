//! OpenAPI Overlay 1.0 and 1.1: changes to a document that stand in a document of their own.

use std::borrow::Cow;

use super::Limits;
use super::jsonpath::{Path, Step, select};
use super::map::Map;
use super::node::Node;
use crate::diagnostic::{Diagnostic, Diagnostics, FileId, Location};

/// Applies the actions of an overlay to a tree, one after the other. `file` is where the overlay
/// stands; an action that cannot be applied is reported there and leaves the tree as it is. One
/// that would make the tree larger than the limits allow ends it all.
pub(super) fn apply(
    root: &mut Node,
    overlay: &Node,
    file: FileId,
    limits: &Limits,
    diagnostics: &mut Diagnostics,
) {
    let at = Location {
        file,
        pointer: String::new(),
    };
    let version = overlay.get("overlay").and_then(Node::as_str);
    if !version.is_some_and(|version| version == "1" || version.starts_with("1.")) {
        let at = if overlay.get("overlay").is_some() {
            at.join("overlay")
        } else {
            at
        };
        let message = "this is no overlay of version 1: `overlay: 1.1.0` is missing";
        diagnostics.push(Diagnostic::error("overlay", at, message));
        return;
    }
    let Some(actions) = overlay.get("actions").and_then(Node::as_seq) else {
        let message = "the overlay has no list of `actions`";
        diagnostics.push(Diagnostic::error("overlay", at, message));
        return;
    };
    for (index, action) in actions.iter().enumerate() {
        let at = at.join("actions").index(index);
        match act(root, action, limits) {
            Ok(0) => {
                let message = "the target selects nothing";
                diagnostics.push(Diagnostic::warning("overlay", at.join("target"), message));
            }
            Ok(_) => {}
            Err(wrong) => {
                let member = wrong.member;
                let at = if action.get(member).is_some() {
                    at.join(member)
                } else {
                    at
                };
                diagnostics.push(Diagnostic::error(wrong.code, at, wrong.message));
                if wrong.code == TOO_LARGE {
                    return;
                }
            }
        }
    }
}

const TOO_LARGE: &str = "too-large";

struct Wrong {
    code: &'static str,
    /// The member of the action that is to blame.
    member: &'static str,
    message: String,
}

impl Wrong {
    fn new(member: &'static str, message: impl Into<String>) -> Self {
        Self {
            code: "overlay",
            member,
            message: message.into(),
        }
    }

    fn too_large(member: &'static str, message: &str) -> Self {
        Self {
            code: TOO_LARGE,
            ..Self::new(member, message)
        }
    }
}

/// How many places were selected.
fn act(root: &mut Node, action: &Node, limits: &Limits) -> Result<usize, Wrong> {
    let target = action.get("target").and_then(Node::as_str);
    let target = target.ok_or_else(|| Wrong::new("target", "an action wants a `target`"))?;
    let targets = select(root, target).map_err(|error| Wrong::new("target", error.to_string()))?;
    if action.get("remove").and_then(Node::as_bool) == Some(true) {
        remove(root, &targets)?;
        return Ok(targets.len());
    }
    let (member, change) = match (action.get("update"), action.get("copy")) {
        (Some(update), None) => ("update", Cow::Borrowed(update)),
        (None, Some(copy)) => ("copy", Cow::Owned(copied(root, copy)?)),
        (Some(_), Some(_)) => {
            return Err(Wrong::new(
                "copy",
                "an action has either `update` or `copy`",
            ));
        }
        (None, None) => {
            let message = "an action wants `update`, `copy` or `remove: true`";
            return Err(Wrong::new("target", message));
        }
    };
    let added = size(&change).saturating_mul(targets.len());
    if size(root).saturating_add(added) > limits.max_nodes {
        let message = "the document has too many values after this";
        return Err(Wrong::too_large(member, message));
    }
    let deepest = targets.iter().map(Vec::len).max().unwrap_or(0);
    if deepest + depth(&change) > limits.max_depth {
        let message = "the document is nested too deeply after this";
        return Err(Wrong::too_large(member, message));
    }
    for path in &targets {
        if let Some(node) = find(root, path) {
            check(node, &change).map_err(|message| Wrong::new(member, message))?;
        }
    }
    for path in &targets {
        if let Some(node) = find(root, path) {
            merge(node, &change);
        }
    }
    Ok(targets.len())
}

fn copied(root: &Node, copy: &Node) -> Result<Node, Wrong> {
    let wrong = |message: String| Wrong::new("copy", message);
    let expression = copy.as_str();
    let expression = expression.ok_or_else(|| wrong("`copy` wants an expression".into()))?;
    let places = select(root, expression).map_err(|error| wrong(error.to_string()))?;
    let [place] = places.as_slice() else {
        let count = places.len();
        return Err(wrong(format!(
            "the expression selects {count} places, not one"
        )));
    };
    let node = place.iter().try_fold(root, |node, step| match step {
        Step::Item(index) => node.as_seq()?.get(*index),
        Step::Member(name) => node.get(name),
    });
    node.cloned()
        .ok_or_else(|| wrong("the place is gone".into()))
}

fn remove(root: &mut Node, targets: &[Path]) -> Result<(), Wrong> {
    let mut targets: Vec<&Path> = targets.iter().collect();
    // Later items first, so that the indices of the others stay what they are.
    targets.sort_unstable();
    for path in targets.into_iter().rev() {
        let Some((last, parent)) = path.split_last() else {
            return Err(Wrong::new("target", "the whole document cannot be removed"));
        };
        match (find(root, parent), last) {
            (Some(Node::Map(map)), Step::Member(name)) => {
                map.remove(name);
            }
            (Some(Node::Seq(items)), Step::Item(index)) if *index < items.len() => {
                items.remove(*index);
            }
            _ => {}
        }
    }
    Ok(())
}

fn find<'a>(root: &'a mut Node, path: &[Step]) -> Option<&'a mut Node> {
    path.iter().try_fold(root, |node, step| match (node, step) {
        (Node::Map(map), Step::Member(name)) => map.get_mut(name),
        (Node::Seq(items), Step::Item(index)) => items.get_mut(*index),
        _ => None,
    })
}

/// Whether the one can be merged into the other. `null` over an object or array changes nothing:
/// an overlay that mirrors the document has empty members.
fn check(target: &Node, change: &Node) -> Result<(), String> {
    match (target, change) {
        (Node::Map(target), Node::Map(change)) => change.iter().try_for_each(|(key, change)| {
            let Some(target) = target.get(key) else {
                return Ok(());
            };
            check(target, change).map_err(|message| format!("`{key}`: {message}"))
        }),
        (Node::Map(_), Node::Null) | (Node::Seq(_), _) => Ok(()),
        (Node::Map(_), other) => Err(format!(
            "{} cannot be merged into an object",
            other.type_name()
        )),
        (target, Node::Map(_) | Node::Seq(_)) => Err(format!(
            "{} cannot take the place of {}",
            change.type_name(),
            target.type_name()
        )),
        _ => Ok(()),
    }
}

fn merge(target: &mut Node, change: &Node) {
    match (target, change) {
        (Node::Map(target), Node::Map(change)) => merge_members(target, change),
        (Node::Seq(target), Node::Seq(change)) => target.extend(change.iter().cloned()),
        (Node::Map(_) | Node::Seq(_), Node::Null) => {}
        (Node::Seq(target), change) => target.push(change.clone()),
        (target, change) => *target = change.clone(),
    }
}

fn merge_members(target: &mut Map, change: &Map) {
    for (key, change) in change {
        match target.get_mut(key) {
            Some(target) => merge(target, change),
            None => {
                target.insert(key.clone(), change.clone());
            }
        }
    }
}

fn size(node: &Node) -> usize {
    1 + match node {
        Node::Map(map) => map.values().map(size).sum(),
        Node::Seq(items) => items.iter().map(size).sum(),
        Node::Null | Node::Bool(_) | Node::Int(_) | Node::Float(_) | Node::Str(_) => 0,
    }
}

fn depth(node: &Node) -> usize {
    match node {
        Node::Map(map) => 1 + map.values().map(depth).max().unwrap_or(0),
        Node::Seq(items) => 1 + items.iter().map(depth).max().unwrap_or(0),
        Node::Null | Node::Bool(_) | Node::Int(_) | Node::Float(_) | Node::Str(_) => 0,
    }
}

#[cfg(test)]
mod tests;

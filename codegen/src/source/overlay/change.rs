//! The changes that actions make to a tree.

use std::cmp::Reverse;

use crate::source::json_path::{Step, Steps};
use crate::source::node::{Map, Node};

/// What an array is to an array that is updated with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entries {
    /// One more entry (1.0).
    One,
    /// As many entries as it has (1.1).
    Each,
}

/// What stands at a place.
pub(super) fn at<'a>(tree: &'a Node, steps: &Steps) -> Option<&'a Node> {
    steps
        .iter()
        .try_fold(tree, |node, step| match (node, step) {
            (Node::Map(map), Step::Key(key)) => map.get(key),
            (Node::Seq(items), Step::Index(index)) => items.get(*index),
            _ => None,
        })
}

fn at_mut<'a>(tree: &'a mut Node, steps: &[Step]) -> Option<&'a mut Node> {
    steps
        .iter()
        .try_fold(tree, |node, step| match (node, step) {
            (Node::Map(map), Step::Key(key)) => map.get_mut(key),
            (Node::Seq(items), Step::Index(index)) => items.get_mut(*index),
            _ => None,
        })
}

/// Merges an update into what stands at a place.
pub(super) fn update(tree: &mut Node, target: &Steps, update: &Node, entries: Entries) {
    let Some(node) = at_mut(tree, target) else {
        return;
    };
    match (node, update) {
        (Node::Seq(items), Node::Seq(more)) if entries == Entries::Each => {
            items.extend(more.iter().cloned());
        }
        (Node::Seq(items), entry) => items.push(entry.clone()),
        (node, update) => merge(node, update),
    }
}

/// Objects are merged member by member, arrays joined, anything else replaced.
fn merge(node: &mut Node, update: &Node) {
    match (node, update) {
        (Node::Map(map), Node::Map(more)) => merge_members(map, more),
        (Node::Seq(items), Node::Seq(more)) => items.extend(more.iter().cloned()),
        (node, update) => *node = update.clone(),
    }
}

fn merge_members(map: &mut Map, more: &Map) {
    for (key, value) in more {
        match map.get_mut(key) {
            Some(node) => merge(node, value),
            None => {
                map.insert(key.clone(), value.clone());
            }
        }
    }
}

/// Removes what stands at these places from the objects and arrays around it.
pub(super) fn remove(tree: &mut Node, targets: &[Steps]) -> Result<(), String> {
    let mut targets: Vec<&Steps> = targets.iter().collect();
    // Later items first, so that the places of earlier ones stay true.
    targets.sort_by_key(|steps| Reverse(*steps));
    for target in targets {
        let Some((last, parents)) = target.split_last() else {
            return Err("the whole document cannot be removed".into());
        };
        match (at_mut(tree, parents), last) {
            (Some(Node::Map(map)), Step::Key(key)) => {
                map.shift_remove(key);
            }
            (Some(Node::Seq(items)), Step::Index(index)) if *index < items.len() => {
                items.remove(*index);
            }
            _ => {}
        }
    }
    Ok(())
}

/// The number of values in a tree.
pub(super) fn size(node: &Node) -> usize {
    1 + match node {
        Node::Map(map) => map.values().map(size).sum(),
        Node::Seq(items) => items.iter().map(size).sum(),
        Node::Null | Node::Bool(_) | Node::Int(_) | Node::Float(_) | Node::Str(_) => 0,
    }
}

/// How many objects and arrays stand within each other.
pub(super) fn depth(node: &Node) -> usize {
    match node {
        Node::Map(map) => 1 + map.values().map(depth).max().unwrap_or(0),
        Node::Seq(items) => 1 + items.iter().map(depth).max().unwrap_or(0),
        Node::Null | Node::Bool(_) | Node::Int(_) | Node::Float(_) | Node::Str(_) => 0,
    }
}

//! How much a document may ask for.
//!
//! References let a short document say the same thing any number of times, and a long key stands
//! in the place of everything under it. What is read is bounded by the loader; this bounds what is
//! made of it.

use std::collections::HashMap;

use super::Parser;
use super::place::{NodeKey, Place};
use crate::diagnostic::Location;
use crate::source::Node;

/// How much may be said again, in bytes or so.
const MOST_COPIED: usize = 64 << 20;

/// How long all places together may be, in bytes.
const MOST_PLACES: usize = 512 << 20;

/// What was asked for so far.
#[derive(Debug, Default)]
pub(super) struct Allowance {
    /// Absent: never read. `None`: read once, its size was not asked for.
    sizes: HashMap<NodeKey, Option<usize>>,
    copied: usize,
    places: usize,
}

impl Parser<'_> {
    /// Whether a referenced object may be read (again).
    pub(super) fn may_copy(&mut self, place: &Place<'_>, from: &Location) -> bool {
        let size = match self.allowance.sizes.get_mut(&place.key()) {
            None => {
                self.allowance.sizes.insert(place.key(), None);
                return true;
            }
            Some(known) => *known.get_or_insert_with(|| size(place.node)),
        };
        self.may_spend(size, from)
    }

    /// Whether this much may be said once more.
    pub(super) fn may_spend(&mut self, size: usize, from: &Location) -> bool {
        let before = self.allowance.copied;
        self.allowance.copied = before.saturating_add(size);
        self.is_within(before, self.allowance.copied, MOST_COPIED, from)
    }

    /// Whether so many things under this place may have places of their own.
    pub(super) fn may_place(&mut self, count: usize, under: &Location) -> bool {
        let before = self.allowance.places;
        let size = count.saturating_mul(under.pointer.len());
        self.allowance.places = before.saturating_add(size);
        self.is_within(before, self.allowance.places, MOST_PLACES, under)
    }

    fn is_within(&mut self, before: usize, now: usize, most: usize, from: &Location) -> bool {
        if before <= most && now > most {
            self.error(
                "too-large",
                from.clone(),
                "the document says too much through references to the same places or long names",
            );
        }
        now <= most
    }
}

/// How large a node is, in bytes or so.
pub(super) fn size(node: &Node) -> usize {
    let inner: usize = match node {
        Node::Null | Node::Bool(_) | Node::Int(_) | Node::Float(_) => 0,
        Node::Str(text) => text.len(),
        Node::Seq(items) => items.iter().map(size).sum(),
        Node::Map(members) => members
            .iter()
            .map(|(key, node)| key.len() + size(node))
            .sum(),
    };
    inner + size_of::<Node>()
}

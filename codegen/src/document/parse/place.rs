//! A node and where it stands.

use crate::diagnostic::Location;
use crate::source::Node;

/// Which node: its address. The sources stay as they are while a document is read, so a node has
/// one address, however it was reached.
pub(super) type NodeKey = *const Node;

/// A node and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Place<'a> {
    pub(super) node: &'a Node,
    pub(super) at: Location,
}

impl<'a> Place<'a> {
    pub(super) fn key(&self) -> NodeKey {
        std::ptr::from_ref(self.node)
    }

    /// The member of this key; a `null` is as good as none.
    pub(super) fn member(&self, key: &str) -> Option<Self> {
        let node = self.node.get(key).filter(|node| !node.is_null())?;
        Some(Self {
            node,
            at: self.at.join(key),
        })
    }

    /// How many members or items there are.
    pub(super) fn len(&self) -> usize {
        match self.node {
            Node::Map(members) => members.len(),
            Node::Seq(items) => items.len(),
            Node::Null | Node::Bool(_) | Node::Int(_) | Node::Float(_) | Node::Str(_) => 0,
        }
    }

    /// All members, if this is an object.
    pub(super) fn members(&self) -> impl Iterator<Item = (&'a str, Self)> + use<'a> {
        let at = self.at.clone();
        self.node
            .as_map()
            .into_iter()
            .flatten()
            .map(move |(key, node)| {
                let at = at.join(key);
                (key.as_str(), Self { node, at })
            })
    }

    /// All items, if this is an array.
    pub(super) fn items(&self) -> impl Iterator<Item = Self> + use<'a> {
        let at = self.at.clone();
        let items = self.node.as_seq().into_iter().flatten();
        items.enumerate().map(move |(index, node)| Self {
            node,
            at: at.index(index),
        })
    }
}

//! The tree from what a parser says: one serde visitor for YAML and JSON.

use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::fmt;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess,
    SeqAccess, VariantAccess, Visitor,
};

use super::map::Map;
use super::node::Node;
use super::syntax::TOO_DEEP;
use crate::diagnostic::Location;

/// What holds for one file while its tree grows.
pub(super) struct Growth {
    /// Whether `<<` brings in the members of other objects.
    merge_keys: bool,
    max_depth: usize,
    nodes_left: Cell<usize>,
    text_left: Cell<usize>,
    outgrown: Cell<bool>,
    duplicates: RefCell<Vec<Location>>,
}

/// More duplicate keys than this in one file are not worth a warning each.
const MOST_DUPLICATES: usize = 100;

impl Growth {
    /// `text_left` bounds the bytes of all strings, since aliases repeat them without end.
    pub(super) fn new(
        merge_keys: bool,
        max_depth: usize,
        nodes_left: usize,
        text_left: usize,
    ) -> Self {
        Self {
            merge_keys,
            max_depth,
            nodes_left: Cell::new(nodes_left),
            text_left: Cell::new(text_left),
            outgrown: Cell::new(false),
            duplicates: RefCell::default(),
        }
    }

    /// Reads the whole tree. Of equal keys the last one counts.
    pub(super) fn grow<'de, D: Deserializer<'de>>(
        &self,
        deserializer: D,
    ) -> Result<Node, D::Error> {
        self.grow_at(deserializer, &Place::Root, 0)
    }

    /// Reads a part of the tree.
    pub(super) fn grow_at<'de, D: Deserializer<'de>>(
        &self,
        deserializer: D,
        place: &Place<'_>,
        depth: usize,
    ) -> Result<Node, D::Error> {
        Shoot {
            growth: self,
            place,
            depth,
        }
        .deserialize(deserializer)
    }

    /// Whether it was a limit that stopped the reading.
    pub(super) fn outgrown(&self) -> bool {
        self.outgrown.get()
    }

    /// How many nodes the other files may still have.
    pub(super) fn nodes_left(&self) -> usize {
        self.nodes_left.get()
    }

    /// The members that were given more than once; the file of each is yet to be filled in.
    pub(super) fn into_duplicates(self) -> Vec<Location> {
        self.duplicates.into_inner()
    }

    fn spend<E: Error>(&self, budget: &Cell<usize>, cost: usize, what: &str) -> Result<(), E> {
        if let Some(left) = budget.get().checked_sub(cost) {
            budget.set(left);
            return Ok(());
        }
        self.outgrown.set(true);
        Err(E::custom(what))
    }

    pub(super) fn spend_node<E: Error>(&self) -> Result<(), E> {
        self.spend(&self.nodes_left, 1, "the document has too many values")
    }

    pub(super) fn spend_text<E: Error>(&self, text: &str) -> Result<(), E> {
        let too_much = "aliases repeat too much text";
        self.spend(&self.text_left, text.len(), too_much)
    }

    /// The depth of what stands in an object or array of this depth.
    pub(super) fn deeper<E: Error>(&self, depth: usize) -> Result<usize, E> {
        if depth < self.max_depth {
            return Ok(depth + 1);
        }
        self.outgrown.set(true);
        Err(E::custom(TOO_DEEP))
    }

    /// A member of the object at this place was given once more.
    pub(super) fn repeated(&self, place: &Place<'_>, key: &str) {
        let mut duplicates = self.duplicates.borrow_mut();
        if duplicates.len() < MOST_DUPLICATES {
            duplicates.push(place.location().join(key));
        }
    }
}

/// Where the tree grows, as a chain up the stack: only a duplicate key has to spell it.
pub(super) enum Place<'a> {
    Root,
    Member(&'a Place<'a>, &'a str),
    Item(&'a Place<'a>, usize),
}

impl Place<'_> {
    fn location(&self) -> Location {
        match self {
            Self::Root => Location::default(),
            Self::Member(parent, key) => parent.location().join(key),
            Self::Item(parent, index) => parent.location().index(*index),
        }
    }
}

#[derive(Clone, Copy)]
struct Shoot<'a> {
    growth: &'a Growth,
    place: &'a Place<'a>,
    depth: usize,
}

impl<'de> DeserializeSeed<'de> for Shoot<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        self.growth.spend_node()?;
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Shoot<'_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Int(value.into()))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Node, E> {
        Ok(Node::Int(value.into()))
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<Node, E> {
        Ok(Node::integer(value))
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<Node, E> {
        #[expect(clippy::cast_precision_loss, reason = "a float is what is left for it")]
        Ok(i128::try_from(value).map_or_else(|_| Node::number(value as f64), Node::integer))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Node, E> {
        Ok(Node::number(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Node, E> {
        self.growth.spend_text(value)?;
        Ok(Node::Str(value.to_owned()))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Node, E> {
        self.growth.spend_text(&value)?;
        Ok(Node::Str(value))
    }

    fn visit_unit<E: Error>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }

    /// A value with a tag of its own, `!include x`: the tag is dropped.
    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<Node, A::Error> {
        let (IgnoredAny, value) = access.variant()?;
        value.newtype_variant_seed(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        let depth = self.growth.deeper(self.depth)?;
        let mut items = Vec::new();
        while let Some(item) = access.next_element_seed(Shoot {
            growth: self.growth,
            place: &Place::Item(self.place, items.len()),
            depth,
        })? {
            items.push(item);
        }
        Ok(Node::Seq(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        let depth = self.growth.deeper(self.depth)?;
        let mut members = Map::new();
        let mut merged = HashSet::new();
        while let Some(Key(key)) = access.next_key()? {
            self.growth.spend_text(&key)?;
            let value = access.next_value_seed(Shoot {
                growth: self.growth,
                place: &Place::Member(self.place, &key),
                depth,
            })?;
            if key == "<<" && self.growth.merge_keys && is_mergeable(&value) {
                self.merge(value, &mut members, &mut merged)?;
                continue;
            }
            let Some(known) = members.get_mut(&key) else {
                members.append(key, value);
                continue;
            };
            *known = value;
            if !merged.remove(&key) {
                self.growth.repeated(self.place, &key);
            }
        }
        Ok(Node::Map(members))
    }
}

impl Shoot<'_> {
    /// Adds what the object does not say itself; of several merged objects the first has its way.
    fn merge<E: Error>(
        self,
        value: Node,
        members: &mut Map,
        merged: &mut HashSet<String>,
    ) -> Result<(), E> {
        let sources = match value {
            Node::Seq(items) => items,
            one => vec![one],
        };
        for source in sources {
            let Node::Map(source) = source else { continue };
            for (key, value) in source {
                if !members.contains_key(&key) {
                    self.growth.spend_text(&key)?;
                    merged.insert(key.clone());
                    members.append(key, value);
                }
            }
        }
        Ok(())
    }
}

fn is_mergeable(value: &Node) -> bool {
    match value {
        Node::Map(_) => true,
        Node::Seq(items) => items.iter().all(|item| matches!(item, Node::Map(_))),
        _ => false,
    }
}

/// A key as it is written: `200`, `no` and `1.10` keep their text.
struct Key(String);

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;

        impl Visitor<'_> for Text {
            type Value = Key;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key that is text")
            }

            fn visit_str<E: Error>(self, value: &str) -> Result<Key, E> {
                Ok(Key(value.to_owned()))
            }

            fn visit_string<E: Error>(self, value: String) -> Result<Key, E> {
                Ok(Key(value))
            }
        }

        deserializer.deserialize_str(Text)
    }
}

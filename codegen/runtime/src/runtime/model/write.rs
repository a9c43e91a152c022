//! Writing an object: one loop for all models, and an entry for each member.

use std::collections::BTreeMap;

use serde::Serialize;
use serde::ser::SerializeMap;

use crate::runtime::extra::Extra;
use crate::runtime::maybe::Maybe;

/// Key and value by which a union tells its variants apart.
pub type Tag = (&'static str, &'static str);

/// One member to be written.
pub trait Entry<M: SerializeMap> {
    /// Writes it, unless it is missing.
    ///
    /// # Errors
    ///
    /// If the value cannot be written.
    fn write(&self, key: &'static str, members: &mut M) -> Result<(), M::Error>;

    /// Whether it is written at all.
    fn is_given(&self) -> bool {
        true
    }
}

/// A member that is always written.
#[derive(Debug)]
pub struct Always<'a, T>(pub &'a T);

impl<M: SerializeMap, T: Serialize> Entry<M> for Always<'_, T> {
    fn write(&self, key: &'static str, members: &mut M) -> Result<(), M::Error> {
        members.serialize_entry(key, self.0)
    }
}

/// A member that is written when there is a value.
impl<M: SerializeMap, T: Serialize> Entry<M> for Option<T> {
    fn write(&self, key: &'static str, members: &mut M) -> Result<(), M::Error> {
        match self {
            Some(value) => members.serialize_entry(key, value),
            None => Ok(()),
        }
    }

    fn is_given(&self) -> bool {
        self.is_some()
    }
}

impl<M: SerializeMap, T: Serialize> Entry<M> for Maybe<T> {
    fn write(&self, key: &'static str, members: &mut M) -> Result<(), M::Error> {
        match self {
            Self::Value(value) => members.serialize_entry(key, value),
            Self::Null => members.serialize_entry(key, &()),
            Self::Absent => Ok(()),
        }
    }

    fn is_given(&self) -> bool {
        !self.is_absent()
    }
}

/// Members beside the known ones.
pub trait Beside<M: SerializeMap> {
    /// Writes them all.
    ///
    /// # Errors
    ///
    /// If a value cannot be written.
    fn write(&self, members: &mut M) -> Result<(), M::Error>;

    /// Whether one of them has this key.
    fn has(&self, key: &str) -> bool;
}

impl<M: SerializeMap> Beside<M> for Extra {
    fn write(&self, members: &mut M) -> Result<(), M::Error> {
        for (key, value) in self {
            members.serialize_entry(key, value)?;
        }
        Ok(())
    }

    fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }
}

impl<M: SerializeMap, T: Serialize> Beside<M> for BTreeMap<String, T> {
    fn write(&self, members: &mut M) -> Result<(), M::Error> {
        for (key, value) in self {
            members.serialize_entry(key, value)?;
        }
        Ok(())
    }

    fn has(&self, key: &str) -> bool {
        self.contains_key(key)
    }
}

/// Writes all members of an object, and first the tag of a union if the object has no such member.
///
/// # Errors
///
/// If a member cannot be written.
pub fn write<M: SerializeMap>(
    members: &mut M,
    tag: Option<Tag>,
    keys: &'static [&'static str],
    entries: &[&dyn Entry<M>],
    beside: &[&dyn Beside<M>],
) -> Result<(), M::Error> {
    if let Some((key, value)) = tag {
        let known = keys
            .iter()
            .zip(entries)
            .any(|(known, entry)| *known == key && entry.is_given());
        if !known && !beside.iter().any(|beside| beside.has(key)) {
            members.serialize_entry(key, value)?;
        }
    }
    for (key, entry) in keys.iter().zip(entries) {
        entry.write(key, members)?;
    }
    for beside in beside {
        beside.write(members)?;
    }
    Ok(())
}

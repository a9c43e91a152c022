//! Writing an object: one loop for all models, and an entry for each field.

#![expect(
    non_camel_case_types,
    reason = "the macros name them by the keyword of a field"
)]

use serde::Serialize;
use serde::ser::SerializeMap;

use crate::runtime::Map;
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

    /// Whether a member with this key is written; `own` is the key of the entry.
    fn has(&self, key: &str, own: &str) -> bool {
        key == own
    }
}

/// A member that is always written.
#[derive(Debug)]
pub struct required<'a, T>(pub &'a T);

pub use required as constant;
pub use required as listed;
pub use required as literal;
pub use required as nullable;
pub use required as preset;

impl<M: SerializeMap, T: Serialize> Entry<M> for required<'_, T> {
    fn write(&self, key: &'static str, members: &mut M) -> Result<(), M::Error> {
        members.serialize_entry(key, self.0)
    }
}

/// A member that is written when there is a value.
#[derive(Debug)]
pub struct optional<'a, T>(pub &'a Option<T>);

impl<M: SerializeMap, T: Serialize> Entry<M> for optional<'_, T> {
    fn write(&self, key: &'static str, members: &mut M) -> Result<(), M::Error> {
        match self.0 {
            Some(value) => members.serialize_entry(key, value),
            None => Ok(()),
        }
    }

    fn has(&self, key: &str, own: &str) -> bool {
        key == own && self.0.is_some()
    }
}

/// A member that is not written when it is missing.
#[derive(Debug)]
pub struct maybe<'a, T>(pub &'a Maybe<T>);

impl<M: SerializeMap, T: Serialize> Entry<M> for maybe<'_, T> {
    fn write(&self, key: &'static str, members: &mut M) -> Result<(), M::Error> {
        match self.0 {
            Maybe::Value(value) => members.serialize_entry(key, value),
            Maybe::Null => members.serialize_entry(key, &()),
            Maybe::Absent => Ok(()),
        }
    }

    fn has(&self, key: &str, own: &str) -> bool {
        key == own && !self.0.is_absent()
    }
}

/// All members beside the known ones.
#[derive(Debug)]
pub struct rest<'a, T>(pub &'a Map<T>);

impl<M: SerializeMap, T: Serialize> Entry<M> for rest<'_, T> {
    fn write(&self, _: &'static str, members: &mut M) -> Result<(), M::Error> {
        for (key, value) in self.0 {
            members.serialize_entry(key, value)?;
        }
        Ok(())
    }

    fn has(&self, key: &str, _: &str) -> bool {
        self.0.contains_key(key)
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
    extra: &Extra,
) -> Result<(), M::Error> {
    let (known, beside) = entries.split_at(keys.len().min(entries.len()));
    if let Some((tag, value)) = tag {
        let written = keys
            .iter()
            .zip(known)
            .any(|(key, entry)| entry.has(tag, key))
            || beside.iter().any(|beside| beside.has(tag, ""))
            || extra.get(tag).is_some();
        if !written {
            members.serialize_entry(tag, value)?;
        }
    }
    for (key, entry) in keys.iter().zip(known) {
        entry.write(key, members)?;
    }
    for beside in beside {
        beside.write("", members)?;
    }
    for (key, value) in extra {
        members.serialize_entry(key, value)?;
    }
    Ok(())
}

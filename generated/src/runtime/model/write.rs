//! Writing an object: one loop for all models.

#![expect(
    non_camel_case_types,
    reason = "the macros name them by the keyword of a field"
)]

use std::fmt::Debug;

use serde::Serialize;
use serde::ser::SerializeMap;

use crate::runtime::Map;
use crate::runtime::extra::Extra;
use crate::runtime::maybe::Maybe;

use super::Member;

/// Key and value by which a union tells its variants apart.
pub type Tag = (&'static str, &'static str);

/// One field to be written, printed and compared.
pub trait Field<M: SerializeMap> {
    /// Writes it, unless it is missing.
    ///
    /// # Errors
    ///
    /// If the value cannot be written.
    fn write(&self, key: &'static str, members: &mut M) -> Result<(), M::Error>;

    /// Whether a member with this key is written; `own` is the key of the field.
    fn has(&self, key: &str, own: &str) -> bool {
        key == own
    }

    /// The value itself.
    fn member(&self) -> &dyn Member;
}

/// A member that is always written.
#[derive(Debug)]
pub struct required<'a, T>(pub &'a T);

pub use required as constant;
pub use required as listed;
pub use required as literal;
pub use required as nullable;
pub use required as preset;

impl<M: SerializeMap, T: Serialize + Debug + PartialEq + 'static> Field<M> for required<'_, T> {
    fn write(&self, key: &'static str, members: &mut M) -> Result<(), M::Error> {
        members.serialize_entry(key, self.0)
    }

    fn member(&self) -> &dyn Member {
        self.0
    }
}

/// A member that is written when there is a value.
#[derive(Debug)]
pub struct optional<'a, T>(pub &'a Option<T>);

impl<M: SerializeMap, T: Serialize + Debug + PartialEq + 'static> Field<M> for optional<'_, T> {
    fn write(&self, key: &'static str, members: &mut M) -> Result<(), M::Error> {
        match self.0 {
            Some(value) => members.serialize_entry(key, value),
            None => Ok(()),
        }
    }

    fn has(&self, key: &str, own: &str) -> bool {
        key == own && self.0.is_some()
    }

    fn member(&self) -> &dyn Member {
        self.0
    }
}

/// A member that is not written when it is missing.
#[derive(Debug)]
pub struct maybe<'a, T>(pub &'a Maybe<T>);

impl<M: SerializeMap, T: Serialize + Debug + PartialEq + 'static> Field<M> for maybe<'_, T> {
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

    fn member(&self) -> &dyn Member {
        self.0
    }
}

/// All members beside the known ones.
#[derive(Debug)]
pub struct rest<'a, T>(pub &'a Map<T>);

impl<M: SerializeMap, T: Serialize + Debug + PartialEq + 'static> Field<M> for rest<'_, T> {
    fn write(&self, _: &'static str, members: &mut M) -> Result<(), M::Error> {
        for (key, value) in self.0 {
            members.serialize_entry(key, value)?;
        }
        Ok(())
    }

    fn has(&self, key: &str, _: &str) -> bool {
        self.0.contains_key(key)
    }

    fn member(&self) -> &dyn Member {
        self.0
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
    fields: &[&dyn Field<M>],
    extra: &Extra,
) -> Result<(), M::Error> {
    let (known, beside) = fields.split_at(keys.len().min(fields.len()));
    if let Some((tag, value)) = tag {
        let written = keys
            .iter()
            .zip(known)
            .any(|(key, field)| field.has(tag, key))
            || beside.iter().any(|beside| beside.has(tag, ""))
            || extra.get(tag).is_some();
        if !written {
            members.serialize_entry(tag, value)?;
        }
    }
    for (key, field) in keys.iter().zip(known) {
        field.write(key, members)?;
    }
    for beside in beside {
        beside.write("", members)?;
    }
    for (key, value) in extra {
        members.serialize_entry(key, value)?;
    }
    Ok(())
}

//! Objects with known members: what stands behind the macros `model!`, `input!` and `shared!`.
//!
//! A macro call writes a plain struct and, for each of its traits, a few lines that list the
//! members. All that is done with such a list is written here, once. Users get ordinary
//! `Serialize` and `Deserialize` for a quarter of what compiling derived ones costs.

mod input_macro;
mod model_macro;
pub mod read;
pub mod write;

use std::any::Any;
use std::fmt::{self, Debug};
use std::marker::PhantomData;

use serde::de::{Deserializer, MapAccess, Visitor};
use serde::ser::{Impossible, SerializeMap, Serializer};
use serde_json::Value;

pub use read::Source;
pub use write::{Field, Tag};

use super::extra::Extra;
use super::json::{self, Fault};
use super::union::fit::{FitAs, TaggedAs};

/// What all values of a type have in common.
#[derive(Clone, Copy, Debug)]
pub struct Members {
    /// The name of the type.
    pub name: &'static str,
    /// The keys of the members, in the order of the fields.
    pub keys: &'static [&'static str],
    /// The names of all fields but `extra`.
    pub fields: &'static [&'static str],
}

/// An object with known members.
pub trait Model: Sized {
    /// Its name and its keys.
    const MEMBERS: Members;

    /// Shows all fields: those of the known keys, then what is beside them.
    fn show<M: SerializeMap>(&self, see: &mut dyn See<M>);
}

/// Somebody who is shown the fields of an object.
pub trait See<M: SerializeMap> {
    /// Looks at all of them.
    fn see(&mut self, fields: &[&dyn Field<M>], extra: &Extra);
}

/// An object with known members that can be read.
pub trait Read: Model {
    /// Takes the members from where they are read.
    ///
    /// # Errors
    ///
    /// If a member cannot be read, or one that is required is missing.
    fn read<'de, A: MapAccess<'de>>(source: Source<'_, A>) -> Result<Self, A::Error>;
}

/// The [`Kind`](super::union::fit::Generated::Kind) of structs.
#[derive(Debug)]
pub enum Object {}

impl<T: Read> FitAs<T> for Object {
    fn fit(value: &Value, depth: u8) -> Option<f32> {
        fit::<T>(value, depth)
    }
}

impl<T: Model> TaggedAs<T> for Object {
    fn serialize_tagged<S: Serializer>(
        model: &T,
        tag: Tag,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serialize(model, Some(tag), serializer)
    }
}

/// The value of a field, to print and compare.
pub trait Member: Debug + Any {
    /// Whether it is the same as another value of its type.
    fn equals(&self, other: &dyn Any) -> bool;
}

impl<T: Debug + PartialEq + Any> Member for T {
    fn equals(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }
}

/// Reads an object; stands behind `Deserialize`.
///
/// # Errors
///
/// As [`Read::read`].
pub fn deserialize<'de, T: Read, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_map(Reading(PhantomData))
}

struct Reading<T>(PhantomData<T>);

impl<'de, T: Read> Visitor<'de> for Reading<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object of type {}", T::MEMBERS.name)
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<T, A::Error> {
        T::read(Source::Members(members))
    }
}

/// Writes an object, and first the tag of a union if the object has no such member; stands behind
/// `Serialize`.
///
/// # Errors
///
/// If a member cannot be written.
pub fn serialize<T: Model, S: Serializer>(
    model: &T,
    tag: Option<Tag>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut members = serializer.serialize_map(None)?;
    let mut writing = Writing {
        members: &mut members,
        tag,
        keys: T::MEMBERS.keys,
        result: Ok(()),
    };
    model.show(&mut writing);
    writing.result?;
    members.end()
}

struct Writing<'a, M: SerializeMap> {
    members: &'a mut M,
    tag: Option<Tag>,
    keys: &'static [&'static str],
    result: Result<(), M::Error>,
}

impl<M: SerializeMap> See<M> for Writing<'_, M> {
    fn see(&mut self, fields: &[&dyn Field<M>], extra: &Extra) {
        self.result = write::write(self.members, self.tag, self.keys, fields, extra);
    }
}

/// What members would be written to where they are only looked at.
type Nowhere = Impossible<(), fmt::Error>;

/// How well an object fits.
fn fit<T: Read>(value: &Value, depth: u8) -> Option<f32> {
    let object = value.as_object()?;
    let Some(deeper) = depth.checked_sub(1) else {
        return Some(0.5);
    };
    let mut fit = None;
    // Refuses always, having answered.
    let _: Result<T, Fault> = T::read(Source::<json::Members<'_>>::Fit(object, deeper, &mut fit));
    fit
}

/// Prints an object as a derived `Debug` does, and what it has beside its members only if there is something.
///
/// # Errors
///
/// If the formatter refuses.
pub fn debug<T: Model>(model: &T, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut printing = Printing {
        f,
        members: T::MEMBERS,
        result: Ok(()),
    };
    model.show(&mut printing);
    printing.result
}

struct Printing<'a, 'f> {
    f: &'a mut fmt::Formatter<'f>,
    members: Members,
    result: fmt::Result,
}

impl See<Nowhere> for Printing<'_, '_> {
    fn see(&mut self, fields: &[&dyn Field<Nowhere>], extra: &Extra) {
        let mut printed = self.f.debug_struct(self.members.name);
        for (at, field) in fields.iter().enumerate() {
            let name = self.members.fields.get(at).copied().unwrap_or_default();
            printed.field(name, &field.member());
        }
        if !extra.is_empty() {
            printed.field("extra", extra);
        }
        self.result = printed.finish();
    }
}

/// Compares two objects member by member.
pub fn equal<T: Model>(left: &T, right: &T) -> bool {
    let mut comparing = Left {
        right,
        equal: false,
    };
    left.show(&mut comparing);
    comparing.equal
}

/// Sees the fields of the left one, and then shows the right one.
struct Left<'a, T> {
    right: &'a T,
    equal: bool,
}

impl<T: Model> See<Nowhere> for Left<'_, T> {
    fn see(&mut self, fields: &[&dyn Field<Nowhere>], extra: &Extra) {
        let mut both = Both {
            left: fields,
            extra,
            equal: false,
        };
        self.right.show(&mut both);
        self.equal = both.equal;
    }
}

struct Both<'a> {
    left: &'a [&'a dyn Field<Nowhere>],
    extra: &'a Extra,
    equal: bool,
}

impl See<Nowhere> for Both<'_> {
    fn see(&mut self, fields: &[&dyn Field<Nowhere>], extra: &Extra) {
        let mut pairs = self.left.iter().zip(fields);
        self.equal =
            self.extra == extra && pairs.all(|(left, right)| left.member().equals(right.member()));
    }
}

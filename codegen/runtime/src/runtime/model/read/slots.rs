//! The places of members while an object is read, one kind for each keyword of a field.

#![expect(
    non_camel_case_types,
    reason = "the macros name them by the keyword of a field"
)]

use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny, MapAccess};
use serde_json::Value;

use crate::runtime::Map;
use crate::runtime::json;
use crate::runtime::maybe::Maybe;
use crate::runtime::union::Fit;

/// The place of one member while an object is read.
pub trait Slot<'de, A: MapAccess<'de>> {
    /// Reads the member's value into its place. What was there before is forgotten.
    ///
    /// # Errors
    ///
    /// If the value is not what the member wants.
    fn read(&mut self, members: &mut A) -> Result<(), A::Error>;

    /// Reads the value of a member that is beside the known ones.
    ///
    /// # Errors
    ///
    /// If the value is not what is wanted here.
    fn read_beside(&mut self, _key: String, members: &mut A) -> Result<(), A::Error> {
        members.next_value::<IgnoredAny>().map(|_| ())
    }

    /// Whether an object without this member is no such object.
    fn is_missing(&self) -> bool {
        false
    }

    /// How well a value fits here.
    fn fits(&self, value: &Value, depth: u8) -> Option<f32>;
}

/// A member that must be there.
#[derive(Debug)]
pub struct required<T>(Option<T>);

impl<T> required<T> {
    /// An empty place.
    pub const fn empty() -> Self {
        Self(None)
    }

    /// The value, after [`fill`](super::fill) found nothing missing.
    ///
    /// # Panics
    ///
    /// If it was not read.
    pub fn value(self) -> T {
        self.0.expect("an object without it was refused")
    }
}

impl<'de, A: MapAccess<'de>, T: Deserialize<'de> + Fit> Slot<'de, A> for required<T> {
    fn read(&mut self, members: &mut A) -> Result<(), A::Error> {
        self.0 = Some(members.next_value()?);
        Ok(())
    }

    fn is_missing(&self) -> bool {
        self.0.is_none()
    }

    fn fits(&self, value: &Value, depth: u8) -> Option<f32> {
        T::fit(value, depth)
    }
}

/// A member that must be there, and has one value only.
#[derive(Debug)]
pub struct constant<T> {
    value: Option<T>,
    constant: T,
}

impl<T> constant<T> {
    /// An empty place for this constant.
    pub const fn empty(constant: T) -> Self {
        Self {
            value: None,
            constant,
        }
    }

    /// What was read. A server may know better than the document, so that is not always the constant.
    pub fn value(self) -> T {
        self.value.unwrap_or(self.constant)
    }
}

impl<'de, A: MapAccess<'de>, T: DeserializeOwned + PartialEq> Slot<'de, A> for constant<T> {
    fn read(&mut self, members: &mut A) -> Result<(), A::Error> {
        self.value = Some(members.next_value()?);
        Ok(())
    }

    fn is_missing(&self) -> bool {
        self.value.is_none()
    }

    fn fits(&self, value: &Value, _: u8) -> Option<f32> {
        (json::from_value::<T>(value).as_ref() == Ok(&self.constant)).then_some(1.0)
    }
}

/// A constant that is written out.
#[derive(Clone, Copy, Debug)]
pub enum Said {
    /// A text.
    Text(&'static str),
    /// A truth.
    Truth(bool),
}

impl From<&'static str> for Said {
    fn from(text: &'static str) -> Self {
        Self::Text(text)
    }
}

impl From<bool> for Said {
    fn from(truth: bool) -> Self {
        Self::Truth(truth)
    }
}

impl Said {
    fn is(self, value: &Value) -> bool {
        match self {
            Self::Text(text) => value.as_str() == Some(text),
            Self::Truth(truth) => value.as_bool() == Some(truth),
        }
    }
}

/// A member that must be there, and is always the same text or truth.
#[derive(Debug)]
pub struct literal<T> {
    value: Option<T>,
    said: Said,
}

impl<T> literal<T> {
    /// An empty place for this constant.
    pub fn empty(said: impl Into<Said>) -> Self {
        Self {
            value: None,
            said: said.into(),
        }
    }

    /// What was read. A server may know better than the document, so that is not always the constant.
    ///
    /// # Panics
    ///
    /// If it was not read.
    pub fn value(self) -> T {
        self.value.expect("an object without it was refused")
    }
}

impl<'de, A: MapAccess<'de>, T: Deserialize<'de>> Slot<'de, A> for literal<T> {
    fn read(&mut self, members: &mut A) -> Result<(), A::Error> {
        self.value = Some(members.next_value()?);
        Ok(())
    }

    fn is_missing(&self) -> bool {
        self.value.is_none()
    }

    fn fits(&self, value: &Value, _: u8) -> Option<f32> {
        self.said.is(value).then_some(1.0)
    }
}

/// A list that is empty when it is missing.
#[derive(Debug)]
pub struct listed<T>(Option<T>);

impl<T: Default> listed<T> {
    /// An empty place.
    pub const fn empty() -> Self {
        Self(None)
    }

    /// What was read, else an empty list.
    pub fn value(self) -> T {
        self.0.unwrap_or_default()
    }
}

impl<'de, A: MapAccess<'de>, T: Deserialize<'de> + Fit> Slot<'de, A> for listed<T> {
    fn read(&mut self, members: &mut A) -> Result<(), A::Error> {
        self.0 = members.next_value()?;
        Ok(())
    }

    fn fits(&self, value: &Value, depth: u8) -> Option<f32> {
        Option::<T>::fit(value, depth)
    }
}

/// A member that may be missing or null.
#[derive(Debug)]
pub struct optional<T>(Option<T>);

/// A member that may be null. That it is missing is taken for the same.
pub type nullable<T> = optional<T>;

impl<T> optional<T> {
    /// An empty place.
    pub const fn empty() -> Self {
        Self(None)
    }

    /// What was read.
    pub fn value(self) -> Option<T> {
        self.0
    }
}

impl<'de, A: MapAccess<'de>, T: Deserialize<'de> + Fit> Slot<'de, A> for optional<T> {
    fn read(&mut self, members: &mut A) -> Result<(), A::Error> {
        // In place: a value that passes through a closure is copied once more.
        self.0 = members.next_value()?;
        if self.0.is_none() {
            self.0 = T::null();
        }
        Ok(())
    }

    fn fits(&self, value: &Value, depth: u8) -> Option<f32> {
        Option::<T>::fit(value, depth)
    }
}

/// A member that may be missing, or null.
#[derive(Debug)]
pub struct maybe<T>(Maybe<T>);

impl<T> maybe<T> {
    /// An empty place.
    pub const fn empty() -> Self {
        Self(Maybe::Absent)
    }

    /// What was read.
    pub fn value(self) -> Maybe<T> {
        self.0
    }
}

impl<'de, A: MapAccess<'de>, T: Deserialize<'de> + Fit> Slot<'de, A> for maybe<T> {
    fn read(&mut self, members: &mut A) -> Result<(), A::Error> {
        self.0 = members.next_value()?;
        Ok(())
    }

    fn fits(&self, value: &Value, depth: u8) -> Option<f32> {
        Option::<T>::fit(value, depth)
    }
}

/// All members beside the known ones.
#[derive(Debug)]
pub struct rest<T>(Map<T>);

impl<T> rest<T> {
    /// An empty place.
    pub const fn empty() -> Self {
        Self(Map::new())
    }

    /// What was read.
    pub fn value(self) -> Map<T> {
        self.0
    }
}

impl<'de, A: MapAccess<'de>, T: Deserialize<'de> + Fit> Slot<'de, A> for rest<T> {
    fn read(&mut self, members: &mut A) -> Result<(), A::Error> {
        members.next_value::<IgnoredAny>().map(|_| ())
    }

    fn read_beside(&mut self, key: String, members: &mut A) -> Result<(), A::Error> {
        self.0.insert(key, members.next_value()?);
        Ok(())
    }

    fn fits(&self, value: &Value, depth: u8) -> Option<f32> {
        T::fit(value, depth).map(|fit| fit * 0.4)
    }
}

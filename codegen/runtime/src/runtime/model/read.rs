//! Reading an object: one loop for all models, and a slot for each member.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use serde_json::{Map, Value};

use crate::runtime::extra::Extra;
use crate::runtime::json;
use crate::runtime::maybe::Maybe;
use crate::runtime::union::fit::Fit;

/// Where the members of an object come from.
#[derive(Debug)]
pub enum Source<'a, A> {
    /// They are read.
    Members(A),
    /// They are not: it is only asked how well they would fit, looking so deep.
    Fit(&'a Map<String, Value>, u8, &'a mut Option<f32>),
}

/// The place of one member while an object is read.
pub trait Slot<'de, A: MapAccess<'de>> {
    /// Reads the member's value into its place. What was there before is forgotten.
    ///
    /// # Errors
    ///
    /// If the value is not what the member wants.
    fn read(&mut self, members: &mut A) -> Result<(), A::Error>;

    /// Whether an object without this member is no such object.
    fn is_missing(&self) -> bool {
        false
    }

    /// How well a value fits here.
    fn fits(&self, value: &Value, depth: u8) -> Option<f32>;
}

/// A member that must be there.
#[derive(Debug)]
pub struct Required<T>(Option<T>);

impl<T> Required<T> {
    /// An empty place.
    #[expect(clippy::new_without_default, reason = "nothing is generic over it")]
    pub const fn new() -> Self {
        Self(None)
    }

    /// The value, after [`fill`] found nothing missing.
    ///
    /// # Panics
    ///
    /// If it was not read.
    pub fn value(self) -> T {
        self.0.expect("an object without it was refused")
    }
}

impl<'de, A: MapAccess<'de>, T: Deserialize<'de> + Fit> Slot<'de, A> for Required<T> {
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

/// A member that may be missing or null.
impl<'de, A: MapAccess<'de>, T: Deserialize<'de> + Fit> Slot<'de, A> for Option<T> {
    fn read(&mut self, members: &mut A) -> Result<(), A::Error> {
        *self = members.next_value()?;
        Ok(())
    }

    fn fits(&self, value: &Value, depth: u8) -> Option<f32> {
        Option::<T>::fit(value, depth)
    }
}

/// A member that may be missing, or null.
impl<'de, A: MapAccess<'de>, T: Deserialize<'de> + Fit> Slot<'de, A> for Maybe<T> {
    fn read(&mut self, members: &mut A) -> Result<(), A::Error> {
        *self = members.next_value()?;
        Ok(())
    }

    fn fits(&self, value: &Value, depth: u8) -> Option<f32> {
        Option::<T>::fit(value, depth)
    }
}

/// A list that is empty when it is missing.
#[derive(Debug)]
pub struct Listed<T>(Option<T>);

impl<T: Default> Listed<T> {
    /// An empty place.
    #[expect(clippy::new_without_default, reason = "nothing is generic over it")]
    pub const fn new() -> Self {
        Self(None)
    }

    /// What was read, else an empty list.
    pub fn value(self) -> T {
        self.0.unwrap_or_default()
    }
}

impl<'de, A: MapAccess<'de>, T: Deserialize<'de> + Fit> Slot<'de, A> for Listed<T> {
    fn read(&mut self, members: &mut A) -> Result<(), A::Error> {
        self.0 = members.next_value()?;
        Ok(())
    }

    fn fits(&self, value: &Value, depth: u8) -> Option<f32> {
        Option::<T>::fit(value, depth)
    }
}

/// A member that must be there, and has one value only.
#[derive(Debug)]
pub struct Constant<T> {
    value: Option<T>,
    constant: T,
}

impl<T> Constant<T> {
    /// An empty place for this constant.
    pub const fn new(constant: T) -> Self {
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

impl<'de, A: MapAccess<'de>, T> Slot<'de, A> for Constant<T>
where
    T: DeserializeOwned + PartialEq,
{
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

/// The place of the members that no slot is for.
pub trait Beside<'de, A: MapAccess<'de>> {
    /// Keeps the member whose key was read.
    ///
    /// # Errors
    ///
    /// If its value is not what is wanted here.
    fn read(&mut self, key: String, members: &mut A) -> Result<(), A::Error>;

    /// What is to be done once all were read.
    fn settle(&mut self) {}

    /// How well the value of such a member fits.
    fn fits(&self, value: &Value, depth: u8) -> Option<f32>;
}

impl<'de, A: MapAccess<'de>> Beside<'de, A> for Extra {
    fn read(&mut self, key: String, members: &mut A) -> Result<(), A::Error> {
        self.push(key, members.next_value()?);
        Ok(())
    }

    fn settle(&mut self) {
        Extra::settle(self);
    }

    fn fits(&self, _: &Value, _: u8) -> Option<f32> {
        Some(0.0)
    }
}

impl<'de, A: MapAccess<'de>, T: Deserialize<'de> + Fit> Beside<'de, A> for BTreeMap<String, T> {
    fn read(&mut self, key: String, members: &mut A) -> Result<(), A::Error> {
        self.insert(key, members.next_value()?);
        Ok(())
    }

    fn fits(&self, value: &Value, depth: u8) -> Option<f32> {
        T::fit(value, depth).map(|fit| fit * 0.4)
    }
}

/// Reads all members of an object: each into its slot, the others into the last of `beside`.
///
/// # Errors
///
/// If a member cannot be read, or one that is required is missing. Always, if it was only asked
/// how well they fit.
pub fn fill<'de, A: MapAccess<'de>>(
    source: Source<'_, A>,
    keys: &'static [&'static str],
    slots: &mut [&mut dyn Slot<'de, A>],
    beside: &mut [&mut dyn Beside<'de, A>],
) -> Result<(), A::Error> {
    let mut members = match source {
        Source::Members(members) => members,
        Source::Fit(object, depth, fit) => {
            *fit = measure(object, depth, keys, slots, beside);
            return Err(A::Error::custom(""));
        }
    };
    let mut expected = 0;
    while let Some(key) = members.next_key_seed(KeyOf { keys, expected })? {
        match key {
            Key::Known(at) => {
                expected = at + 1;
                slots[at].read(&mut members)?;
            }
            Key::Unknown(key) => match beside {
                [.., last] => last.read(key, &mut members)?,
                [] => {
                    members.next_value::<serde::de::IgnoredAny>()?;
                }
            },
        }
    }
    if let [.., last] = beside {
        last.settle();
    }
    match slots.iter().position(|slot| slot.is_missing()) {
        Some(at) => Err(A::Error::missing_field(keys[at])),
        None => Ok(()),
    }
}

/// How well an object fits: above all how many of its members are known, and how well their values
/// fit; then how many of the known members it has. Not at all if one that is required is missing,
/// or a value is of the wrong kind.
#[expect(clippy::cast_precision_loss, reason = "nobody has that many members")]
fn measure<'de, A: MapAccess<'de>>(
    object: &Map<String, Value>,
    depth: u8,
    keys: &[&str],
    slots: &[&mut dyn Slot<'de, A>],
    beside: &[&mut dyn Beside<'de, A>],
) -> Option<f32> {
    let (mut known, mut fit) = (0_usize, 0.0);
    for (key, slot) in keys.iter().zip(slots) {
        match object.get(*key) {
            Some(value) => {
                known += 1;
                fit += 0.5 + 0.5 * slot.fits(value, depth)?;
            }
            None if slot.is_missing() => return None,
            None => {}
        }
    }
    if let ([.., last], true) = (beside, known < object.len()) {
        for (_, value) in object
            .iter()
            .filter(|(key, _)| !keys.contains(&key.as_str()))
        {
            fit += last.fits(value, depth)?;
        }
    }
    let share = |part: f32, whole: usize| if whole == 0 { 1.0 } else { part / whole as f32 };
    Some(0.8 * share(fit, object.len()) + 0.2 * share(known as f32, keys.len()))
}

/// Finds the place of a key. Members mostly come in the order of the fields, so the search starts
/// behind the place of the one before.
struct KeyOf {
    keys: &'static [&'static str],
    expected: usize,
}

enum Key {
    Known(usize),
    Unknown(String),
}

impl KeyOf {
    fn find(&self, key: &str) -> Option<usize> {
        let (before, behind) = self.keys.split_at_checked(self.expected)?;
        behind
            .iter()
            .position(|known| *known == key)
            .map(|at| at + self.expected)
            .or_else(|| before.iter().position(|known| *known == key))
    }
}

impl<'de> DeserializeSeed<'de> for KeyOf {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for KeyOf {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the key of a member")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Key, E> {
        Ok(match self.find(key) {
            Some(at) => Key::Known(at),
            None => Key::Unknown(key.to_owned()),
        })
    }
}

//! Reading an object: one loop for all models, and a slot for each field.

mod slots;

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use serde_json::{Map, Value};

use crate::runtime::extra::Extra;

pub use slots::{Said, Slot, constant, listed, literal, maybe, nullable, optional, required, rest};

pub use required as preset;

/// Where the members of an object come from.
#[derive(Debug)]
pub enum Source<'a, A> {
    /// They are read.
    Members(A),
    /// They are not: it is only asked how well they would fit, looking so deep.
    Fit(&'a Map<String, Value>, u8, &'a mut Option<f32>),
}

/// Reads all members of an object, each into its slot. The others go into a slot that no key is
/// left for, if there is one, else into `extra`.
///
/// # Errors
///
/// If a member cannot be read, or one that is required is missing. Always, if it was only asked
/// how well they fit.
pub fn fill<'de, A: MapAccess<'de>>(
    source: Source<'_, A>,
    keys: &'static [&'static str],
    slots: &mut [&mut dyn Slot<'de, A>],
    extra: &mut Extra,
) -> Result<(), A::Error> {
    let mut members = match source {
        Source::Members(members) => members,
        Source::Fit(object, depth, fit) => {
            *fit = measure(object, depth, keys, slots);
            return Err(A::Error::custom(""));
        }
    };
    let mut expected = 0;
    // Which of the first 64 members were there, because asking a slot costs more.
    let mut seen = 0_u64;
    while let Some(key) = members.next_key_seed(KeyOf { keys, expected })? {
        match key {
            Key::Known(at) => {
                expected = at + 1;
                seen |= bit(at);
                slots[at].read(&mut members)?;
            }
            Key::Unknown(key) => match slots.get_mut(keys.len()) {
                Some(rest) => rest.read_beside(key, &mut members)?,
                None => extra.push(key, members.next_value()?),
            },
        }
    }
    extra.settle();
    let mut absent = !seen & bit(slots.len()).wrapping_sub(1);
    let asked = std::iter::from_fn(|| {
        let at = absent.trailing_zeros() as usize;
        absent &= absent.checked_sub(1)?;
        Some(at)
    });
    for at in asked.chain(64..slots.len()) {
        if slots[at].is_missing() {
            return Err(A::Error::missing_field(keys[at]));
        }
    }
    Ok(())
}

fn bit(at: usize) -> u64 {
    if at < 64 { 1 << at } else { 0 }
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
    if let (Some(rest), true) = (slots.get(keys.len()), known < object.len()) {
        for (_, value) in object
            .iter()
            .filter(|(key, _)| !keys.contains(&key.as_str()))
        {
            fit += rest.fits(value, depth)?;
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
    #[inline]
    fn find(&self, key: &str) -> Option<usize> {
        if self.keys.get(self.expected) == Some(&key) {
            return Some(self.expected);
        }
        self.find_elsewhere(key)
    }

    #[cold]
    fn find_elsewhere(&self, key: &str) -> Option<usize> {
        let (before, behind) = self.keys.split_at_checked(self.expected)?;
        let mut behind = behind.iter();
        match behind.position(|known| *known == key) {
            Some(at) => Some(self.expected + at),
            None => before.iter().position(|known| *known == key),
        }
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

    #[inline]
    fn visit_str<E: Error>(self, key: &str) -> Result<Key, E> {
        Ok(match self.find(key) {
            Some(at) => Key::Known(at),
            None => Key::Unknown(key.to_owned()),
        })
    }
}

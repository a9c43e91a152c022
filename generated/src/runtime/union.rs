//! Unions: what stands behind the macro `union!`.

pub mod fit;
mod patience;
mod union_macro;

use std::borrow::Cow;

use serde::de::DeserializeOwned;
use serde::ser::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

pub use fit::{Fit, Generated, Tagged};
use fit::{FitAs, TaggedAs};
use patience::Patience;

use super::json::{self, Fault};
use super::model::Tag;

/// What is known of a union `U`.
pub struct Choice<U: 'static> {
    /// All variants but the one for what is unknown.
    pub variants: &'static [&'static dyn Variant<U>],
    /// The variant for what is unknown.
    pub unknown: fn(Value) -> U,
}

/// A variant of a union `U`.
pub trait Variant<U>: Sync {
    /// The values of the tag that choose it. Empty if there is no tag.
    fn tags(&self) -> &'static [&'static str];

    /// How well a value fits it.
    fn fit(&self, value: &Value, depth: u8) -> Option<f32>;

    /// Reads a value as this variant.
    ///
    /// # Errors
    ///
    /// If the value is not what the variant holds.
    fn read(&self, value: &Value) -> Result<U, Fault>;
}

/// The variant of a union `U` that holds a `T`.
pub struct Case<U, T> {
    /// The values of the tag that choose it.
    pub tags: &'static [&'static str],
    /// The variant itself.
    pub holding: fn(T) -> U,
}

impl<U, T: Fit + DeserializeOwned> Variant<U> for Case<U, T> {
    fn tags(&self) -> &'static [&'static str] {
        self.tags
    }

    fn fit(&self, value: &Value, depth: u8) -> Option<f32> {
        T::fit(value, depth)
    }

    fn read(&self, value: &Value) -> Result<U, Fault> {
        json::from_value(value).map(self.holding)
    }
}

/// A choice of types.
pub trait Union: Serialize {
    /// The key whose value tells the variants apart, or none.
    const TAG: &'static [&'static str];
}

/// A choice of types that can be read.
pub trait ReadUnion: Union + Sized + 'static {
    /// What there is to choose from.
    const CHOICE: Choice<Self>;
}

/// The [`Kind`](Generated::Kind) of unions.
#[derive(Debug)]
pub enum OneOf {}

impl<U: ReadUnion> FitAs<U> for OneOf {
    fn fit(value: &Value, depth: u8) -> Option<f32> {
        fit_best::<U>(value, depth)
    }
}

impl<U: Union> TaggedAs<U> for OneOf {
    fn serialize_tagged<S: Serializer>(
        union: &U,
        tag: Tag,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        if U::TAG.contains(&tag.0) {
            return union.serialize(serializer);
        }
        serde_json::to_value(union)
            .map_err(S::Error::custom)?
            .serialize_tagged(tag, serializer)
    }
}

/// Reads a union; stands behind `Deserialize`.
///
/// A tag that is known decides; of one that is not known comes the variant without tags, if there is
/// one. Without a tag the variants are tried, the one that fits best first.
///
/// # Errors
///
/// If the format does, or if the tag is known and the value is not what it says.
pub fn deserialize<'de, U: ReadUnion, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<U, D::Error> {
    let value = Deserialize::deserialize(deserializer)?;
    choose(value).map_err(|fault| fault.relay())
}

fn choose<U: ReadUnion>(value: Value) -> Result<U, Fault> {
    let (candidates, tagged) = candidates::<U>(&value);
    if let ([one], true) = (&candidates[..], tagged) {
        return one.read(&value);
    }
    let mut by_fit: Vec<(Option<f32>, &dyn Variant<U>)> = candidates
        .into_iter()
        .map(|variant| (variant.fit(&value, fit::DEPTH), variant))
        .filter(|(fit, _)| tagged || fit.is_some_and(|fit| fit > fit::UNKNOWN))
        .collect();
    by_fit.sort_by(|(a, _), (b, _)| b.unwrap_or(-1.0).total_cmp(&a.unwrap_or(-1.0)));
    let _patience = Patience::with(&value);
    let mut fault = None;
    for (_, variant) in by_fit {
        match variant.read(&value) {
            Ok(union) => return Ok(union),
            Err(first) => fault = fault.or(Some(first)),
        }
        if !Patience::lasts(&value) {
            break;
        }
    }
    match fault {
        Some(fault) if tagged => Err(fault),
        _ => Ok((U::CHOICE.unknown)(value)),
    }
}

/// The variants that come into question, and whether a tag chose them.
fn candidates<U: ReadUnion>(value: &Value) -> (Vec<&'static dyn Variant<U>>, bool) {
    let tag = U::TAG.first().and_then(|tag| scalar(value.get(tag)?));
    let candidates = U::CHOICE.variants.iter().copied();
    let Some(tag) = tag else {
        return (candidates.collect(), false);
    };
    let chosen = candidates
        .clone()
        .filter(|variant| variant.tags().contains(&&*tag));
    let chosen: Vec<&'static dyn Variant<U>> = chosen.collect();
    if chosen.is_empty() {
        let base: Vec<_> = candidates
            .filter(|variant| variant.tags().is_empty())
            .collect();
        let tagged = base.is_empty();
        return (base, tagged);
    }
    (chosen, true)
}

/// How well a value fits a union: as well as it fits its best variant. What is unknown fits too,
/// but anything else fits better.
fn fit_best<U: ReadUnion>(value: &Value, depth: u8) -> Option<f32> {
    let Some(deeper) = depth.checked_sub(1) else {
        return Some(0.5);
    };
    let (candidates, tagged) = candidates::<U>(value);
    let unknown = candidates.is_empty() || !tagged;
    candidates
        .into_iter()
        .filter_map(|variant| variant.fit(value, deeper))
        .max_by(f32::total_cmp)
        .map(|fit| fit * 0.95)
        .or(unknown.then_some(fit::UNKNOWN))
}

/// Writes the content of a variant; stands behind `Serialize`.
///
/// # Errors
///
/// As the content.
pub fn serialize<T: Tagged, S: Serializer>(
    content: &T,
    tag: &'static [&'static str],
    values: &'static [&'static str],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match (tag, values) {
        ([tag], [value, ..]) => content.serialize_tagged((tag, value), serializer),
        _ => content.serialize(serializer),
    }
}

/// The text of a tag.
fn scalar(value: &Value) -> Option<Cow<'_, str>> {
    match value {
        Value::String(text) => Some(text.into()),
        Value::Number(number) => Some(number.to_string().into()),
        Value::Bool(value) => Some(value.to_string().into()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

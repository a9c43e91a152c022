//! Enums of constants: what stands behind `open_enum!`, `integer_enum!` and `literal_enum!`.
//!
//! A server may know more values than the document, so each enum has a variant `Unknown` that
//! keeps what came.

mod integer_macro;
mod literal_macro;
mod open_macro;

use std::fmt::{self, Debug};
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, Unexpected, Visitor};
use serde_json::Value;

use super::json;
use super::union::fit::{FitAs, Scalar};

/// What is known of an enum `E` of texts.
#[derive(Debug)]
pub struct Texts<E: 'static> {
    /// The name of the type.
    pub name: &'static str,
    /// The known texts, each with its variant.
    pub known: &'static [(&'static str, E)],
    /// The variant for any other text.
    pub unknown: fn(String) -> E,
}

/// An enum of texts.
pub trait OpenEnum: Clone + 'static {
    /// What there is to choose from.
    const TEXTS: Texts<Self>;
}

/// The value of this text.
pub fn from_str<E: OpenEnum>(text: &str) -> E {
    let mut known = E::TEXTS.known.iter();
    match known.find(|(known, _)| *known == text) {
        Some((_, value)) => value.clone(),
        None => (E::TEXTS.unknown)(text.to_owned()),
    }
}

/// The [`Kind`](super::Generated::Kind) of enums of texts.
#[derive(Debug)]
pub enum Text {}

impl Scalar for Text {}

impl<E: OpenEnum> FitAs<E> for Text {
    /// One that is unknown might rather be a text of another kind.
    fn fit(value: &Value, _: u8) -> Option<f32> {
        let text = value.as_str()?;
        let known = E::TEXTS.known.iter().any(|(known, _)| *known == text);
        Some(if known { 1.0 } else { 0.1 })
    }
}

/// An enum of whole numbers.
pub trait IntegerEnum {
    /// Those that are known.
    const KNOWN: &'static [i64];
}

/// The [`Kind`](super::Generated::Kind) of enums of whole numbers.
#[derive(Debug)]
pub enum Whole {}

impl Scalar for Whole {}

impl<E: IntegerEnum> FitAs<E> for Whole {
    fn fit(value: &Value, _: u8) -> Option<f32> {
        let value = json::from_value::<i64>(value).ok()?;
        Some(if E::KNOWN.contains(&value) { 1.0 } else { 0.1 })
    }
}

/// An enum of constants of different kinds.
pub trait LiteralEnum {
    /// Those that are known.
    fn known() -> Vec<Value>;
}

/// The [`Kind`](super::Generated::Kind) of enums of constants of different kinds.
#[derive(Debug)]
pub enum Literal {}

impl Scalar for Literal {}

impl<E: LiteralEnum> FitAs<E> for Literal {
    fn fit(value: &Value, _: u8) -> Option<f32> {
        let known = E::known().iter().any(|known| same(known, value));
        Some(if known { 1.0 } else { 0.05 })
    }
}

/// Prints a value as `Name("text")`.
///
/// # Errors
///
/// If the formatter refuses.
pub fn debug(name: &str, value: &dyn Debug, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.debug_tuple(name).field(value).finish()
}

/// Reads a value; stands behind `Deserialize`.
///
/// # Errors
///
/// If it is not text.
pub fn deserialize<'de, E: OpenEnum, D: Deserializer<'de>>(deserializer: D) -> Result<E, D::Error> {
    deserializer.deserialize_str(Reading(PhantomData))
}

struct Reading<E>(PhantomData<E>);

impl<E: OpenEnum> Visitor<'_> for Reading<E> {
    type Value = E;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a string of type {}", E::TEXTS.name)
    }

    fn visit_str<R: Error>(self, text: &str) -> Result<E, R> {
        Ok(from_str(text))
    }
}

/// Reads a whole number; stands behind `Deserialize` of integer enums.
///
/// # Errors
///
/// If it is not a whole number.
pub fn deserialize_integer<'de, D: Deserializer<'de>>(
    name: &'static str,
    deserializer: D,
) -> Result<i64, D::Error> {
    deserializer.deserialize_i64(Integer(name))
}

struct Integer(&'static str);

impl Visitor<'_> for Integer {
    type Value = i64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an integer of type {}", self.0)
    }

    fn visit_i64<R: Error>(self, value: i64) -> Result<i64, R> {
        Ok(value)
    }

    fn visit_u64<R: Error>(self, value: u64) -> Result<i64, R> {
        i64::try_from(value).map_err(|_| R::invalid_value(Unexpected::Unsigned(value), &self))
    }
}

/// Whether two constants are the same; numbers are by their value, however they are written.
pub fn same(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(a), Value::Number(b)) if a.is_f64() || b.is_f64() => {
            a.as_f64() == b.as_f64()
        }
        _ => left == right,
    }
}

/// Prints a constant: text as it is, anything else as JSON.
///
/// # Errors
///
/// If the formatter refuses.
pub fn display(value: &Value, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match value {
        Value::String(text) => f.pad(text),
        other => fmt::Display::fmt(other, f),
    }
}

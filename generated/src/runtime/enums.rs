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

use super::input::Input;
use super::json;

/// An enum of texts.
pub trait OpenEnum: Clone + 'static {
    /// The name of the type.
    const NAME: &'static str;

    /// The text of each variant.
    const TEXTS: &'static [&'static str];

    /// The variants, in the order of their texts.
    const VARIANTS: &'static [Self];

    /// The variant for any other text.
    fn unknown(text: String) -> Self;

    /// The text of the value.
    fn text(&self) -> &str;
}

fn known<E: OpenEnum>(text: &str) -> Option<E> {
    let at = E::TEXTS.iter().position(|known| *known == text)?;
    E::VARIANTS.get(at).cloned()
}

/// The value of this text.
pub fn from_str<E: OpenEnum>(text: &str) -> E {
    known(text).unwrap_or_else(|| E::unknown(text.to_owned()))
}

/// The value of this text.
pub fn from_string<E: OpenEnum>(text: String) -> E {
    match known(&text) {
        Some(known) => known,
        None => E::unknown(text),
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
    deserializer.deserialize_str(Text(PhantomData))
}

struct Text<E>(PhantomData<E>);

impl<E: OpenEnum> Visitor<'_> for Text<E> {
    type Value = E;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a string of type {}", E::NAME)
    }

    fn visit_str<R: Error>(self, text: &str) -> Result<E, R> {
        Ok(from_str(text))
    }

    fn visit_string<R: Error>(self, text: String) -> Result<E, R> {
        Ok(from_string(text))
    }
}

/// How well a value fits: one that is unknown might rather be a text of another kind.
pub fn fit<E: OpenEnum>(value: &Value) -> Option<f32> {
    let text = value.as_str()?;
    Some(if E::TEXTS.contains(&text) { 1.0 } else { 0.1 })
}

impl<E: OpenEnum> Input<E> for &str {
    fn input(self) -> E {
        from_str(self)
    }
}

impl<E: OpenEnum> Input<E> for &String {
    fn input(self) -> E {
        from_str(self)
    }
}

impl<E: OpenEnum> Input<E> for String {
    fn input(self) -> E {
        from_string(self)
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

/// How well a value fits an enum of whole numbers.
pub fn fit_integer(value: &Value, known: &[i64]) -> Option<f32> {
    let value = json::from_value::<i64>(value).ok()?;
    Some(if known.contains(&value) { 1.0 } else { 0.1 })
}

/// How well a value fits an enum of constants of different kinds.
pub fn fit_literal(value: &Value, known: &[Value]) -> Option<f32> {
    let known = known.iter().any(|known| same(known, value));
    Some(if known { 1.0 } else { 0.05 })
}

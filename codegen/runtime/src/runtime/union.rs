//! Unions: what stands behind the macro `union!`.

pub mod fit;
mod union_macro;

use std::cell::Cell;

use serde::de::Deserializer;
use serde::ser::Serializer;
use serde_json::Value;

pub use fit::Fit;

use super::json::Fault;

/// One variant of a union `U`.
pub struct Variant<U: 'static> {
    /// The values of the tag that choose it. Empty if there is no tag.
    pub tags: &'static [&'static str],
    /// How well a value fits it.
    pub fit: fn(&Value, u8) -> Option<f32>,
    /// Reads a value as this variant.
    pub read: fn(&Value) -> Result<U, Fault>,
}

/// A choice of types.
pub trait Union: Sized + 'static {
    /// The key whose value tells the variants apart.
    const TAG: Option<&'static str>;

    /// All of them but the one for what is unknown.
    const VARIANTS: &'static [Variant<Self>];

    /// The variant for what is unknown.
    fn unknown(value: Value) -> Self;
}

/// Reads a union; stands behind `Deserialize`.
///
/// # Errors
///
/// If the format does, or if the tag is known and the value is not what it says.
pub fn deserialize<'de, U: Union, D: Deserializer<'de>>(deserializer: D) -> Result<U, D::Error> {
    let value = serde::Deserialize::deserialize(deserializer)?;
    choose(value).map_err(|fault| fault.relay())
}

/// Writes a variant, with the tag that chooses it; stands behind `Serialize`.
///
/// # Errors
///
/// If the value cannot be written.
pub fn serialize<U: Union, T: Fit, S: Serializer>(
    inner: &T,
    tags: &[&'static str],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match (U::TAG, tags.first()) {
        (Some(key), Some(tag)) => inner.serialize_tagged((key, tag), serializer),
        _ => inner.serialize(serializer),
    }
}

/// How well a value fits the best of the variants; stands behind [`Fit`].
pub fn fit<U: Union>(value: &Value, depth: u8) -> Option<f32> {
    let fits = U::VARIANTS
        .iter()
        .filter_map(|variant| (variant.fit)(value, depth));
    fits.max_by(f32::total_cmp)
}

fn choose<U: Union>(value: Value) -> Result<U, Fault> {
    let tag = U::TAG.and_then(|tag| scalar(value.get(tag)?));
    let mut candidates: Vec<&Variant<U>> = U::VARIANTS.iter().collect();
    if let Some(tag) = &tag {
        candidates.retain(|variant| variant.tags.contains(&tag.as_str()));
        if let [one] = candidates[..] {
            return (one.read)(&value);
        }
    }
    let mut candidates: Vec<(f32, &Variant<U>)> = candidates
        .into_iter()
        .filter_map(|variant| Some(((variant.fit)(&value, fit::DEPTH)?, variant)))
        .collect();
    candidates.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    let _patience = Patience::with(&value);
    for (_, variant) in candidates {
        match (variant.read)(&value) {
            Ok(union) => return Ok(union),
            Err(_) if Patience::lasts(&value) => {}
            Err(_) => break,
        }
    }
    Ok(U::unknown(value))
}

/// The text of a tag.
fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(value) => Some(value.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// Bounds the work on candidates that turn out wrong.
///
/// A union within a union is read anew for each candidate of the outer one, which doubles the
/// work with each level. Real documents hardly have such candidates; hostile ones do.
struct Patience;

thread_local! {
    /// How many unions are being read within each other, and how much work may still be in vain.
    static LEFT: Cell<(usize, usize)> = const { Cell::new((0, 0)) };
}

/// How many times the size of the outermost union may be read in vain.
const PATIENCE: usize = 200;

impl Patience {
    fn with(value: &Value) -> Self {
        let (nesting, left) = LEFT.get();
        let left = match nesting {
            0 => size(value).saturating_mul(PATIENCE),
            _ => left,
        };
        LEFT.set((nesting + 1, left));
        Self
    }

    /// Whether another candidate may be tried, after this value was read in vain.
    fn lasts(value: &Value) -> bool {
        let (nesting, left) = LEFT.get();
        let left = left.saturating_sub(size(value));
        LEFT.set((nesting, left));
        left > 0
    }
}

impl Drop for Patience {
    fn drop(&mut self) {
        let (nesting, left) = LEFT.get();
        LEFT.set((nesting.saturating_sub(1), left));
    }
}

/// The number of values within a value.
fn size(value: &Value) -> usize {
    match value {
        Value::Array(items) => 1 + items.iter().map(size).sum::<usize>(),
        Value::Object(members) => 1 + members.values().map(size).sum::<usize>(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => 1,
    }
}

//! How much work may be in vain while a union is read.

use std::cell::Cell;

use serde_json::Value;

/// Bounds the work on candidates that turn out wrong.
///
/// A union within a union is read anew for each candidate of the outer one, which doubles the
/// work with each level. Real documents hardly have such candidates; hostile ones do.
pub(super) struct Patience;

thread_local! {
    /// How many unions are being read within each other, and how much work may still be in vain.
    static LEFT: Cell<(usize, usize)> = const { Cell::new((0, 0)) };
}

/// How many times the size of the outermost union may be read in vain.
const PATIENCE: usize = 200;

impl Patience {
    pub(super) fn with(value: &Value) -> Self {
        let (nesting, left) = LEFT.get();
        let left = match nesting {
            0 => size(value).saturating_mul(PATIENCE),
            _ => left,
        };
        LEFT.set((nesting + 1, left));
        Self
    }

    /// Whether another candidate may be tried, after this value was read in vain.
    pub(super) fn lasts(value: &Value) -> bool {
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

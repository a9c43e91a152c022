//! Numbers that are whole, however they are written.

/// Up to here a double holds each whole number exactly.
const LARGEST_EXACT: f64 = 9_007_199_254_740_992.0;

/// The integer that a float is exactly, if it is one. Negative zero is none.
pub(super) fn whole(value: f64) -> Option<i64> {
    let exact = value.fract() == 0.0 && value.abs() <= LARGEST_EXACT;
    if !exact || (value == 0.0 && value.is_sign_negative()) {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        reason = "it has no fraction and is within ±2^53"
    )]
    Some(value as i64)
}

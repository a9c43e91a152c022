//! How numbers are written.

use std::io::{self, Write};

use serde_json::ser::{CompactFormatter, Formatter};

/// Compact JSON in which a float without a fraction is written as a whole number: `1`, not `1.0`.
pub(super) struct WholeFloats;

/// Up to here a double holds each whole number exactly.
const LARGEST_EXACT: f64 = 9_007_199_254_740_992.0;

impl Formatter for WholeFloats {
    fn write_f32<W: ?Sized + Write>(&mut self, writer: &mut W, value: f32) -> io::Result<()> {
        match whole(f64::from(value)) {
            Some(whole) => self.write_i64(writer, whole),
            None => CompactFormatter.write_f32(writer, value),
        }
    }

    fn write_f64<W: ?Sized + Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        match whole(value) {
            Some(whole) => self.write_i64(writer, whole),
            None => CompactFormatter.write_f64(writer, value),
        }
    }
}

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

//! Instants as APIs write them.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil;
use jiff::tz::TimeZone;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use serde_json::Value;

use super::{Fit, Input, json};

/// An instant: RFC 3339 `date-time`.
///
/// It is a [`jiff::Timestamp`] that remembers how it was written, so that an offset or a rare form
/// goes back to the server as it came. Two instants are equal if they are the same moment.
///
/// Servers write more than RFC 3339 allows; this is read as well: a space for `T`, no offset
/// (then it is UTC), more than nine digits of a fraction (the rest is cut), and moments outside
/// of what [`Timestamp`] can hold, such as `9999-12-31T23:59:59Z` (the nearest one it can).
#[derive(Clone)]
pub struct DateTime {
    at: Timestamp,
    /// How it was written, if that is not how it would be.
    written: Option<Box<str>>,
}

impl DateTime {
    /// The instant.
    pub const fn timestamp(&self) -> Timestamp {
        self.at
    }

    /// Now.
    pub fn now() -> Self {
        Timestamp::now().into()
    }

    fn text(&self) -> Cow<'_, str> {
        match &self.written {
            Some(text) => Cow::Borrowed(text),
            None => Cow::Owned(self.at.to_string()),
        }
    }
}

/// Why a text is not an instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateTimeError(());

impl fmt::Display for DateTimeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a date-time such as `2026-01-31T12:00:00Z`")
    }
}

impl std::error::Error for DateTimeError {}

impl FromStr for DateTime {
    type Err = DateTimeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let at = parse(text).ok_or(DateTimeError(()))?;
        let written = (at.to_string() != text).then(|| text.into());
        Ok(Self { at, written })
    }
}

fn parse(text: &str) -> Option<Timestamp> {
    if let Ok(at) = text.parse() {
        return Some(at);
    }
    let text = shorten_fraction(text);
    if let Ok(at) = text.parse() {
        return Some(at);
    }
    let (local, _offset) = split_offset(&text);
    let local: civil::DateTime = local.parse().ok()?;
    let nearest = if local.year() > 0 {
        Timestamp::MAX
    } else {
        Timestamp::MIN
    };
    let zoned = local.to_zoned(TimeZone::UTC);
    Some(zoned.map_or(nearest, |zoned| zoned.timestamp()))
}

/// Cuts a fraction after its ninth digit.
fn shorten_fraction(text: &str) -> Cow<'_, str> {
    let Some(point) = text.find('.') else {
        return Cow::Borrowed(text);
    };
    let digits = text[point + 1..]
        .bytes()
        .take_while(u8::is_ascii_digit)
        .count();
    if digits <= 9 {
        return Cow::Borrowed(text);
    }
    let (kept, dropped) = (point + 1 + 9, point + 1 + digits);
    Cow::Owned([&text[..kept], &text[dropped..]].concat())
}

/// The local part and the offset; the sign of an offset comes after the time's first colon.
fn split_offset(text: &str) -> (&str, &str) {
    let time = text.find(':').unwrap_or(text.len());
    let offset = text[time..]
        .find(['Z', 'z', '+', '-'])
        .map_or(text.len(), |at| time + at);
    text.split_at(offset)
}

impl From<Timestamp> for DateTime {
    fn from(at: Timestamp) -> Self {
        Self { at, written: None }
    }
}

impl From<DateTime> for Timestamp {
    fn from(value: DateTime) -> Self {
        value.at
    }
}

impl Deref for DateTime {
    type Target = Timestamp;

    fn deref(&self) -> &Timestamp {
        &self.at
    }
}

impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text())
    }
}

impl fmt::Debug for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

impl PartialEq for DateTime {
    fn eq(&self, other: &Self) -> bool {
        self.at == other.at
    }
}

impl Eq for DateTime {}

impl PartialOrd for DateTime {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for DateTime {
    fn cmp(&self, other: &Self) -> Ordering {
        self.at.cmp(&other.at)
    }
}

impl Hash for DateTime {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        self.at.hash(hasher);
    }
}

impl<'de> Deserialize<'de> for DateTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<'_, str>::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

impl Serialize for DateTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text())
    }
}

impl Fit for DateTime {
    fn fit(value: &Value, _: u8) -> Option<f32> {
        json::from_value::<Self>(value).ok().map(|_| 0.95)
    }
}

impl Input<DateTime> for DateTime {
    fn input(self) -> DateTime {
        self
    }
}

impl Input<DateTime> for Timestamp {
    fn input(self) -> DateTime {
        self.into()
    }
}

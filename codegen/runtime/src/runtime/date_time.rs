//! Instants as APIs write them, which is RFC 3339 more or less.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::Time;
use jiff::fmt::temporal::Pieces;
use jiff::tz::{Offset, TimeZone};
use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};

/// An instant.
///
/// It is a [`Timestamp`], and remembers the text it was read from if that was another than the
/// timestamp's own: with an offset, more digits than a nanosecond has, or `9999-12-31T23:59:59Z`,
/// which is later than a timestamp can be and is read as the latest. The text is written back.
/// Where a server leaves the offset out, UTC is meant.
#[derive(Clone)]
pub struct DateTime {
    instant: Timestamp,
    text: Option<Box<str>>,
}

impl DateTime {
    /// The instant.
    pub const fn timestamp(&self) -> Timestamp {
        self.instant
    }
}

impl std::ops::Deref for DateTime {
    type Target = Timestamp;

    fn deref(&self) -> &Timestamp {
        &self.instant
    }
}

impl From<Timestamp> for DateTime {
    fn from(instant: Timestamp) -> Self {
        Self {
            instant,
            text: None,
        }
    }
}

impl From<DateTime> for Timestamp {
    fn from(date_time: DateTime) -> Self {
        date_time.instant
    }
}

impl FromStr for DateTime {
    type Err = jiff::Error;

    fn from_str(text: &str) -> Result<Self, jiff::Error> {
        let instant = parse(text)?;
        let canonical = Canonical::new(text).write(instant);
        Ok(Self {
            instant,
            text: (!canonical).then(|| text.into()),
        })
    }
}

/// Whether a text is what a timestamp writes; found out without making that text.
struct Canonical<'a> {
    left: &'a str,
}

impl<'a> Canonical<'a> {
    const fn new(text: &'a str) -> Self {
        Self { left: text }
    }

    fn write(mut self, instant: Timestamp) -> bool {
        fmt::write(&mut self, format_args!("{instant}")).is_ok() && self.left.is_empty()
    }
}

impl fmt::Write for Canonical<'_> {
    fn write_str(&mut self, part: &str) -> fmt::Result {
        self.left = self.left.strip_prefix(part).ok_or(fmt::Error)?;
        Ok(())
    }
}

fn parse(text: &str) -> Result<Timestamp, jiff::Error> {
    match text.parse() {
        Ok(instant) => Ok(instant),
        Err(error) => parse_kindly(text).ok_or(error),
    }
}

/// What a timestamp does not take: digits beyond nanoseconds, a missing offset or time, and what is
/// later or earlier than it can be.
fn parse_kindly(text: &str) -> Option<Timestamp> {
    let short = without_digits_beyond_nanoseconds(text.trim());
    let pieces = Pieces::parse(&short).ok()?;
    let time = pieces.time().unwrap_or(Time::midnight());
    let civil = pieces.date().to_datetime(time);
    let offset = pieces.to_numeric_offset().unwrap_or(Offset::UTC);
    let zone = TimeZone::fixed(offset);
    Some(zone.to_timestamp(civil).unwrap_or(if civil.year() > 0 {
        Timestamp::MAX
    } else {
        Timestamp::MIN
    }))
}

fn without_digits_beyond_nanoseconds(text: &str) -> String {
    let mut digits = None;
    text.chars()
        .filter(|c| {
            digits = match (digits, c) {
                (None, '.' | ',') => Some(0),
                (Some(count), '0'..='9') => Some(count + 1),
                _ => None,
            };
            digits.is_none_or(|count| count <= 9)
        })
        .collect()
}

impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.text {
            Some(text) => f.pad(text),
            None => fmt::Display::fmt(&self.instant, f),
        }
    }
}

impl fmt::Debug for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The same instant, however it is written.
impl PartialEq for DateTime {
    fn eq(&self, other: &Self) -> bool {
        self.instant == other.instant
    }
}

impl Eq for DateTime {}

impl Hash for DateTime {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        self.instant.hash(hasher);
    }
}

impl PartialOrd for DateTime {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for DateTime {
    fn cmp(&self, other: &Self) -> Ordering {
        self.instant.cmp(&other.instant)
    }
}

impl Serialize for DateTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.text {
            Some(text) => serializer.serialize_str(text),
            None => serializer.collect_str(&self.instant),
        }
    }
}

impl<'de> Deserialize<'de> for DateTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Instant)
    }
}

struct Instant;

impl Visitor<'_> for Instant {
    type Value = DateTime;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date and time")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<DateTime, E> {
        text.parse().map_err(E::custom)
    }
}

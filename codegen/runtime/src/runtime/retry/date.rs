//! HTTP dates (RFC 9110, section 5.6.7) as time since 1970.

use std::time::Duration;

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` or `Sun Nov  6 08:49:37 1994`.
pub(crate) fn unix_time(text: &str) -> Option<Duration> {
    let text = text.to_ascii_lowercase();
    let words = text.split([' ', ',', '-']).filter(|word| !word.is_empty());
    let words: Vec<&str> = words.collect();
    let ([_, day, month, year, time, "gmt" | "utc"] | [_, month, day, time, year]) = words[..]
    else {
        return None;
    };
    let month = MONTHS.iter().position(|name| *name == month)? + 1;
    let year = match year.parse().ok()? {
        year @ 0..70 => year + 2000,
        year @ 70..100 => year + 1900,
        year => year,
    };
    let date = Date::new(year, i8::try_from(month).ok()?, day.parse().ok()?).ok()?;
    let clock: Vec<i8> = time
        .split(':')
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    let [hour, minute, second] = clock[..] else {
        return None;
    };
    let time = Time::new(hour, minute, second.min(59), 0).ok()?;
    let zoned = date.to_datetime(time).to_zoned(TimeZone::UTC).ok()?;
    u64::try_from(zoned.timestamp().as_second())
        .ok()
        .map(Duration::from_secs)
}

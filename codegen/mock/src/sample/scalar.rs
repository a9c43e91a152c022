//! Samples of texts and numbers.

use serde_json::{Map, Number, Value};

/// A text that keeps to format, pattern and length.
pub(super) fn text(flat: &Map<String, Value>, salt: usize) -> Option<Value> {
    let count = |key: &str| {
        let count = flat.get(key).and_then(Value::as_u64);
        count.map(|count| usize::try_from(count).unwrap_or(usize::MAX))
    };
    let least = count("minLength").unwrap_or(0);
    let most = count("maxLength").unwrap_or(usize::MAX);
    if let Some(pattern) = flat.get("pattern").and_then(Value::as_str)
        && let Some(made) = specwright_pattern::sample(pattern, least.max(salt))
    {
        return Some(made.into());
    }
    let format = flat
        .get("format")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let encoding = flat.get("contentEncoding").and_then(Value::as_str);
    let mut made = match encoding {
        Some("base64" | "base64url") => String::from("c2FtcGxl"),
        _ => formatted(format, salt).unwrap_or_else(|| match salt {
            0 => String::from("text"),
            salt => format!("text{salt}"),
        }),
    };
    let length = made.chars().count();
    if least > 100_000 {
        return None;
    }
    made.extend(std::iter::repeat_n('x', least.saturating_sub(length)));
    if length > most && format.is_empty() {
        made = made.chars().rev().take(most).collect();
    }
    Some(made.into())
}

/// A text of a format.
fn formatted(format: &str, salt: usize) -> Option<String> {
    let nth = salt % 10;
    Some(match format {
        "date-time" => format!("2026-01-0{}T12:30:00Z", nth.max(1)),
        "date" => format!("2026-01-0{}", nth.max(1)),
        "time" => format!("12:30:0{nth}Z"),
        "duration" => format!("PT{}M", nth + 1),
        "uuid" => format!("6bf2b8be-04dd-4191-b602-11289{:07x}", 0x21a_306b + salt),
        "email" | "idn-email" => format!("someone{salt}@example.com"),
        "hostname" | "idn-hostname" => format!("host{salt}.example.com"),
        "ipv4" => format!("192.0.2.{}", nth + 1),
        "ipv6" => format!("2001:db8::{}", nth + 1),
        "uri" | "iri" | "url" | "uri-reference" | "iri-reference" => {
            format!("https://example.com/{salt}")
        }
        "uri-template" => String::from("/{id}"),
        "json-pointer" => String::from("/a"),
        "relative-json-pointer" => String::from("0/a"),
        "regex" => String::from("^a$"),
        "byte" | "base64" | "base64url" => String::from("c2FtcGxl"),
        _ => return None,
    })
}

/// A whole number within its bounds.
pub(super) fn integer(flat: &Map<String, Value>, salt: usize) -> Option<Value> {
    let number = bounded(flat, 1.0, salt)?;
    whole(number.ceil()).or_else(|| whole(number))
}

/// A number within its bounds.
pub(super) fn number(flat: &Map<String, Value>, salt: usize) -> Option<Value> {
    let number = bounded(flat, 1.5, salt)?;
    if number.fract() == 0.0 {
        return whole(number);
    }
    Number::from_f64(number).map(Value::Number)
}

#[expect(clippy::cast_precision_loss, reason = "a place in a short list")]
fn bounded(flat: &Map<String, Value>, usual: f64, salt: usize) -> Option<f64> {
    let bound = |key: &str| flat.get(key).and_then(Value::as_f64);
    let step = bound("multipleOf");
    let above = bound("exclusiveMinimum").map(|bound| bound + step.unwrap_or(0.5).min(1.0));
    let below = bound("exclusiveMaximum").map(|bound| bound - step.unwrap_or(0.5).min(1.0));
    let least = [bound("minimum"), above].into_iter().flatten();
    let least = least.reduce(f64::max);
    let most = [bound("maximum"), below].into_iter().flatten();
    let most = most.reduce(f64::min);
    let mut number = usual + salt as f64;
    if let Some(least) = least {
        number = number.max(least);
    }
    if let Some(most) = most {
        number = number.min(most);
    }
    if let Some(step) = step {
        number = (number / step).ceil() * step;
        if most.is_some_and(|most| number > most) {
            number = (most? / step).floor() * step;
        }
    }
    Some(number)
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "the number is whole and within bounds"
)]
fn whole(number: f64) -> Option<Value> {
    let fits = number.fract() == 0.0 && number.abs() < 9.0e18;
    fits.then(|| Value::from(number as i64))
}

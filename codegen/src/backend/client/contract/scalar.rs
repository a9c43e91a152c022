//! Samples of texts, numbers and the like, and how they are written in code.

use regex::Regex;

use super::facts::Facts;
use super::sample::Given;
use crate::api::{BytesEncoding, IntegerFormat, Literal, Type};
use crate::backend::rust::literal;

/// A value in code, and what it needs of the crate.
pub(super) struct Made {
    pub(super) text: String,
    pub(super) runtime: Option<&'static str>,
}

/// A value of a type that is neither list nor object.
pub(super) fn expression(ty: &Type, given: Given, facts: &Facts<'_>) -> Made {
    let owned = |text: String| {
        let text = literal::string(&text);
        match given {
            Given::Input => text,
            Given::Exact => format!("{text}.to_owned()"),
        }
    };
    let mut runtime = None;
    let text = match ty {
        Type::Null => String::from("()"),
        Type::Boolean => format!("{}", facts.salt.is_multiple_of(2)),
        Type::Integer(format) => integer(*format, facts).to_string(),
        Type::Number(_) => format!("{:?}", number(facts)),
        Type::String | Type::Binary => owned(text(facts)),
        Type::Time => owned(String::from("12:30:00Z")),
        Type::Duration => owned(String::from("PT5M")),
        Type::Uri => owned(uri(facts)),
        Type::Secret => match given {
            Given::Input => literal::string(&text(facts)),
            Given::Exact => {
                runtime = Some("Secret");
                format!("Secret::from({})", literal::string(&text(facts)))
            }
        },
        Type::Bytes(encoding) => match (given, encoding) {
            (Given::Input, _) => String::from("b\"bytes\".as_slice()"),
            (Given::Exact, BytesEncoding::Base64) => {
                runtime = Some("Base64");
                String::from("Base64(b\"bytes\".to_vec())")
            }
            (Given::Exact, BytesEncoding::Base64Url) => {
                runtime = Some("Base64Url");
                String::from("Base64Url(b\"bytes\".to_vec())")
            }
        },
        Type::DateTime => format!("instant(\"2026-01-0{}T12:30:00Z\")", facts.salt % 9 + 1),
        Type::Date => format!("jiff::civil::date(2026, 1, {})", facts.salt % 28 + 1),
        Type::Uuid => format!("uuid::uuid!(\"{}\")", uuid(facts.salt)),
        Type::Ipv4 => format!(
            "std::net::Ipv4Addr::new(192, 0, 2, {})",
            facts.salt % 200 + 1
        ),
        Type::Ipv6 => format!(
            "std::net::Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, {})",
            facts.salt % 200 + 1
        ),
        Type::Any => match facts.examples.first() {
            Some(example) => json(example),
            None => String::from("serde_json::json!(\"anything\")"),
        },
        Type::Array(_)
        | Type::Set(_)
        | Type::Tuple(..)
        | Type::Map(_)
        | Type::Nullable(_)
        | Type::Named(_) => unreachable!("lists, objects and names are no scalars"),
    };
    Made { text, runtime }
}

/// A JSON value in code.
pub(super) fn json(value: &Literal) -> String {
    format!("serde_json::json!({})", in_macro(value))
}

fn in_macro(value: &Literal) -> String {
    let listed = |items: Vec<String>| items.join(", ");
    match value {
        Literal::Null => String::from("null"),
        Literal::Bool(value) => value.to_string(),
        Literal::Int(value) => match (i32::try_from(*value), i64::try_from(*value)) {
            (Ok(value), _) => value.to_string(),
            (Err(_), Ok(value)) => format!("{value}_i64"),
            (Err(_), Err(_)) => format!("{value}_f64"),
        },
        Literal::Float(value) => format!("{value:?}"),
        Literal::String(text) => literal::string(text),
        Literal::List(items) => format!("[{}]", listed(items.iter().map(in_macro).collect())),
        Literal::Map(members) => {
            let members = members
                .iter()
                .map(|(key, value)| format!("{}: {}", literal::string(key), in_macro(value)));
            format!("{{{}}}", listed(members.collect()))
        }
    }
}

pub(super) fn uuid(salt: usize) -> String {
    format!("6bf2b8be-04dd-4191-b602-11289{:07x}", 0x21a_306b + salt)
}

fn uri(facts: &Facts<'_>) -> String {
    match example(facts) {
        Some(text) if text.contains("://") => text,
        _ if facts.constraints.pattern.is_some() => text(facts),
        _ => format!("https://example.com/{}", facts.salt),
    }
}

/// A text that keeps to pattern, length and format.
pub(super) fn text(facts: &Facts<'_>) -> String {
    let (least, most) = facts.constraints.length;
    let count =
        |count: Option<u64>| count.map(|count| usize::try_from(count).unwrap_or(usize::MAX));
    let (least, most) = (count(least).unwrap_or(0).min(10_000), count(most));
    if let Some(text) = example(facts) {
        return text;
    }
    if let Some(pattern) = &facts.constraints.pattern
        && let Some(text) = specwright_pattern::sample(pattern, least.max(facts.salt).max(1))
            .or_else(|| specwright_pattern::sample(pattern, 0))
    {
        return text;
    }
    if let Some(format) = &facts.constraints.format
        && let Some(text) = formatted(format, facts.salt)
    {
        return text;
    }
    let mut text = match (facts.key, facts.salt) {
        ("", _) => String::from("text"),
        (key, 0) if facts.wild && most.is_none() => format!("{key}/1 & ü"),
        (key, 0) => key.to_owned(),
        (key, salt) => format!("{key}{salt}"),
    };
    let length = text.chars().count();
    text.extend(std::iter::repeat_n('x', least.saturating_sub(length)));
    match most {
        Some(most) if most < text.chars().count() => {
            let skipped = text.chars().count() - most;
            text.chars().skip(skipped).collect()
        }
        _ => text,
    }
}

/// The documented example, if it keeps to what else is documented.
fn example(facts: &Facts<'_>) -> Option<String> {
    let limits = facts.constraints;
    let pattern = limits.pattern.as_deref().map(Regex::new);
    let fits = |text: &str| {
        let length = text.chars().count() as u64;
        let (least, most) = limits.length;
        let matches = match &pattern {
            Some(Ok(pattern)) => pattern.is_match(text),
            Some(Err(_)) | None => true,
        };
        // Whether it is of a format is not easily said.
        let formatted = limits
            .format
            .as_deref()
            .is_none_or(|format| formatted(format, 0).is_none());
        !text.is_empty()
            && !text.chars().any(char::is_control)
            && least.is_none_or(|least| length >= least)
            && most.is_none_or(|most| length <= most)
            && matches
            && formatted
    };
    if facts.salt > 0 {
        return None;
    }
    let mut texts = facts.examples.iter().filter_map(Literal::as_str);
    texts.find(|text| fits(text)).map(str::to_owned)
}

/// A text of a format.
fn formatted(format: &str, salt: usize) -> Option<String> {
    Some(match format {
        "date-time" => format!("2026-01-0{}T12:30:00Z", salt % 9 + 1),
        "date" => format!("2026-01-{:02}", salt % 28 + 1),
        "time" => format!("12:30:{:02}Z", salt % 60),
        "duration" => format!("PT{}M", salt + 5),
        "uuid" => uuid(salt),
        "email" | "idn-email" => format!("someone{salt}@example.com"),
        "hostname" | "idn-hostname" => format!("host{salt}.example.com"),
        "ipv4" => format!("192.0.2.{}", salt % 200 + 1),
        "ipv6" => format!("2001:db8::{}", salt % 200 + 1),
        "uri" | "url" | "iri" | "uri-reference" | "iri-reference" => {
            format!("https://example.com/{salt}")
        }
        "uri-template" => String::from("/{id}"),
        "json-pointer" => String::from("/a"),
        "relative-json-pointer" => String::from("0/a"),
        "regex" => String::from("^a$"),
        "byte" | "base64" | "base64url" => String::from("Ynl0ZXM="),
        _ => return None,
    })
}

/// A whole number within the limits.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the number is brought into bounds first"
)]
pub(super) fn integer(format: IntegerFormat, facts: &Facts<'_>) -> i128 {
    let (lowest, highest) = format.range();
    let documented = facts.examples.iter().find_map(|example| match example {
        Literal::Int(value) => example
            .as_f64()
            .is_some_and(|number| facts.salt == 0 && within(number, facts))
            .then_some(*value),
        _ => None,
    });
    let value = documented.unwrap_or_else(|| bounded(1.0, facts).ceil() as i128);
    value.clamp(lowest, highest)
}

/// A number within the limits.
pub(super) fn number(facts: &Facts<'_>) -> f64 {
    let documented = facts.examples.iter().find_map(Literal::as_f64);
    documented
        .filter(|value| facts.salt == 0 && within(*value, facts))
        .unwrap_or_else(|| bounded(1.5, facts))
}

fn within(value: f64, facts: &Facts<'_>) -> bool {
    let limits = facts.constraints;
    let above = |bound: &Option<(Literal, bool)>| match bound {
        Some((bound, exclusive)) => bound
            .as_f64()
            .is_none_or(|bound| value > bound || (!exclusive && value >= bound)),
        None => true,
    };
    let below = |bound: &Option<(Literal, bool)>| match bound {
        Some((bound, exclusive)) => bound
            .as_f64()
            .is_none_or(|bound| value < bound || (!exclusive && value <= bound)),
        None => true,
    };
    let step = limits.multiple_of.as_ref().and_then(Literal::as_f64);
    let multiple = step.is_none_or(|step| (value / step).fract().abs() < 1e-9);
    above(&limits.minimum) && below(&limits.maximum) && multiple
}

#[expect(clippy::cast_precision_loss, reason = "a place in a short list")]
fn bounded(usual: f64, facts: &Facts<'_>) -> f64 {
    let limits = facts.constraints;
    let step = limits.multiple_of.as_ref().and_then(Literal::as_f64);
    let apart = step.unwrap_or(0.5).min(0.5);
    let bound = |bound: &Option<(Literal, bool)>, sign: f64| {
        let (bound, exclusive) = bound.as_ref()?;
        let bound = bound.as_f64()?;
        Some(if *exclusive {
            bound + sign * apart
        } else {
            bound
        })
    };
    let mut value = usual + facts.salt as f64;
    let most = bound(&limits.maximum, -1.0);
    if let Some(least) = bound(&limits.minimum, 1.0) {
        value = value.max(least);
    }
    if let Some(most) = most {
        value = value.min(most);
    }
    match step {
        Some(step) if most.is_some_and(|most| (value / step).ceil() * step > most) => {
            (value / step).floor() * step
        }
        Some(step) => (value / step).ceil() * step,
        None => value,
    }
}

//! Defaults that their own schema does not allow. They are kept; they do not go over the wire.

use std::net::{Ipv4Addr, Ipv6Addr};

use crate::diagnostic::Location;
use crate::document::Schema;
use crate::document::parse::Parser;
use crate::source::Node;

impl Parser<'_> {
    pub(super) fn check_default(&mut self, schema: &Schema, at: &Location) {
        let Some(default) = &schema.default else {
            return;
        };
        let has_type = schema.types.is_empty() || schema.types.iter().any(|ty| ty.admits(default));
        if !default.is_null() && !has_type {
            let message = format!(
                "this default is {}, which the `type` excludes",
                default.type_name()
            );
            self.warn("invalid-default", at.join("default"), message);
        } else if let (Some(format), Node::Str(text)) = (schema.format.as_deref(), default)
            && let Some(wanted) = missed(format, text)
        {
            let message = format!("`{text}` is not {wanted}, as the `format` demands");
            self.warn("invalid-default", at.join("default"), message);
        }
    }
}

/// What a text should be by its format, if it is not.
fn missed(format: &str, text: &str) -> Option<&'static str> {
    let (fits, wanted) = match format {
        "uuid" => (is_uuid(text), "a UUID"),
        "date" => (is_date(text), "a date"),
        "date-time" => (is_date_time(text), "a date and a time"),
        "ipv4" => (text.parse::<Ipv4Addr>().is_ok(), "an IPv4 address"),
        "ipv6" => (text.parse::<Ipv6Addr>().is_ok(), "an IPv6 address"),
        _ => return None,
    };
    (!fits).then_some(wanted)
}

/// `2024-02-29`
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else {
        return false;
    };
    let number = |part: &str, digits: usize| -> Option<u32> {
        let whole = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
        whole.then(|| part.parse().ok()).flatten()
    };
    let (Some(year), Some(month), Some(day)) = (number(year, 4), number(month, 2), number(day, 2))
    else {
        return false;
    };
    let leaps = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leaps => 29,
        2 => 28,
        _ => 0,
    };
    (1..=days).contains(&day)
}

/// `2024-02-29T12:30:00Z`, and what is nearly that: the time zone may be left out.
fn is_date_time(text: &str) -> bool {
    let Some((date, time)) = text.split_once(['T', 't', ' ']) else {
        return false;
    };
    let clock = time.find(['Z', 'z', '+', '-']);
    let clock = &time[..clock.unwrap_or(time.len())];
    let parts: Vec<&str> = clock.split(':').collect();
    let limits = [24.0, 60.0, 61.0];
    is_date(date)
        && (2..=3).contains(&parts.len())
        && parts.iter().zip(limits).all(|(part, limit)| {
            part.parse::<f64>()
                .is_ok_and(|part| (0.0..limit).contains(&part))
        })
}

fn is_uuid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    let lengths = [8, 4, 4, 4, 12];
    groups.len() == lengths.len()
        && groups.iter().zip(lengths).all(|(group, length)| {
            group.len() == length && group.bytes().all(|byte| byte.is_ascii_hexdigit())
        })
}

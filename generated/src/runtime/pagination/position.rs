//! Where a page ends and how the next one is asked for.

use std::borrow::Cow;
use std::collections::BTreeMap;

use http::HeaderMap;
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;

use super::PageKind;
use crate::runtime::answer::Answer;
use crate::runtime::call::Call;
use crate::runtime::error::Error;
use crate::runtime::operation::Place;
use crate::runtime::style::{Style, Value};
use crate::runtime::url;

/// What the pages had so far.
pub(crate) struct Seen {
    /// Items of this page.
    pub(crate) count: usize,
    /// Items of the first page.
    pub(crate) first_count: usize,
    /// Items of all pages.
    pub(crate) total: usize,
}

/// Makes the call one of the next page; false if this page was the last.
pub(crate) fn advance(call: &mut Call, answer: &Answer, seen: &Seen) -> Result<bool, Error> {
    let Some(pagination) = call.operation().pagination else {
        return Ok(false);
    };
    let asked = pagination.size.and_then(|key| call.query_number(key));
    let asked = asked
        .and_then(|size| usize::try_from(size).ok())
        .filter(|size| *size > 0);
    let text = answer.text();
    if says_last(text) {
        return Ok(false);
    }
    match pagination.kind {
        PageKind::Page { key, first } => {
            if is_last(text, asked, seen) {
                return Ok(false);
            }
            // Many servers take page 0 for their first one.
            let page = call.query_number(key).unwrap_or(first).max(first);
            let next = Value::Bare(page.saturating_add(1).to_string());
            call.parameter(Place::Query, Cow::Borrowed(key), Style::FORM, Ok(next));
        }
        PageKind::Offset { key } => {
            if is_last(text, asked, seen) {
                return Ok(false);
            }
            let offset = call.query_number(key).unwrap_or(0);
            let count = i64::try_from(seen.count).unwrap_or(i64::MAX);
            let next = Value::Bare(offset.saturating_add(count).to_string());
            call.parameter(Place::Query, Cow::Borrowed(key), Style::FORM, Ok(next));
        }
        PageKind::Cursor { key, next } => {
            let Some(cursor) = scalar(text, next) else {
                return Ok(false);
            };
            let next = Value::Text(cursor);
            if call.query_value(key) == Some(&next) {
                return Ok(false);
            }
            call.parameter(Place::Query, Cow::Borrowed(key), Style::FORM, Ok(next));
        }
        PageKind::BodyCursor { key, next } => {
            let Some(cursor) = find(text, next).filter(|found| !is_nothing(found)) else {
                return Ok(false);
            };
            let cursor: serde_json::Value = serde_json::from_str(cursor).unwrap_or_default();
            let members = &mut call.options_mut().extra_body;
            if members.get(key) == Some(&cursor) {
                return Ok(false);
            }
            members.insert(key.to_owned(), cursor);
        }
        PageKind::LastItem { key, id } => {
            let Some(last) = last_item(text, pagination.items).and_then(|item| scalar(item, id))
            else {
                return Ok(false);
            };
            let last = Value::Text(last);
            if call.query_value(key) == Some(&last) {
                return Ok(false);
            }
            call.parameter(Place::Query, Cow::Borrowed(key), Style::FORM, Ok(last));
        }
        PageKind::NextUrl { next } => match scalar(text, next) {
            Some(next) => {
                return Ok(call.go_to(url::page(&answer.origin.address, &next, "the next page")?));
            }
            None => return Ok(false),
        },
        PageKind::LinkHeader => match next_link(&answer.headers) {
            Some(next) => {
                return Ok(call.go_to(url::page(&answer.origin.address, &next, "the next page")?));
            }
            None => return Ok(false),
        },
    }
    Ok(true)
}

/// Whether a page that names no successor is the last: it has too few items, or the total is there.
pub(crate) fn is_last(text: &str, asked: Option<usize>, seen: &Seen) -> bool {
    match total(text) {
        // A server may give smaller pages than it was asked for; the total is the better sign.
        Some(total) => seen.total as u64 >= total,
        None => seen.count < asked.unwrap_or(seen.first_count) || seen.count < seen.first_count,
    }
}

/// How many items there are in all, where lists usually say so.
pub(crate) fn total(text: &str) -> Option<u64> {
    #[derive(Deserialize)]
    struct Totals {
        total_count: Option<u64>,
        total: Option<u64>,
    }
    #[derive(Deserialize)]
    struct Envelope {
        paging: Option<Totals>,
        result_info: Option<Totals>,
        pagination: Option<Totals>,
        meta: Option<Totals>,
        total_count: Option<u64>,
        total: Option<u64>,
    }
    let envelope: Envelope = serde_json::from_str(text).ok()?;
    let inner = [
        envelope.paging,
        envelope.result_info,
        envelope.pagination,
        envelope.meta,
    ];
    let inner = inner.into_iter().flatten();
    let mut inner = inner.filter_map(|totals| totals.total_count.or(totals.total));
    inner.next().or(envelope.total_count).or(envelope.total)
}

/// Whether an answer says that no page comes after it, where lists usually say so.
pub(crate) fn says_last(text: &str) -> bool {
    #[derive(Deserialize)]
    struct Told {
        #[serde(alias = "hasMore", alias = "has_next", alias = "hasNext")]
        #[serde(alias = "has_next_page", alias = "hasNextPage")]
        has_more: Option<bool>,
    }
    #[derive(Deserialize)]
    struct Around {
        pagination: Option<Told>,
        meta: Option<Told>,
    }
    let own = serde_json::from_str::<Told>(text).ok();
    let around = serde_json::from_str::<Around>(text).ok();
    let around = around.map(|it| [it.pagination, it.meta]);
    let all = around.into_iter().flatten().chain([own]).flatten();
    let mut told = all.filter_map(|it| it.has_more).peekable();
    told.peek().is_some() && told.all(|more| !more)
}

/// The last item of the list at a place.
pub(crate) fn last_item<'a>(text: &'a str, path: &[&str]) -> Option<&'a str> {
    let items: Vec<&RawValue> = serde_json::from_str(find(text, path)?).ok()?;
    items.last().map(|item| item.get())
}

/// The text at a place of a JSON document.
pub(crate) fn find<'a>(text: &'a str, path: &[&str]) -> Option<&'a str> {
    path.iter().try_fold(text, |text, key| {
        let members: BTreeMap<Cow<'_, str>, &RawValue> = serde_json::from_str(text).ok()?;
        members.get(*key).map(|value| value.get())
    })
}

/// How many items the list at a place has; none if there is no list.
pub(crate) fn count(text: &str, path: &[&str]) -> usize {
    let items: Option<Vec<IgnoredAny>> =
        find(text, path).and_then(|items| serde_json::from_str(items).ok());
    items.map_or(0, |items| items.len())
}

pub(crate) fn scalar(text: &str, path: &[&str]) -> Option<String> {
    let found = find(text, path).filter(|found| !is_nothing(found))?;
    match serde_json::from_str(found).ok()? {
        serde_json::Value::String(text) => Some(text),
        serde_json::Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

pub(crate) fn is_nothing(json: &str) -> bool {
    matches!(json, "null" | "\"\"" | "false")
}

/// The target of a link with the relation `next`.
pub(crate) fn next_link(headers: &HeaderMap) -> Option<String> {
    let links = headers.get_all(http::header::LINK).iter();
    links
        .filter_map(|value| value.to_str().ok())
        .find_map(|links| {
            let mut rest = links;
            while let Some((_, after)) = rest.split_once('<') {
                let (target, parameters) = after.split_once('>')?;
                let end = parameters.find('<').unwrap_or(parameters.len());
                if parameters[..end].split([';', ',']).any(is_next) {
                    return Some(target.to_owned());
                }
                rest = &parameters[end..];
            }
            None
        })
}

pub(crate) fn is_next(parameter: &str) -> bool {
    let Some((name, value)) = parameter.split_once('=') else {
        return false;
    };
    let mut relations = value.trim().trim_matches('"').split_ascii_whitespace();
    name.trim().eq_ignore_ascii_case("rel") && relations.any(|it| it.eq_ignore_ascii_case("next"))
}

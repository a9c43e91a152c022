//! Bodies: their media type, and their content by its schema.

use http::StatusCode;
use serde_json::{Map, Value};

use super::{Checker, parts};
use crate::media::{self, Kind};
use crate::operations::{Media, Operation, Style};
use crate::request::{self, Request};
use crate::schema::{Direction, Schema};
use crate::style::{self, Types, Written};

pub(super) fn check(checker: &mut Checker<'_>, operation: &Operation, request: &Request) {
    let content_type = request.header("content-type");
    let Some(body) = &operation.body else {
        if !request.body.is_empty() {
            checker.bad("body", "the operation has no body", &operation.place);
        }
        return;
    };
    if request.body.is_empty() && content_type.is_none() {
        if body.required && !body.content.is_empty() {
            checker.bad("body", "it is required and missing", &body.place);
        }
        return;
    }
    let Some(content_type) = content_type else {
        let message = "the body has no content type";
        checker.refuse(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "body",
            message,
            &body.place,
        );
        return;
    };
    let exact = body
        .content
        .iter()
        .find(|media| media::essence(&media.range) == media::essence(&content_type));
    let covering = || {
        let mut content = body.content.iter();
        content.find(|media| media::covers(&media.range, &content_type))
    };
    let Some(media) = exact.or_else(covering) else {
        let known: Vec<&str> = body
            .content
            .iter()
            .map(|media| media.range.as_str())
            .collect();
        let message = format!("`{content_type}` is none of {}", known.join(", "));
        checker.refuse(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "body",
            message,
            &body.place,
        );
        return;
    };
    content(checker, media, &content_type, &request.body);
}

fn content(checker: &mut Checker<'_>, media: &Media, content_type: &str, body: &[u8]) {
    let service = checker.service;
    let schema = media.schema.as_ref();
    let schema = schema.map(|place| service.schema(place, Direction::Request));
    match media::kind(content_type) {
        Kind::Json => match serde_json::from_slice::<Value>(body) {
            Ok(value) => {
                if let Some(schema) = schema {
                    checker.mismatches("body", schema.check(&value));
                }
            }
            Err(error) => checker.bad("body", format!("it is no JSON: {error}"), &media.place),
        },
        Kind::JsonLines => lines(checker, media, body),
        Kind::Form => match std::str::from_utf8(body) {
            Ok(text) => form(checker, media, schema.as_deref(), text),
            Err(_) => checker.bad("body", "it is not UTF-8", &media.place),
        },
        Kind::Multipart => parts::check(checker, media, content_type, body),
        Kind::Text => {
            if std::str::from_utf8(body).is_err() {
                checker.bad("body", "it is not UTF-8", &media.place);
            }
        }
        Kind::Events | Kind::Binary => {}
    }
}

fn lines(checker: &mut Checker<'_>, media: &Media, body: &[u8]) {
    let service = checker.service;
    let item = media.item.as_ref().or(media.schema.as_ref());
    let item = item.map(|place| service.schema(place, Direction::Request));
    let lines = body.split(|byte| *byte == b'\n');
    for (number, line) in lines
        .enumerate()
        .filter(|(_, line)| !line.trim_ascii().is_empty())
    {
        let about = format!("body line {}", number + 1);
        match serde_json::from_slice::<Value>(line) {
            Ok(value) => {
                if let Some(item) = &item {
                    checker.mismatches(&about, item.check(&value));
                }
            }
            Err(error) => checker.bad(&about, format!("it is no JSON: {error}"), &media.place),
        }
    }
}

/// A form: members in the styles that `encoding` names, or as JSON where it names none.
fn form(checker: &mut Checker<'_>, media: &Media, schema: Option<&Schema>, text: &str) {
    let pairs = request::pairs(text);
    let Some(schema) = schema else { return };
    let types = Types::of(Some(schema));
    let mut typed = Map::new();
    let mut json = Map::new();
    let mut known: Vec<String> = types.keys();
    let mut used: Vec<String> = Vec::new();
    known.extend(pairs.iter().map(|(key, _)| {
        let key = decoded(key);
        key.split('[').next().unwrap_or_default().to_owned()
    }));
    for key in known {
        if typed.contains_key(&key) {
            continue;
        }
        let encoding = media.encodings.by_name.get(&key);
        let said = encoding.and_then(|encoding| encoding.style);
        let (style, explode) = said.unwrap_or((Style::Form, true));
        let member = types.member(&key);
        let mut reading = style::read_as(style, explode, &key, Written::Pairs(&pairs), &member);
        if reading.values.is_empty() && said.is_none() {
            reading = style::read_as(
                Style::DeepObject,
                true,
                &key,
                Written::Pairs(&pairs),
                &member,
            );
        }
        let Some(value) = reading.values.into_iter().next() else {
            continue;
        };
        used.extend(reading.used);
        let whole = pairs.iter().find(|(name, _)| decoded(name) == key);
        let parsed = whole.and_then(|(_, text)| serde_json::from_str(&decoded(text)).ok());
        json.insert(key.clone(), parsed.unwrap_or_else(|| value.clone()));
        typed.insert(key, value);
    }
    typed.retain(|key, _| types.knows(key) || used.contains(key));
    let typed = Value::Object(typed);
    if !schema.accepts(&typed) && !schema.accepts(&Value::Object(json)) {
        checker.mismatches("body", schema.check(&typed));
    }
}

fn decoded(text: &str) -> String {
    let text = text.replace('+', "%20");
    percent_encoding::percent_decode_str(&text)
        .decode_utf8_lossy()
        .into_owned()
}

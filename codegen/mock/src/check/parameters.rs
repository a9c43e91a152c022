//! Parameters: each by its place, style and schema, and what is there beside them.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Checker, Found};
use crate::media::{self, Kind};
use crate::operations::{Credential, Location, Parameter, Shape, Style};
use crate::request::Request;
use crate::schema::{Direction, Schema};
use crate::style::{self, Reading, Types, Written};

pub(super) fn check(checker: &mut Checker<'_>, found: &Found<'_>, request: &Request) {
    let pairs = request.pairs();
    let cookies = request.cookies();
    let mut used: BTreeSet<String> = BTreeSet::new();
    for parameter in &found.operation.parameters {
        match parameter.location {
            Location::Path => {
                let text = found
                    .captured
                    .iter()
                    .find(|(name, _)| *name == parameter.name);
                let Some((_, text)) = text else { continue };
                one(checker, parameter, Some(Written::Text(text, true)));
            }
            Location::Header => {
                let text = request.header(&parameter.name);
                let written = text.as_deref().map(|text| Written::Text(text, false));
                one(checker, parameter, written);
            }
            Location::Query => {
                used.extend(one(checker, parameter, Some(Written::Pairs(&pairs))));
            }
            Location::QueryString => {
                used.extend(pairs.iter().map(|(key, _)| decoded(key)));
                let query = request.query();
                let written = (!query.is_empty()).then_some(Written::Text(query, true));
                one(checker, parameter, written);
            }
            Location::Cookie => {
                one(checker, parameter, Some(Written::Pairs(&cookies)));
            }
        }
    }
    for credential in found.operation.security.iter().flatten() {
        if let Credential::Query(name) = credential {
            used.insert(name.clone());
        }
    }
    used.extend(
        found
            .operation
            .template
            .query
            .iter()
            .map(|(key, _)| decoded(key)),
    );
    for (key, _) in &pairs {
        let key = decoded(key);
        if used.insert(key.clone()) {
            let about = format!("query parameter {key}");
            checker.bad(
                &about,
                "the operation has no such parameter",
                &found.operation.place,
            );
        }
    }
}

/// Checks one parameter; the keys that it used.
pub(super) fn one(
    checker: &mut Checker<'_>,
    parameter: &Parameter,
    written: Option<Written<'_>>,
) -> Vec<String> {
    let about = format!("{} {}", place_of(parameter.location), parameter.name);
    let service = checker.service;
    let schema = match &parameter.shape {
        Shape::Style { schema, .. } | Shape::Content { schema, .. } => schema.as_ref(),
    };
    let schema = schema.map(|place| service.schema(place, Direction::Request));
    let reading = match (&parameter.shape, written) {
        (_, None) => Reading::default(),
        (Shape::Style { style, explode, .. }, Some(written)) => style::read(
            *style,
            *explode,
            &parameter.name,
            written,
            schema.as_deref(),
        ),
        (Shape::Content { media_type, .. }, Some(written)) => {
            content(media_type, &parameter.name, written, schema.as_deref())
        }
    };
    if reading.values.is_empty() {
        let unreadable = match written {
            Some(Written::Text(..)) => true,
            Some(Written::Pairs(pairs)) => {
                pairs.iter().any(|(key, _)| decoded(key) == parameter.name)
            }
            None => false,
        };
        if unreadable {
            let how = match &parameter.shape {
                Shape::Style { style, explode, .. } => format!("{style:?}, explode {explode}"),
                Shape::Content { media_type, .. } => media_type.clone(),
            };
            checker.bad(
                &about,
                format!("it is not written as {how}"),
                &parameter.place,
            );
            return vec![parameter.name.clone()];
        } else if parameter.required && !may_be_absent(parameter, schema.as_deref()) {
            checker.bad(&about, "it is required and missing", &parameter.place);
        }
        return reading.used;
    }
    let empty = |value: &Value| value.as_str().is_some_and(str::is_empty);
    if parameter.location == Location::Path && reading.values.iter().all(empty) {
        checker.bad(&about, "it is empty", &parameter.place);
    } else if let Some(schema) = schema
        && !reading.values.iter().any(|value| schema.accepts(value))
        && !(parameter.may_be_empty && reading.values.iter().any(empty))
    {
        checker.mismatches(&about, schema.check(&reading.values[0]));
    }
    reading.used
}

/// Whether nothing at all is what an empty list or object looks like.
fn may_be_absent(parameter: &Parameter, schema: Option<&Schema>) -> bool {
    let exploded = match &parameter.shape {
        Shape::Style { style, explode, .. } => {
            *explode && *style != Style::Simple || *style == Style::DeepObject
        }
        Shape::Content { .. } => false,
    };
    let empty = [
        Value::Array(Vec::new()),
        Value::Object(serde_json::Map::new()),
    ];
    let types = Types::of(schema);
    let compound = types.allows("array") || types.allows("object");
    exploded
        && compound
        && schema.is_some_and(|schema| empty.iter().any(|value| schema.accepts(value)))
}

/// A parameter that is a document of a media type.
fn content(media_type: &str, name: &str, written: Written<'_>, schema: Option<&Schema>) -> Reading {
    let (text, used) = match written {
        Written::Text(text, true) => (decoded(text), Vec::new()),
        Written::Text(text, false) => (text.to_owned(), Vec::new()),
        Written::Pairs(pairs) => {
            let Some((_, text)) = pairs.iter().find(|(key, _)| decoded(key) == name) else {
                return Reading::default();
            };
            (decoded(text), vec![name.to_owned()])
        }
    };
    let values = match (media::kind(media_type), written) {
        (Kind::Json, _) => serde_json::from_str(&text).into_iter().collect(),
        (Kind::Form, Written::Text(text, _)) => {
            let pairs = crate::request::pairs(text);
            style::read(Style::Form, true, name, Written::Pairs(&pairs), schema).values
        }
        _ => vec![Value::String(text)],
    };
    Reading { values, used }
}

fn place_of(location: Location) -> &'static str {
    match location {
        Location::Path => "path parameter",
        Location::Query => "query parameter",
        Location::QueryString => "query",
        Location::Header => "header",
        Location::Cookie => "cookie",
    }
}

fn decoded(text: &str) -> String {
    let text = text.replace('+', "%20");
    percent_encoding::percent_decode_str(&text)
        .decode_utf8_lossy()
        .into_owned()
}

//! Answers by status.

use super::{Both, Found, bodies, schemas};
use crate::document::{Header, Operation, ParameterFormat, Response, ResponseKey, SchemaId};

pub(super) fn compare(
    both: Both<'_>,
    ours: &Operation,
    theirs: &Operation,
    trail: &str,
    found: &mut Found,
) {
    for (key, response) in &ours.responses {
        let trail = format!("{trail} {}", status(*key));
        let mut meant = theirs
            .responses
            .iter()
            .filter(|(other, _)| means(*key, *other, ours));
        let Some((other_key, other)) = meant.next() else {
            found.extra(&response.at, &trail, &status(*key));
            continue;
        };
        found.unless_same(
            &response.at,
            &trail,
            "status",
            status(*key),
            status(*other_key),
        );
        pair(both, response, other, &trail, found);
    }
    for (key, _) in &theirs.responses {
        if !ours
            .responses
            .iter()
            .any(|(own, _)| means(*own, *key, ours))
        {
            found.missing(&ours.at.join("responses"), trail, &status(*key));
        }
    }
}

/// Whether an answer of ours stands for that of theirs: by the same key, or as the range around it
/// if nothing of ours has the key.
fn means(own: ResponseKey, other: ResponseKey, ours: &Operation) -> bool {
    let around = match (own, other) {
        (ResponseKey::Range(first), ResponseKey::Code(code)) => code / 100 == u16::from(first),
        (ResponseKey::Code(_) | ResponseKey::Range(_) | ResponseKey::Default, _) => false,
    };
    own == other || (around && ours.responses.iter().all(|(key, _)| *key != other))
}

fn pair(both: Both<'_>, ours: &Response, theirs: &Response, trail: &str, found: &mut Found) {
    bodies::content(
        both,
        &ours.at,
        (&ours.content, &theirs.content),
        trail,
        found,
    );
    for (name, header) in &ours.headers {
        match theirs.headers.get(name) {
            Some(other) => headers(both, header, other, trail, found),
            None => found.extra(&header.at, trail, name),
        }
    }
    for name in theirs.headers.keys() {
        if !ours.headers.contains_key(name) {
            found.missing(&ours.at, trail, name);
        }
    }
}

fn headers(both: Both<'_>, ours: &Header, theirs: &Header, trail: &str, found: &mut Found) {
    let required = (ours.required.to_string(), theirs.required.to_string());
    found.unless_same(&ours.at, trail, "required", required.0, required.1);
    let pair = (schema(&ours.format), schema(&theirs.format));
    schemas::compare_optional(both, &ours.at, pair, trail, found);
}

fn schema(format: &ParameterFormat) -> Option<SchemaId> {
    match format {
        ParameterFormat::Schema { schema, .. } => *schema,
        ParameterFormat::Content(media) => media.schema,
    }
}

fn status(key: ResponseKey) -> String {
    match key {
        ResponseKey::Code(code) => code.to_string(),
        ResponseKey::Range(first) => format!("{first}XX"),
        ResponseKey::Default => String::from("default"),
    }
}

//! Bodies of requests, and what requests and answers hold by media type.

use super::schemas;
use super::{Both, Found};
use crate::diagnostic::Location;
use crate::document::{MediaType, Operation};

pub(super) fn compare(
    both: Both<'_>,
    ours: &Operation,
    theirs: &Operation,
    trail: &str,
    found: &mut Found,
) {
    let trail = format!("{trail} body");
    match (&ours.request_body, &theirs.request_body) {
        (None, None) => {}
        (Some(body), None) => found.extra(&body.at, &trail, "body"),
        (None, Some(_)) => found.missing(&ours.at, &trail, "body"),
        (Some(body), Some(other)) => {
            let required = (body.required.to_string(), other.required.to_string());
            found.unless_same(&body.at, &trail, "body-required", required.0, required.1);
            content(
                both,
                &body.at,
                (&body.content, &other.content),
                &trail,
                found,
            );
        }
    }
}

/// What stands under media types.
pub(super) fn content(
    both: Both<'_>,
    at: &Location,
    (ours, theirs): (&[MediaType], &[MediaType]),
    trail: &str,
    found: &mut Found,
) {
    if ours.is_empty() != theirs.is_empty() {
        found.unless_same(at, trail, "schema", kinds(ours), kinds(theirs));
        return;
    }
    for media in ours {
        match theirs.iter().find(|other| other.key == media.key) {
            Some(other) => {
                let pair = (media.schema, other.schema);
                schemas::compare_optional(both, &media.at, pair, trail, found);
                let pair = (media.item_schema, other.item_schema);
                schemas::compare_optional(both, &media.at, pair, trail, found);
            }
            None => found.extra(&media.at, trail, &media.key),
        }
    }
    for other in theirs {
        if ours.iter().all(|media| media.key != other.key) {
            found.missing(at, trail, &other.key);
        }
    }
}

fn kinds(content: &[MediaType]) -> String {
    if content.is_empty() {
        return String::from("nothing");
    }
    let kinds: Vec<&str> = content.iter().map(|media| media.key.as_str()).collect();
    kinds.join(", ")
}

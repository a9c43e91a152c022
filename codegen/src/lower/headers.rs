//! Documented headers: of an answer, of a part of a body.

use std::sync::Arc;

use indexmap::IndexMap;

use super::docs::said;
use super::names::Scope;
use super::parameters::format;
use super::types::{Direction, Facts, Types};
use crate::api::{Docs, Header, Owner, Presence, Type};
use crate::document;

/// Where headers are documented.
pub(super) struct Place<'p> {
    /// What their types are called, before the name of the header.
    pub(super) wish: &'p str,
    pub(super) owner: Owner,
    pub(super) direction: Direction,
    /// What their own names start with.
    pub(super) prefix: &'p str,
}

/// The headers, but for the content type, which the standard says to ignore here.
pub(super) fn lower(
    documented: &IndexMap<String, Arc<document::Header>>,
    place: &Place<'_>,
    scope: &mut Scope,
    types: &mut Types<'_>,
) -> Vec<Header> {
    let mut headers = Vec::new();
    for (key, header) in documented {
        // The name of a part makes its disposition.
        let made = key.eq_ignore_ascii_case("content-disposition");
        if key.eq_ignore_ascii_case("content-type") || made && place.direction == Direction::Input {
            continue;
        }
        let (schema, _) = format(&header.format);
        let ty = schema.map_or(Type::String, |schema| {
            let wish = format!("{} {key}", place.wish);
            types.lower(schema, &wish, place.owner, place.direction)
        });
        let facts = schema.map_or_else(Facts::default, |schema| types.facts(schema, key, &ty));
        let mut docs: Docs = facts.docs;
        if let Some(description) = said(header.description.as_ref()) {
            docs.summary = None;
            docs.description = Some(description);
        }
        docs.deprecated |= header.deprecated;
        headers.push(Header {
            key: key.clone(),
            name: scope.claim(format!("{} {key}", place.prefix).trim_start()),
            ty,
            presence: if header.required {
                Presence::Required
            } else {
                Presence::Optional
            },
            docs,
        });
    }
    headers
}

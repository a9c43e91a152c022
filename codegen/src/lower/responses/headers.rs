//! Documented headers of an answer.

use crate::api::{Docs, Header, Owner, Presence, Type};
use crate::document::Response;
use crate::lower::docs::said;
use crate::lower::names::Scope;
use crate::lower::parameters::format;
use crate::lower::types::{Direction, Facts, Types};

/// The headers of an answer, but for its content type, which the standard says to ignore here.
pub(super) fn lower(
    response: &Response,
    wish: &str,
    owner: Owner,
    types: &mut Types<'_>,
) -> Vec<Header> {
    let mut scope = Scope::default();
    let mut headers = Vec::new();
    for (key, header) in &response.headers {
        if key.eq_ignore_ascii_case("content-type") {
            continue;
        }
        let (schema, _) = format(&header.format);
        let ty = schema.map_or(Type::String, |schema| {
            types.lower(schema, &format!("{wish} {key}"), owner, Direction::Output)
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
            name: scope.claim(key),
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

//! Responses and links.

use std::collections::HashSet;
use std::sync::Arc;

use super::Parser;
use super::members::{extensions, is_extension};
use super::place::Place;
use super::version::Dialect;
use crate::diagnostic::Diagnostic;
use crate::document::{Link, Response, ResponseKey};

impl<'a> Parser<'a> {
    /// The `responses` of an operation.
    pub(super) fn responses(&mut self, operation: &Place<'a>) -> Vec<(ResponseKey, Arc<Response>)> {
        let produces = match self.dialect {
            Dialect::Swagger => Some(self.produces(operation)),
            Dialect::V30 | Dialect::V31 => None,
        };
        let mut found = HashSet::new();
        let mut responses = Vec::new();
        for (text, place) in self.members(operation, "responses") {
            if is_extension(text) {
                continue;
            }
            let Some(key) = self.response_key(text, &place) else {
                continue;
            };
            if !found.insert(key) {
                let message = format!("`{text}` stands here a second time: the first is taken");
                let diagnostic = Diagnostic::warning("duplicate-response", place.at, message);
                self.diagnostics.push(diagnostic.on_key());
                continue;
            }
            let response = match &produces {
                Some(produces) => self.swagger_response(&place, produces),
                None => self.response(&place),
            };
            responses.extend(response.map(|response| (key, response)));
        }
        responses
    }

    fn response_key(&mut self, text: &str, place: &Place<'a>) -> Option<ResponseKey> {
        let key = read_key(text);
        let diagnostic = match key {
            None if is_word(text) => Diagnostic::warning(
                "invalid-response-key",
                place.at.clone(),
                format!("`{text}` says nothing of a status: this response is left out"),
            ),
            None => Diagnostic::error(
                "invalid-response-key",
                place.at.clone(),
                format!(
                    "`{text}` is neither a status code, nor a range such as `4XX`, nor `default`"
                ),
            ),
            Some(ResponseKey::Range(_)) if text.contains('x') => Diagnostic::warning(
                "invalid-response-key",
                place.at.clone(),
                format!("ranges are written large: `{}`", text.to_ascii_uppercase()),
            ),
            Some(_) => return key,
        };
        self.diagnostics.push(diagnostic.on_key());
        key
    }

    pub(super) fn response(&mut self, from: &Place<'a>) -> Option<Arc<Response>> {
        let target = self.follow(from)?;
        let place = target.place;
        let response = if let Some(known) = self.responses.get(&place.key()) {
            Arc::clone(known)
        } else {
            if !self.is_object(&place) {
                return None;
            }
            let read = Arc::new(self.read_response(&place));
            self.responses.insert(place.key(), Arc::clone(&read));
            read
        };
        Some(described(response, target.summary, target.description))
    }

    fn read_response(&mut self, place: &Place<'a>) -> Response {
        let links = self.members(place, "links");
        Response {
            at: place.at.clone(),
            component: self.component_names.get(&place.key()).cloned(),
            summary: self.text(place, "summary"),
            description: self.text(place, "description"),
            headers: self.headers(place),
            content: self.content(place),
            links: links
                .iter()
                .filter_map(|(name, member)| Some(((*name).to_owned(), self.link(member)?)))
                .collect(),
            extensions: extensions(place.node),
        }
    }

    pub(super) fn link(&mut self, from: &Place<'a>) -> Option<Link> {
        let target = self.follow_for_copy(from)?;
        let place = target.place;
        if !self.is_object(&place) {
            return None;
        }
        let operation = self.text(&place, "operationId");
        let parameters = self.members(&place, "parameters");
        let description = self.text(&place, "description");
        Some(Link {
            operation: operation.or_else(|| self.text(&place, "operationRef")),
            parameters: parameters
                .into_iter()
                .map(|(name, member)| (name.to_owned(), member.node.clone()))
                .collect(),
            description: target.description.or(description),
            at: place.at,
        })
    }
}

/// A response with what stands beside the reference to it.
pub(super) fn described(
    response: Arc<Response>,
    summary: Option<String>,
    description: Option<String>,
) -> Arc<Response> {
    if summary.is_none() && description.is_none() {
        return response;
    }
    let own = Response::clone(&response);
    Arc::new(Response {
        summary: summary.or(own.summary),
        description: description.or(own.description),
        ..own
    })
}

/// Whether a key is a word, and no status code that went wrong.
fn is_word(text: &str) -> bool {
    let is_letter = |c: char| c.is_alphabetic() && !c.eq_ignore_ascii_case(&'x');
    text.len() > 3 && text.contains(is_letter)
}

fn read_key(text: &str) -> Option<ResponseKey> {
    if text.eq_ignore_ascii_case("default") {
        return Some(ResponseKey::Default);
    }
    let &[first, second, third] = text.as_bytes() else {
        return None;
    };
    match (first, second, third) {
        (b'1'..=b'5', b'x' | b'X', b'x' | b'X') => Some(ResponseKey::Range(first - b'0')),
        (b'1'..=b'9', b'0'..=b'9', b'0'..=b'9') => text.parse().ok().map(ResponseKey::Code),
        _ => None,
    }
}

//! Request bodies, media types and encodings.

use std::sync::Arc;

use super::Parser;
use super::members::extensions;
use super::parameters::named_style;
use super::place::Place;
use crate::diagnostic::Severity;
use crate::document::{Encoding, Encodings, MediaType, RequestBody};

impl<'a> Parser<'a> {
    /// The `requestBody` of an operation.
    pub(super) fn operation_request_body(
        &mut self,
        operation: &Place<'a>,
    ) -> Option<Arc<RequestBody>> {
        let body = self.request_body(&operation.member("requestBody")?)?;
        // Converters from Swagger keep the name of the body parameter there.
        match self.text(operation, "x-codegen-request-body-name") {
            Some(name) if body.name.as_ref() != Some(&name) => Some(Arc::new(RequestBody {
                name: Some(name),
                ..RequestBody::clone(&body)
            })),
            _ => Some(body),
        }
    }

    pub(super) fn request_body(&mut self, from: &Place<'a>) -> Option<Arc<RequestBody>> {
        let target = self.follow(from)?;
        let place = target.place;
        let body = if let Some(known) = self.request_bodies.get(&place.key()) {
            Arc::clone(known)
        } else {
            if !self.is_object(&place) {
                return None;
            }
            let read = Arc::new(self.read_request_body(&place));
            self.request_bodies.insert(place.key(), Arc::clone(&read));
            read
        };
        Some(match target.description {
            None => body,
            Some(description) => Arc::new(RequestBody {
                description: Some(description),
                ..RequestBody::clone(&body)
            }),
        })
    }

    fn read_request_body(&mut self, place: &Place<'a>) -> RequestBody {
        RequestBody {
            at: place.at.clone(),
            component: self.component_names.get(&place.key()).cloned(),
            description: self.text(place, "description"),
            required: self.flag(place, "required").unwrap_or(false),
            content: self.content(place),
            name: self.text(place, "x-codegen-request-body-name"),
            extensions: extensions(place.node),
        }
    }

    /// The `content` of a parameter, a body or a response.
    pub(super) fn content(&mut self, place: &Place<'a>) -> Vec<MediaType> {
        let members = self.members(place, "content");
        members
            .iter()
            .filter_map(|(key, member)| self.media_type(key, member))
            .collect()
    }

    pub(super) fn media_type(&mut self, key: &str, from: &Place<'a>) -> Option<MediaType> {
        let place = self.follow_for_copy(from)?.place;
        let empty = MediaType {
            at: place.at.clone(),
            key: key.to_owned(),
            schema: None,
            item_schema: None,
            encoding: Encodings::default(),
            examples: Vec::new(),
        };
        if place.node.is_null() {
            return Some(empty);
        }
        if !self.is_object(&place) || !self.enter(&place, &from.at, Severity::Error) {
            return None;
        }
        let media_type = MediaType {
            schema: self.schema_under(&place, "schema"),
            item_schema: self.schema_under(&place, "itemSchema"),
            encoding: self.encodings(&place),
            examples: self.examples(&place),
            ..empty
        };
        self.leave();
        Some(media_type)
    }

    fn encodings(&mut self, place: &Place<'a>) -> Encodings {
        let by_name = self.members(place, "encoding");
        let by_name = by_name
            .iter()
            .filter_map(|(name, member)| Some(((*name).to_owned(), self.encoding(member)?)));
        let by_name = by_name.collect();
        let prefix = self.items(place, "prefixEncoding");
        let prefix = prefix.iter().filter_map(|item| self.encoding(item));
        Encodings {
            by_name,
            prefix: prefix.collect(),
            item: place
                .member("itemEncoding")
                .and_then(|item| self.encoding(&item))
                .map(Box::new),
        }
    }

    fn encoding(&mut self, place: &Place<'a>) -> Option<Encoding> {
        if !self.is_object(place) || !self.enter(place, &place.at, Severity::Error) {
            return None;
        }
        let style = self.text(place, "style");
        let named = style.as_deref().and_then(named_style);
        if let (Some(style), None) = (&style, named) {
            let message = format!("`{style}` is not a style");
            self.warn("invalid-style", place.at.join("style"), message);
        }
        let encoding = Encoding {
            at: place.at.clone(),
            content_type: self.text(place, "contentType"),
            headers: self.headers(place),
            style: named,
            explode: self.flag(place, "explode"),
            allow_reserved: self.flag(place, "allowReserved").unwrap_or(false),
            inner: self.encodings(place),
        };
        self.leave();
        Some(encoding)
    }
}

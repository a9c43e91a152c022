//! Swagger's responses: a schema, in whatever the operation produces.

use std::sync::Arc;

use indexmap::IndexMap;

use crate::document::parse::Parser;
use crate::document::parse::members::extensions;
use crate::document::parse::place::Place;
use crate::document::parse::responses::described;
use crate::document::{Encodings, Example, MediaType, Response};
use crate::source::Node;

impl<'a> Parser<'a> {
    pub(in crate::document::parse) fn swagger_response(
        &mut self,
        from: &Place<'a>,
        produces: &[String],
    ) -> Option<Arc<Response>> {
        let target = self.follow(from)?;
        let place = target.place;
        let key = (place.key(), produces.to_vec());
        let response = if let Some(known) = self.swagger_responses.get(&key) {
            Arc::clone(known)
        } else {
            if !self.is_object(&place) || !self.may_copy(&place, &from.at) {
                return None;
            }
            let read = Arc::new(self.read_swagger_response(&place, produces));
            self.swagger_responses.insert(key, Arc::clone(&read));
            read
        };
        Some(described(response, target.summary, target.description))
    }

    fn read_swagger_response(&mut self, place: &Place<'a>, produces: &[String]) -> Response {
        Response {
            at: place.at.clone(),
            component: self.component_names.get(&place.key()).cloned(),
            summary: None,
            description: self.text(place, "description"),
            headers: self.headers(place),
            content: self.swagger_content(place, produces),
            links: IndexMap::new(),
            extensions: extensions(place.node),
        }
    }

    fn swagger_content(&mut self, place: &Place<'a>, produces: &[String]) -> Vec<MediaType> {
        let Some(schema) = self.schema_under(place, "schema") else {
            return Vec::new();
        };
        let is_file = place
            .node
            .get("schema")
            .and_then(|schema| schema.get("type"))
            .and_then(Node::as_str)
            == Some("file");
        let usual = [if is_file {
            "application/octet-stream".to_owned()
        } else {
            "application/json".to_owned()
        }];
        let mut keys = if produces.is_empty() {
            &usual
        } else {
            produces
        };
        if !self.may_repeat(keys.len(), &place.at) {
            keys = &keys[..1];
        }
        let media_type = |key: &String| MediaType {
            at: place.at.join("schema"),
            key: key.clone(),
            schema: Some(schema),
            item_schema: None,
            encoding: Encodings::default(),
            examples: Vec::from_iter(example(place.node, key)),
        };
        keys.iter().map(media_type).collect()
    }
}

/// The example for a media type.
fn example(response: &Node, media_type: &str) -> Option<Example> {
    let value = response.get("examples")?.get(media_type)?;
    Some(Example {
        value: Some(value.clone()),
        ..Example::default()
    })
}

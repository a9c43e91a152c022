//! Swagger's `body` and `formData` parameters as a request body.

use std::sync::Arc;

use indexmap::IndexMap;

use crate::diagnostic::{Diagnostic, Location};
use crate::document::parse::Parser;
use crate::document::parse::allowance::size;
use crate::document::parse::members::extensions;
use crate::document::parse::parameters::Listed;
use crate::document::parse::place::Place;
use crate::document::parse::schemas::Guise;
use crate::document::{
    Encoding, Encodings, MediaType, ParameterIn, RequestBody, Schema, SchemaId, SchemaType,
};
use crate::source::Node;

const FORM: &str = "application/x-www-form-urlencoded";
const MULTIPART: &str = "multipart/form-data";

impl<'a> Parser<'a> {
    /// The body that these parameters of an operation are.
    pub(in crate::document::parse) fn swagger_request_body(
        &mut self,
        operation: &Place<'a>,
        parameters: &[Listed<'a>],
    ) -> Option<Arc<RequestBody>> {
        if parameters.is_empty() {
            return None;
        }
        let body = parameters.iter().find(|listed| listed.place_in == "body");
        let Some(body) = body else {
            return Some(Arc::new(self.form_body(operation, parameters)));
        };
        let other = parameters
            .iter()
            .find(|other| other.place.key() != body.place.key());
        if let Some(other) = other {
            self.diagnostics.push(
                Diagnostic::error(
                    "several-bodies",
                    other.place.at.clone(),
                    "an operation has one body: a `body` parameter stands alone",
                )
                .related(body.place.at.clone(), "the body"),
            );
        }
        self.may_copy(&body.place, &operation.at)
            .then(|| Arc::new(self.plain_body(operation, body)))
    }

    fn plain_body(&mut self, operation: &Place<'a>, body: &Listed<'a>) -> RequestBody {
        let place = &body.place;
        let schema = self.schema_under(place, "schema");
        let mut keys = self.consumes(operation);
        if keys.is_empty() {
            keys.push("application/json".to_owned());
        }
        // Each has the examples.
        if !self.may_spend(
            (keys.len() - 1) * (size(place.node) + size_of::<MediaType>()),
            &operation.at,
        ) {
            keys.truncate(1);
        }
        let examples = self.examples(place);
        let media_type = |key: String| MediaType {
            at: place.at.clone(),
            key,
            schema,
            item_schema: None,
            encoding: Encodings::default(),
            examples: examples.clone(),
        };
        RequestBody {
            at: place.at.clone(),
            component: self.component_names.get(&place.key()).cloned(),
            description: self.listed_description(body),
            required: self.flag(place, "required").unwrap_or(false),
            content: keys.into_iter().map(media_type).collect(),
            name: Some(body.name.to_owned()),
            extensions: extensions(place.node),
        }
    }

    fn form_body(&mut self, operation: &Place<'a>, fields: &[Listed<'a>]) -> RequestBody {
        let at = operation.at.join("parameters");
        let required = fields.iter().filter(|field| is_required(&field.place));
        let required: Vec<String> = required.map(|field| field.name.to_owned()).collect();
        let is_required = !required.is_empty();
        let schema = self.form_schema(fields, required, at.clone());
        let by_name: IndexMap<String, Encoding> = fields
            .iter()
            .filter_map(|field| Some((field.name.to_owned(), self.field_encoding(field)?)))
            .collect();
        let encoding = Encodings {
            by_name,
            ..Encodings::default()
        };
        let media_type = |key: &str| MediaType {
            at: at.clone(),
            key: key.to_owned(),
            schema: Some(schema),
            item_schema: None,
            encoding: encoding.clone(),
            examples: Vec::new(),
        };
        let consumes = self.consumes(operation);
        let mut keys = form_types(&consumes, fields.iter().any(|field| is_file(&field.place)));
        if !self.may_spend(
            (keys.len() - 1) * encoding.by_name.len() * size_of::<Encoding>(),
            &at,
        ) {
            keys.truncate(1);
        }
        RequestBody {
            component: None,
            description: None,
            required: is_required,
            content: keys.into_iter().map(media_type).collect(),
            name: None,
            extensions: crate::document::Extensions::new(),
            at: at.clone(),
        }
    }

    fn form_schema(
        &mut self,
        fields: &[Listed<'a>],
        required: Vec<String>,
        at: Location,
    ) -> SchemaId {
        let properties = fields
            .iter()
            .map(|field| {
                let schema = self.schema_in(&field.place, Guise::FormField);
                (field.name.to_owned(), schema)
            })
            .collect();
        self.schemas.add(Schema {
            at,
            types: vec![SchemaType::Object],
            properties,
            required,
            ..Schema::default()
        })
    }

    /// How a list in a form is written, if otherwise than a form would by itself.
    fn field_encoding(&mut self, field: &Listed<'a>) -> Option<Encoding> {
        let place = &field.place;
        if place.node.get("type").and_then(Node::as_str) != Some("array") {
            return None;
        }
        let (style, explode) = self.collection_style(place, ParameterIn::Query);
        Some(Encoding {
            at: place.at.clone(),
            content_type: None,
            headers: IndexMap::new(),
            style: Some(style),
            explode: Some(explode),
            allow_reserved: false,
            inner: Encodings::default(),
        })
    }

    /// Reads a parameter of the components for its faults.
    pub(in crate::document::parse) fn swagger_component_parameter(&mut self, listed: &Listed<'a>) {
        match listed.place_in {
            "body" => {
                self.schema_under(&listed.place, "schema");
            }
            "formData" => {
                self.schema_in(&listed.place, Guise::FormField);
            }
            _ => {
                self.listed_parameter(listed);
            }
        }
    }
}

/// The media types of a form: those of the forms that are consumed, or the one that can hold it.
fn form_types(consumes: &[String], has_file: bool) -> Vec<&str> {
    if has_file {
        return vec![MULTIPART];
    }
    let is_form = |key: &&str| key.starts_with(FORM) || key.starts_with("multipart/");
    let forms: Vec<&str> = consumes
        .iter()
        .map(String::as_str)
        .filter(is_form)
        .collect();
    if forms.is_empty() { vec![FORM] } else { forms }
}

fn is_required(place: &Place<'_>) -> bool {
    place.node.get("required").and_then(Node::as_bool) == Some(true)
}

fn is_file(place: &Place<'_>) -> bool {
    place.node.get("type").and_then(Node::as_str) == Some("file")
}

//! Parameters and headers.

use std::collections::HashMap;
use std::sync::Arc;

use super::Parser;
use super::members::extensions;
use super::place::Place;
use super::references::Target;
use super::schemas::Guise;
use super::templates::bare_name;
use super::version::Dialect;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{Header, Parameter, ParameterFormat, ParameterIn, SchemaId, Style};
use crate::source::Node;

/// A parameter in a list, its `$ref` followed.
#[derive(Clone, Debug)]
pub(super) struct Listed<'a> {
    pub(super) place: Place<'a>,
    pub(super) name: &'a str,
    /// `in`
    pub(super) place_in: &'a str,
    /// What stands beside the `$ref`.
    description: Option<String>,
}

impl<'a> Parser<'a> {
    /// The `parameters` of a path item or operation: those that say what they are, each once.
    pub(super) fn listed(&mut self, owner: &Place<'a>) -> Vec<Listed<'a>> {
        let mut found: HashMap<(&str, &str), Place<'a>> = HashMap::new();
        let mut list = Vec::new();
        for item in self.items(owner, "parameters") {
            let Some(target) = self.follow(&item) else {
                continue;
            };
            if !self.is_object(&target.place) {
                continue;
            }
            let Some((name, place_in)) = self.identity(&target.place) else {
                continue;
            };
            if let Some(first) = found.get(&(name, place_in)) {
                let message = format!("the parameter `{name}` in `{place_in}` stands here twice");
                let diagnostic = if first.key() == target.place.key() {
                    Diagnostic::warning("duplicate-parameter", item.at, message)
                } else {
                    Diagnostic::error("duplicate-parameter", item.at, message)
                };
                let diagnostic = diagnostic.related(first.at.clone(), "the first is here");
                self.diagnostics.push(diagnostic);
                continue;
            }
            let place = target.place;
            found.insert((name, place_in), place.clone());
            list.push(Listed {
                place,
                name,
                place_in,
                description: target.description,
            });
        }
        list
    }

    /// `name` and `in`, without which there is no parameter. The whole query needs no name, since
    /// none is sent.
    fn identity(&mut self, place: &Place<'a>) -> Option<(&'a str, &'a str)> {
        let text = |key: &str| place.node.get(key).and_then(Node::as_str);
        if text("in") == Some("querystring") && text("name").is_none() {
            let message = "a parameter has a text `name`: `query` is taken";
            self.warn("missing-member", place.at.clone(), message);
            return Some(("query", "querystring"));
        }
        let mut read = |key: &str| {
            let text = text(key);
            if text.is_none() {
                let message = format!("a parameter has a text `{key}`");
                self.error("missing-member", place.at.clone(), message);
            }
            text
        };
        let (name, place_in) = (read("name"), read("in"));
        Some((name?, place_in?))
    }

    /// The parameter of a list, with what the list says of it.
    pub(super) fn listed_parameter(&mut self, listed: &Listed<'a>) -> Option<Arc<Parameter>> {
        let parameter = self.parameter(&listed.place)?;
        let Some(description) = &listed.description else {
            return Some(parameter);
        };
        Some(Arc::new(Parameter {
            description: Some(description.clone()),
            ..Parameter::clone(&parameter)
        }))
    }

    /// What is said of a parameter where it is listed, or else where it stands.
    pub(super) fn listed_description(&mut self, listed: &Listed<'a>) -> Option<String> {
        let here = listed.description.clone();
        here.or_else(|| self.text(&listed.place, "description"))
    }

    /// A parameter of the components, read for its faults.
    pub(super) fn component_parameter(&mut self, from: &Place<'a>) {
        let Some(Target { place, .. }) = self.follow(from) else {
            return;
        };
        if !self.is_object(&place) {
            return;
        }
        if let Some((name, place_in)) = self.identity(&place) {
            let listed = Listed {
                place,
                name,
                place_in,
                description: None,
            };
            match self.dialect {
                Dialect::Swagger => self.swagger_component_parameter(&listed),
                Dialect::V30 | Dialect::V31 => {
                    self.listed_parameter(&listed);
                }
            }
        }
    }

    /// The parameter at a place where no `$ref` stands.
    fn parameter(&mut self, place: &Place<'a>) -> Option<Arc<Parameter>> {
        if let Some(known) = self.parameters.get(&place.key()) {
            return known.clone();
        }
        let read = self.read_parameter(place).map(Arc::new);
        self.parameters.insert(place.key(), read.clone());
        read
    }

    fn read_parameter(&mut self, place: &Place<'a>) -> Option<Parameter> {
        let (name, place_in) = self.identity(place)?;
        let location = self.parameter_in(place, place_in)?;
        let required = self.flag(place, "required");
        let name = match location {
            ParameterIn::Path => {
                if required != Some(true) {
                    let message = format!("the path parameter `{name}` is required: say so");
                    self.warn("optional-path-parameter", place.at.clone(), message);
                }
                bare_name(name)
            }
            ParameterIn::Query
            | ParameterIn::QueryString
            | ParameterIn::Header
            | ParameterIn::Cookie => name,
        };
        Some(Parameter {
            name: name.to_owned(),
            location,
            description: self.text(place, "description"),
            required: required == Some(true) || location == ParameterIn::Path,
            deprecated: self.flag(place, "deprecated").unwrap_or(false),
            allow_empty_value: self.flag(place, "allowEmptyValue").unwrap_or(false),
            format: self.parameter_format(place, location),
            examples: self.examples(place),
            extensions: extensions(place.node),
            at: place.at.clone(),
        })
    }

    fn parameter_in(&mut self, place: &Place<'a>, place_in: &str) -> Option<ParameterIn> {
        let found = match place_in {
            "path" => ParameterIn::Path,
            "query" => ParameterIn::Query,
            "querystring" => ParameterIn::QueryString,
            "header" => ParameterIn::Header,
            "cookie" => ParameterIn::Cookie,
            _ => {
                let help = match place_in {
                    "body" | "formData" => "since OpenAPI 3.0 that is the `requestBody`",
                    _ => "a parameter is in `path`, `query`, `header` or `cookie`",
                };
                let message = format!("there is no place `{place_in}` for a parameter");
                let at = place.at.join("in");
                let diagnostic = Diagnostic::error("unknown-parameter-place", at, message);
                self.diagnostics.push(diagnostic.help(help));
                return None;
            }
        };
        Some(found)
    }

    /// How the value of a parameter or header is written.
    fn parameter_format(&mut self, place: &Place<'a>, location: ParameterIn) -> ParameterFormat {
        if self.dialect == Dialect::Swagger {
            return self.swagger_format(place, location);
        }
        let has_content = place.member("content").is_some();
        if has_content && place.member("schema").is_some() {
            self.diagnostics.push(
                Diagnostic::error(
                    "schema-and-content",
                    place.at.clone(),
                    "this has both `schema` and `content`: only one of them can be right",
                )
                .related(place.at.join("schema"), "`schema`")
                .related(place.at.join("content"), "`content`"),
            );
        }
        if has_content {
            let mut content = self.content(place);
            if content.len() > 1 {
                let message = "a parameter has one media type: the first is taken";
                self.warn("several-media-types", place.at.join("content"), message);
            }
            if !content.is_empty() {
                return ParameterFormat::Content(content.swap_remove(0));
            }
        }
        let style = self.style(place, location);
        let explode = self.flag(place, "explode");
        ParameterFormat::Schema {
            schema: self.parameter_schema(place),
            style,
            explode: explode.unwrap_or(matches!(style, Style::Form | Style::Cookie)),
            allow_reserved: self.flag(place, "allowReserved").unwrap_or(false),
        }
    }

    fn parameter_schema(&mut self, place: &Place<'a>) -> Option<SchemaId> {
        if let Some(schema) = self.schema_under(place, "schema") {
            return Some(schema);
        }
        place.member("type")?;
        let message = "since OpenAPI 3.0 the type of a parameter stands in its `schema`";
        self.warn("misplaced-type", place.at.join("type"), message);
        Some(self.schema_in(place, Guise::Parameter))
    }

    fn style(&mut self, place: &Place<'a>, location: ParameterIn) -> Style {
        let default = default_style(location);
        let Some(text) = self.text(place, "style") else {
            return default;
        };
        match named_style(&text) {
            Some(style) if is_allowed(style, location) => style,
            _ => {
                let message = format!(
                    "`{text}` is not a style for this place: `{}` is taken",
                    spelled(default)
                );
                self.warn("invalid-style", place.at.join("style"), message);
                default
            }
        }
    }

    /// The header at a place.
    pub(super) fn header(&mut self, from: &Place<'a>) -> Option<Arc<Header>> {
        let target = self.follow(from)?;
        let place = target.place;
        let header = if let Some(known) = self.headers.get(&place.key()) {
            Arc::clone(known)
        } else {
            if !self.is_object(&place) || !self.enter(&place, &from.at, Severity::Error) {
                return None;
            }
            let read = Arc::new(self.read_header(&place));
            self.leave();
            self.headers.insert(place.key(), Arc::clone(&read));
            read
        };
        Some(match target.description {
            None => header,
            Some(description) => Arc::new(Header {
                description: Some(description),
                ..Header::clone(&header)
            }),
        })
    }

    fn read_header(&mut self, place: &Place<'a>) -> Header {
        Header {
            at: place.at.clone(),
            description: self.text(place, "description"),
            required: self.flag(place, "required").unwrap_or(false),
            deprecated: self.flag(place, "deprecated").unwrap_or(false),
            format: self.parameter_format(place, ParameterIn::Header),
        }
    }

    /// The headers of a response or a part, by name.
    pub(super) fn headers(&mut self, place: &Place<'a>) -> indexmap::IndexMap<String, Arc<Header>> {
        let members = self.members(place, "headers");
        members
            .iter()
            .filter_map(|(name, member)| Some(((*name).to_owned(), self.header(member)?)))
            .collect()
    }
}

/// The style of this name.
pub(super) fn named_style(name: &str) -> Option<Style> {
    STYLES
        .iter()
        .find(|(text, _)| *text == name)
        .map(|(_, style)| *style)
}

const STYLES: [(&str, Style); 8] = [
    ("matrix", Style::Matrix),
    ("label", Style::Label),
    ("simple", Style::Simple),
    ("form", Style::Form),
    ("spaceDelimited", Style::SpaceDelimited),
    ("pipeDelimited", Style::PipeDelimited),
    ("deepObject", Style::DeepObject),
    ("cookie", Style::Cookie),
];

fn spelled(style: Style) -> &'static str {
    let known = STYLES.iter().find(|(_, known)| *known == style);
    known.expect("every style has a name").0
}

/// The style of a place where none is given.
pub(super) fn default_style(location: ParameterIn) -> Style {
    match location {
        ParameterIn::Path | ParameterIn::Header => Style::Simple,
        ParameterIn::Query | ParameterIn::QueryString | ParameterIn::Cookie => Style::Form,
    }
}

fn is_allowed(style: Style, location: ParameterIn) -> bool {
    match location {
        ParameterIn::Path => matches!(style, Style::Matrix | Style::Label | Style::Simple),
        ParameterIn::Query => matches!(
            style,
            Style::Form | Style::SpaceDelimited | Style::PipeDelimited | Style::DeepObject
        ),
        ParameterIn::QueryString => style == Style::Form,
        ParameterIn::Header => style == Style::Simple,
        ParameterIn::Cookie => matches!(style, Style::Form | Style::Cookie),
    }
}

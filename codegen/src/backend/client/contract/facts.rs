//! What is known of a value beside its type, wherever it stands.

use super::sample::Extent;
use crate::api::{
    Body, Constraints, Docs, Field, Header, Literal, Parameter, ParameterIn, Part, Serialization,
    Style,
};

/// What is known of a value beside its type.
#[derive(Clone, Copy, Debug)]
pub(super) struct Facts<'a> {
    pub(super) key: &'a str,
    pub(super) constraints: &'a Constraints,
    pub(super) examples: &'a [Literal],
    /// Makes values differ where they have to.
    pub(super) salt: usize,
    /// Free text holds what a URL cannot hold as it is.
    pub(super) wild: bool,
    /// Lists hold several items, so that it shows how they are written.
    pub(super) several: bool,
}

pub(super) static NO_LIMITS: Constraints = Constraints {
    minimum: None,
    maximum: None,
    multiple_of: None,
    length: (None, None),
    items: (None, None),
    pattern: None,
    format: None,
    item: None,
};

impl<'a> Facts<'a> {
    pub(super) fn of_parameter(parameter: &'a Parameter, extent: Extent) -> Self {
        let encoded = matches!(parameter.location, ParameterIn::Path | ParameterIn::Query);
        let plain = match &parameter.serialization {
            Serialization::Style {
                style,
                allow_reserved,
                ..
            } => !allow_reserved && matches!(style, Style::Simple | Style::Form),
            Serialization::Content(_) => true,
        };
        Self {
            wild: encoded && plain && extent == Extent::Full,
            several: extent == Extent::Full,
            ..Self::new(&parameter.key, &parameter.constraints, &parameter.docs)
        }
    }

    /// The same, but not the text that stands in a path by itself: `/pets/{name}` is no `/pets/name`.
    pub(super) fn apart_from(self, segments: &[&str]) -> Self {
        let stands = segments.contains(&self.key);
        Self {
            salt: usize::from(stands),
            ..self
        }
    }

    pub(super) fn of_body(body: &'a Body) -> Self {
        Self::new("text", &body.constraints, &body.docs)
    }

    pub(super) fn of_part(part: &'a Part) -> Self {
        let key = part.key.as_deref().unwrap_or("text");
        Self::new(key, &NO_LIMITS, &part.docs)
    }

    pub(super) fn of_header(header: &'a Header) -> Self {
        Self::new(&header.key, &NO_LIMITS, &header.docs)
    }

    pub(super) fn of_field(field: &'a Field) -> Self {
        Self::new(&field.key, &field.constraints, &field.docs)
    }

    fn new(key: &'a str, constraints: &'a Constraints, docs: &'a Docs) -> Self {
        Self::of_value(key, constraints, &docs.examples)
    }

    /// Of a value that stands nowhere in particular.
    pub(super) fn of_value(
        key: &'a str,
        constraints: &'a Constraints,
        examples: &'a [Literal],
    ) -> Self {
        Self {
            key,
            constraints,
            examples,
            salt: 0,
            wild: false,
            several: false,
        }
    }

    pub(super) fn of_item(&self, salt: usize) -> Self {
        Self {
            constraints: self.constraints.item.as_deref().unwrap_or(&NO_LIMITS),
            examples: &[],
            salt,
            several: false,
            ..*self
        }
    }
}

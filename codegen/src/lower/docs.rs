//! What a document says in prose becomes [`Docs`].

use super::literal::literal;
use super::names::letters;
use crate::api::Docs;
use crate::document::{Example, ExternalDocs, Schema};

/// The examples that have a value.
pub(super) fn examples(examples: &[Example]) -> Vec<crate::api::Literal> {
    examples
        .iter()
        .filter_map(|example| example.value.as_ref())
        .map(literal)
        .collect()
}

/// `externalDocs`
pub(super) fn link(docs: Option<&ExternalDocs>) -> Option<(String, Option<String>)> {
    docs.map(|docs| (docs.url.clone(), docs.description.clone()))
}

/// What a schema says of itself. A title that only repeats `name` says nothing.
pub(super) fn schema_docs(schema: &Schema, name: &str) -> Docs {
    Docs {
        summary: said(schema.title.as_ref()).filter(|title| letters(title) != letters(name)),
        description: said(schema.description.as_ref()),
        link: link(schema.external_docs.as_deref()),
        examples: examples(&schema.examples),
        deprecated: schema.deprecated,
        notes: Vec::new(),
    }
}

/// The text, unless it is blank.
pub(super) fn said(text: Option<&String>) -> Option<String> {
    text.filter(|text| !text.trim().is_empty()).cloned()
}

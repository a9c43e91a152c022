//! What a document says in prose becomes [`Docs`].

use super::literal::literal;
use super::names::letters;
use crate::api::{Docs, Literal};
use crate::document::{Example, Extensions, ExternalDocs, Schema};
use crate::source::Node;

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
        deprecated: schema.deprecated || is_deprecated(&schema.extensions),
        notes: notes(&schema.extensions, "This"),
    }
}

/// `x-deprecated`, which may also say why.
fn is_deprecated(extensions: &Extensions) -> bool {
    let said = extensions.get("x-deprecated");
    matches!(said, Some(Node::Bool(true) | Node::Str(_)))
}

/// Extensions that users want to know of; others speak to tools.
pub(super) fn notes(extensions: &Extensions, subject: &str) -> Vec<String> {
    let mut notes = Vec::new();
    for (key, value) in extensions {
        let value = literal(value);
        let texts = texts(&value).join(", ");
        let note = match key.as_str() {
            "x-api-token-group" if !texts.is_empty() => {
                format!("Accepted permissions (at least one): {texts}")
            }
            "x-required-permissions" | "x-permissions" | "x-required-scopes"
                if !texts.is_empty() =>
            {
                format!("Required permissions: {texts}")
            }
            "x-beta" | "x-experimental" | "x-preview" if value == Literal::Bool(true) => {
                format!("{subject} is experimental.")
            }
            "x-internal" if value == Literal::Bool(true) => format!("{subject} is internal."),
            "x-rate-limit" | "x-ratelimit" if value.as_str().is_some() => {
                format!("Rate limit: {texts}")
            }
            "x-unit" | "x-units" if value.as_str().is_some() => format!("Unit: {texts}"),
            "x-deprecated"
            | "x-deprecation-message"
            | "x-deprecated-message"
            | "x-deprecation-reason"
            | "x-deprecated-reason"
                if !texts.is_empty() =>
            {
                texts
            }
            "x-since" | "x-version-added" if !texts.is_empty() => format!("Since {texts}."),
            _ => continue,
        };
        notes.push(note);
    }
    notes
}

fn texts(value: &Literal) -> Vec<String> {
    match value {
        Literal::String(text) => vec![text.clone()],
        Literal::List(items) => items.iter().flat_map(texts).collect(),
        Literal::Null
        | Literal::Bool(_)
        | Literal::Int(_)
        | Literal::Float(_)
        | Literal::Map(_) => Vec::new(),
    }
}

/// The text, unless it is blank.
pub(super) fn said(text: Option<&String>) -> Option<String> {
    text.filter(|text| !text.trim().is_empty()).cloned()
}

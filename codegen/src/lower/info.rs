//! What the document says of the API as a whole, and what its SDK is called.

use super::docs::{link, said};
use super::names::{self, Scope};
use super::resources::is_noise;
use crate::api::{Docs, Info, Name};
use crate::config::Config;
use crate::document::Document;

/// Words of a title that say what kind of document it is, not what it is about.
const GENERIC: &[&str] = &[
    "api",
    "apis",
    "documentation",
    "docs",
    "openapi",
    "reference",
    "rest",
    "restful",
    "schema",
    "spec",
    "specification",
    "specs",
    "swagger",
    "the",
    "http",
    "official",
];

/// What the document says of the API as a whole.
pub(super) fn lower(document: &Document) -> Info {
    let info = &document.info;
    Info {
        title: info.title.trim().to_owned(),
        version: info.version.clone(),
        docs: Docs {
            summary: said(info.summary.as_ref()),
            description: said(info.description.as_ref()),
            link: link(document.external_docs.as_ref()),
            ..Docs::default()
        },
        terms_of_service: said(info.terms_of_service.as_ref()),
        contact: info.contact.clone(),
        license: info.license.clone(),
    }
}

/// What the SDK is called: by the configuration, else by the title without what any title says
/// (`Swagger Petstore - OpenAPI 3.0` is `petstore`).
pub(super) fn crate_name(document: &Document, config: &Config) -> Name {
    let mut scope = Scope::default();
    if let Some(name) = &config.package.name {
        return scope.claim(name);
    }
    let title = document.info.title.replace("OpenAPI", " ");
    let title = &title.replace("'s ", " ").replace("\u{2019}s ", " ");
    let subject = title
        .split([':', '(', '|', '\n'])
        .next()
        .unwrap_or_default();
    let subject = subject.split(" - ").next().unwrap_or_default();
    let subject = subject.split(" + ").next().unwrap_or_default();
    for text in [subject, title] {
        if !text.chars().any(char::is_alphanumeric) {
            continue;
        }
        let words = names::words(text);
        let telling: Vec<&str> = words
            .iter()
            .filter(|word| {
                !GENERIC.contains(&word.as_str()) && !is_noise(std::slice::from_ref(word))
            })
            .map(String::as_str)
            .collect();
        if !telling.is_empty() {
            return scope.claim(&telling.join(" "));
        }
    }
    if title.chars().any(char::is_alphanumeric) {
        return scope.claim(title);
    }
    scope.claim("api client")
}

//! Security: the credentials that a request must show.

use serde_json::Value;

use crate::document::{Document, Place, Version};

/// Where one credential stands in a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Credential {
    /// A header of this name.
    Header(String),
    /// A query parameter of this name.
    Query(String),
    /// A cookie of this name.
    Cookie(String),
    /// The `Authorization` header with this scheme.
    Authorization(String),
    /// Nothing that a request shows.
    Elsewhere,
}

/// The alternatives of an operation, each all of.
pub(super) fn read(
    document: &Document,
    version: Version,
    operation: &Place,
) -> Vec<Vec<Credential>> {
    let root = Document::root();
    let own = operation.join("security");
    let place = if document.at(&own).is_array() {
        own
    } else {
        root.join("security")
    };
    let schemes = match version {
        Version::Two => root.join("securityDefinitions"),
        Version::Three | Version::ThreeOne => root.join("components").join("securitySchemes"),
    };
    let alternatives = document.at(&place).as_array();
    alternatives
        .into_iter()
        .flatten()
        .map(|alternative| {
            let keys = alternative.as_object().into_iter().flatten();
            keys.map(|(key, _)| {
                let scheme = document.follow(&schemes.join(key));
                credential(document.at(&scheme))
            })
            .collect()
        })
        .collect()
}

fn credential(scheme: &Value) -> Credential {
    let text = |key: &str| {
        let text = scheme.get(key).and_then(Value::as_str);
        text.unwrap_or_default().to_owned()
    };
    match (text("type").as_str(), text("in").as_str()) {
        ("apiKey", "header") => Credential::Header(text("name")),
        ("apiKey", "query") => Credential::Query(text("name")),
        ("apiKey", "cookie") => Credential::Cookie(text("name")),
        ("basic", _) => Credential::Authorization("Basic".into()),
        ("http", _) => Credential::Authorization(text("scheme")),
        ("oauth2" | "openIdConnect", _) => Credential::Authorization("Bearer".into()),
        _ => Credential::Elsewhere,
    }
}

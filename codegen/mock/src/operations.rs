//! Operations: what a document says of each request and its answers, in one form for all dialects.

mod bodies;
mod encodings;
mod parameters;
mod security;

use serde_json::Value;

use crate::document::{Document, Place, Version};
use crate::route::{self, Template};

pub(crate) use bodies::{Body, Media};
pub(crate) use encodings::{Encoding, Encodings};
pub(crate) use parameters::{Location, Parameter, Shape, Style};
pub(crate) use security::Credential;

/// One operation.
#[derive(Debug)]
pub(crate) struct Operation {
    /// The HTTP method in upper case.
    pub(crate) method: String,
    /// The path as written.
    pub(crate) path: String,
    pub(crate) template: Template,
    /// Its `operationId`.
    pub(crate) id: Option<String>,
    pub(crate) place: Place,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) body: Option<Body>,
    pub(crate) responses: Vec<Response>,
    /// Alternatives, each all of; empty: none is needed.
    pub(crate) security: Vec<Vec<Credential>>,
}

/// A documented answer.
#[derive(Debug)]
pub(crate) struct Response {
    /// `200`, `2XX`, `default`
    pub(crate) status: String,
    pub(crate) content: Vec<Media>,
    /// Name, whether it is required, and schema.
    pub(crate) headers: Vec<(String, bool, Option<Place>)>,
}

impl Operation {
    /// `GET /pets/{petId}`
    pub(crate) fn name(&self) -> String {
        format!("{} {}", self.method, route::normal(&self.path))
    }
}

const METHODS: &[&str] = &[
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
];

/// All operations of a document.
pub(crate) fn read(document: &mut Document, version: Version) -> Vec<Operation> {
    let root = Document::root();
    let mut found = Vec::new();
    for (path, item) in document.members(&root.join("paths")) {
        if !path.starts_with('/') {
            continue;
        }
        let target = document.follow(&item);
        let mut methods = Vec::new();
        // What stands beside a reference counts as well, as everyone reads it.
        for item in [&item, &target] {
            for method in METHODS {
                let place = item.join(method);
                if document.at(&place).is_object() {
                    methods.push((method.to_uppercase(), place, item.clone()));
                }
            }
            for (method, place) in document.members(&item.join("additionalOperations")) {
                methods.push((method, place, item.clone()));
            }
            if item == &target {
                break;
            }
        }
        for (method, place, item) in methods {
            found.push(operation(document, version, &path, method, place, &item));
        }
    }
    found
}

fn operation(
    document: &mut Document,
    version: Version,
    path: &str,
    method: String,
    place: Place,
    item: &Place,
) -> Operation {
    let given = parameters::places(document, item, &place);
    let text = |key: &str| document.at(&place).get(key).and_then(Value::as_str);
    let id = text("operationId").map(str::to_owned);
    let security = security::read(document, version, &place);
    let responses = responses(document, version, &place);
    let (parameters, body) = match version {
        Version::Two => {
            let body = bodies::of_swagger(document, &place, &given);
            (parameters::of_swagger(document, &given), body)
        }
        Version::Three | Version::ThreeOne => {
            let body = bodies::of_request(document, &place);
            (parameters::of_openapi(document, &given), body)
        }
    };
    Operation {
        template: Template::new(path, &|name| {
            parameters::choices(document, &parameters, name)
        }),
        path: path.to_owned(),
        method,
        id,
        place,
        parameters,
        body,
        responses,
        security,
    }
}

fn responses(document: &Document, version: Version, operation: &Place) -> Vec<Response> {
    let all = document.members(&operation.join("responses"));
    let known = all
        .into_iter()
        .filter(|(status, _)| !status.starts_with("x-"));
    known
        .map(|(status, place)| {
            let place = document.follow(&place);
            let content = match version {
                Version::Two => bodies::of_swagger_response(document, operation, &place),
                Version::Three | Version::ThreeOne => bodies::content(document, &place),
            };
            let headers = document.members(&place.join("headers"));
            let headers = headers.into_iter().map(|(name, place)| {
                let place = document.follow(&place);
                let required = document.at(&place).get("required") == Some(&Value::Bool(true));
                let schema = match version {
                    Version::Two => Some(place),
                    Version::Three | Version::ThreeOne => document.member(&place, "schema"),
                };
                (name, required, schema)
            });
            Response {
                headers: headers.collect(),
                status,
                content,
            }
        })
        .collect()
}

/// The path prefixes under which the document says its operations are, without their last `/`.
pub(crate) fn prefixes(document: &Document, version: Version) -> Vec<String> {
    let root = Document::root();
    let mut found = Vec::new();
    if version == Version::Two {
        let base = document.at(&root.join("basePath"));
        found.push(base.as_str().unwrap_or_default().to_owned());
    } else {
        let mut owners = vec![root.clone()];
        for (_, item) in document.members(&root.join("paths")) {
            let item = document.follow(&item);
            owners.extend(METHODS.iter().map(|method| item.join(method)));
            owners.push(item);
        }
        for owner in owners {
            let servers = owner.join("servers");
            for server in document.items(&servers) {
                found.push(path_of(document.at(&server)));
            }
        }
    }
    let mut unique: Vec<String> = Vec::new();
    for prefix in found.iter().map(|prefix| prefix.trim_end_matches('/')) {
        let prefix = if prefix.is_empty() || prefix.starts_with('/') {
            prefix.to_owned()
        } else {
            format!("/{prefix}")
        };
        if !unique.contains(&prefix) {
            unique.push(prefix);
        }
    }
    if unique.is_empty() {
        unique.push(String::new());
    }
    unique
}

/// The path of a server's address, its variables as they are by default.
fn path_of(server: &Value) -> String {
    let mut url = server
        .get("url")
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned();
    let variables = server.get("variables").and_then(Value::as_object);
    for (name, variable) in variables.into_iter().flatten() {
        let default = match variable.get("default") {
            Some(Value::String(text)) => text.clone(),
            Some(other) => other.to_string(),
            None => String::new(),
        };
        url = url.replace(&format!("{{{name}}}"), &default);
    }
    let after_scheme = url.split_once("://").map(|(_, rest)| rest);
    let path = match after_scheme {
        Some(rest) => rest.find('/').map_or("", |at| &rest[at..]),
        None if url.starts_with("//") => url[2..].find('/').map_or("", |at| &url[at + 2..]),
        None => &url,
    };
    path.split(['?', '#']).next().unwrap_or_default().to_owned()
}

//! Which version of OpenAPI a document is written in.

use super::members::scalar;
use super::place::Place;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::Node;

/// The versions, as far as they are read differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    /// Swagger 2.0
    Swagger,
    /// OpenAPI 3.0
    V30,
    /// OpenAPI 3.1 and 3.2
    V31,
}

const UNDERSTOOD: &str =
    "the versions understood are `swagger: \"2.0\"` and `openapi:` 3.0, 3.1 and 3.2";

/// The version as written and the dialect. A document without a version is read as what it looks
/// like; one of an unknown version is not read at all.
pub(super) fn read(root: &Place<'_>, diagnostics: &mut Diagnostics) -> Option<(String, Dialect)> {
    let (key, node) = if let Some(node) = root.node.get("openapi") {
        ("openapi", node)
    } else if let Some(node) = root.node.get("swagger") {
        ("swagger", node)
    } else {
        diagnostics.push(
            Diagnostic::error(
                "missing-version",
                root.at.clone(),
                "the document does not say which version of OpenAPI it is written in",
            )
            .help(UNDERSTOOD),
        );
        let dialect = if root.node.get("definitions").is_some() {
            Dialect::Swagger
        } else {
            Dialect::V31
        };
        return Some((String::new(), dialect));
    };
    let version = match node {
        // What was `3.0` without quotes.
        Node::Int(number) => format!("{number}.0"),
        _ => scalar(node).unwrap_or_default(),
    };
    let dialect = dialect(&version);
    if dialect.is_none() {
        let message = match node {
            Node::Str(_) | Node::Int(_) | Node::Float(_) => {
                format!("`{key}: {version}` is not a version that is understood")
            }
            Node::Null | Node::Bool(_) | Node::Seq(_) | Node::Map(_) => {
                format!("`{key}` is a version, not {}", node.type_name())
            }
        };
        diagnostics.push(
            Diagnostic::error("unsupported-version", root.at.join(key), message).help(UNDERSTOOD),
        );
    }
    Some((version, dialect?))
}

fn dialect(version: &str) -> Option<Dialect> {
    let mut numbers = version.trim().split('.');
    match (numbers.next()?, numbers.next()?) {
        ("2", "0") => Some(Dialect::Swagger),
        ("3", "0") => Some(Dialect::V30),
        ("3", "1" | "2") => Some(Dialect::V31),
        _ => None,
    }
}

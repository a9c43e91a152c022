//! Path items: those of `paths`, of `webhooks`, and of callbacks.

use std::collections::HashSet;

use super::Parser;
use super::members::is_extension;
use super::operations::Shared;
use super::place::Place;
use super::templates::{Template, plain_template, variables};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{Operation, PathItem};

/// The keys of a path item that are operations.
const METHODS: [&str; 9] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
];

/// What the key of a path item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KeyIs {
    /// A path template.
    Path,
    /// A name or an expression.
    Other,
}

impl<'a> Parser<'a> {
    pub(super) fn paths(&mut self, root: &Place<'a>) -> Vec<PathItem> {
        let mut paths = Vec::new();
        for (key, place) in self.members(root, "paths") {
            if is_extension(key) {
                continue;
            }
            if !key.starts_with('/') && place.node.as_map().is_none() {
                let message = format!("`{key}` is no path: it is left out");
                let diagnostic = Diagnostic::warning("path-template", place.at, message);
                self.diagnostics.push(diagnostic.on_key());
                continue;
            }
            let path = self.path(key, &place);
            paths.extend(self.path_item(&place, &path, KeyIs::Path));
        }
        paths
    }

    pub(super) fn webhooks(&mut self, root: &Place<'a>) -> Vec<PathItem> {
        let key = if root.node.get("webhooks").is_some() {
            "webhooks"
        } else {
            "x-webhooks"
        };
        let webhooks = self.members(root, key);
        webhooks
            .iter()
            .filter(|(key, _)| !is_extension(key))
            .filter_map(|(key, place)| self.path_item(place, key, KeyIs::Other))
            .collect()
    }

    /// The path of a key, as it should be.
    fn path(&mut self, key: &str, place: &Place<'a>) -> String {
        let slash = if key.starts_with('/') { "" } else { "/" };
        let path = format!("{slash}{}", plain_template(key));
        let mut warn = |message: &str| {
            let diagnostic = Diagnostic::warning("path-template", place.at.clone(), message);
            self.diagnostics.push(diagnostic.on_key());
        };
        if path.contains('?') {
            warn("a path has no query: what follows the `?` belongs to the parameters");
        }
        if variables(key).is_broken {
            warn("a brace in this path has no partner, or nothing inside");
        }
        if !key.starts_with('/') {
            warn("a path starts with `/`");
        }
        path
    }

    /// The path item at a place. What stands beside a `$ref` wins over what it refers to.
    pub(super) fn path_item(
        &mut self,
        place: &Place<'a>,
        key: &str,
        key_is: KeyIs,
    ) -> Option<PathItem> {
        let layers = self.steps(place)?;
        let last = layers.last().expect("a walk has its start");
        if layers.len() > 1 && !self.may_copy(last, &place.at) {
            return None;
        }
        if last.node.is_null() {
            return None;
        }
        if !self.is_object(last) || !self.enter(last, &place.at, Severity::Warning) {
            return None;
        }
        let operations = self.path_operations(&layers, place, key, key_is);
        self.leave();
        Some(PathItem {
            at: place.at.clone(),
            key: key.to_owned(),
            operations,
        })
    }

    fn path_operations(
        &mut self,
        layers: &[Place<'a>],
        place: &Place<'a>,
        key: &str,
        key_is: KeyIs,
    ) -> Vec<Operation> {
        let template = (key_is == KeyIs::Path).then(|| Template {
            variables: variables(key),
            at: place.at.clone(),
        });
        let shared = self.shared(layers, template);
        let mut found = HashSet::new();
        let mut operations = Vec::new();
        for layer in layers {
            for (key, member) in layer.members() {
                if let Some(method) = self.method(key, &member) {
                    if found.insert(method.clone()) {
                        operations.extend(self.operation(&member, method, &shared));
                    }
                } else if key == "additionalOperations" {
                    self.additional_operations(layer, &shared, &mut operations);
                }
            }
        }
        operations
    }

    /// The method that a key of a path item stands for.
    fn method(&mut self, key: &str, place: &Place<'a>) -> Option<String> {
        let method = METHODS
            .iter()
            .find(|method| key.eq_ignore_ascii_case(method))?;
        if key != *method {
            let message = format!("methods are written small here: `{method}`");
            let diagnostic = Diagnostic::warning("method-case", place.at.clone(), message);
            self.diagnostics.push(diagnostic.on_key());
        }
        Some(method.to_ascii_uppercase())
    }

    fn additional_operations(
        &mut self,
        layer: &Place<'a>,
        shared: &Shared<'_, 'a>,
        operations: &mut Vec<Operation>,
    ) {
        for (method, member) in self.members(layer, "additionalOperations") {
            if is_extension(method) {
                continue;
            }
            let fixed = METHODS
                .iter()
                .find(|fixed| method.eq_ignore_ascii_case(fixed));
            let fault = match fixed {
                Some(fixed) => format!("`{method}` stands in the path item itself, as `{fixed}`"),
                None if !is_token(method) => format!("`{method}` cannot be an HTTP method"),
                None => {
                    operations.extend(self.operation(&member, method.to_owned(), shared));
                    continue;
                }
            };
            let diagnostic = Diagnostic::error("additional-operation", member.at, fault);
            self.diagnostics.push(diagnostic.on_key());
        }
    }
}

/// RFC 9110's `token`.
fn is_token(text: &str) -> bool {
    let is_mark = |c: char| "!#$%&'*+-.^_`|~".contains(c);
    !text.is_empty()
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || is_mark(c))
}

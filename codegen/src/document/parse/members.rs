//! Reading the members of an object: each with what is said if it is of another type.
//!
//! A member that holds further objects is structure, and the wrong type there is an error; a
//! plain value of the wrong type is left out with a warning. `null` is as good as absent.

use super::Parser;
use super::place::Place;
use crate::diagnostic::{Diagnostic, Location, Severity};
use crate::document::Extensions;
use crate::source::Node;

/// Text, and what people write where text is due: `version: 1.0`, `default: true`.
pub(super) fn scalar(node: &Node) -> Option<String> {
    match node {
        Node::Str(text) => Some(text.clone()),
        Node::Int(number) => Some(number.to_string()),
        Node::Float(number) => Some(format!("{number:?}")),
        Node::Bool(flag) => Some(flag.to_string()),
        Node::Null | Node::Seq(_) | Node::Map(_) => None,
    }
}

/// The members that start with `x-`.
pub(super) fn extensions(node: &Node) -> Extensions {
    let members = node.as_map().into_iter().flatten();
    members
        .filter(|(key, _)| is_extension(key))
        .map(|(key, node)| (key.clone(), node.clone()))
        .collect()
}

/// Whether a key is that of an extension.
pub(super) fn is_extension(key: &str) -> bool {
    key.starts_with("x-")
}

impl<'a> Parser<'a> {
    /// A member that is text.
    pub(super) fn text(&mut self, place: &Place<'a>, key: &str) -> Option<String> {
        let node = place.node.get(key)?;
        self.text_of(node, || place.at.join(key))
    }

    /// A node that is to be text.
    pub(super) fn text_of(&mut self, node: &Node, at: impl Fn() -> Location) -> Option<String> {
        let text = scalar(node);
        if text.is_none() && !node.is_null() {
            self.wrong_type(Severity::Warning, at(), "text", node);
        }
        text
    }

    /// A member that is `true` or `false`.
    pub(super) fn flag(&mut self, place: &Place<'a>, key: &str) -> Option<bool> {
        let node = place.node.get(key)?;
        self.flag_of(node, || place.at.join(key))
    }

    /// A node that is to be `true` or `false`.
    pub(super) fn flag_of(&mut self, node: &Node, at: impl Fn() -> Location) -> Option<bool> {
        match node {
            Node::Bool(flag) => return Some(*flag),
            Node::Null => return None,
            Node::Str(_) | Node::Int(_) | Node::Float(_) | Node::Seq(_) | Node::Map(_) => {}
        }
        self.wrong_type(Severity::Warning, at(), "`true` or `false`", node);
        match node.as_str() {
            Some("true") => Some(true),
            Some("false") => Some(false),
            _ => None,
        }
    }

    /// A member that is a list of texts.
    pub(super) fn texts(&mut self, place: &Place<'a>, key: &str) -> Vec<String> {
        let Some(list) = place.member(key) else {
            return Vec::new();
        };
        if list.node.as_seq().is_none() {
            self.wrong_type(Severity::Warning, list.at, "a list of texts", list.node);
            return Vec::new();
        }
        list.items()
            .filter_map(|item| self.text_of(item.node, || item.at.clone()))
            .collect()
    }

    /// A member that is an object.
    pub(super) fn object(&mut self, place: &Place<'a>, key: &str) -> Option<Place<'a>> {
        let member = self.container(place, key)?;
        self.is_object(&member).then_some(member)
    }

    /// A member that is an object, and without which the document says as much of its API.
    pub(super) fn detail(&mut self, place: &Place<'a>, key: &str) -> Option<Place<'a>> {
        let member = self.container(place, key)?;
        let is_object = member.node.as_map().is_some();
        if !is_object {
            self.wrong_type(
                Severity::Warning,
                member.at.clone(),
                "an object",
                member.node,
            );
        }
        is_object.then_some(member)
    }

    /// Whether a place holds an object; says so if not.
    pub(super) fn is_object(&mut self, place: &Place<'a>) -> bool {
        let is_object = place.node.as_map().is_some();
        if !is_object {
            self.wrong_type(Severity::Error, place.at.clone(), "an object", place.node);
        }
        is_object
    }

    /// The members of a member that is an object.
    pub(super) fn members(&mut self, place: &Place<'a>, key: &str) -> Vec<(&'a str, Place<'a>)> {
        let Some(object) = self.object(place, key) else {
            return Vec::new();
        };
        if !self.may_place(object.len(), &object.at) {
            return Vec::new();
        }
        object.members().collect()
    }

    /// The items of a member that is an array.
    pub(super) fn items(&mut self, place: &Place<'a>, key: &str) -> Vec<Place<'a>> {
        let Some(list) = self.container(place, key) else {
            return Vec::new();
        };
        if list.node.as_seq().is_none() {
            let at = list.at.clone();
            self.wrong_type(Severity::Error, at, "an array", list.node);
        }
        if !self.may_place(list.len(), &list.at) {
            return Vec::new();
        }
        list.items().collect()
    }

    /// A member. The standard has no `$ref` in place of a list or a map of things, but documents
    /// in many files do.
    fn container(&mut self, place: &Place<'a>, key: &str) -> Option<Place<'a>> {
        let member = place.member(key)?;
        match member.node.get("$ref") {
            Some(Node::Str(_)) => Some(self.follow_for_copy(&member)?.place),
            Some(_) | None => Some(member),
        }
    }

    pub(super) fn wrong_type(&mut self, severity: Severity, at: Location, due: &str, is: &Node) {
        self.diagnostics.push(Diagnostic::new(
            severity,
            "wrong-type",
            at,
            format!("this should be {due}, not {}", is.type_name()),
        ));
    }

    pub(super) fn warn(&mut self, code: &'static str, at: Location, message: impl Into<String>) {
        self.diagnostics
            .push(Diagnostic::warning(code, at, message));
    }

    pub(super) fn error(&mut self, code: &'static str, at: Location, message: impl Into<String>) {
        self.diagnostics.push(Diagnostic::error(code, at, message));
    }
}

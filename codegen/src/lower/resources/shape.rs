//! What an operation does, read from its HTTP method and path alone.

use super::vocabulary::{is_plural, is_verb, singular_phrase};
use crate::lower::path::{Segment, Template};

/// How the path of an operation lies beneath its resource.
#[derive(Clone, Debug)]
pub(super) struct Shape<'a> {
    /// The HTTP method.
    pub(super) method: &'a str,
    /// What stands in the path beneath the resource's own segment: the words of the static
    /// segments.
    pub(super) beneath: Vec<&'a [String]>,
    /// Whether the path ends with a parameter.
    pub(super) item: bool,
    /// Whether what stands at the end is a list of things.
    pub(super) collection: bool,
    /// Whether other methods of the same path treat it as a thing.
    pub(super) thing: bool,
    /// Whether several things of the collection at the end are meant, and not all.
    pub(super) many: bool,
}

impl<'a> Shape<'a> {
    /// `consumed` is how many segments belong to the resource.
    pub(super) fn new(method: &'a str, template: &'a Template, consumed: usize) -> Self {
        let beneath = template.segments.iter().skip(consumed);
        let beneath = beneath.filter_map(|segment| match segment {
            Segment::Static { words, .. } => Some(words.as_slice()),
            Segment::Parameter { .. } => None,
        });
        Self {
            method,
            beneath: beneath.collect(),
            item: template.ends_with_parameter(),
            collection: false,
            thing: false,
            many: false,
        }
    }

    /// Whether the path is that of the resource itself, or of one of its items.
    pub(super) fn is_own(&self) -> bool {
        self.beneath.is_empty()
    }

    /// The name of the operation in its resource, as short as it can be.
    pub(super) fn short(&self) -> Vec<String> {
        let Some((&last, before)) = self.beneath.split_last() else {
            return self.verb();
        };
        if self.is_action(last) {
            // `/dispute/close` closes a dispute.
            let thing = before.last().copied().unwrap_or_default();
            return [last, thing].concat();
        }
        let mut words = if self.looks_for(last) {
            vec!["post".to_owned()]
        } else {
            self.verb()
        };
        if self.collection && !self.makes() {
            words.extend_from_slice(last);
        } else {
            words.extend(singular_phrase(last));
        }
        words
    }

    /// The name with everything that stands beneath the resource.
    pub(super) fn long(&self) -> Vec<String> {
        let mut words = self.verb();
        for (index, segment) in self.beneath.iter().enumerate() {
            if index + 1 == self.beneath.len() {
                words.extend_from_slice(segment);
            } else {
                words.extend(singular_phrase(segment));
            }
        }
        words
    }

    // `POST /charges/{charge}/capture`: nothing else is done with `capture`, so it is what is done.
    fn is_action(&self, last: &[String]) -> bool {
        if self.item {
            return false;
        }
        match self.method {
            "POST" | "PUT" | "PATCH" => !self.thing && !is_plural(last),
            "GET" => is_verb(&last[0]),
            _ => false,
        }
    }

    // `POST /orders/search` beside `GET /orders/search` makes nothing.
    fn looks_for(&self, last: &[String]) -> bool {
        self.makes() && matches!(last[0].as_str(), "search" | "query" | "find" | "lookup")
    }

    fn makes(&self) -> bool {
        self.method == "POST" && !self.item
    }

    /// What is done.
    pub(super) fn verb(&self) -> Vec<String> {
        let verb = match self.method {
            "GET" if self.collection && !self.item => "list",
            "GET" => "get",
            "POST" if self.item => "update",
            "POST" => "create",
            "PUT" if self.many => "replace many",
            "PUT" => "replace",
            "PATCH" if self.many => "update many",
            "PATCH" => "update",
            "DELETE" if self.many => "delete many",
            "DELETE" if self.collection && !self.item => "delete all",
            "DELETE" => "delete",
            other => return crate::lower::names::words(&other.to_ascii_lowercase()),
        };
        verb.split(' ').map(str::to_owned).collect()
    }
}

//! Swagger 2.0, brought to the shape of 3.1: addresses, bodies, responses, `collectionFormat`.

mod bodies;
mod formats;
mod responses;

use super::Parser;
use super::place::Place;
use crate::diagnostic::Location;
use crate::document::{MediaType, Server};

/// `consumes` and `produces`, as given; empty if not.
#[derive(Clone, Debug, Default)]
pub(super) struct MediaRanges {
    consumes: Vec<String>,
    produces: Vec<String>,
}

impl<'a> Parser<'a> {
    /// `schemes`, `host` and `basePath`.
    pub(super) fn swagger_servers(&mut self, root: &Place<'a>) -> Vec<Server> {
        let host = self.text(root, "host");
        let base = self.text(root, "basePath");
        let path = base.as_deref().unwrap_or("").trim_matches('/');
        let path = if path.is_empty() {
            String::new()
        } else {
            format!("/{path}")
        };
        let Some(host) = host else {
            let server = Server {
                at: root.at.join("basePath"),
                url: path,
                ..Server::default()
            };
            return Vec::from_iter(base.map(|_| server));
        };
        let mut schemes = self.texts(root, "schemes");
        if schemes.is_empty() {
            schemes.push("https".to_owned());
        }
        // The first server is the one that is used, and it had better be the safe one.
        schemes.sort_by_key(|scheme| match scheme.as_str() {
            "https" => 0,
            "http" => 1,
            _ => 2,
        });
        let server = |scheme: &String| Server {
            at: root.at.join("host"),
            url: format!("{scheme}://{}{path}", host.trim_end_matches('/')),
            ..Server::default()
        };
        schemes.iter().map(server).collect()
    }

    pub(super) fn media_ranges(&mut self, place: &Place<'a>) -> MediaRanges {
        MediaRanges {
            consumes: self.texts(place, "consumes"),
            produces: self.texts(place, "produces"),
        }
    }

    /// The media types that an operation (or the document) takes.
    fn consumes(&mut self, operation: &Place<'a>) -> Vec<String> {
        let own = self.texts(operation, "consumes");
        let count = self.media_ranges.consumes.len();
        if own.is_empty() && self.may_repeat(count, &operation.at) {
            return self.media_ranges.consumes.clone();
        }
        own
    }

    /// The media types that an operation (or the document) answers in.
    pub(super) fn produces(&mut self, operation: &Place<'a>) -> Vec<String> {
        let own = self.texts(operation, "produces");
        let count = self.media_ranges.produces.len();
        if own.is_empty() && self.may_repeat(count, &operation.at) {
            return self.media_ranges.produces.clone();
        }
        own
    }

    /// Whether there may be so many media types again.
    fn may_repeat(&mut self, count: usize, at: &Location) -> bool {
        self.may_spend(count * size_of::<MediaType>(), at)
    }

    pub(super) fn swagger_components(&mut self, root: &Place<'a>) {
        for place in self.named_components(root, "responses") {
            let produces = self.produces(root);
            self.swagger_response(&place, &produces);
        }
        for place in self.named_components(root, "parameters") {
            self.component_parameter(&place);
        }
    }
}

//! `servers` of the document, a path or an operation.

use super::Parser;
use super::place::Place;
use super::templates::variables;
use crate::document::{Server, ServerVariable};

impl<'a> Parser<'a> {
    pub(super) fn servers(&mut self, place: &Place<'a>) -> Vec<Server> {
        let items = self.items(place, "servers");
        items.iter().filter_map(|item| self.server(item)).collect()
    }

    fn server(&mut self, place: &Place<'a>) -> Option<Server> {
        if !self.is_object(place) {
            return None;
        }
        let Some(url) = self.text(place, "url") else {
            self.warn("missing-member", place.at.clone(), "a server has a `url`");
            return None;
        };
        let members = self.members(place, "variables");
        let server = Server {
            at: place.at.clone(),
            name: self.text(place, "name"),
            description: self.text(place, "description"),
            variables: members
                .iter()
                .filter(|(_, member)| member.node.as_map().is_some())
                .map(|(name, member)| ((*name).to_owned(), self.server_variable(name, member)))
                .collect(),
            url,
        };
        for name in variables(&server.url).names {
            if !server.variables.contains_key(name) {
                self.warn(
                    "server-variable",
                    place.at.join("url"),
                    format!("the variable `{name}` of this address is not described, so it is empty unless it is given"),
                );
            }
        }
        Some(server)
    }

    fn server_variable(&mut self, name: &str, place: &Place<'a>) -> ServerVariable {
        let values = self.texts(place, "enum");
        let default = self.text(place, "default");
        let fault = match &default {
            _ if values.is_empty() && place.member("enum").is_some() => {
                Some("has an `enum` without a value")
            }
            None => Some("has no `default`"),
            Some(default) if !values.is_empty() && !values.contains(default) => {
                Some("has a `default` that is not among its `enum`")
            }
            Some(_) => None,
        };
        if let Some(fault) = fault {
            let message = format!("the server variable `{name}` {fault}");
            self.warn("server-variable", place.at.clone(), message);
        }
        ServerVariable {
            at: place.at.clone(),
            default: default
                .or_else(|| values.first().cloned())
                .unwrap_or_default(),
            values,
            description: self.text(place, "description"),
        }
    }
}

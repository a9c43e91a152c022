//! Callbacks: path items under expressions.

use super::Parser;
use super::members::is_extension;
use super::paths::KeyIs;
use super::place::Place;
use crate::diagnostic::Severity;
use crate::document::PathItem;

impl<'a> Parser<'a> {
    /// The `callbacks` of an operation.
    pub(super) fn callbacks(&mut self, operation: &Place<'a>) -> Vec<(String, Vec<PathItem>)> {
        let members = self.members(operation, "callbacks");
        members
            .iter()
            .filter(|(name, _)| !is_extension(name))
            .filter_map(|(name, member)| Some(((*name).to_owned(), self.callback(member)?)))
            .collect()
    }

    /// A callback may well be answered with the same callback: it is read once.
    pub(super) fn callback(&mut self, from: &Place<'a>) -> Option<Vec<PathItem>> {
        let place = self.follow_for_copy(from)?.place;
        if !self.is_object(&place) || !self.enter(&place, &from.at, Severity::Warning) {
            return None;
        }
        let path_items = place
            .members()
            .filter(|(expression, _)| !is_extension(expression))
            .filter_map(|(expression, member)| self.path_item(&member, expression, KeyIs::Other))
            .collect();
        self.leave();
        Some(path_items)
    }
}

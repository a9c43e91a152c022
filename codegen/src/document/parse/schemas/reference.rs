//! `$ref` and its kin in a schema: one step, to another schema of the table.

use crate::diagnostic::{Location, Severity};
use crate::document::SchemaId;
use crate::document::parse::Parser;
use crate::document::parse::place::Place;
use crate::source::Node;

impl<'a> Parser<'a> {
    /// The schema that a schema refers to; `None` (which leaves it open) if that cannot be had.
    pub(super) fn schema_reference(&mut self, place: &Place<'a>) -> Option<SchemaId> {
        let key = ["$ref", "$dynamicRef", "$recursiveRef"]
            .into_iter()
            .find(|key| place.node.get(key).is_some())?;
        let node = place.node.get(key)?;
        let Some(reference) = node.as_str() else {
            self.wrong_type(Severity::Error, place.at.join(key), "a reference", node);
            return None;
        };
        if key == "$recursiveRef" {
            let target = self.recursive_anchor(&place.at)?;
            return Some(self.schema(&target));
        }
        match self.resolve(place, key, reference) {
            Ok(target) if reference.is_empty() && is_document(&target) => {
                let message = "this reference names nothing: any value is taken";
                self.warn("empty-reference", place.at.join(key), message);
                None
            }
            Ok(target) if is_document(&target) => {
                self.error(
                    "unknown-reference",
                    place.at.join(key),
                    format!("`{reference}` leads to a whole OpenAPI document, which is no schema"),
                );
                None
            }
            Ok(target) => {
                let id = self.schema(&target);
                self.name_target(id, &target.at);
                Some(id)
            }
            Err(diagnostic) => {
                self.diagnostics.push(*diagnostic);
                None
            }
        }
    }

    /// `$recursiveRef: "#"` of draft 2019-09: the schema around it that has `$recursiveAnchor`.
    fn recursive_anchor(&self, at: &Location) -> Option<Place<'a>> {
        let mut at = at.clone();
        while let Some(end) = at.pointer.rfind('/') {
            at.pointer.truncate(end);
            let node = self.sources.node(&at)?;
            if node.get("$recursiveAnchor").and_then(Node::as_bool) == Some(true) {
                return Some(Place { node, at });
            }
        }
        None
    }
}

/// Whether a place is that of a whole OpenAPI document.
pub(super) fn is_document(place: &Place<'_>) -> bool {
    let has = |key: &str| place.node.get(key).is_some();
    place.at.pointer.is_empty() && (has("openapi") || has("swagger"))
}

//! Keywords that hold further schemas.

use crate::document::parse::Parser;
use crate::document::parse::place::Place;
use crate::document::{Schema, SchemaId};
use crate::source::{Map, Node};

impl<'a> Parser<'a> {
    /// Reads a keyword if it is one that holds schemas.
    pub(super) fn apply(&mut self, schema: &mut Schema, place: &Place<'a>, key: &str) -> bool {
        match key {
            "$ref" | "$dynamicRef" | "$recursiveRef" => {
                if schema.reference.is_none() {
                    schema.reference = self.schema_reference(place);
                }
            }
            "properties" => schema.properties = self.schemas_by_key(place, key),
            "patternProperties" => schema.pattern_properties = self.schemas_by_key(place, key),
            "additionalProperties" => schema.additional_properties = self.schema_under(place, key),
            "unevaluatedProperties" => {
                schema.unevaluated_properties = self.schema_under(place, key);
            }
            "propertyNames" => schema.property_names = self.schema_under(place, key),
            "prefixItems" => schema.prefix_items = self.schemas_in_order(place, key),
            "items" if items_are_listed(place) => {
                schema.prefix_items = self.schemas_in_order(place, key);
            }
            "items" => schema.items = self.schema_under(place, key),
            // It only speaks of what follows the array form of `items`.
            "additionalItems" if items_are_listed(place) => {
                schema.items = self.schema_under(place, key);
            }
            "allOf" => schema.all_of = self.schemas_in_order(place, key),
            "oneOf" => schema.one_of = self.schemas_in_order(place, key),
            "anyOf" => schema.any_of = self.schemas_in_order(place, key),
            "not" => schema.not = self.schema_under(place, key),
            "if" | "then" | "else" | "dependentSchemas" => schema.conditional = true,
            "contentSchema" => schema.content_schema = self.schema_under(place, key),
            "discriminator" => schema.discriminator = self.discriminator(place).map(Box::new),
            _ => return false,
        }
        true
    }

    fn schemas_by_key(&mut self, place: &Place<'a>, key: &str) -> Map<SchemaId> {
        let members = self.members(place, key);
        members
            .iter()
            .map(|(key, member)| ((*key).to_owned(), self.schema_among(member)))
            .collect()
    }

    fn schemas_in_order(&mut self, place: &Place<'a>, key: &str) -> Vec<SchemaId> {
        let items = self.items(place, key);
        items.iter().map(|item| self.schema_among(item)).collect()
    }
}

fn items_are_listed(place: &Place<'_>) -> bool {
    matches!(place.node.get("items"), Some(Node::Seq(_)))
}

//! The Discriminator Object.

use indexmap::IndexMap;

use crate::diagnostic::Location;
use crate::document::parse::Parser;
use crate::document::parse::place::Place;
use crate::document::{Discriminator, SchemaId};
use crate::source::Node;

impl<'a> Parser<'a> {
    /// The discriminator of a schema; Swagger's is the name of the property alone.
    pub(super) fn discriminator(&mut self, schema: &Place<'a>) -> Option<Discriminator> {
        let place = schema.member("discriminator")?;
        if let Node::Str(name) = place.node {
            return Some(Discriminator {
                at: place.at,
                property_name: name.clone(),
                mapping: IndexMap::new(),
                default_mapping: None,
            });
        }
        if !self.is_object(&place) {
            return None;
        }
        let Some(property_name) = self.text(&place, "propertyName") else {
            let message = "a discriminator without `propertyName` chooses nothing";
            self.warn("missing-member", place.at, message);
            return None;
        };
        let mapping = self.members(&place, "mapping");
        let mapping = mapping
            .iter()
            .filter_map(|(value, target)| Some(((*value).to_owned(), self.mapped(target)?)))
            .collect();
        let default_mapping = place
            .member("defaultMapping")
            .and_then(|target| self.mapped(&target));
        Some(Discriminator {
            at: place.at,
            property_name,
            mapping,
            default_mapping,
        })
    }

    /// What a mapping names: a component, or else anything that a `$ref` could.
    fn mapped(&mut self, place: &Place<'a>) -> Option<SchemaId> {
        let name = self.text_of(place.node, || place.at.clone())?;
        if let Some(&id) = self.schemas.components.get(&name) {
            return Some(id);
        }
        let beside = self.component_beside(&place.at, &name);
        let target = beside.or_else(|| {
            let at = self.sources.lookup(&place.at, &name)?;
            let node = self.sources.node(&at)?;
            Some(Place { node, at })
        });
        let Some(target) = target else {
            self.warn(
                "unknown-mapping",
                place.at.clone(),
                format!("`{name}` is neither the name of a schema nor a reference to one"),
            );
            return None;
        };
        let id = self.schema(&target);
        self.name_target(id, &target.at);
        Some(id)
    }

    /// The component of this name in the file of the place, if that is not the root.
    fn component_beside(&self, at: &Location, name: &str) -> Option<Place<'a>> {
        let components = Location {
            file: at.file,
            pointer: self.dialect.component_schemas().to_owned(),
        };
        let at = components.join(name);
        let node = self.sources.node(&at)?;
        Some(Place { node, at })
    }
}

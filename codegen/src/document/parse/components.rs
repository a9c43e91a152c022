//! The components beside schemas and security schemes.
//!
//! Each is read even if nothing refers to it, so that its faults are found; what is read for
//! nothing else is dropped.

use super::Parser;
use super::paths::KeyIs;
use super::place::Place;
use super::version::Dialect;

impl<'a> Parser<'a> {
    pub(super) fn components(&mut self, root: &Place<'a>) {
        match self.dialect {
            Dialect::Swagger => self.swagger_components(root),
            Dialect::V30 | Dialect::V31 => {
                if let Some(components) = self.object(root, "components") {
                    self.components_of(&components);
                }
            }
        }
    }

    fn components_of(&mut self, components: &Place<'a>) {
        let bodies = self.named_components(components, "requestBodies");
        let responses = self.named_components(components, "responses");
        for place in bodies {
            self.request_body(&place);
        }
        for place in responses {
            self.response(&place);
        }
        for (_, place) in self.members(components, "parameters") {
            self.component_parameter(&place);
        }
        for (_, place) in self.members(components, "headers") {
            self.header(&place);
        }
        for (key, place) in self.members(components, "mediaTypes") {
            self.media_type(key, &place);
        }
        for (_, place) in self.members(components, "examples") {
            self.follow(&place);
        }
        for (_, place) in self.members(components, "links") {
            self.link(&place);
        }
        for (_, place) in self.members(components, "callbacks") {
            self.callback(&place);
        }
        for (key, place) in self.members(components, "pathItems") {
            self.path_item(&place, key, KeyIs::Other);
        }
    }

    /// The components of a kind. The object that one stands for, here or elsewhere, gets its
    /// name; of several names the first.
    pub(super) fn named_components(&mut self, owner: &Place<'a>, kind: &str) -> Vec<Place<'a>> {
        let members = self.members(owner, kind);
        for (name, place) in &members {
            if let Some(last) = self.walk(place).ok().and_then(|mut steps| steps.pop()) {
                let names = &mut self.component_names;
                names
                    .entry(last.key())
                    .or_insert_with(|| (*name).to_owned());
            }
        }
        members.into_iter().map(|(_, place)| place).collect()
    }
}

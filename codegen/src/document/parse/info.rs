//! What the document says about the API as a whole: `info`, `tags`, `externalDocs`.

use super::Parser;
use super::members::extensions;
use super::place::Place;
use crate::document::{ExternalDocs, Info, Tag};
use crate::source::Node;

impl<'a> Parser<'a> {
    pub(super) fn info(&mut self, root: &Place<'a>) -> Info {
        let Some(place) = self.object(root, "info") else {
            return Info::default();
        };
        let license = self.detail(&place, "license").and_then(|license| {
            let name = self.text(&license, "name");
            let name = name.or_else(|| self.text(&license, "identifier"));
            Some((name?, self.text(&license, "url")))
        });
        let contact = self
            .detail(&place, "contact")
            .map_or_else(Vec::new, |contact| {
                let parts = ["name", "url", "email"].map(|key| self.text(&contact, key));
                parts.into_iter().flatten().collect()
            });
        Info {
            title: self.text(&place, "title").unwrap_or_default(),
            version: self.text(&place, "version").unwrap_or_default(),
            summary: self.text(&place, "summary"),
            description: self.text(&place, "description"),
            terms_of_service: self.text(&place, "termsOfService"),
            contact,
            license,
            extensions: extensions(place.node),
            at: place.at,
        }
    }

    pub(super) fn tags(&mut self, root: &Place<'a>) -> Vec<Tag> {
        let items = self.items(root, "tags");
        items.iter().filter_map(|place| self.tag(place)).collect()
    }

    fn tag(&mut self, place: &Place<'a>) -> Option<Tag> {
        if let Node::Str(name) = place.node {
            return Some(Tag {
                name: name.clone(),
                ..Tag::default()
            });
        }
        // Lists of tags are kept in files of their own too.
        let place = &self.follow_for_copy(place)?.place;
        let Some(name) = self.text(place, "name") else {
            self.warn("missing-member", place.at.clone(), "a tag has a `name`");
            return None;
        };
        let summary = self.text(place, "summary");
        Some(Tag {
            name,
            summary: summary.or_else(|| self.text(place, "x-displayName")),
            description: self.text(place, "description"),
            parent: self.text(place, "parent"),
            external_docs: self.external_docs(place),
        })
    }

    /// `externalDocs` of any object.
    pub(super) fn external_docs(&mut self, place: &Place<'a>) -> Option<ExternalDocs> {
        let place = place.member("externalDocs")?;
        Some(ExternalDocs {
            url: self.text(&place, "url")?,
            description: self.text(&place, "description"),
        })
    }
}

//! Encodings: how the members of a form are written, and what the parts of a body are.

use std::collections::BTreeMap;

use serde_json::Value;

use super::parameters::{self, Parameter, Style};
use crate::document::{Document, Place};

/// How what stands together is written: by name, and since 3.2 by place.
#[derive(Clone, Debug, Default)]
pub(crate) struct Encodings {
    /// `encoding`
    pub(crate) by_name: BTreeMap<String, Encoding>,
    /// `prefixEncoding`
    pub(super) prefix: Vec<Encoding>,
    /// `itemEncoding`
    pub(super) item: Option<Box<Encoding>>,
}

/// How one member of a form is written.
#[derive(Clone, Debug, Default)]
pub(crate) struct Encoding {
    pub(crate) content_type: Option<String>,
    pub(crate) style: Option<(Style, bool)>,
    /// Headers of the part.
    pub(crate) headers: Vec<Parameter>,
    /// The parts of a part that is made of such.
    pub(crate) inner: Encodings,
}

impl Encodings {
    /// Reads those of a media type, or of an encoding.
    pub(super) fn of(document: &Document, owner: &Place) -> Self {
        let by_name = document.members(&owner.join("encoding")).into_iter();
        let prefix = document.items(&owner.join("prefixEncoding")).into_iter();
        let item = owner.join("itemEncoding");
        Self {
            by_name: by_name
                .map(|(key, place)| (key, encoding(document, &place)))
                .collect(),
            prefix: prefix.map(|place| encoding(document, &place)).collect(),
            item: document
                .at(&item)
                .is_object()
                .then(|| Box::new(encoding(document, &item))),
        }
    }

    /// Whether it speaks of places.
    pub(crate) fn is_by_place(&self) -> bool {
        !self.prefix.is_empty() || self.item.is_some()
    }

    /// What is said of the part at a place.
    pub(crate) fn at(&self, place: usize) -> Option<&Encoding> {
        self.prefix.get(place).or(self.item.as_deref())
    }
}

fn encoding(document: &Document, place: &Place) -> Encoding {
    let said = document.at(place);
    let style = said.get("style").and_then(Value::as_str);
    let explode = said.get("explode").and_then(Value::as_bool);
    let said_so = style.is_some() || explode.is_some();
    let style = match style {
        Some("spaceDelimited") => Style::SpaceDelimited,
        Some("pipeDelimited") => Style::PipeDelimited,
        Some("deepObject") => Style::DeepObject,
        _ => Style::Form,
    };
    let content_type = said.get("contentType").and_then(Value::as_str);
    Encoding {
        content_type: content_type.map(str::to_owned),
        style: said_so.then(|| (style, explode.unwrap_or(style == Style::Form))),
        headers: parameters::of_part(document, place),
        inner: Encodings::of(document, place),
    }
}

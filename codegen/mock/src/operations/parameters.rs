//! Parameters: where each stands and how it is written.

use serde_json::Value;

use crate::document::{Document, Place};

/// One parameter.
#[derive(Clone, Debug)]
pub(crate) struct Parameter {
    pub(crate) name: String,
    pub(crate) location: Location,
    pub(crate) required: bool,
    pub(crate) shape: Shape,
    pub(crate) place: Place,
    /// It may come without a value (`?flag`).
    pub(crate) may_be_empty: bool,
}

/// Where a parameter stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Location {
    Path,
    Query,
    QueryString,
    Header,
    Cookie,
}

/// How a parameter is written.
#[derive(Clone, Debug)]
pub(crate) enum Shape {
    /// By `style` and `explode`.
    Style {
        style: Style,
        explode: bool,
        schema: Option<Place>,
    },
    /// As a document of a media type.
    Content {
        media_type: String,
        schema: Option<Place>,
    },
}

/// How lists and objects become text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    Matrix,
    Label,
    Simple,
    Form,
    SpaceDelimited,
    TabDelimited,
    PipeDelimited,
    DeepObject,
    Cookie,
}

/// The texts that a parameter of a path may be, where the document lists them.
pub(super) fn choices(document: &Document, all: &[Parameter], name: &str) -> Vec<String> {
    let own = |one: &&Parameter| one.location == Location::Path && one.name == name;
    let Some(parameter) = all.iter().find(own) else {
        return Vec::new();
    };
    let (Shape::Style { schema, .. } | Shape::Content { schema, .. }) = &parameter.shape;
    let values = schema
        .as_ref()
        .and_then(|schema| document.at(&document.follow(schema)).get("enum"));
    let values = values.and_then(Value::as_array).into_iter().flatten();
    let texts = values.filter_map(Value::as_str);
    texts.map(str::to_owned).collect()
}

/// The parameters of a path item and of its operation, which overrides.
pub(super) fn places(document: &Document, item: &Place, operation: &Place) -> Vec<Place> {
    let mut found: Vec<(Value, Value, Place)> = Vec::new();
    for owner in [item, operation] {
        for place in document.items(&owner.join("parameters")) {
            let parameter = document.at(&place);
            let part = |key: &str| parameter.get(key).cloned().unwrap_or_default();
            let (name, location) = (part("name"), part("in"));
            found.retain(|known| (&known.0, &known.1) != (&name, &location));
            found.push((name, location, place));
        }
    }
    found.into_iter().map(|(_, _, place)| place).collect()
}

pub(super) fn of_openapi(document: &Document, places: &[Place]) -> Vec<Parameter> {
    let all = places.iter();
    all.filter_map(|place| {
        let mut parameter = named(document, place)?;
        parameter.shape = shape(document, place, parameter.location);
        Some(parameter)
    })
    .collect()
}

/// The headers of a part, by the encoding that says them.
pub(super) fn of_part(document: &Document, encoding: &Place) -> Vec<Parameter> {
    let headers = document.members(&encoding.join("headers")).into_iter();
    headers
        .filter(|(name, _)| {
            let made = ["content-type", "content-disposition"];
            !made.iter().any(|made| name.eq_ignore_ascii_case(made))
        })
        .map(|(name, place)| {
            let place = document.follow(&place);
            Parameter {
                name,
                location: Location::Header,
                required: document.at(&place).get("required") == Some(&Value::Bool(true)),
                shape: shape(document, &place, Location::Header),
                place,
                may_be_empty: false,
            }
        })
        .collect()
}

/// How a parameter or header is written.
fn shape(document: &Document, place: &Place, location: Location) -> Shape {
    let said = document.at(place);
    let content = document.members(&place.join("content"));
    if let Some((media_type, media)) = content.into_iter().next() {
        let media = document.follow(&media);
        return Shape::Content {
            media_type,
            schema: present(document, media.join("schema")),
        };
    }
    let usual = usual(location);
    let style = match said.get("style").and_then(Value::as_str) {
        Some("matrix") => Style::Matrix,
        Some("label") => Style::Label,
        Some("simple") => Style::Simple,
        Some("form") => Style::Form,
        Some("spaceDelimited") => Style::SpaceDelimited,
        Some("pipeDelimited") => Style::PipeDelimited,
        Some("deepObject") => Style::DeepObject,
        Some("cookie") => Style::Cookie,
        _ => usual,
    };
    let explode = said.get("explode").and_then(Value::as_bool);
    Shape::Style {
        style,
        explode: explode.unwrap_or(matches!(style, Style::Form | Style::Cookie)),
        schema: present(document, place.join("schema")),
    }
}

/// Swagger 2.0: the parameter is its own schema, and `collectionFormat` says how lists are written.
pub(super) fn of_swagger(document: &Document, places: &[Place]) -> Vec<Parameter> {
    let all = places.iter();
    all.filter_map(|place| {
        let mut parameter = named(document, place)?;
        let said = document.at(place);
        let format = said.get("collectionFormat").and_then(Value::as_str);
        let (style, explode) = match said.get("type").and_then(Value::as_str) {
            // Which 2.0 does not know; read as 3.0 reads them by default.
            Some("object") => (
                usual(parameter.location),
                parameter.location == Location::Query,
            ),
            _ => collection(format, parameter.location),
        };
        parameter.shape = Shape::Style {
            style,
            explode,
            schema: Some(place.clone()),
        };
        Some(parameter)
    })
    .collect()
}

/// How `collectionFormat` is called today.
pub(super) fn collection(format: Option<&str>, location: Location) -> (Style, bool) {
    match format {
        Some("ssv") => (Style::SpaceDelimited, false),
        Some("tsv") => (Style::TabDelimited, false),
        Some("pipes") => (Style::PipeDelimited, false),
        Some("multi") => (Style::Form, true),
        _ => (usual(location), false),
    }
}

fn usual(location: Location) -> Style {
    match location {
        Location::Path | Location::Header => Style::Simple,
        Location::Query | Location::QueryString | Location::Cookie => Style::Form,
    }
}

fn named(document: &Document, place: &Place) -> Option<Parameter> {
    let said = document.at(place);
    let location = match said.get("in")?.as_str()? {
        "path" => Location::Path,
        "query" => Location::Query,
        "querystring" => Location::QueryString,
        "header" => Location::Header,
        "cookie" => Location::Cookie,
        _ => return None,
    };
    let name = said.get("name").and_then(Value::as_str);
    let name = match location {
        Location::QueryString => name.unwrap_or_default(),
        _ => name?,
    };
    // The standard keeps these for content negotiation and security.
    let kept = ["accept", "authorization", "content-type"];
    if location == Location::Header && kept.contains(&name.to_ascii_lowercase().as_str()) {
        return None;
    }
    let flag = |key: &str| said.get(key) == Some(&Value::Bool(true));
    Some(Parameter {
        name: name.to_owned(),
        location,
        required: flag("required") || location == Location::Path,
        shape: Shape::Style {
            style: usual(location),
            explode: false,
            schema: None,
        },
        place: place.clone(),
        may_be_empty: flag("allowEmptyValue"),
    })
}

fn present(document: &Document, place: Place) -> Option<Place> {
    (!document.at(&place).is_null()).then_some(place)
}

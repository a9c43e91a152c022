//! Bodies: the media types of requests and answers.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::encodings::{Encoding, Encodings};
use super::parameters::{Location, collection};
use crate::document::{Document, Place};

/// What a request carries.
#[derive(Debug)]
pub(crate) struct Body {
    pub(crate) required: bool,
    pub(crate) place: Place,
    pub(crate) content: Vec<Media>,
}

/// One media type of a body.
#[derive(Debug)]
pub(crate) struct Media {
    /// As written: a media type, or a range of them.
    pub(crate) range: String,
    pub(crate) place: Place,
    pub(crate) schema: Option<Place>,
    /// The schema of each item of a stream (OpenAPI 3.2).
    pub(crate) item: Option<Place>,
    /// How members of a form are written.
    pub(crate) encodings: Encodings,
    /// Name and value, the best first.
    pub(crate) examples: Vec<(String, Value)>,
}

pub(super) fn of_request(document: &Document, operation: &Place) -> Option<Body> {
    let place = document.member(operation, "requestBody")?;
    Some(Body {
        required: document.at(&place).get("required") == Some(&Value::Bool(true)),
        content: content(document, &place),
        place,
    })
}

/// The media types of `content`.
pub(super) fn content(document: &Document, owner: &Place) -> Vec<Media> {
    let all = document.members(&owner.join("content")).into_iter();
    all.map(|(media_type, place)| {
        let place = document.follow(&place);
        let present = |key: &str| {
            let place = place.join(key);
            (!document.at(&place).is_null()).then_some(place)
        };
        Media {
            range: media_type,
            schema: present("schema"),
            item: present("itemSchema"),
            encodings: Encodings::of(document, &place),
            examples: examples(document, &place),
            place,
        }
    })
    .collect()
}

fn examples(document: &Document, media: &Place) -> Vec<(String, Value)> {
    let mut found = Vec::new();
    let one = document.at(&media.join("example"));
    if !one.is_null() {
        found.push((String::from("example"), one.clone()));
    }
    for (name, place) in document.members(&media.join("examples")) {
        let example = document.at(&document.follow(&place)).clone();
        let value = example.get("value").or_else(|| example.get("dataValue"));
        if let Some(value) = value {
            found.push((name, value.clone()));
        }
    }
    found
}

/// Swagger 2.0: `in: body`, or the fields of a form.
pub(super) fn of_swagger(
    document: &mut Document,
    operation: &Place,
    parameters: &[Place],
) -> Option<Body> {
    let of = |document: &Document, location: &str| -> Vec<Place> {
        let all = parameters.iter();
        all.filter(|place| document.at(place).get("in") == Some(&Value::from(location)))
            .cloned()
            .collect()
    };
    let consumes = media_types(document, operation, "consumes");
    let required = |document: &Document, place: &Place| {
        document.at(place).get("required") == Some(&Value::Bool(true))
    };
    if let Some(place) = of(document, "body").into_iter().next() {
        let types = or_json(consumes);
        return Some(Body {
            required: required(document, &place),
            content: types
                .into_iter()
                .map(|media_type| plain(media_type, &place, Some(place.join("schema"))))
                .collect(),
            place,
        });
    }
    let fields = of(document, "formData");
    let first = fields.first()?.clone();
    let form = form(document, &fields);
    let any_required = fields.iter().any(|place| required(document, place));
    let has_file = fields
        .iter()
        .any(|place| document.at(place).get("type") == Some(&Value::from("file")));
    let by_name: BTreeMap<String, Encoding> = fields
        .iter()
        .filter_map(|place| {
            let said = document.at(place);
            let format = said.get("collectionFormat").and_then(Value::as_str);
            let list = said.get("type") == Some(&Value::from("array"));
            let encoding = Encoding {
                style: list.then(|| collection(format, Location::Query)),
                ..Encoding::default()
            };
            Some((said.get("name")?.as_str()?.to_owned(), encoding))
        })
        .collect();
    let encodings = Encodings {
        by_name,
        ..Encodings::default()
    };
    let path = format!("{}/form", document.reference(operation));
    let schema = document.add(path, form);
    let forms = ["application/x-www-form-urlencoded", "multipart/form-data"];
    let mut types: Vec<String> = consumes
        .into_iter()
        .filter(|media_type| forms.contains(&media_type.as_str()))
        .collect();
    if types.is_empty() || has_file {
        types = vec![forms[usize::from(has_file)].to_owned()];
    }
    Some(Body {
        required: any_required,
        place: first.clone(),
        content: types
            .into_iter()
            .map(|media_type| Media {
                encodings: encodings.clone(),
                ..plain(media_type, &first, Some(schema.clone()))
            })
            .collect(),
    })
}

/// The fields of a form as one schema.
fn form(document: &Document, fields: &[Place]) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for place in fields {
        let said = document.at(place);
        let Some(name) = said.get("name").and_then(Value::as_str) else {
            continue;
        };
        properties.insert(name.to_owned(), json!({"$ref": document.reference(place)}));
        if said.get("required") == Some(&Value::Bool(true)) {
            required.push(name);
        }
    }
    json!({"type": "object", "properties": properties, "required": required})
}

pub(super) fn of_swagger_response(
    document: &Document,
    operation: &Place,
    response: &Place,
) -> Vec<Media> {
    let schema = response.join("schema");
    if document.at(&schema).is_null() {
        return Vec::new();
    }
    let types = or_json(media_types(document, operation, "produces"));
    types
        .into_iter()
        .map(|media_type| {
            let example = document
                .at(&response.join("examples"))
                .get(&media_type)
                .cloned();
            Media {
                examples: example
                    .into_iter()
                    .map(|value| (String::from("example"), value))
                    .collect(),
                ..plain(media_type, response, Some(schema.clone()))
            }
        })
        .collect()
}

fn or_json(types: Vec<String>) -> Vec<String> {
    if types.is_empty() {
        vec![String::from("application/json")]
    } else {
        types
    }
}

fn plain(media_type: String, place: &Place, schema: Option<Place>) -> Media {
    Media {
        range: media_type,
        place: place.clone(),
        schema,
        item: None,
        encodings: Encodings::default(),
        examples: Vec::new(),
    }
}

/// `consumes` or `produces` of an operation, else of the document.
fn media_types(document: &Document, operation: &Place, key: &str) -> Vec<String> {
    let of = |place: Place| document.at(&place).as_array().cloned();
    let types = of(operation.join(key)).or_else(|| of(Document::root().join(key)));
    let types = types.unwrap_or_default().into_iter();
    types
        .filter_map(|text| text.as_str().map(str::to_owned))
        .collect()
}

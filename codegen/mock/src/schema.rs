//! Schemas: each with all that it refers to as one JSON Schema, and the validator of that.

mod adapt;

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use jsonschema::{Draft, Validator};
use serde_json::{Value, json};

use crate::document::{Document, Place, Version};

/// Which way a value travels: what only the server sends is not asked of a request, what only the
/// client sends is not expected in an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Direction {
    Request,
    Response,
}

/// A schema with all that it refers to.
#[derive(Debug)]
pub(crate) struct Schema {
    /// JSON Schema 2020-12, every reference into its own `$defs`.
    pub(crate) bundle: Value,
    /// Where each of the `$defs` stands in the document.
    places: Vec<Place>,
    validator: Result<Validator, String>,
}

/// A value that a schema does not accept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mismatch {
    /// Where in the value, as a JSON pointer.
    pub(crate) at: String,
    /// Where in the document.
    pub(crate) place: Place,
    /// What is wrong.
    pub(crate) message: String,
}

impl Schema {
    fn new(document: &Document, version: Version, place: &Place, direction: Direction) -> Self {
        let (definitions, places) = adapt::adapt(document, version, place, direction);
        let bundle = json!({"$ref": "#/$defs/0", "$defs": definitions});
        let validator = jsonschema::options()
            .with_draft(Draft::Draft202012)
            .should_validate_formats(true)
            .offline()
            .build(&bundle)
            .map_err(|error| format!("the schema cannot be used: {error}"));
        Self {
            bundle,
            places,
            validator,
        }
    }

    /// What is wrong with a value.
    pub(crate) fn check(&self, value: &Value) -> Vec<Mismatch> {
        let validator = match &self.validator {
            Ok(validator) => validator,
            Err(message) => {
                return vec![Mismatch {
                    at: String::new(),
                    place: self.places[0].clone(),
                    message: message.clone(),
                }];
            }
        };
        validator
            .iter_errors(value)
            .take(MOST_TOLD)
            .map(|error| Mismatch {
                at: error.instance_path().to_string(),
                place: self.place(&error.schema_path().to_string()),
                message: shortened(&error.masked().to_string()),
            })
            .collect()
    }

    /// Whether a value is as the schema says.
    pub(crate) fn accepts(&self, value: &Value) -> bool {
        self.validator
            .as_ref()
            .is_ok_and(|validator| validator.is_valid(value))
    }

    /// Where in the document a place of the bundle is.
    fn place(&self, path: &str) -> Place {
        let Some((_, rest)) = path.rsplit_once("/$defs/") else {
            return self.places[0].clone();
        };
        let (number, pointer) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let index: usize = number.parse().unwrap_or(0);
        self.places
            .get(index)
            .map_or_else(|| self.places[0].clone(), |place| place.deeper(pointer))
    }
}

/// How many mismatches of one value are told.
const MOST_TOLD: usize = 10;

fn shortened(text: &str) -> String {
    match text.char_indices().nth(300) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The schemas that were needed so far.
#[derive(Debug, Default)]
pub(crate) struct Schemas {
    made: Mutex<HashMap<(Place, Direction), Arc<Schema>>>,
}

impl Schemas {
    /// The schema at a place.
    pub(crate) fn get(
        &self,
        document: &Document,
        version: Version,
        place: &Place,
        direction: Direction,
    ) -> Arc<Schema> {
        let key = (place.clone(), direction);
        let lock = || {
            self.made
                .lock()
                .expect("no thread panics while it holds the schemas")
        };
        if let Some(schema) = lock().get(&key) {
            return Arc::clone(schema);
        }
        let schema = Arc::new(Schema::new(document, version, place, direction));
        Arc::clone(lock().entry(key).or_insert(schema))
    }
}

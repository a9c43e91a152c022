//! Schemas and instances made by chance: what a schema validator accepts comes back as it was.

mod instance;
mod schema;

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write as _;
use std::fs;

use fastrand::Rng;
use jsonschema::{Draft, Validator};
use serde_json::{Map, Value, json};

use super::program;
use instance::Instances;

/// The same each time; another number, in the environment, makes other schemas.
const SEED: u64 = 20_261_121;

/// So many schemas, beside those that they are made of.
const SCHEMAS: usize = 160;

/// So many instances are wanted of each, and so many are tried for them.
const INSTANCES: usize = 8;
const ATTEMPTS: usize = 60;

#[test]
fn what_is_valid_comes_back() {
    let seed = env::var("SPECWRIGHT_SEED").ok();
    let seed = seed.map_or(SEED, |seed| seed.parse().expect("a seed is a number"));
    let mut rng = Rng::with_seed(seed);
    let schemas = schema::components(&mut rng, SCHEMAS);
    let mut cases: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for name in schemas.keys() {
        let validator = validator(&schemas, name);
        let mut instances = Instances::new(&schemas, &mut rng);
        let tried = (0..ATTEMPTS).map(|_| instances.of_component(name));
        let valid = tried.filter(|instance| validator.is_valid(instance));
        cases.insert(name.to_owned(), valid.take(INSTANCES).collect());
    }
    let without: Vec<&String> = cases
        .iter()
        .filter_map(|(name, values)| values.is_empty().then_some(name))
        .collect();
    assert!(
        without.len() * 10 <= cases.len(),
        "no instance of {without:?}"
    );

    let work = program::folder("random");
    let root = work.join("random.json");
    let document = program::document(&schemas).to_string();
    fs::write(&root, document).expect("a file can be written");
    if let Err(said) = program::generate(&work, "random", &root) {
        panic!("the document is refused: {said:?}");
    }
    let answers = program::check(&work, "random", &cases);
    let asked: usize = cases.values().map(Vec::len).sum();
    assert_eq!(answers.len(), asked, "every instance is asked about");
    assert!(asked > SCHEMAS * INSTANCES / 2, "only {asked} instances");
    let mut wrong = String::new();
    for answer in answers.iter().filter(|answer| !answer.same) {
        let (schema, value) = (&schemas[&answer.name], &cases[&answer.name][answer.index]);
        let said = match serde_json::from_str::<Value>(&answer.said) {
            Ok(said) if answer.decoded => lost(value, &said[0], ""),
            _ => answer.said.clone(),
        };
        let _ = writeln!(wrong, "{}: {said}\n  {schema}\n  {value}", answer.name);
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// What tells whether a value is one of a component.
fn validator(schemas: &Map<String, Value>, name: &str) -> Validator {
    let schema = json!({
        "$ref": format!("#/components/schemas/{name}"),
        "components": { "schemas": schemas },
    });
    jsonschema::options()
        .with_draft(Draft::Draft202012)
        .should_validate_formats(true)
        .build(&schema)
        .unwrap_or_else(|error| panic!("{name} is no schema: {error}"))
}

/// The first place where what came back differs.
fn lost(value: &Value, said: &Value, at: &str) -> String {
    let inner: Vec<(String, &Value, &Value)> = match (value, said) {
        (Value::Object(value), Value::Object(said)) if value.keys().eq(said.keys()) => value
            .iter()
            .map(|(key, member)| (format!("{at}/{key}"), member, &said[key]))
            .collect(),
        (Value::Array(value), Value::Array(said)) if value.len() == said.len() => value
            .iter()
            .zip(said)
            .enumerate()
            .map(|(index, (value, said))| (format!("{at}/{index}"), value, said))
            .collect(),
        _ => return format!("`{at}` comes back as {said}"),
    };
    let found = inner.into_iter().find(|(_, value, said)| value != said);
    match found {
        Some((at, value, said)) => lost(value, said, &at),
        None => format!("`{at}` comes back as {said}"),
    }
}

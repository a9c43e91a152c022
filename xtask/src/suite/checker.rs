//! The program that decodes and encodes every instance with the generated types.

use std::fmt::Write as _;
use std::fs;

use anyhow::{Context as _, Result};
use camino::Utf8Path;
use serde_json::{Map, Value};

use super::cases::Group;

const MANIFEST: &str = r#"[workspace]
resolver = "3"
members = ["types", "checker"]
"#;

const CHECKER_MANIFEST: &str = r#"[package]
name = "suite-checker"
version = "0.0.0"
edition = "2024"
publish = false

[dependencies]
serde = "1"
serde_json = "1"
suite-types = { path = "../types", default-features = false }
"#;

const HEAD: &str = r#"//! Decodes and encodes every instance of the suite.

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use suite_types::{models, runtime};

fn check<T: DeserializeOwned + Serialize>(name: &str, cases: &Value) {
    let instances = cases[name].as_array().expect("the cases name every group");
    for (index, instance) in instances.iter().enumerate() {
        let text = instance.to_string();
        let decoded = runtime::json::from_slice::<T>(text.as_bytes());
        let (same, error) = match &decoded {
            Err(error) => (false, error.to_string()),
            Ok(value) => {
                let encoded = runtime::json::to_vec(value).expect("every value can be written");
                let encoded: Value = serde_json::from_slice(&encoded).expect("it is JSON");
                (same(&encoded, instance), encoded.to_string())
            }
        };
        let answer = json!({ "group": name, "test": index, "decoded": decoded.is_ok(), "same": same, "said": error });
        println!("{answer}");
    }
}

/// Whether two values are equal, numbers by value.
fn same(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => left == right || left.as_f64() == right.as_f64(),
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| same(left, right))
        }
        (Value::Object(left), Value::Object(right)) => {
            left.len() == right.len()
                && left.iter().all(|(key, left)| right.get(key).is_some_and(|right| same(left, right)))
        }
        _ => left == right,
    }
}

fn main() {
    let path = std::env::args().nth(1).expect("the cases are named");
    let cases = std::fs::read_to_string(path).expect("the cases are there");
    let cases: Value = serde_json::from_str(&cases).expect("the cases are JSON");
"#;

/// Writes the program, its workspace and its cases.
pub(super) fn write(work: &Utf8Path, groups: &[Group]) -> Result<()> {
    let mut main = HEAD.to_owned();
    let mut cases = Map::new();
    for group in groups {
        let name = &group.name;
        writeln!(main, "    check::<models::{name}>({name:?}, &cases);")
            .expect("writing to a string does not fail");
        let instances = group.tests.iter().map(|test| test.data.clone()).collect();
        cases.insert(name.clone(), Value::Array(instances));
    }
    main.push_str("}\n");
    let files = [
        ("Cargo.toml", MANIFEST.to_owned()),
        ("checker/Cargo.toml", CHECKER_MANIFEST.to_owned()),
        ("checker/src/main.rs", main),
        ("cases.json", Value::Object(cases).to_string()),
    ];
    fs::create_dir_all(work.join("checker/src")).context("the checker's folder cannot be made")?;
    for (path, text) in files {
        let path = work.join(path);
        fs::write(&path, text).with_context(|| format!("{path} cannot be written"))?;
    }
    Ok(())
}

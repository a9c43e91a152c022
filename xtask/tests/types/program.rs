//! A crate of generated types, and a program that decodes and encodes values with them.

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde::Deserialize;
use serde_json::{Map, Value, json};

const MANIFEST: &str = r#"[workspace]
resolver = "3"
members = ["types", "checker"]

[profile.dev]
debug = false
incremental = false
"#;

const CHECKER_MANIFEST: &str = r#"[package]
name = "NAME-checker"
version = "0.0.0"
edition = "2024"
publish = false

[dependencies]
serde = "1"
serde_json = "1"
types = { package = "NAME-types", path = "../types", default-features = false }
"#;

const HEAD: &str = r#"//! Decodes and encodes every instance.

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use types::{models, runtime};

fn check<T: DeserializeOwned + Serialize>(name: &str, cases: &Value) {
    for (index, instance) in cases[name].as_array().into_iter().flatten().enumerate() {
        let decoded = runtime::json::from_slice::<T>(instance.to_string().as_bytes());
        let (same, said) = match &decoded {
            Err(error) => (false, error.to_string()),
            Ok(value) => {
                let encoded = runtime::json::to_vec(value).expect("every value can be written");
                let encoded: Value = serde_json::from_slice(&encoded).expect("it is JSON");
                (same(&encoded, instance), encoded.to_string())
            }
        };
        println!("{}", json!({ "name": name, "index": index, "decoded": decoded.is_ok(), "same": same, "said": said }));
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

/// What the program says of a value.
#[derive(Debug, Deserialize)]
pub(crate) struct Answer {
    /// The component.
    pub(crate) name: String,
    /// Which of its values.
    pub(crate) index: usize,
    /// It could be read.
    pub(crate) decoded: bool,
    /// It was written as it had been.
    pub(crate) same: bool,
    /// What was written, else why it could not be read.
    pub(crate) said: String,
}

/// Where a test works: the last run's remains are gone.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("the folder of the last run can be removed");
    }
    fs::create_dir_all(&folder).expect("a folder can be made");
    folder
}

/// A document with these schemas, and a list of each: what stands in a list may be null where the
/// schema says so, which the type of a component alone does not tell.
pub(crate) fn document(schemas: &Map<String, Value>) -> Value {
    let lists = schemas.keys().map(|name| {
        let items = json!({ "$ref": format!("#/components/schemas/{name}") });
        (
            format!("{name}List"),
            json!({ "type": "array", "items": items }),
        )
    });
    let schemas = schemas.clone().into_iter().chain(lists);
    json!({
        "openapi": "3.1.0",
        "info": { "title": "Types", "version": "1" },
        "paths": {},
        "components": { "schemas": Value::Object(schemas.collect()) },
    })
}

/// Generates the crate of a document; else the diagnostics, a JSON object each.
pub(crate) fn generate(work: &Path, name: &str, root: &Path) -> Result<(), Vec<Value>> {
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["codegen", "--message-format", "json", "--name"])
        .arg(format!("{name}-types"))
        .arg("--spec")
        .arg(root)
        .arg("--out")
        .arg(work.join("types"))
        .output()
        .expect("the program can be started");
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stdout);
    let objects = said
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok());
    let objects: Vec<Value> = objects.collect();
    assert!(!objects.is_empty(), "{output:?}");
    Err(objects)
}

/// Decodes and encodes each of the values of each component.
pub(crate) fn check(work: &Path, name: &str, cases: &BTreeMap<String, Vec<Value>>) -> Vec<Answer> {
    let mut main = HEAD.to_owned();
    let mut wrapped = Map::new();
    for (name, values) in cases {
        writeln!(main, "    check::<models::{name}List>({name:?}, &cases);")
            .expect("writing to a string does not fail");
        let values = values.iter().map(|value| json!([value])).collect();
        wrapped.insert(name.clone(), Value::Array(values));
    }
    main.push_str("}\n");
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
    let lock = fs::read_to_string(lock).expect("the workspace is locked");
    fs::create_dir_all(work.join("checker/src")).expect("a folder can be made");
    for (path, text) in [
        ("Cargo.toml", MANIFEST),
        ("Cargo.lock", &lock),
        (
            "checker/Cargo.toml",
            &CHECKER_MANIFEST.replace("NAME", name),
        ),
        ("checker/src/main.rs", &main),
        ("cases.json", &Value::Object(wrapped).to_string()),
    ] {
        fs::write(work.join(path), text).expect("a file can be written");
    }
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let output = Command::new(cargo)
        .args(["run", "--quiet", "--offline", "--package"])
        .arg(format!("{name}-checker"))
        .arg("cases.json")
        .current_dir(work)
        .env(
            "CARGO_TARGET_DIR",
            Path::new(env!("CARGO_TARGET_TMPDIR")).join("build"),
        )
        .stdin(Stdio::null())
        .output()
        .expect("cargo can be started");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    let answers = String::from_utf8(output.stdout).expect("the program prints text");
    let answers = answers
        .lines()
        .map(|line| serde_json::from_str(line).expect("the program prints JSON lines"));
    answers.collect()
}

//! The JSON Schema test suite: every group of it is a component of one document.
//!
//! A valid instance comes back as it was, and an invalid one is refused, if the group's keywords
//! are those that types can express. What does not go so stands in `suite/accepted.txt`, by name
//! and with the reason.

mod accepted;
mod cases;
mod report;

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use serde_json::{Map, json};

use super::program;
use cases::Group;

/// So many of the valid instances that types can express come back as they were, in percent.
const AT_LEAST: f64 = 95.0;

#[test]
fn the_suite_holds() {
    let corpus = env::var_os("SPECWRIGHT_CORPUS").map(PathBuf::from);
    let corpus =
        corpus.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus"));
    let suite = corpus.join("jsonschema");
    if !suite.is_dir() {
        tell(&format!(
            "SKIPPED: the JSON Schema suite is not in {}",
            suite.display()
        ));
        return;
    }
    let work = program::folder("suite");
    let mut groups = cases::read(&suite);
    let refused = generate(&work, &mut groups);
    let values = groups.iter().map(|group| {
        let values = group.tests.iter().map(|test| test.data.clone());
        (group.name.clone(), values.collect())
    });
    let answers = program::check(&work, "suite", &values.collect());
    let report = report::Report::new(&groups, &refused, &answers);
    tell(&report.table());
    let wrong = accepted::differences(&report.failures);
    assert!(wrong.is_empty(), "{wrong}");
    assert!(report.share() >= AT_LEAST, "{:.1} %", report.share());
}

/// Says something whether the test passes or not.
fn tell(text: &str) {
    writeln!(std::io::stderr(), "{text}").expect("there is somebody to tell");
}

/// A group that the generator refuses, and what it says.
struct Refused {
    group: Group,
    reason: String,
}

/// Writes the crate of all groups that the generator takes.
fn generate(work: &Path, groups: &mut Vec<Group>) -> Vec<Refused> {
    let mut refused = Vec::new();
    loop {
        let root = write(&work.join("spec"), groups);
        let Err(said) = program::generate(work, "suite", &root) else {
            return refused;
        };
        let before = groups.len();
        for said in said.iter().filter(|said| said["severity"] == "error") {
            let place = format!("{} {}", said["file"], said["pointer"]);
            if let Some(index) = groups.iter().position(|group| group.is_at(&place)) {
                refused.push(Refused {
                    group: groups.remove(index),
                    reason: said["message"].as_str().unwrap_or_default().to_owned(),
                });
            }
        }
        assert!(groups.len() < before, "the document is refused: {said:?}");
    }
}

/// Writes the document: a root, and a file for each group, so that `#` means the group's schema.
fn write(folder: &Path, groups: &[Group]) -> PathBuf {
    fs::create_dir_all(folder.join("groups")).expect("a folder can be made");
    let mut schemas = Map::new();
    for group in groups {
        let path = format!("groups/{}.json", group.name);
        fs::write(folder.join(&path), group.schema.to_string()).expect("a file can be written");
        schemas.insert(group.name.clone(), json!({ "$ref": path }));
    }
    let root = folder.join("suite.json");
    let document = program::document(&schemas).to_string();
    fs::write(&root, document).expect("a file can be written");
    root
}

/// What failed, by name: `Ref0/1` is the second instance of the first group of `ref.json`.
type Failures = BTreeMap<String, String>;

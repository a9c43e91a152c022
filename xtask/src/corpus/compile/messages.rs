//! What cargo says in JSON, sorted by crate.

use std::collections::{BTreeMap, BTreeSet};

use camino::Utf8Path;
use serde::Deserialize;

/// What cargo said.
#[derive(Debug, Default)]
pub(super) struct Messages {
    /// The errors of each crate that has some.
    pub(super) errors: BTreeMap<String, Vec<String>>,
    finished: BTreeSet<String>,
}

#[derive(Deserialize)]
struct Line {
    reason: String,
    #[serde(default)]
    manifest_path: String,
    message: Option<Message>,
}

#[derive(Deserialize)]
struct Message {
    level: String,
    rendered: Option<String>,
    #[serde(rename = "message")]
    text: String,
}

impl Message {
    /// Whether it is an error, and not the count of errors at the end.
    fn is_error(&self) -> bool {
        self.level.starts_with("error") && !self.text.starts_with("aborting due to")
    }
}

impl Messages {
    /// Reads cargo's lines; a crate is known by the folder of its manifest.
    pub(super) fn read(text: &str) -> Self {
        let mut messages = Self::default();
        for line in text.lines() {
            // Build scripts may print anything between cargo's lines.
            let Ok(line) = serde_json::from_str::<Line>(line) else {
                continue;
            };
            let Some(package) = package(&line.manifest_path) else {
                continue;
            };
            match (line.reason.as_str(), line.message) {
                ("compiler-artifact", _) => {
                    messages.finished.insert(package);
                }
                ("compiler-message", Some(message)) if message.is_error() => {
                    messages.add(package, message.rendered.unwrap_or(message.text));
                }
                _ => {}
            }
        }
        messages
    }

    pub(super) fn add(&mut self, package: String, error: String) {
        self.errors.entry(package).or_default().push(error);
    }

    /// Whether something of the crate was built.
    pub(super) fn finished(&self, package: &str) -> bool {
        self.finished.contains(package)
    }

    pub(super) fn has_errors(&self, package: &str) -> bool {
        self.errors.contains_key(package)
    }
}

fn package(manifest: &str) -> Option<String> {
    let folder = Utf8Path::new(manifest).parent()?;
    folder.file_name().map(String::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_go_to_their_crates() {
        let text = concat!(
            "not json\n",
            r#"{"reason":"compiler-artifact","manifest_path":"/w/crates/a/Cargo.toml"}"#,
            "\n",
            r#"{"reason":"compiler-message","manifest_path":"/w/crates/b/Cargo.toml","message":{"level":"error","message":"no","rendered":"error: no\n"}}"#,
            "\n",
            r#"{"reason":"compiler-message","manifest_path":"/w/crates/b/Cargo.toml","message":{"level":"error","message":"aborting due to 1 previous error","rendered":"x"}}"#,
            "\n",
            r#"{"reason":"compiler-message","manifest_path":"/w/crates/a/Cargo.toml","message":{"level":"warning","message":"hm","rendered":"warning: hm"}}"#,
            "\n",
            r#"{"reason":"build-finished","success":false}"#,
        );
        let messages = Messages::read(text);
        assert!(messages.finished("a") && !messages.has_errors("a"));
        assert!(!messages.finished("b"));
        assert_eq!(messages.errors["b"], ["error: no\n"]);
    }
}

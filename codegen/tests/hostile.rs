//! Documents that mean harm, made here and not kept: too large, too deep, too many, ill named.
//!
//! Each is refused with a reason or becomes a crate. That it does so soon and in little memory is
//! for whoever runs it to see: a test takes no time.

#[path = "hostile/names.rs"]
mod names;
#[path = "hostile/notation.rs"]
mod notation;
#[path = "hostile/operations.rs"]
mod operations;
#[path = "hostile/references.rs"]
mod references;
#[path = "hostile/schemas.rs"]
mod schemas;
#[path = "support/soundness.rs"]
mod soundness;
#[path = "hostile/texts.rs"]
mod texts;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use specwright::backend::{BACKENDS, Files, Options};
use specwright::config::Config;
use specwright::diagnostic::Severity;
use specwright::source::Limits;
use specwright::{Generated, Input};

/// A build that is not optimised is given less to do, and takes less.
const fn scaled(size: usize) -> usize {
    if cfg!(debug_assertions) {
        size / 10
    } else {
        size
    }
}

/// Generates, and prints whatever there is to say.
fn generate(text: String) -> Generated {
    let limits = Limits::default();
    let input = Input {
        path: "hostile.yaml",
        text,
        overlays: Vec::new(),
        reader: &BTreeMap::new(),
        limits: Limits {
            max_bytes: scaled(limits.max_bytes),
            max_nodes: scaled(limits.max_nodes),
            ..limits
        },
        config: &Config::default(),
    };
    let client = BACKENDS.iter().find(|backend| backend.name == "client");
    let client = client.expect("the client is a backend");
    let generated = specwright::generate(input, client, &Options::default(), &mut |_| {});
    for diagnostic in generated.understood.diagnostics.iter() {
        let sources = &generated.understood.sources;
        assert!(sources.render(diagnostic).contains(diagnostic.code));
        assert!(sources.render_json(diagnostic).contains(diagnostic.code));
    }
    generated
}

/// The codes of what is said in this severity, each once, in the order of saying.
fn codes(generated: &Generated, severity: Severity) -> Vec<&'static str> {
    let mut codes = Vec::new();
    for diagnostic in generated.understood.diagnostics.iter() {
        if diagnostic.severity == severity && !codes.contains(&diagnostic.code) {
            codes.push(diagnostic.code);
        }
    }
    codes
}

/// The text is refused for these reasons.
#[track_caller]
fn refused(text: String, reasons: &[&str]) {
    let generated = generate(text);
    assert!(generated.files.is_none(), "it passes");
    assert_eq!(codes(&generated, Severity::Error), reasons);
}

/// The text becomes a crate, and these warnings are given.
#[track_caller]
fn passes(text: String, warnings: &[&str]) -> Files {
    let generated = generate(text);
    let errors = codes(&generated, Severity::Error);
    let said = codes(&generated, Severity::Warning);
    let files = generated
        .files
        .unwrap_or_else(|| panic!("it is refused: {errors:?}"));
    assert_eq!(said, warnings);
    soundness::assert_sound(&files);
    files
}

/// A document with these component schemas, each a name and its text in flow style.
fn with_schemas(schemas: impl IntoIterator<Item = (String, String)>) -> String {
    let mut text = String::from(
        "openapi: 3.1.0\ninfo: {title: Hostile, version: 1}\npaths: {}\ncomponents:\n  schemas:\n",
    );
    for (name, schema) in schemas {
        let _ = writeln!(text, "    ? {}\n    : {schema}", quoted(&name));
    }
    text
}

/// A document with these paths, each a template and its text in flow style.
fn with_paths(paths: impl IntoIterator<Item = (String, String)>) -> String {
    let mut text = String::from("openapi: 3.1.0\ninfo: {title: Hostile, version: 1}\npaths:\n");
    for (path, item) in paths {
        let _ = writeln!(text, "  ? {}\n  : {item}", quoted(&path));
    }
    text
}

/// A text as a JSON string, which YAML reads as well.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

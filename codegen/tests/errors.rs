//! Broken documents; the snapshot is what is said of each.

#[path = "support/disk.rs"]
mod disk;

use specwright::config::Config;
use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

#[test]
fn every_broken_document_is_told_where() {
    insta::glob!("errors", "*.yaml", |path| {
        let generated = disk::generate(path);
        assert!(generated.files.is_none(), "{} passes", path.display());
        insta::assert_snapshot!(disk::rendered(&generated));
    });
}

/// The text is refused, soon.
fn refused(what: &str, text: String) {
    let started = Instant::now();
    let config = Config::default();
    let generated = disk::from_text("hostile.yaml", text, Path::new("."), &config);
    assert!(generated.files.is_none(), "{what} passes");
    assert!(
        !disk::rendered(&generated).is_empty(),
        "{what}: nothing is said"
    );
    let took = started.elapsed();
    assert!(took < Duration::from_secs(10), "{what} took {took:?}");
}

#[test]
fn deep_nesting_is_refused() {
    refused("brackets", "[".repeat(100_000));
    refused("braces", "{\"a\":".repeat(100_000));
    refused(
        "closed brackets",
        format!("{}{}", "[".repeat(50_000), "]".repeat(50_000)),
    );
    refused("dashes", "- ".repeat(100_000));
    let indented: Vec<String> = (0..5_000).map(|depth| " ".repeat(depth) + "a:\n").collect();
    let indented = indented.concat();
    refused("indentation", indented);
}

#[test]
fn multiplying_aliases_are_refused() {
    let mut text = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for level in 1..12 {
        let alias = format!("*a{}", level - 1);
        let list = vec![alias; 9].join(", ");
        let _ = writeln!(text, "a{level}: &a{level} [{list}]");
    }
    refused("aliases", text);
}

#[test]
fn a_long_circle_is_refused() {
    const LENGTH: usize = 1_000;
    let mut schemas = String::from(
        "openapi: 3.1.0\ninfo: {title: Deep, version: 1}\npaths: {}\ncomponents:\n  schemas:\n",
    );
    for index in 0..LENGTH {
        let next = (index + 1) % LENGTH;
        let _ = writeln!(
            schemas,
            "    S{index}: {{$ref: '#/components/schemas/S{next}'}}"
        );
    }
    refused("a long circle", schemas);
}

#[test]
fn what_is_no_document_is_refused() {
    refused("nothing", String::new());
    refused("a blank", "\n\n".into());
    refused("text", "hello".into());
    refused("a comment", "# nothing else\n".into());
    refused("bytes", "\u{0}\u{1}\u{feff}".into());
}

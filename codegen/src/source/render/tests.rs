//! How diagnostics read.

use std::collections::BTreeMap;

use super::*;
use crate::diagnostic::{Diagnostics, FileId};
use crate::source::{Limits, load};

fn sources(path: &str, text: &str) -> (Sources, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let files = BTreeMap::new();
    let limits = Limits::default();
    let sources = load(path, text.into(), &files, &limits, &mut diagnostics);
    (sources, diagnostics)
}

fn at(pointer: &str) -> Location {
    Location {
        file: FileId(0),
        pointer: pointer.into(),
    }
}

#[test]
fn a_heading_the_line_related_places_and_help() {
    let (sources, _) = sources(
        "spec/api.yaml",
        "openapi: 3.1.0\ninfo:\n  title: Pets\n  version: 1\n",
    );
    let diagnostic = Diagnostic::error("wrong-title", at("/info/title"), "this title is wrong")
        .related(at("/info/version"), "the version stands here")
        .help("take another one");
    let expected = "\
spec/api.yaml:3:10: error[wrong-title]: this title is wrong
  |
3 |   title: Pets
  |          ^^^^
spec/api.yaml:4:12: note: the version stands here
  |
4 |   version: 1
  |            ^
help: take another one
";
    assert_eq!(sources.render(&diagnostic), expected);
    assert_eq!(
        sources.render_json(&diagnostic.on_key()),
        r#"{"file":"spec/api.yaml","line":3,"column":3,"pointer":"/info/title","severity":"error","code":"wrong-title","message":"this title is wrong","help":"take another one","related":[{"file":"spec/api.yaml","line":4,"column":12,"pointer":"/info/version","message":"the version stands here"}]}"#
    );
}

#[test]
fn an_alias_on_the_way_is_named() {
    let (sources, _) = sources("a.yaml", "a: &x\n  n: 1\nb: *x\n");
    let expected = "\
a.yaml:2:6: warning[code]: message
  |
2 |   n: 1
  |      ^
a.yaml:3:4: note: it is reached through this alias
  |
3 | b: *x
  |    ^^
";
    let diagnostic = Diagnostic::warning("code", at("/b/n"), "message");
    assert_eq!(sources.render(&diagnostic), expected);
}

#[test]
fn what_has_no_place_in_the_text_is_named_by_its_pointer() {
    // The event parser refuses text in quotes that is not indented.
    let (sources, diagnostics) = sources("a.yaml", "b: 'x\n\ny'\nc: 2\n");
    assert!(!diagnostics.has_errors());
    let diagnostic = Diagnostic::warning("code", at("/c"), "message");
    assert_eq!(
        sources.render(&diagnostic),
        "a.yaml: warning[code]: message (at `/c`)\n"
    );
    assert!(
        sources
            .render_json(&diagnostic)
            .contains(r#""line":null,"column":null,"pointer":"/c""#)
    );
}

#[test]
fn a_syntax_error_is_shown_where_it_is() {
    let (sources, diagnostics) = sources("a.yaml", "a: 1\nb: c: d\n");
    let first = diagnostics.iter().next().expect("the text is broken");
    let expected = "\
a.yaml:2:5: error[syntax]: mapping values are not allowed in this context
  |
2 | b: c: d
  |     ^
help: a text that holds `: ` wants quotes; else look at the indentation of this line
";
    assert_eq!(sources.render(first), expected);
}

#[test]
fn a_file_that_was_not_read_has_a_name_alone() {
    let mut diagnostics = Diagnostics::default();
    let limits = Limits {
        max_bytes: 3,
        ..Limits::default()
    };
    let files = BTreeMap::new();
    let sources = load("a.yaml", "a: 1".into(), &files, &limits, &mut diagnostics);
    let first = diagnostics.iter().next().expect("the text is too large");
    let expected = "a.yaml: error[too-large]: the document is larger than 3 bytes\n";
    assert_eq!(sources.render(first), expected);
}

#[test]
fn long_lines_are_cut_around_the_caret() {
    let filler = format!("\"{}\"", "é".repeat(500_000));
    let (sources, _) = sources(
        "a.json",
        &format!("{{\"a\":{filler},\"b\":\"wrong\",\"c\":{filler}}}"),
    );
    let text = sources.render(&Diagnostic::error("code", at("/b"), "message"));
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "a.json:1:500013: error[code]: message");
    let source = lines[2]
        .strip_prefix("1 | …é")
        .expect("the line was cut at its start");
    assert!(source.ends_with("é…"), "{source}");
    assert!(
        lines.iter().all(|line| line.chars().count() < 120),
        "{text}"
    );
    let column = |line: &str, what: &str| line.find(what).map(|at| line[..at].chars().count());
    assert_eq!(column(lines[2], "\"wrong\""), column(lines[3], "^^^^^^^"));
    let text = sources.render(&Diagnostic::error("code", at("/a"), "message"));
    assert!(
        text.lines().all(|line| line.chars().count() < 120),
        "{text}"
    );
    assert!(text.contains("\n1 | {\"a\":\"éé"), "{text}");
}

#[test]
fn dangerous_characters_are_spelt_out() {
    let (sources, _) = sources("a\n.yaml", "a: \"x\u{202e}y\"\n");
    let diagnostic = Diagnostic::error("code", at("/a"), "one\ntwo \u{1b}[31m \u{202e}back")
        .related(at("/\u{2066}"), "\u{7}")
        .help("\u{200f}");
    let text = sources.render(&diagnostic);
    assert!(!text.replace('\n', "").contains(is_dangerous), "{text:?}");
    let heading = r"a .yaml:1:4: error[code]: one two \u{1b}[31m \u{202e}back";
    assert_eq!(text.lines().next(), Some(heading));
    assert!(text.contains("1 | a: \"x\u{fffd}y\"\n"), "{text}");
    let json = sources.render_json(&diagnostic);
    assert!(!json.contains(is_dangerous), "{json:?}");
    let value: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    assert_eq!(value["message"], diagnostic.message);
    assert_eq!(value["file"], "a\n.yaml");
}

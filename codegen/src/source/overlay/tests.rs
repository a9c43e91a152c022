//! What overlays do to a document.

use std::collections::BTreeMap;

use super::*;
use crate::source::{Sources, load_with_overlays};

const API: &str = "
openapi: 3.1.0
info: {title: Pets, version: '1'}
tags: [{name: a}]
paths:
  /pets:
    get: {tags: [x, y], parameters: [{name: limit, in: query}, {name: dummy, in: query}]}
    post: {tags: [y]}
";

fn loaded(actions: &str) -> (Sources, Vec<String>) {
    let overlay = format!("overlay: 1.1.0\nactions:\n{actions}");
    let overlays = [("my.overlay.yaml".to_owned(), overlay)];
    let mut diagnostics = Diagnostics::default();
    let sources = load_with_overlays(
        "api.yaml",
        API.into(),
        &overlays,
        &BTreeMap::new(),
        &Limits::default(),
        &mut diagnostics,
    );
    let lines = diagnostics.iter().map(|diagnostic| {
        let text = sources.render(diagnostic);
        text.lines().next().unwrap_or_default().to_owned()
    });
    let lines = lines.collect();
    (sources, lines)
}

/// A part of the changed document, as JSON.
fn changed(actions: &str, pointer: &str) -> String {
    let (sources, lines) = loaded(actions);
    assert_eq!(lines, Vec::<String>::new());
    json(sources.root().pointer(pointer).expect("the place is there"))
}

fn json(node: &Node) -> String {
    let members = |items: Vec<String>| items.join(",");
    match node {
        Node::Null => "null".into(),
        Node::Bool(value) => value.to_string(),
        Node::Int(value) => value.to_string(),
        Node::Float(value) => value.to_string(),
        Node::Str(text) => text.clone(),
        Node::Seq(items) => format!("[{}]", members(items.iter().map(json).collect())),
        Node::Map(map) => {
            let pairs = map
                .iter()
                .map(|(key, value)| format!("{key}:{}", json(value)));
            format!("{{{}}}", members(pairs.collect()))
        }
    }
}

#[test]
fn updates_merge_append_and_replace() {
    let info = changed(
        "- {target: $.info, update: {title: Cats, x: {y: 1}}}",
        "/info",
    );
    assert_eq!(info, "{title:Cats,version:1,x:{y:1}}");
    let tags = changed("- {target: $.tags, update: {name: b}}", "/tags");
    assert_eq!(tags, "[{name:a},{name:b}]");
    let tags = changed(
        "- {target: $, update: {tags: [{name: b}, {name: c}], info: null}}",
        "/tags",
    );
    assert_eq!(tags, "[{name:a},{name:b},{name:c}]");
    let title = changed("- {target: $.info.title, update: Dogs}", "/info/title");
    assert_eq!(title, "Dogs");
    let paths = changed(
        "- {target: '$.paths.*.*', update: {x-safe: true}}",
        "/paths/~1pets/post",
    );
    assert_eq!(paths, "{tags:[y],x-safe:true}");
}

#[test]
fn removals() {
    let get = "/paths/~1pets/get";
    let action = "- target: $.paths.*.get.parameters[?@.name == 'dummy' || @.name == 'limit']\n  remove: true\n- target: $..tags[?@ == 'x']\n  remove: true\n";
    assert_eq!(changed(action, get), "{tags:[y],parameters:[]}");
    assert_eq!(
        changed("- {target: $.paths.*.post, remove: true}", "/paths/~1pets").find("post"),
        None
    );
    assert_eq!(changed("- {target: '$..*', remove: true}", ""), "{}");
}

#[test]
fn copies_move_a_path() {
    let action = "
- {target: $.paths, update: {/cats: {}}}
- {target: '$.paths[\"/cats\"]', copy: '$.paths[\"/pets\"]'}
- {target: '$.paths[\"/pets\"]', remove: true}
";
    let expected = "{/cats:{get:{tags:[x,y],parameters:[{name:limit,in:query},{name:dummy,in:query}]},post:{tags:[y]}}}";
    assert_eq!(changed(action, "/paths"), expected);
}

#[test]
fn mistakes_are_shown_in_the_overlay() {
    let wrong = [
        (
            "- {target: $.nowhere, update: {}}",
            "my.overlay.yaml:3:12: warning[overlay]: the target selects nothing",
        ),
        (
            "- {target: nowhere, update: {}}",
            "my.overlay.yaml:3:12: error[overlay]: an expression begins with `$` at `nowhere`",
        ),
        (
            "- {target: $.info, update: {title: {}}}",
            "my.overlay.yaml:3:20: error[overlay]: `title`: an object cannot take the place of a string",
        ),
        (
            "- {target: $.info, update: text}",
            "my.overlay.yaml:3:28: error[overlay]: a string cannot be merged into an object",
        ),
        (
            "- {target: $, remove: true}",
            "my.overlay.yaml:3:12: error[overlay]: the whole document cannot be removed",
        ),
        (
            "- {target: $.info, copy: $..name}",
            "my.overlay.yaml:3:26: error[overlay]: the expression selects 3 places, not one",
        ),
        (
            "- {target: $.info}",
            "my.overlay.yaml:3:12: error[overlay]: an action wants `update`, `copy` or `remove: true`",
        ),
        (
            "- {update: 1}",
            "my.overlay.yaml:3:3: error[overlay]: an action wants a `target`",
        ),
    ];
    for (action, expected) in wrong {
        let (sources, lines) = loaded(action);
        assert_eq!(lines, [expected]);
        assert_eq!(
            sources.root().pointer("/info/title"),
            Some(&Node::Str("Pets".into()))
        );
    }
    let mut root = Node::Null;
    let mut diagnostics = Diagnostics::default();
    apply(
        &mut root,
        &Node::Map(Map::new()),
        FileId(1),
        &Limits::default(),
        &mut diagnostics,
    );
    assert!(diagnostics.has_errors());
}

#[test]
fn copies_of_the_whole_into_itself_end() {
    let limits = Limits {
        max_nodes: 10_000,
        ..Limits::default()
    };
    let overlay = format!(
        "overlay: 1.1.0\nactions:\n{}",
        "- {target: $.info, copy: $}\n".repeat(200)
    );
    let overlays = [("o.yaml".to_owned(), overlay)];
    let mut diagnostics = Diagnostics::default();
    let files = BTreeMap::new();
    let sources = load_with_overlays(
        "api.yaml",
        API.into(),
        &overlays,
        &files,
        &limits,
        &mut diagnostics,
    );
    let lines: Vec<String> = diagnostics
        .iter()
        .map(|diagnostic| sources.render(diagnostic))
        .collect();
    assert_eq!(lines.len(), 1);
    assert!(
        lines[0].contains("error[too-large]: the document has too many values after this"),
        "{lines:?}"
    );
}

#[test]
fn references_that_an_overlay_brings_are_followed() {
    let overlay = "overlay: 1.0.0\nactions: [{target: $.paths, update: {/x: {$ref: x.yaml}}}]\n";
    let files = BTreeMap::from([("x.yaml".to_owned(), "get: {}\n".to_owned())]);
    let mut diagnostics = Diagnostics::default();
    let overlays = [("o.yaml".to_owned(), overlay.to_owned())];
    let limits = Limits::default();
    let sources = load_with_overlays(
        "api.yaml",
        API.into(),
        &overlays,
        &files,
        &limits,
        &mut diagnostics,
    );
    let place = sources
        .resolve(&Location::default(), "x.yaml#/get")
        .expect("it was loaded");
    assert_eq!(sources.file(place.file).0, "x.yaml");
}

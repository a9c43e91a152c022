//! Tests of overlays: tree and overlay in, tree and diagnostics out.

use super::*;
use crate::source::syntax;

fn tree(text: &str) -> Node {
    let allowance = syntax::Allowance {
        depth: 100,
        nodes: 10_000,
    };
    match syntax::parse(text, allowance) {
        Ok(parsed) => parsed.node,
        Err(error) => panic!("{}", error.message),
    }
}

const BOUNDS: Bounds = Bounds {
    nodes: 1_000,
    depth: 20,
};

fn applied(document: &str, overlay: &str) -> (Node, Vec<String>) {
    let mut node = tree(document);
    let mut diagnostics = Diagnostics::default();
    let at = Location::default();
    apply(&mut node, &tree(overlay), &at, BOUNDS, &mut diagnostics);
    let said = diagnostics
        .iter()
        .map(|diagnostic| format!("{} {}", diagnostic.code, diagnostic.at.pointer))
        .collect();
    (node, said)
}

#[track_caller]
fn becomes(document: &str, actions: &str, wanted: &str) {
    let overlay = format!("{{overlay: 1.1.0, actions: {actions}}}");
    let (node, said) = applied(document, &overlay);
    assert_eq!(node, tree(wanted));
    assert!(said.is_empty(), "{said:?}");
}

#[test]
fn updates_are_merged() {
    becomes(
        "{a: {b: 1, c: {d: 2}, e: [1]}}",
        "[{target: $.a, update: {b: 3, c: {f: 4}, e: [2], g: 5}}]",
        "{a: {b: 3, c: {d: 2, f: 4}, e: [1, 2], g: 5}}",
    );
    becomes(
        "{a: 1, b: 1}",
        "[{target: '$.*', update: 2}]",
        "{a: 2, b: 2}",
    );
}

#[test]
fn arrays_grow_by_version() {
    becomes(
        "{a: [1]}",
        "[{target: $.a, update: [2, 3]}]",
        "{a: [1, 2, 3]}",
    );
    becomes(
        "{a: [1]}",
        "[{target: $.a, update: {b: 2}}]",
        "{a: [1, {b: 2}]}",
    );
    let overlay = "{overlay: 1.0.0, actions: [{target: $.a, update: [2]}]}";
    assert_eq!(applied("{a: [1]}", overlay).0, tree("{a: [1, [2]]}"));
}

#[test]
fn places_are_removed() {
    becomes(
        "{a: [{x: 1}, {y: 1}, {x: 2}], b: {x: 3}}",
        "[{target: '$.a[?@.x]', remove: true}, {target: $.b, remove: true}]",
        "{a: [{y: 1}]}",
    );
    becomes("{a: {a: 1}}", "[{target: $..a, remove: true}]", "{}");
}

#[test]
fn places_are_copied() {
    becomes(
        "{a: {x: 1}, b: {y: 2}}",
        "[{target: $.b, copy: $.a}]",
        "{a: {x: 1}, b: {y: 2, x: 1}}",
    );
}

#[test]
fn actions_see_what_former_ones_did() {
    becomes(
        "{}",
        "[{target: $, update: {a: {}}}, {target: $.a, update: {b: 1}}]",
        "{a: {b: 1}}",
    );
}

#[test]
fn mistakes_are_told() {
    for (overlay, said) in [
        ("{actions: []}", "overlay-version "),
        ("{overlay: 2.0.0, actions: []}", "overlay-version "),
        ("{overlay: 1.0.0}", "overlay-actions "),
        (
            "{overlay: 1.0.0, actions: [{update: 1}]}",
            "overlay-action /actions/0",
        ),
        (
            "{overlay: 1.0.0, actions: [{target: 7}]}",
            "overlay-action /actions/0/target",
        ),
        (
            "{overlay: 1.0.0, actions: [{target: $., update: 1}]}",
            "overlay-action /actions/0/target",
        ),
        (
            "{overlay: 1.0.0, actions: [{target: $, remove: true}]}",
            "overlay-action /actions/0/target",
        ),
        (
            "{overlay: 1.1.0, actions: [{target: $, copy: '$.*'}]}",
            "overlay-action /actions/0/copy",
        ),
        (
            "{overlay: 1.0.0, actions: [{target: $.z, update: 1}]}",
            "overlay-without-target /actions/0/target",
        ),
    ] {
        assert_eq!(applied("{a: 1, b: 2}", overlay).1, [said], "{overlay}");
    }
}

#[test]
fn growth_is_bounded() {
    let doubling = "{target: $.a, copy: $.a}, {target: $.a.a, copy: $}, ".repeat(30);
    let overlay = format!("{{overlay: 1.1.0, actions: [{doubling}]}}");
    let (node, said) = applied("{a: {a: {}}}", &overlay);
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(change::size(&node) <= BOUNDS.nodes);
}

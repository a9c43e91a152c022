//! Where things stand.

use std::collections::BTreeMap;

use super::*;
use crate::diagnostic::{Diagnostics, FileId};
use crate::source::{Limits, load};

fn sources(text: &str) -> Sources {
    let mut diagnostics = Diagnostics::default();
    let files = BTreeMap::new();
    load(
        "api.yaml",
        text.into(),
        &files,
        &Limits::default(),
        &mut diagnostics,
    )
}

fn at(pointer: &str) -> Location {
    Location {
        file: FileId(0),
        pointer: pointer.into(),
    }
}

fn value(sources: &Sources, pointer: &str) -> (usize, usize) {
    sources
        .position(&at(pointer), false)
        .expect("the place is known")
}

fn key(sources: &Sources, pointer: &str) -> (usize, usize) {
    sources
        .position(&at(pointer), true)
        .expect("the place is known")
}

#[test]
fn keys_and_values_of_yaml() {
    let sources =
        sources("info:\n  title: Pets\n  'x y': |\n    a\nlist:\n  - a\n  - name: é\n    ü: 3\n");
    assert_eq!(value(&sources, ""), (1, 1));
    assert_eq!(value(&sources, "/info"), (1, 1));
    assert_eq!(value(&sources, "/info/title"), (2, 10));
    assert_eq!(key(&sources, "/info/title"), (2, 3));
    assert_eq!(key(&sources, "/info/x y"), (3, 3));
    assert_eq!(value(&sources, "/info/x y"), (4, 5));
    assert_eq!(value(&sources, "/list/0"), (6, 5));
    assert_eq!(value(&sources, "/list/1"), (7, 5));
    assert_eq!(value(&sources, "/list/1/ü"), (8, 8));
    assert_eq!(
        value(&sources, "/list/1/missing"),
        (7, 5),
        "the nearest around it"
    );
    assert_eq!(value(&sources, "/info/missing/x"), (1, 1));
}

#[test]
fn keys_and_values_of_json() {
    let sources = sources("{\"info\": {\n\t\"ti/tle\": \"P\", \"n\":1.50},\r\n \"l\": [1, [2]]}");
    assert_eq!(key(&sources, "/info"), (1, 2));
    assert_eq!(value(&sources, "/info/ti~1tle"), (2, 12));
    assert_eq!(value(&sources, "/info/n"), (2, 21));
    assert_eq!(value(&sources, "/l/1"), (3, 11));
    assert_eq!(value(&sources, "/l/1/0"), (3, 12));
}

#[test]
fn of_equal_keys_the_last_one_is_shown() {
    assert_eq!(value(&sources("a: 1\na: 2\n"), "/a"), (2, 4));
}

#[test]
fn what_has_no_value_is_shown_at_its_key() {
    assert_eq!(value(&sources("a:\nb: 1\n"), "/a"), (1, 1));
}

#[test]
fn aliases_and_merges_are_shown_where_their_text_stands() {
    let sources = sources("a: &x\n  n: 1\nb: *x\nc:\n  <<: *x\n  m: 2\nd:\n  <<: [*x, {k: 3}]\n");
    assert_eq!(value(&sources, "/b"), (3, 4));
    assert_eq!(value(&sources, "/b/n"), (2, 6));
    assert_eq!(value(&sources, "/c/n"), (2, 6));
    assert_eq!(value(&sources, "/d/k"), (8, 16));
    let found = sources
        .find(&at("/c/n"), false)
        .expect("the place is known");
    assert_eq!(found.through, Some(28..30));
}

#[test]
fn a_byte_order_mark_takes_no_column() {
    assert_eq!(value(&sources("\u{feff}a: 1\n"), "/a"), (1, 4));
}

#[test]
fn a_broken_file_is_shown_where_it_breaks() {
    assert_eq!(value(&sources("a: 1\nb: [\n"), ""), (3, 1));
    assert_eq!(value(&sources("{\"a\": 1,\n \"b\" 2}"), ""), (2, 6));
}

#[test]
fn scalars_keep_their_text() {
    let sources = sources(
        "version: 1.10\nhex: 0x1F\nquoted: \"1.10\"\nempty:\nlist: [ 1.0 , 2]\ncopy: &a 1.50\nalias: *a\n",
    );
    let text = |pointer| sources.scalar_text(&at(pointer));
    assert_eq!(text("/version"), Some("1.10".into()));
    assert_eq!(text("/hex"), Some("0x1F".into()));
    assert_eq!(text("/quoted"), Some("1.10".into()));
    assert_eq!(text("/empty"), Some(String::new()));
    assert_eq!(text("/list/0"), Some("1.0".into()));
    assert_eq!(text("/list"), None);
    assert_eq!(text("/copy"), Some("1.50".into()));
    assert_eq!(text("/alias"), Some("1.50".into()));
    assert_eq!(text("/missing"), None);
}

#[test]
fn what_the_event_parser_refuses_is_found_all_the_same() {
    let sources = sources("{\"a\": \"\\ud83d\\ude00\", \"\\u0062\": 1, \"c\": 2}");
    assert_eq!(value(&sources, "/b"), (1, 33));
    let sources = self::sources("a:\r\n  b: {\r\n    c: [1,\n  ]\r\n  }\r\n  d: 1\n");
    assert_eq!(value(&sources, "/a/b/c/0"), (3, 9));
    assert_eq!(value(&sources, "/a/d"), (6, 6));
    let sources = self::sources("a:\t1\nb: {c:\t2}\n");
    assert_eq!(value(&sources, "/a"), (1, 4));
    assert_eq!(value(&sources, "/b/c"), (2, 8));
}

#[test]
fn what_cannot_be_found_has_no_place() {
    let sources = sources("a: 1\nb: 'x\n\ny'\nc: 2\n");
    assert_eq!(sources.root().get("c"), Some(&Node::Int(2)));
    assert_eq!(value(&sources, "/a"), (1, 4));
    assert_eq!(sources.position(&at("/c"), false), None);
}

//! Tests of queries, by the pointers that they select.

use super::*;
use crate::source::{Node, syntax};

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

fn selected(query: &str) -> Vec<String> {
    let tree = tree(
        r#"{"books": [{"title": "a", "price": 8}, {"title": "b", "price": 12, "isbn": "x"},
            {"title": "c", "price": 20}], "o": {"j j": {"k.k": 3}}, "title": "all", "'": 1, "☺": 2}"#,
    );
    let places = Query::parse(query)
        .and_then(|query| query.select(&tree))
        .unwrap_or_else(|error| panic!("{query}: {error}"));
    places
        .iter()
        .map(|steps| {
            let steps: Vec<String> = steps
                .iter()
                .map(|step| match step {
                    Step::Key(key) => key.clone(),
                    Step::Index(index) => index.to_string(),
                })
                .collect();
            steps.join("/")
        })
        .collect()
}

#[test]
fn children_are_selected() {
    assert_eq!(selected("$"), [""]);
    assert_eq!(selected("$.title"), ["title"]);
    assert_eq!(selected("$['o']['j j']['k.k']"), ["o/j j/k.k"]);
    assert_eq!(selected("$.o[\"j j\"]"), ["o/j j"]);
    assert_eq!(selected(r#"$['\'', "\u263a"]"#), ["'", "☺"]);
    assert_eq!(selected("$.none.at.all"), [""; 0]);
    assert_eq!(selected("$.o.*"), ["o/j j"]);
    assert_eq!(selected("$ .books [0] .title"), ["books/0/title"]);
}

#[test]
fn items_are_selected() {
    assert_eq!(selected("$.books[1]"), ["books/1"]);
    assert_eq!(selected("$.books[-1]"), ["books/2"]);
    assert_eq!(selected("$.books[7]"), [""; 0]);
    assert_eq!(selected("$.books[0,2]"), ["books/0", "books/2"]);
    assert_eq!(selected("$.books[1:]"), ["books/1", "books/2"]);
    assert_eq!(selected("$.books[:-1]"), ["books/0", "books/1"]);
    assert_eq!(selected("$.books[::2]"), ["books/0", "books/2"]);
    assert_eq!(selected("$.books[::-1]"), ["books/2", "books/1", "books/0"]);
    assert_eq!(selected("$.books[2:0:-1]"), ["books/2", "books/1"]);
    assert_eq!(selected("$.books[0:3:0]"), [""; 0]);
}

#[test]
fn descendants_are_selected() {
    assert_eq!(
        selected("$..title"),
        ["title", "books/0/title", "books/1/title", "books/2/title"]
    );
    assert_eq!(selected("$..[1]"), ["books/1"]);
    assert_eq!(selected("$.o..*"), ["o/j j", "o/j j/k.k"]);
}

#[test]
fn filters_select() {
    assert_eq!(selected("$.books[?@.isbn]"), ["books/1"]);
    assert_eq!(selected("$.books[?!@.isbn]"), ["books/0", "books/2"]);
    assert_eq!(selected("$.books[?(@.price < 10)]"), ["books/0"]);
    assert_eq!(
        selected("$.books[?@.price >= 12 && @.title != 'c']"),
        ["books/1"]
    );
    assert_eq!(
        selected("$.books[?@.title == 'a' || @.price > 1.9e1]"),
        ["books/0", "books/2"]
    );
    assert_eq!(
        selected("$.books[?(@.title=='a' || @.title=='b') && @.isbn]"),
        ["books/1"]
    );
    assert_eq!(
        selected("$.books[?length(@.title) == 1 && count(@.*) == 3]"),
        ["books/1"]
    );
    assert_eq!(selected("$.books[?@.title == $.title]"), [""; 0]);
    assert_eq!(selected("$.o[?@['k.k'] == 3]"), ["o/j j"]);
    assert_eq!(
        selected("$.books[?@.isbn == @.none]"),
        ["books/0", "books/2"]
    );
}

#[test]
fn what_is_no_query_is_refused() {
    for query in [
        "",
        "books",
        "$.",
        "$..",
        "$[",
        "$[]",
        "$['a",
        "$.a]",
        "$[?@.a ==]",
        "$[?'a']",
        "$[99999999999999999999]",
        "$['\\u12']",
    ] {
        assert!(Query::parse(query).is_err(), "{query}");
    }
    let error = Query::parse("$.a b").expect_err("a blank ends it");
    assert_eq!(
        error,
        "`.`, `[` or the end is expected at character 5, not `b`"
    );
    let error = Query::parse("$[?match(@.a, 'b')]").expect_err("expressions are not supported");
    assert!(error.contains("`match` is not supported"), "{error}");
    let deep = format!("$[?{}@.a{}]", "(".repeat(10_000), ")".repeat(10_000));
    assert!(Query::parse(&deep).is_err());
    let deep = format!("{}@.a{}", "$[?".repeat(10_000), "]".repeat(10_000));
    assert!(Query::parse(&deep).is_err());
}

//! What may be given to setters, and that the compiler finds out by itself.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::runtime::{Input, Maybe, MaybeInput, Null, Secret};

fn text(given: impl Input<String>) -> String {
    given.input()
}

fn long(given: impl Input<i64>) -> i64 {
    given.input()
}

fn float(given: impl Input<f64>) -> f64 {
    given.input()
}

fn texts(given: impl Input<Vec<String>>) -> Vec<String> {
    given.input()
}

fn longs(given: impl Input<Vec<i64>>) -> Vec<i64> {
    given.input()
}

fn any(given: impl Input<Value>) -> Value {
    given.input()
}

fn maybe_long<W>(given: impl MaybeInput<i64, W>) -> Maybe<i64> {
    given.maybe()
}

fn maybe_text<W>(given: impl MaybeInput<String, W>) -> Maybe<String> {
    given.maybe()
}

fn maybe_texts<W>(given: impl MaybeInput<Vec<String>, W>) -> Maybe<Vec<String>> {
    given.maybe()
}

fn maybe_any<W>(given: impl MaybeInput<Value, W>) -> Maybe<Value> {
    given.maybe()
}

#[test]
fn what_reads_as_text_is_text() {
    let owned = String::from("a");
    assert_eq!(text("a"), "a");
    assert_eq!(text(&owned), "a");
    assert_eq!(text(std::borrow::Cow::Borrowed("a")), "a");
    assert_eq!(text(owned), "a");
    let id = uuid::Uuid::nil();
    assert_eq!(text(id), id.to_string());
}

#[test]
fn literals_need_no_type() {
    assert_eq!(long(7), 7);
    assert_eq!(longs([1, 2]), [1, 2]);
    assert!((float(1) - 1.0).abs() < f64::EPSILON);
    assert!((float(1.5) - 1.5).abs() < f64::EPSILON);
    assert_eq!(any(7), json!(7));
    assert_eq!(any("a"), json!("a"));
    assert_eq!(any(json!({"a": 1})), json!({"a": 1}));
}

#[test]
fn lists_and_maps_take_what_their_items_take() {
    let owned = vec![String::from("a")];
    assert_eq!(texts(["a", "b"]), ["a", "b"]);
    assert_eq!(texts(&owned), ["a"]);
    assert_eq!(texts(owned.iter().map(String::as_str)), ["a"]);
    let map: BTreeMap<String, f64> = [("a", 1), ("b", 2)].input();
    assert_eq!(map.len(), 2);
    let nested: Vec<Vec<String>> = [["a"], ["b"]].input();
    assert_eq!(nested, [["a"], ["b"]]);
    let pairs: Vec<(String, i64)> = [("a", 1), ("b", 2)].input();
    assert_eq!(pairs[1].0, "b");
}

#[test]
fn null_or_a_value() {
    assert_eq!(maybe_long(7), Maybe::Value(7));
    assert_eq!(maybe_long(Null), Maybe::Null);
    for kept in [Maybe::Absent, Maybe::Null, Maybe::Value(7)] {
        assert_eq!(maybe_long(kept), kept);
    }
    assert_eq!(maybe_any(Maybe::Value(json!(7))), Maybe::Value(json!(7)));
    assert_eq!(maybe_texts(Maybe::Absent), Maybe::Absent);
    assert_eq!(maybe_text("a"), Maybe::Value("a".to_owned()));
    assert_eq!(maybe_text(Null), Maybe::Null);
}

#[test]
fn a_secret_does_not_show() {
    let secret: Secret = "hunter2".input();
    assert_eq!(format!("{secret:?}"), "[redacted]");
    assert_eq!(secret.expose(), "hunter2");
    assert_eq!(
        serde_json::to_string(&secret).expect("text is JSON"),
        "\"hunter2\""
    );
}

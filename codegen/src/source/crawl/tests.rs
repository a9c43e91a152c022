//! What comes out of texts, kind ones and hostile ones.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::{Duration, Instant};

use super::*;
use crate::source::ReadError;

fn load_one(text: &str) -> (Sources, Vec<String>) {
    load_with(text, &BTreeMap::new(), &Limits::default())
}

fn load_with(text: &str, reader: &dyn Reader, limits: &Limits) -> (Sources, Vec<String>) {
    let mut diagnostics = Diagnostics::default();
    let sources = load("api.yaml", text.into(), reader, limits, &mut diagnostics);
    let rendered = diagnostics
        .iter()
        .map(|diagnostic| sources.render(diagnostic))
        .collect();
    (sources, rendered)
}

fn tree(text: &str) -> Node {
    let (sources, rendered) = load_one(text);
    assert_eq!(rendered, Vec::<String>::new());
    sources.root().clone()
}

fn first_line(text: &str) -> String {
    let started = Instant::now();
    let (sources, rendered) = load_one(text);
    assert!(
        started.elapsed() < Duration::from_secs(5),
        "{:?}",
        started.elapsed()
    );
    assert_eq!(sources.root(), &Node::Null);
    assert_eq!(rendered.len(), 1);
    rendered[0]
        .lines()
        .next()
        .expect("a diagnostic has a line")
        .to_owned()
}

#[test]
fn keys_and_plain_words_keep_their_text() {
    let yaml = tree("200: NO\non: yes\nNO: off\n1.10: 2024-01-01\ntrue: 017\n~: x\n");
    let json =
        tree(r#"{"200":"NO","on":"yes","NO":"off","1.10":"2024-01-01","true":"017","~":"x"}"#);
    assert_eq!(yaml, json);
}

#[test]
fn numbers_are_the_same_from_both_notations() {
    let numbers = "[1, -1, 1.0, 1e3, 2.5, 18446744073709551615, -9223372036854776000, 18446744073709551616, 1e300]";
    let json = tree(numbers);
    let items = numbers.trim_matches(['[', ']']).replace(", ", "\n- ");
    let yaml = tree(&format!("- {items}\n"));
    assert_eq!(yaml, json);
    let items = json.as_seq().expect("a list was written");
    assert_eq!(items[2], Node::Int(1));
    assert_eq!(items[5], Node::Int(18_446_744_073_709_551_615));
    assert_eq!(items[6], Node::Int(i128::from(i64::MIN)));
    assert_eq!(items[7], Node::Int(1 << 64));
}

#[test]
fn tags_are_dropped() {
    let yaml = tree("a: !foo bar\nb: !m {x: !n 1}\nc: !s [1]\nd: !!str 12\n");
    assert_eq!(yaml, tree(r#"{"a":"bar","b":{"x":1},"c":[1],"d":"12"}"#));
}

#[test]
fn merge_keys_bring_in_what_is_not_there() {
    let yaml = tree(
        "a: &a {x: 1, y: 2}\nb: &b {y: 3, z: 4}\nc:\n  y: 0\n  <<: [*a, *b]\n  x: 5\nd:\n  <<: text\n",
    );
    assert_eq!(yaml.get("c"), Some(&tree(r#"{"y":0,"x":5,"z":4}"#)));
    assert_eq!(yaml.get("d"), Some(&tree(r#"{"<<":"text"}"#)));
    let json = tree(r#"{"<<": {"x": 1}}"#);
    assert_eq!(json.pointer("/<</x"), Some(&Node::Int(1)));
}

#[test]
fn a_duplicate_key_is_a_warning_and_the_last_one_counts() {
    let (sources, rendered) = load_one("a:\n  b/c: 1\n  d: 2\n  b/c: 3\n");
    assert_eq!(sources.root().pointer("/a/b~1c"), Some(&Node::Int(3)));
    assert_eq!(
        rendered,
        [
            "api.yaml:4:3: warning[duplicate-key]: the key `b/c` is given twice\n  |\n4 |   b/c: 3\n  |   ^^^\nhelp: the last one counts; remove the other\n"
        ]
    );
    let (_, rendered) = load_one("{\"a\": 1,\n \"a\": 2}");
    assert!(
        rendered[0].starts_with("api.yaml:2:2: warning[duplicate-key]"),
        "{rendered:?}"
    );
}

#[test]
fn json_falls_back_to_yaml() {
    assert_eq!(
        tree("{a: 1, b: [x, 'y']}"),
        tree(r#"{"a":1,"b":["x","y"]}"#)
    );
    assert_eq!(tree("\u{feff}{\"a\": \"\\ud83d\\ude00\"}"), tree("a: 😀"));
    assert_eq!(tree(""), Node::Null);
}

#[test]
fn syntax_errors_stand_where_they_are() {
    assert_eq!(
        first_line("a: 1\nb: c: d\n"),
        "api.yaml:2:5: error[syntax]: mapping values are not allowed in this context"
    );
    assert_eq!(
        first_line("é: 1\nü:\n\tb: 1\n"),
        "api.yaml:3:1: error[syntax]: found character that cannot start any token, while scanning for the next token"
    );
    assert_eq!(
        first_line("{\"a\": 1,\n  \"é\": 1}}"),
        "api.yaml:2:10: error[syntax]: trailing characters"
    );
    assert!(
        first_line("a: 1\n---\nb: 2\n")
            .contains("error[syntax]: the file holds more than one YAML document")
    );
    assert!(first_line("a: *unknown\n").contains(":1:4: error[syntax]: unknown anchor"));
    assert!(first_line("[a]: 1\n").contains("error[syntax]"));
    assert_eq!(
        first_line("é: \u{0}\n"),
        "api.yaml:1:4: error[syntax]: control characters are not allowed"
    );
}

#[test]
fn help_for_common_slips() {
    let (_, rendered) = load_one("a:\n\tb: 1\n");
    assert!(
        rendered[0].ends_with("help: YAML takes no tabs for indentation: use spaces\n"),
        "{rendered:?}"
    );
    let (_, rendered) = load_one("a:\n    b: 1\n  c: 2\n");
    assert!(
        rendered[0].contains("\nhelp: this line is indented unlike"),
        "{rendered:?}"
    );
}

#[test]
fn hostile_texts_end_soon() {
    let deep = "nested too deeply";
    assert!(first_line(&"[".repeat(100_000)).contains(deep));
    assert!(first_line(&format!("a: {}", "[".repeat(100_000))).contains(deep));
    assert!(first_line(&"{\"\":[".repeat(10_000)).contains(deep));
    let closed = format!("a: {}1{}", "{\"\":[".repeat(10_000), "]}".repeat(10_000));
    assert!(first_line(&closed).contains(deep));
    assert!(first_line(&"- ".repeat(100_000)).contains(deep));
    assert!(first_line(&"? ".repeat(100_000)).contains("error"));
    let hidden = format!("- {}1", "[ \"]\", ".repeat(20_000));
    assert!(first_line(&hidden).contains(deep));
    assert!(
        first_line("a: &a [*a]").contains("error[too-large]: the document is nested too deeply")
    );
}

#[test]
fn laughs_are_not_multiplied_by_billions() {
    let mut laughs = String::from("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
    for level in 1..12 {
        let below = format!("*a{},", level - 1).repeat(9);
        let _ = writeln!(laughs, "a{level}: &a{level} [{below}]");
    }
    assert!(first_line(&laughs).contains("error[too-large]"));
    let long = format!(
        "a: &a {}\nb: [{}]\n",
        "x".repeat(100_000),
        "*a, ".repeat(100_000)
    );
    let message = first_line(&long);
    assert!(
        message.contains("aliases repeat too much text"),
        "{message}"
    );
}

#[test]
fn limits() {
    let limits = Limits {
        max_bytes: 100,
        max_files: 1,
        max_depth: 3,
        max_nodes: 10,
    };
    let message = |text: &str| {
        let (_, rendered) = load_with(text, &BTreeMap::new(), &limits);
        rendered
            .first()
            .and_then(|text| text.lines().next())
            .unwrap_or_default()
            .to_owned()
    };
    assert_eq!(message("a: [[1]]"), "");
    assert!(message("a: [[[1]]]").contains("nested too deeply"));
    assert!(message("[[[[1]]]]").contains("nested too deeply"));
    assert!(message("[1,1,1,1,1,1,1,1,1,1]").contains("too many values"));
    assert_eq!(message("[1,1,1,1,1,1,1,1,1]"), "");
    assert_eq!(
        message(&"x".repeat(101)),
        "api.yaml: error[too-large]: the document is larger than 100 bytes"
    );
}

#[test]
fn other_files_share_the_limits() {
    let files = BTreeMap::from([
        ("a.yaml".to_owned(), "x".repeat(90)),
        ("b.yaml".to_owned(), "x: 1".to_owned()),
    ]);
    let limits = Limits {
        max_bytes: 100,
        max_files: 1,
        ..Limits::default()
    };
    let (sources, _) = load_with("- $ref: a.yaml\n- $ref: b.yaml\n", &files, &limits);
    let resolve = |name| {
        sources
            .resolve(&Location::default(), name)
            .expect_err("a limit is in the way")
    };
    assert!(
        resolve("a.yaml").ends_with("the document is larger than 100 bytes"),
        "{}",
        resolve("a.yaml")
    );
    assert!(
        resolve("b.yaml").ends_with("the document has more than 1 files"),
        "{}",
        resolve("b.yaml")
    );
}

#[test]
fn each_file_is_read_once_and_by_its_resolved_path() {
    struct Log(RefCell<Vec<String>>);
    impl Reader for Log {
        fn read(&self, path: &str) -> Result<String, ReadError> {
            self.0.borrow_mut().push(path.to_owned());
            let text = match path {
                "x/a.yaml" => "- $ref: b.yaml\n- $ref: ./../api.yaml#/0\n- $ref: https://a.b/c\n",
                "x/b.yaml" => "- $ref: a.yaml\n- mapping: {dog: dog.yaml, cat: Cat}\n",
                _ => {
                    let message = "outside the document's folder".into();
                    return Err(ReadError { message });
                }
            };
            Ok(text.into())
        }
    }
    let log = Log(RefCell::default());
    let text = "- $ref: x/a.yaml\n- $ref: x//./a.yaml#/1\n- $ref: '%2e./up.yaml'\n- {$ref: {a: b.yaml}}\n- $ref: /abs\n";
    let (sources, rendered) = load_with(text, &log, &Limits::default());
    assert_eq!(rendered, Vec::<String>::new());
    assert_eq!(
        log.0.into_inner(),
        ["x/a.yaml", "../up.yaml", "x/b.yaml", "x/dog.yaml"]
    );
    assert_eq!(sources.ids().count(), 3);
    assert_eq!(sources.bytes(), text.len() + 64 + 50);
}

//! Texts that are hard on a parser.

use std::fmt::Write as _;

use specwright::diagnostic::Severity;

use super::soundness::assert_sound;
use super::{codes, generate, passes, quoted, refused, scaled, with_schemas};

const MANY: usize = scaled(100_000);
/// More than any document may have.
const HUGE: usize = scaled(100 << 20);
/// Nearly as much as a document may have.
const LARGE: usize = scaled(60 << 20);

fn header(rest: &str) -> String {
    format!("openapi: 3.1.0\ninfo: {{title: Large, version: 1}}\npaths: {{}}\n{rest}")
}

/// As JSON.
fn json(member: &str) -> String {
    format!(
        r#"{{"openapi": "3.1.0", "info": {{"title": "Large", "version": "1"}}, "paths": {{}}, {member}}}"#
    )
}

#[test]
fn nested_brackets() {
    refused("[".repeat(MANY), &["too-large"]);
    refused("[".repeat(MANY / 2) + &"]".repeat(MANY / 2), &["too-large"]);
    refused("{\"a\":".repeat(MANY), &["too-large"]);
    refused(
        "{\"a\":".repeat(MANY) + "1" + &"}".repeat(MANY),
        &["too-large"],
    );
    refused("{\"a\":[".repeat(MANY), &["too-large"]);
}

#[test]
fn nested_brackets_in_yaml() {
    refused(format!("a: {}", "[".repeat(MANY)), &["too-large"]);
    refused(format!("a: {}", "{".repeat(MANY)), &["too-large"]);
    refused(format!("a: {}", "{a: ".repeat(MANY)), &["too-large"]);
    let closed = "[".repeat(MANY) + &"]".repeat(MANY);
    refused(format!("a: {closed}"), &["too-large"]);
    refused(format!("a: {}", "[a, ".repeat(MANY)), &["too-large"]);
    refused(format!("? {}", "[".repeat(MANY)), &["too-large"]);
}

#[test]
fn nested_blocks() {
    refused("- ".repeat(MANY), &["too-large"]);
    refused("? ".repeat(MANY), &["syntax"]);
    refused("- ? ".repeat(MANY), &["syntax"]);
    refused("- [".repeat(MANY), &["too-large"]);
    let indented: Vec<String> = (0..5_000).map(|depth| " ".repeat(depth) + "a:\n").collect();
    refused(indented.concat(), &["too-large"]);
    let indented: Vec<String> = (0..5_000).map(|depth| " ".repeat(depth) + "-\n").collect();
    refused(indented.concat(), &["too-large"]);
}

#[test]
fn anchors_and_tags_in_a_row() {
    refused("&a ".repeat(MANY), &["syntax"]);
    refused("!a ".repeat(MANY), &["syntax"]);
    refused("*a ".repeat(MANY), &["syntax"]);
    refused("a: ".repeat(MANY), &["syntax"]);
    refused("%TAG ! x\n".repeat(MANY), &["syntax"]);
    refused("--- a\n".repeat(MANY), &["syntax"]);
}

/// Each level names the one before nine times.
fn multiplied(first: &str, level: impl Fn(&str) -> String) -> String {
    let mut text = format!("a0: &a0 {first}\n");
    for index in 1..12 {
        let _ = writeln!(
            text,
            "a{index}: &a{index} {}",
            level(&format!("*a{}", index - 1))
        );
    }
    text
}

#[test]
fn multiplying_aliases() {
    refused(
        multiplied("[x, x]", |alias| format!("[{}]", [alias; 9].join(", "))),
        &["too-large"],
    );
    let members = |alias: &str| {
        let members: Vec<String> = (0..9).map(|index| format!("k{index}: {alias} ")).collect();
        format!("{{{}}}", members.join(", "))
    };
    refused(multiplied("{x: x}", members), &["too-large"]);
    // What is merged is not there twice.
    let merged = |alias: &str| format!("{{<<: [{}], x: 1}}", [alias; 9].join(", "));
    refused(multiplied("{y: 1}", merged), &["too-large"]);
    let own = format!(
        "x: &x {}\ny: [{}]\n",
        "x".repeat(MANY),
        vec!["*x"; 10_000].join(", ")
    );
    refused(own, &["too-large"]);
    refused("&a [*a]".to_owned(), &["too-large"]);
    refused("&a {a: *a, <<: *a}".to_owned(), &["too-large"]);
}

#[test]
fn more_than_a_document_may_have() {
    refused(
        json(&format!("\"x-a\": \"{}\"", "a".repeat(HUGE))),
        &["too-large"],
    );
    refused(
        json(&format!("\"x-a\": [{}1]", "1,".repeat(HUGE / 2))),
        &["too-large"],
    );
    refused(
        header(&format!("x-a: {}\n", "a".repeat(HUGE))),
        &["too-large"],
    );
    refused("- 1\n".repeat(HUGE / 4), &["too-large"]);
    refused("a".repeat(HUGE), &["too-large"]);
}

#[test]
fn many_small_values() {
    refused(
        json(&format!("\"x-a\": [{}1]", "1,".repeat(LARGE / 2))),
        &["too-large"],
    );
    refused(
        json(&format!("\"x-a\": [{}1]", "[],".repeat(LARGE / 3))),
        &["too-large"],
    );
    refused("- 1\n".repeat(LARGE / 4), &["too-large"]);
    refused(format!("[{}1]", "a,".repeat(LARGE / 2)), &["too-large"]);
    refused("-\n".repeat(LARGE / 2), &["too-large"]);
    refused("? a\n".repeat(LARGE / 4), &["too-large"]);
}

#[test]
fn many_keys() {
    let keys = |between: &str| {
        let mut text = String::with_capacity(LARGE);
        let mut index = 0_usize;
        while text.len() < LARGE {
            let _ = write!(text, "\"k{index}\": 1{between}");
            index += 1;
        }
        text
    };
    refused(keys("\n"), &["too-large"]);
    refused(format!("{{{}\"end\": 1}}", keys(",")), &["too-large"]);
    refused("a: 1\n".repeat(LARGE / 5), &["too-large"]);
}

#[test]
fn one_giant_text() {
    passes(json(&format!("\"x-a\": \"{}\"", "a".repeat(LARGE))), &[]);
    passes(
        json(&format!("\"x-a\": \"{}\"", "\\n".repeat(LARGE / 2))),
        &[],
    );
    passes(header(&format!("x-a: {}\n", "a".repeat(LARGE))), &[]);
    passes(
        header(&format!("x-a: \"{}\"\n", "a ".repeat(LARGE / 2))),
        &[],
    );
    passes(
        header(&format!("x-a: |\n{}", "  a\n".repeat(LARGE / 4))),
        &[],
    );
    passes(
        header(&format!("x-a: >\n{}", "  a\n".repeat(LARGE / 4))),
        &[],
    );
    passes(header(&format!("x-a:\n{}", "  a\n".repeat(LARGE / 4))), &[]);
}

#[test]
fn one_giant_key() {
    passes(json(&format!("\"x-{}\": 1", "a".repeat(LARGE))), &[]);
    refused(header(&format!("{}: 1\n", "a".repeat(LARGE))), &["syntax"]);
    let schema = with_schemas([("a".repeat(LARGE / 64), "{type: string}".to_owned())]);
    passes(schema, &[]);
}

#[test]
fn much_of_nothing() {
    refused("\n".repeat(LARGE), &["not-an-object"]);
    refused(" ".repeat(LARGE), &["not-an-object"]);
    refused("#\n".repeat(LARGE / 2), &["not-an-object"]);
    refused("\u{feff}".repeat(LARGE / 3), &["not-an-object"]);
    refused("\u{0}".repeat(LARGE), &["syntax"]);
    refused("\t".repeat(LARGE), &["syntax"]);
    refused("\"".repeat(LARGE), &["syntax"]);
    refused("'".repeat(LARGE), &["not-an-object"]);
    refused(format!("\"{}", "\\".repeat(LARGE)), &["syntax"]);
    refused("a b ".repeat(LARGE / 4), &["not-an-object"]);
    passes(header(&"\n".repeat(LARGE)), &[]);
    passes(header(&"# nothing\n".repeat(LARGE / 10)), &[]);
    passes(json(&format!("{}\"x-a\": 1", " ".repeat(LARGE))), &[]);
}

#[test]
fn what_is_no_document() {
    refused(String::new(), &["not-an-object"]);
    refused("\n\n".into(), &["not-an-object"]);
    refused("hello".into(), &["not-an-object"]);
    refused("# nothing else\n".into(), &["not-an-object"]);
    refused("\u{0}\u{1}\u{feff}".into(), &["syntax"]);
    refused("{}".into(), &["missing-version"]);
    refused("[]".into(), &["not-an-object"]);
}

#[test]
fn numbers_without_end() {
    let digits = "9".repeat(MANY);
    for number in [
        digits.clone(),
        format!("-{digits}"),
        format!("0.{digits}"),
        format!("1e{digits}"),
        format!("1e-{digits}"),
        format!("{digits}e{digits}"),
        "1e308".into(),
        "1e400".into(),
        "5e-324".into(),
        "-0.0".into(),
        "170141183460469231731687303715884105728".into(),
        "-9223372036854775809".into(),
    ] {
        let keywords = [
            "minimum",
            "maximum",
            "multipleOf",
            "minLength",
            "maxItems",
            "default",
            "const",
            "example",
        ];
        let said = keywords
            .map(|keyword| format!("{}: {number}", quoted(keyword)))
            .join(", ");
        let schema = format!("{{type: number, enum: [{number}], {said}}}");
        let field = format!(
            "{{type: object, properties: {{a: {schema}, b: {{type: integer, default: {number}}}}}}}"
        );
        let generated = generate(with_schemas([("A".into(), schema), ("B".into(), field)]));
        assert_sound(&generated.files.expect("YAML takes every number"));
        // JSON has none that is larger than a float.
        let generated = generate(json(&format!("\"x-a\": {number}")));
        if generated.files.is_none() {
            assert_eq!(codes(&generated, Severity::Error), ["syntax"]);
        }
    }
}

#[test]
fn words_that_are_numbers_elsewhere() {
    let values = [
        ".inf",
        "-.inf",
        ".nan",
        "0x7fffffffffffffffffffffff",
        "0o777",
        "1_000",
        "0b1",
        "~",
        "y",
        "12:30:45",
    ];
    let text = with_schemas(values.iter().enumerate().map(|(index, value)| {
        let schema = format!("{{type: number, default: {value}, enum: [{value}, 1], const: {value}, minimum: {value}}}");
        (format!("S{index}"), schema)
    }));
    let generated = generate(text);
    assert_sound(&generated.files.expect("it becomes a crate"));
}

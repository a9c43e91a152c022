//! What differs, and what a comment says of it.

use super::{Comparison, compare};
use crate::diagnostic::Diagnostics;
use crate::source::{Limits, ReadError, Reader, Sources};
use crate::{document, source};

struct NoFiles;

impl Reader for NoFiles {
    fn read(&self, _path: &str) -> Result<String, ReadError> {
        Err(ReadError {
            message: "no such file".to_owned(),
        })
    }
}

fn read(text: &str) -> (Sources, document::Document) {
    let mut diagnostics = Diagnostics::default();
    let text = format!("openapi: 3.1.0\ninfo: {{ title: Pets, version: '1' }}\n{text}");
    let limits = Limits::default();
    let sources = source::load("spec/x.yaml", text, &NoFiles, &limits, &mut diagnostics);
    let document = document::parse(&sources, &mut diagnostics);
    assert!(!diagnostics.has_errors(), "{diagnostics:?}");
    (sources, document)
}

fn compared(ours: &str, theirs: &str) -> Comparison {
    let (sources, document) = read(ours);
    let (_, other) = read(theirs);
    compare(&sources, &document, &other)
}

/// What is not explained, each as aspect, ours, theirs.
fn unexplained(ours: &str, theirs: &str) -> Vec<String> {
    let comparison = compared(ours, theirs);
    assert_eq!(comparison.idle, []);
    let all = comparison.unexplained.iter();
    all.map(|one| format!("{}: {} / {}", one.aspect, one.ours, one.theirs))
        .collect()
}

/// An operation with the answer's schema.
fn answering(schema: &str) -> String {
    let head = "paths:
  /pets:
    get:
      responses:
        '200':
          description: Fine.
          content:
            application/json:
              schema:
";
    let indent = " ".repeat(16);
    let lines = schema
        .lines()
        .flat_map(|line| [indent.as_str(), line, "\n"]);
    [head].into_iter().chain(lines).collect()
}

#[test]
fn documents_that_say_the_same_do_not_differ() {
    let ours = answering("$ref: '#/components/schemas/Pet'") + "
components:
  schemas:
    Pet:
      description: A pet.
      allOf:
        - { type: object, required: [id], properties: { id: { type: string, example: x } } }
        - { properties: { friend: { $ref: '#/components/schemas/Pet' }, size: { type: [number, 'null'], default: 1 } } }
";
    let theirs = answering(
        "type: object
description: Said otherwise.
required: [id]
properties:
  size: { type: ['null', number], default: 1.0 }
  id: { type: string }
  friend: { $ref: '#/paths/~1pets/get/responses/200/content/application~1json/schema' }",
    );
    assert_eq!(unexplained(&ours, &theirs), [""; 0]);
}

#[test]
fn each_keyword_is_compared() {
    for (ours, theirs, told) in [
        ("type: string", "type: integer", "type: string / integer"),
        (
            "type: [string, 'null']",
            "type: string",
            "nullable: true / false",
        ),
        (
            "{type: string, format: uuid}",
            "type: string",
            "format: uuid / none",
        ),
        (
            "{type: string, enum: [a, b]}",
            "{type: string, enum: [b, c]}",
            "enum: `a` / `c`",
        ),
        (
            "{type: number, minimum: 1}",
            "{type: number, minimum: 2}",
            "minimum: 1 / 2",
        ),
        (
            "{type: string, maxLength: 32}",
            "type: string",
            "maxLength: 32 / none",
        ),
        (
            "{type: string, default: a}",
            "type: string",
            "default: `a` / none",
        ),
        (
            "{type: string, readOnly: true}",
            "type: string",
            "readOnly: true / none",
        ),
        (
            "{type: array, items: {type: string}}",
            "{type: array, items: {type: number}}",
            "type: string / number",
        ),
        (
            "{type: object, additionalProperties: false}",
            "type: object",
            "additionalProperties: nothing / anything",
        ),
        (
            "{type: object, properties: {a: {}}}",
            "{type: object, properties: {a: {}}, required: [a]}",
            "required: false / true",
        ),
        (
            "{type: object, properties: {a: {}, b: {}}}",
            "{type: object, properties: {a: {}}}",
            "extra b: it is / it is not",
        ),
        (
            "{type: object, properties: {a: {}}}",
            "{type: object, properties: {a: {}, b: {}}}",
            "missing b: it is not / it is",
        ),
        (
            "oneOf: [{type: string}, {type: number}]",
            "type: string",
            "schema: a choice of 2 / string",
        ),
    ] {
        assert_eq!(
            unexplained(&answering(ours), &answering(theirs)),
            [told],
            "{ours}"
        );
    }
}

#[test]
fn operations_parameters_bodies_and_answers_are_compared() {
    let operation = |path: &str, rest: &str| {
        format!(
            "paths:\n  {path}:\n    post:\n      responses: {{ '200': {{ description: Fine. }} }}\n{rest}"
        )
    };
    let plain = operation("/pets", "");
    for (rest, told) in [
        (
            "      parameters: [{ name: a, in: query, schema: { type: string } }]",
            "extra a: it is / it is not",
        ),
        (
            "      requestBody: { content: { text/plain: {} } }",
            "extra body: it is / it is not",
        ),
        (
            "      servers: [{ url: 'https://example.com' }]",
            "servers: https://example.com / none",
        ),
    ] {
        assert_eq!(unexplained(&operation("/pets", rest), &plain), [told]);
    }
    assert_eq!(
        unexplained(&operation("/toys", ""), &plain),
        [
            "extra POST /toys: it is / it is not",
            "missing POST /pets: it is not / it is"
        ]
    );
    let ranged = plain.replace("'200'", "2XX");
    assert_eq!(unexplained(&ranged, &plain), ["status: 2XX / 200"]);
    let named =
        "      parameters: [{ name: a, in: path, required: true, schema: { type: string } }]";
    let mine = operation("'/pets/{a}'", named);
    assert_eq!(unexplained(&mine, &mine), [""; 0]);
}

#[test]
fn a_comment_explains_what_follows_it() {
    let ours = answering(
        "type: object
# differs: extra, format: it is known
# from elsewhere.
properties:
  # Said plainly.
  a: { type: string, format: uuid }
  # differs: extra b: nearer.
  b: { type: string }",
    );
    let theirs = answering("type: object\nproperties:\n  a: { type: string }");
    let comparison = compared(&ours, &theirs);
    assert_eq!(comparison.unexplained, []);
    let explained = comparison.explained.iter();
    let explained: Vec<String> = explained
        .map(|(difference, why)| format!("{} {why}", difference.aspect))
        .collect();
    assert_eq!(
        explained,
        ["extra b nearer.", "format it is known from elsewhere."]
    );
    assert_eq!(
        comparison.idle,
        [(
            "spec/x.yaml:13".to_owned(),
            "the documents do not differ here in `extra`".to_owned()
        )]
    );
}

#[test]
fn a_comment_that_is_not_indented_explains_everywhere() {
    let ours = format!(
        "# differs: format, missing DELETE *: so it is.\n\n{}",
        answering("{type: string, format: uuid}")
    );
    let theirs = answering("type: string")
        + "    delete: { responses: { '200': { description: Fine. } } }\n";
    let comparison = compared(&ours, &theirs);
    assert_eq!(comparison.unexplained, []);
    assert_eq!(comparison.idle, []);
    assert_eq!(comparison.explained.len(), 2);
    assert_eq!(comparison.operations, 1);
}

#[test]
fn a_comment_that_cannot_be_understood_is_told() {
    for (comment, told) in [
        (
            "differs: format",
            "a reason is written `differs: what: why`",
        ),
        (
            "differs: colour: because.",
            "`colour` is no respect in which documents differ",
        ),
    ] {
        let same = answering("type: string");
        let comparison = compared(&format!("# {comment}\n{same}"), &same);
        let idle: Vec<&str> = comparison
            .idle
            .iter()
            .map(|(_, message)| message.as_str())
            .collect();
        assert_eq!(idle, [told]);
    }
}

#[test]
fn what_looks_like_a_comment_within_a_text_is_none() {
    let ours = answering("type: string\ndescription: |\n  # differs: format: no.\n  More.");
    assert_eq!(compared(&ours, &answering("type: string")).idle, []);
}

//! What comes back to itself.

use super::{component, read, told, with_schemas};
use crate::document::parse::tests::read_well;

#[test]
fn a_chain_of_references_to_itself_is_one_error_and_is_cut() {
    let (document, diagnostics) = read(&with_schemas(
        "
A: {$ref: '#/components/schemas/B'}
B: {$ref: '#/components/schemas/C'}
C: {$ref: '#/components/schemas/A'}
",
    ));
    assert_eq!(
        told(&diagnostics),
        ["error reference-cycle /components/schemas/C"]
    );
    assert_eq!(component(&document, "C").reference, None);
    assert!(component(&document, "A").reference.is_some());
}

#[test]
fn an_all_of_of_itself_alone_is_an_error() {
    let (document, diagnostics) = read(&with_schemas(
        "A: {allOf: [{$ref: '#/components/schemas/A'}]}",
    ));
    assert_eq!(diagnostics.len(), 1);
    assert_eq!(diagnostics[0].code, "cyclic-all-of");
    let inner = document.schema(component(&document, "A").all_of[0]);
    assert_eq!(inner.reference, None);
}

#[test]
fn an_all_of_of_itself_and_more_is_a_warning() {
    let (_, diagnostics) = read(&with_schemas(
        "
A: {allOf: [{$ref: '#/components/schemas/B'}, {properties: {a: true}}]}
B: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {b: true}}]}
",
    ));
    assert_eq!(diagnostics.len(), 1);
    assert_eq!(
        (diagnostics[0].code, diagnostics[0].related.len()),
        ("cyclic-all-of", 3)
    );
    assert!(
        diagnostics
            .iter()
            .all(|d| d.severity == crate::diagnostic::Severity::Warning)
    );
}

#[test]
fn recursion_through_members_is_fine() {
    read_well(&with_schemas(
        "
A: {properties: {next: {$ref: '#/components/schemas/A'}}, oneOf: [{$ref: '#/components/schemas/B'}]}
B: {allOf: [{$ref: '#/components/schemas/A'}]}
",
    ));
}

#[test]
fn other_objects_that_refer_to_themselves_are_errors() {
    let (document, diagnostics) = read(
        "openapi: 3.1.0
paths:
  /a:
    get:
      parameters: [{$ref: '#/components/parameters/P'}]
      requestBody: {$ref: '#/components/requestBodies/B'}
      responses: {200: {$ref: '#/components/responses/R'}}
  /b: {$ref: '#/paths/~1b'}
components:
  parameters: {P: {$ref: '#/components/parameters/P'}}
  requestBodies: {B: {$ref: '#/components/requestBodies/B2'}, B2: {$ref: '#/components/requestBodies/B'}}
  responses: {R: {$ref: '#/components/responses/R'}}
",
    );
    let mut told = told(&diagnostics);
    told.sort();
    assert_eq!(
        told,
        [
            "error reference-cycle /components/parameters/P/$ref",
            "error reference-cycle /components/requestBodies/B/$ref",
            "error reference-cycle /components/responses/R/$ref",
            "error reference-cycle /paths/~1b/$ref",
        ]
    );
    assert_eq!(document.paths[0].operations.len(), 1);
}

#[test]
fn callbacks_and_headers_within_themselves_end() {
    let (_, diagnostics) = read(
        "openapi: 3.1.0
paths:
  /a:
    post:
      callbacks: {again: {'{$request.body#/url}': {$ref: '#/paths/~1a'}}}
components:
  headers:
    H: {content: {a/b: {encoding: {x: {headers: {h: {$ref: '#/components/headers/H'}}}}}}}
",
    );
    assert_eq!(
        told(&diagnostics),
        [
            "error reference-cycle /components/headers/H/content/a~1b/encoding/x/headers/h",
            "warning reference-cycle /paths/~1a/post/callbacks/again/{$request.body#~1url}",
        ]
    );
}

#[test]
fn a_short_document_cannot_ask_for_endless_copies() {
    use std::fmt::Write as _;
    // Each callback calls the next twenty times: 20 to the 5th operations, and much to say of each.
    let words = "word ".repeat(60_000);
    let mut text = "openapi: 3.1.0\npaths: {}\ncomponents:\n  callbacks:\n".to_owned();
    for level in 0..5 {
        writeln!(
            text,
            "    c{level}:\n      url:\n        post:\n          description: {words}\n          callbacks:"
        )
        .expect("text can be written to");
        for call in 0..20 {
            let next = level + 1;
            writeln!(
                text,
                "            x{call}: {{$ref: '#/components/callbacks/c{next}'}}"
            )
            .expect("text can be written to");
        }
    }
    text.push_str("    c5: {}\n");
    let (_, diagnostics) = read(&text);
    assert_eq!(diagnostics.len(), 1);
    assert_eq!(diagnostics[0].code, "too-large");
}

//! What is plainly meant otherwise than it is written: read as it is meant, with a warning.

use super::{first, property, read, told};
use crate::document::Schema;

#[test]
fn a_schema_without_anything_is_as_good_as_none() {
    let (document, diagnostics) = read(
        "openapi: 3.0.0
paths:
  /a: {post: {requestBody: {content: {application/json: {schema: }}}}}
components:
  schemas:
    A:
      properties:
        nothing:
        list: {type: array, items: }
        empty: {$ref: ''}
      allOf: [null]
",
    );
    assert_eq!(
        told(&diagnostics),
        [
            "warning null-schema /paths/~1a/post/requestBody/content/application~1json/schema",
            "warning null-schema /components/schemas/A/properties/nothing",
            "warning null-schema /components/schemas/A/allOf/0",
            "warning null-schema /components/schemas/A/properties/list/items",
            "warning empty-reference /components/schemas/A/properties/empty/$ref",
        ]
    );
    let body = first(&document).request_body.as_ref().expect("it is there");
    assert_eq!(body.content[0].schema, None);
    let nothing = property(&document, "A", "nothing");
    let at = nothing.at.clone();
    let open = Schema {
        at,
        ..Schema::default()
    };
    assert_eq!(*nothing, open);
    assert_eq!(property(&document, "A", "list").items, None);
    assert_eq!(property(&document, "A", "empty").reference, None);
}

#[test]
fn a_component_without_anything_is_a_mistake() {
    let (_, diagnostics) = read("openapi: 3.1.0\ncomponents: {schemas: {A: null}}\n");
    assert_eq!(
        told(&diagnostics),
        ["error invalid-schema /components/schemas/A"]
    );
}

#[test]
fn a_requirement_may_be_a_bare_name() {
    let (document, diagnostics) = read(
        "openapi: 3.0.0
paths: {/a: {get: {security: [key, other]}}}
components: {securitySchemes: {key: {type: http, scheme: basic}}}
",
    );
    assert_eq!(
        told(&diagnostics),
        [
            "warning bare-requirement /paths/~1a/get/security/0",
            "warning bare-requirement /paths/~1a/get/security/1",
            "warning unknown-security-scheme /paths/~1a/get/security/1",
        ]
    );
    let security = first(&document).security.as_ref().expect("it has its own");
    assert!(security[0].schemes["key"].is_empty());
}

#[test]
fn what_only_tells_of_the_api_does_no_harm() {
    let (document, diagnostics) = read(
        "openapi: 3.0.0
info: {title: T, version: 1, license: [MIT], contact: me@example.org}
paths:
  parameters: [{name: q, in: query}]
  /a: {get: {}}
",
    );
    assert_eq!(
        told(&diagnostics),
        [
            "warning wrong-type /info/license",
            "warning wrong-type /info/contact",
            "warning path-template /paths/parameters",
        ]
    );
    assert_eq!(document.paths.len(), 1);
}

#[test]
fn the_whole_query_needs_no_name() {
    let (document, diagnostics) = read(
        "openapi: 3.2.0
paths:
  /a: {get: {parameters: [{in: querystring, content: {application/json: {schema: {}}}}]}}
",
    );
    assert_eq!(
        told(&diagnostics).first().map(String::as_str),
        Some("warning missing-member /paths/~1a/get/parameters/0")
    );
    assert_eq!(first(&document).parameters[0].name, "query");
}

#[test]
fn a_word_in_place_of_a_status_is_left_out() {
    let (document, diagnostics) = read(
        "openapi: 3.0.0
paths: {/a: {get: {responses: {'200': {}, error: {}, 200Ok: {}, 0204: {}}}}}
",
    );
    assert_eq!(
        told(&diagnostics),
        [
            "warning invalid-response-key /paths/~1a/get/responses/error",
            "warning invalid-response-key /paths/~1a/get/responses/200Ok",
            "error invalid-response-key /paths/~1a/get/responses/0204",
        ]
    );
    assert_eq!(first(&document).responses.len(), 1);
}

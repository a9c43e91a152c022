//! Paths: templates, layers, methods.

use super::{first, read, read_well, told};
use crate::document::ParameterIn;

fn names(operation: &crate::document::Operation) -> Vec<&str> {
    let parameters = operation.parameters.iter();
    parameters
        .map(|parameter| parameter.name.as_str())
        .collect()
}

#[test]
fn a_variable_without_parameter_is_any_text() {
    let (document, diagnostics) = read("openapi: 3.1.0\npaths:\n  /a/{b}/{b}: {get: {}}\n");
    assert_eq!(
        told(&diagnostics),
        ["warning undeclared-path-parameter /paths/~1a~1{b}~1{b}/get"]
    );
    let parameter = &first(&document).parameters[0];
    assert_eq!(parameter.name, "b");
    assert!(parameter.required && parameter.location == ParameterIn::Path);
    assert_eq!(first(&document).parameters.len(), 1);
}

#[test]
fn a_variable_without_and_a_parameter_too_many_is_a_slip() {
    let (_, diagnostics) = read(
        "openapi: 3.1.0
paths:
  /a/{petId}: {get: {parameters: [{name: petID, in: path, required: true, schema: {}}]}}
",
    );
    assert_eq!(
        told(&diagnostics),
        [
            "error undeclared-path-parameter /paths/~1a~1{petId}/get",
            "warning unused-path-parameter /paths/~1a~1{petId}/get/parameters/0",
        ]
    );
    assert_eq!(
        diagnostics[0].related[0].0.pointer,
        "/paths/~1a~1{petId}/get/parameters/0"
    );
}

#[test]
fn a_parameter_that_the_path_has_not_is_left_out() {
    let (document, diagnostics) = read(
        "openapi: 3.1.0
paths:
  /a:
    parameters: [{name: b, in: path, required: true, schema: {}}]
    get: {}
",
    );
    assert_eq!(
        told(&diagnostics),
        ["warning unused-path-parameter /paths/~1a/parameters/0"]
    );
    assert!(first(&document).parameters.is_empty());
}

#[test]
fn a_path_parameter_is_required_whatever_it_says() {
    let (document, diagnostics) = read(
        "openapi: 3.1.0
paths:
  /{a}/{b}:
    get:
      parameters: [{name: a, in: path, schema: {}}, {name: b, in: path, required: false, schema: {}}]
",
    );
    assert_eq!(
        told(&diagnostics),
        [
            "warning optional-path-parameter /paths/~1{a}~1{b}/get/parameters/0",
            "warning optional-path-parameter /paths/~1{a}~1{b}/get/parameters/1",
        ]
    );
    assert!(
        first(&document)
            .parameters
            .iter()
            .all(|parameter| parameter.required)
    );
}

#[test]
fn templates_of_other_kinds_are_understood() {
    let document = read_well(
        "openapi: 3.1.0
paths:
  /v1/{+name}/{.ext*}/{parent=projects/*}/{proxy+}{?page,size}:
    parameters:
      - {name: name, in: path, required: true, schema: {}}
      - {name: ext, in: path, required: true, schema: {}}
      - {name: parent, in: path, required: true, schema: {}}
      - {name: proxy+, in: path, required: true, schema: {}}
    get: {}
",
    );
    assert_eq!(document.paths[0].key, "/v1/{name}/{ext}/{parent}/{proxy}");
    assert_eq!(names(first(&document)), ["name", "ext", "parent", "proxy"]);
}

#[test]
fn odd_paths_are_warned_of() {
    let (document, diagnostics) =
        read("openapi: 3.1.0\npaths:\n  a: {}\n  '/b?c=d': {}\n  /{e: {}\n  /{}: {}\n  x-f: {}\n");
    assert_eq!(
        told(&diagnostics),
        [
            "warning path-template /paths/a",
            "warning path-template /paths/~1b?c=d",
            "warning path-template /paths/~1{e",
            "warning path-template /paths/~1{}",
        ]
    );
    assert!(diagnostics.iter().all(|diagnostic| diagnostic.on_key));
    assert_eq!(document.paths[0].key, "/a");
    assert_eq!(document.paths.len(), 4);
}

#[test]
fn what_stands_beside_the_reference_of_a_path_item_wins() {
    let document = read_well(
        "openapi: 3.1.0
paths:
  /a/{id}:
    $ref: '#/components/pathItems/P'
    summary: Outer
    parameters: [{name: id, in: path, required: true, description: Outer, schema: {}}]
    get: {summary: Outer get}
components:
  pathItems:
    P:
      summary: Inner
      parameters:
        - {name: id, in: path, required: true, schema: {}}
        - {name: more, in: query, schema: {}}
      get: {summary: Inner get}
      post: {}
",
    );
    let [get, post] = document.paths[0].operations.as_slice() else {
        panic!("there are two operations");
    };
    assert_eq!(get.summary.as_deref(), Some("Outer get"));
    assert_eq!(post.summary.as_deref(), Some("Outer"));
    assert_eq!(names(post), ["id", "more"]);
    assert_eq!(post.parameters[0].description.as_deref(), Some("Outer"));
}

#[test]
fn methods_of_3_2_are_read() {
    let (document, diagnostics) = read(
        "openapi: 3.2.0
paths:
  /a:
    query: {}
    GET: {}
    additionalOperations: {COPY: {summary: Copies}, Post: {}, 'a b': {}}
",
    );
    assert_eq!(
        told(&diagnostics),
        [
            "warning method-case /paths/~1a/GET",
            "error additional-operation /paths/~1a/additionalOperations/Post",
            "error additional-operation /paths/~1a/additionalOperations/a b",
        ]
    );
    let operations = document.paths[0].operations.iter();
    let methods: Vec<&str> = operations
        .map(|operation| operation.method.as_str())
        .collect();
    assert_eq!(methods, ["QUERY", "GET", "COPY"]);
}

//! Operations: what they hold, and what a path item gives them.

use super::{first, read, read_well, target, told};
use crate::document::{ParameterIn, SchemaType};
use crate::source::Node;

#[test]
fn a_path_item_speaks_for_its_operations_unless_they_do() {
    let document = read_well(
        "openapi: 3.1.0
paths:
  /pets/{id}:
    summary: A pet
    servers: [{url: https://pets.example.org}]
    parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
      - {name: limit, in: query, schema: {type: string}}
    get:
      summary: Get it
      parameters: [{name: limit, in: query, schema: {type: integer}}]
      servers: [{url: https://get.example.org}]
    delete: {deprecated: true, x-mine: 1}
",
    );
    let [get, delete] = document.paths[0].operations.as_slice() else {
        panic!("there are two operations");
    };
    assert_eq!(
        (get.method.as_str(), delete.method.as_str()),
        ("GET", "DELETE")
    );
    assert_eq!(get.summary.as_deref(), Some("Get it"));
    assert_eq!(delete.summary.as_deref(), Some("A pet"));
    assert_eq!(get.servers[0].url, "https://get.example.org");
    assert_eq!(delete.servers[0].url, "https://pets.example.org");
    assert_eq!(
        get.parameters[1].at.pointer,
        "/paths/~1pets~1{id}/get/parameters/0"
    );
    assert_eq!(get.parameters.len(), 2);
    assert_eq!(get.parameters[0], delete.parameters[0]);
    assert!(delete.deprecated && delete.extensions.contains_key("x-mine"));
}

#[test]
fn bodies_are_shared_and_know_their_name() {
    let document = read_well(
        "openapi: 3.2.0
paths:
  /a:
    post: {requestBody: {$ref: '#/components/requestBodies/A'}}
    put: {requestBody: {$ref: '#/components/requestBodies/A', description: Mine}}
components:
  requestBodies:
    A:
      required: true
      description: Ours
      content:
        application/json: {$ref: '#/components/mediaTypes/M'}
        multipart/form-data:
          schema: {type: object}
          encoding:
            file: {contentType: image/png, headers: {X-Mark: {schema: {type: string}}}}
            tags: {style: pipeDelimited, explode: false}
        multipart/mixed: {prefixEncoding: [{}], itemSchema: {type: string}}
  mediaTypes:
    M: {schema: {type: integer}, examples: {one: {dataValue: 1}, two: {$ref: '#/components/examples/Two'}}}
  examples: {Two: {summary: The second, value: 2}}
",
    );
    let body = |index: usize| {
        let operation = &document.paths[0].operations[index];
        operation.request_body.as_ref().expect("it has a body")
    };
    assert_eq!(body(0).component.as_deref(), Some("A"));
    assert_eq!(body(0).description.as_deref(), Some("Ours"));
    assert_eq!(body(1).description.as_deref(), Some("Mine"));
    let [json, form, mixed] = body(0).content.as_slice() else {
        panic!("there are three media types");
    };
    let schema = document.schema(json.schema.expect("it has a schema"));
    assert_eq!(schema.types, [SchemaType::Integer]);
    assert_eq!(json.examples[1].summary.as_deref(), Some("The second"));
    assert_eq!(json.examples[0].value, Some(Node::Int(1)));
    assert!(form.encoding.by_name["file"].headers.contains_key("X-Mark"));
    assert_eq!(form.encoding.by_name["tags"].explode, Some(false));
    assert_eq!(mixed.encoding.prefix.len(), 1);
    assert!(mixed.item_schema.is_some());
}

#[test]
fn callbacks_and_webhooks_are_path_items() {
    let document = read_well(
        "openapi: 3.1.0
paths:
  /a:
    post:
      callbacks:
        done: {'{$request.query.url}': {post: {operationId: done}}, x-not: 1}
        again: {$ref: '#/components/callbacks/Again'}
webhooks:
  ping: {$ref: '#/components/pathItems/Ping'}
components:
  callbacks: {Again: {'{$url}': {put: {}}}}
  pathItems: {Ping: {post: {parameters: [{name: a, in: header}]}}}
",
    );
    let callbacks = &first(&document).callbacks;
    assert_eq!(callbacks[0].0, "done");
    assert_eq!(callbacks[0].1[0].key, "{$request.query.url}");
    assert_eq!(callbacks[1].1[0].operations[0].method, "PUT");
    let ping = &document.webhooks[0];
    assert_eq!((ping.key.as_str(), ping.operations.len()), ("ping", 1));
    assert_eq!(
        ping.operations[0].parameters[0].location,
        ParameterIn::Header
    );
}

#[test]
fn equal_operation_ids_are_warned_of_once() {
    let (_, diagnostics) = read(
        "openapi: 3.1.0
paths:
  /a: {$ref: '#/components/pathItems/P'}
  /b: {$ref: '#/components/pathItems/P'}
  /c: {get: {operationId: one}}
components: {pathItems: {P: {get: {operationId: one}}}}
",
    );
    assert_eq!(
        told(&diagnostics),
        ["warning duplicate-operation-id /paths/~1c/get/operationId"]
    );
    assert_eq!(
        diagnostics[0].related[0].0.pointer,
        "/components/pathItems/P/get/operationId"
    );
}

#[test]
fn structure_of_the_wrong_type_is_an_error_and_the_rest_is_read() {
    let (document, diagnostics) = read(
        "openapi: 3.1.0
paths:
  /a: {get: text, put: {parameters: {}, responses: [], tags: x, requestBody: 1}}
  /b: 3
  /c: {parameters: null, get: {responses: null, tags: null}}
",
    );
    assert_eq!(
        told(&diagnostics),
        [
            "error wrong-type /paths/~1a/get",
            "error wrong-type /paths/~1a/put/parameters",
            "error wrong-type /paths/~1a/put/requestBody",
            "warning wrong-type /paths/~1a/put/tags",
            "error wrong-type /paths/~1a/put/responses",
            "error wrong-type /paths/~1b",
        ]
    );
    assert_eq!(document.paths.len(), 2);
}

#[test]
fn the_schema_of_an_operation_leads_to_the_component() {
    let document = read_well(
        "openapi: 3.0.0
paths:
  /a:
    post:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
      x-codegen-request-body-name: pet
components: {schemas: {A: {type: object}}}
",
    );
    let body = first(&document)
        .request_body
        .as_ref()
        .expect("it has a body");
    assert_eq!(body.name.as_deref(), Some("pet"));
    let schema = document.schema(body.content[0].schema.expect("it has a schema"));
    assert_eq!(target(&document, schema).component.as_deref(), Some("A"));
}

//! Responses, headers and links.

use super::{first, read, read_well, told};
use crate::document::{ParameterFormat, ResponseKey};

#[test]
fn codes_ranges_and_default_are_keys() {
    let (document, diagnostics) = read(
        "openapi: 3.1.0
paths:
  /a:
    get:
      responses: {200: {}, '201': {}, 3XX: {}, 4xx: {}, 4XX: {}, default: {}, x-a: {}, XX: {}, 20: {}, 6XX: {}, 2000: {}}
",
    );
    assert_eq!(
        told(&diagnostics),
        [
            "warning invalid-response-key /paths/~1a/get/responses/4xx",
            "warning duplicate-response /paths/~1a/get/responses/4XX",
            "error invalid-response-key /paths/~1a/get/responses/XX",
            "error invalid-response-key /paths/~1a/get/responses/20",
            "error invalid-response-key /paths/~1a/get/responses/6XX",
            "error invalid-response-key /paths/~1a/get/responses/2000",
        ]
    );
    let keys: Vec<ResponseKey> = first(&document)
        .responses
        .iter()
        .map(|(key, _)| *key)
        .collect();
    assert_eq!(
        keys,
        [
            ResponseKey::Code(200),
            ResponseKey::Code(201),
            ResponseKey::Range(3),
            ResponseKey::Range(4),
            ResponseKey::Default,
        ]
    );
}

#[test]
fn a_response_is_shared_and_knows_its_name() {
    let document = read_well(
        "openapi: 3.1.0
paths:
  /a:
    get:
      responses:
        200: {$ref: '#/components/responses/Ok'}
        201: {$ref: '#/components/responses/Ok', description: Mine}
components:
  responses:
    Ok:
      description: Ours
      headers: {X-Rate: {$ref: '#/components/headers/Rate'}}
      content: {application/json: {schema: {type: string}}, text/plain: {}, a/b: null}
      links: {next: {operationId: getNext, parameters: {id: $response.body#/id}}}
      x-mine: 1
  headers: {Rate: {required: true, schema: {type: integer}}}
",
    );
    let [(_, ok), (_, mine)] = first(&document).responses.as_slice() else {
        panic!("there are two responses");
    };
    assert_eq!(ok.component.as_deref(), Some("Ok"));
    assert_eq!(ok.description.as_deref(), Some("Ours"));
    assert_eq!(mine.description.as_deref(), Some("Mine"));
    assert_eq!(ok.headers["X-Rate"].at.pointer, "/components/headers/Rate");
    assert!(ok.headers["X-Rate"].required);
    assert!(matches!(
        ok.headers["X-Rate"].format,
        ParameterFormat::Schema {
            schema: Some(_),
            explode: false,
            ..
        }
    ));
    assert_eq!(ok.content.len(), 3);
    assert_eq!(ok.links["next"].operation.as_deref(), Some("getNext"));
    assert!(ok.extensions.contains_key("x-mine"));
}

#[test]
fn a_response_that_is_not_there_is_an_error() {
    let (document, diagnostics) = read(
        "openapi: 3.1.0
paths: {/a: {get: {responses: {200: {$ref: '#/uknown-ref'}, 204: {}}}}}
",
    );
    assert_eq!(
        told(&diagnostics),
        ["error unknown-reference /paths/~1a/get/responses/200/$ref"]
    );
    assert!(diagnostics[0].message.contains("#/uknown-ref"));
    assert_eq!(first(&document).responses.len(), 1);
}

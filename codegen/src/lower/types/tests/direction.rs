//! Types in the direction they travel.

use super::travelled;

#[test]
fn members_of_one_way_make_two_types() {
    let types = travelled(
        r"
openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /createPet:
    post:
      operationId: createPet
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}
components:
  schemas:
    Pet:
      type: object
      required: [id, name]
      properties:
        id: {type: string, readOnly: true}
        name: {type: string}
        secret: {type: string, writeOnly: true}
        owner: {$ref: '#/components/schemas/Owner'}
        home: {type: object, properties: {at: {type: string, readOnly: true}, street: {type: string}}}
        plain: {type: object, properties: {a: {type: string}}}
    Owner: {type: object, properties: {id: {$ref: '#/components/schemas/Id'}, name: {type: string}, pets: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}
    Id: {type: string, readOnly: true}
    Other: {type: object, properties: {a: {type: string}}}
",
    );
    assert_eq!(types, r"
pet (output) { id: text, name: text, owner?: <owner>, home?: <pet home>, plain?: <pet plain> }
pet input (input) { name: text, secret?: text, owner?: <owner input>, home?: <pet home input>, plain?: <pet plain> }
owner (output) { id?: <id>, name?: text, pets?: [<pet>] }
owner input (input) { name?: text, pets?: [<pet input>] }
id (output) is text
other { a?: text }
pet home (output) { at?: text, street?: text }
pet plain (both ways) { a?: text }
pet home input (input) { street?: text }
createPet sends <pet input>
createPet gives <pet>
".trim_start());
}

#[test]
fn a_type_that_travels_one_way_stays_one() {
    let types = travelled(
        r"
openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /create:
    post:
      operationId: create
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/New'}}}}
      responses: {'200': {description: ok}}
  /get:
    post:
      operationId: get
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Old'}}}}}
components:
  schemas:
    New: {type: object, properties: {id: {type: string, readOnly: true}, name: {type: string}}}
    Old: {type: object, properties: {id: {type: string, readOnly: true}, password: {type: string, writeOnly: true}}}
    Nowhere: {type: object, properties: {id: {type: string, readOnly: true}}}
",
    );
    assert_eq!(
        types,
        r"
new (input) { name?: text }
old (output) { id?: text }
nowhere { id?: text }
create sends <new>
get gives <old>
"
        .trim_start()
    );
}

#[test]
fn usage_reaches_what_is_inside() {
    let types = travelled(
        r"
openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /create:
    post:
      operationId: create
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
      responses: {'200': {description: ok, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/B'}}}}}}
components:
  schemas:
    A: {type: object, properties: {c: {$ref: '#/components/schemas/C'}}}
    B: {type: object, properties: {c: {type: array, items: {oneOf: [{$ref: '#/components/schemas/C'}, {$ref: '#/components/schemas/D'}]}}}}
    C: {type: object, properties: {x: {type: string}}}
    D: {type: object, properties: {y: {type: string}}, additionalProperties: {$ref: '#/components/schemas/E'}}
    E: {type: object, properties: {z: {type: string}}}
    F: {type: object, properties: {z: {type: string}}}
",
    );
    assert_eq!(
        types,
        r"
a (input) { c?: <c> }
b (output) { c?: [<b c item>] }
c (both ways) { x?: text }
d (output) { y?: text, additional...: <e> }
e (output) { z?: text }
f { z?: text }
b c item (output) union [ c(<c>), d(<d>) ]
create sends <a>
create gives [<b>]
"
        .trim_start()
    );
}

#[test]
fn bytes_are_binary_only_where_they_are_not_json() {
    let types = travelled(
        r"
openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /upload:
    post:
      operationId: upload
      requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {file: {type: string, format: binary}, ref: {$ref: '#/components/schemas/File'}, files: {type: array, items: {type: string, contentMediaType: image/png}}, encoded: {type: string, format: byte}, text: {type: string}, meta: {type: object, properties: {in: {type: string, format: binary}}}}}}}}
      responses: {'200': {description: ok, content: {application/json: {schema: {type: string, format: binary}}}}}
components:
  schemas:
    File: {type: string, format: binary}
",
    );
    assert_eq!(
        types,
        r"
file is text
upload request meta (input) { in?: text }
upload file binary
upload ref binary
upload files [binary]
upload encoded base64
upload text text
upload meta <upload request meta>
upload gives binary
"
        .trim_start()
    );
}

#[test]
fn forms_have_the_members_of_all_alternatives() {
    let types = travelled(
        r"
openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /upload:
    post:
      operationId: upload
      requestBody: {content: {multipart/form-data: {schema: {type: object, required: [a], properties: {a: {type: string}}, oneOf: [{properties: {b: {type: integer}}}, {properties: {c: {type: boolean}}}]}}}}
      responses: {'200': {description: ok}}
",
    );
    assert_eq!(
        types,
        r"
upload a text
upload b int
upload c bool
"
        .trim_start()
    );
}

#[test]
fn inline_types_of_operations_are_named_by_wish() {
    let types = travelled(
        r"
openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /kickAll:
    post:
      operationId: kickAll
      requestBody: {content: {application/json: {schema: {type: object, properties: {reason: {type: object, properties: {text: {type: string}}}}}}}}
      responses: {'200': {description: ok, content: {application/json: {schema: {type: object, properties: {items: {type: array, items: {type: object, properties: {id: {type: string}}}}}}}}}}
",
    );
    assert_eq!(
        types,
        r"
kick all request (input) { reason?: <kick all request reason> }
kick all request reason (input) { text?: text }
kick all response (output) { items?: [<kick all response item>] }
kick all response item (output) { id?: text }
kickAll sends <kick all request>
kickAll gives <kick all response>
"
        .trim_start()
    );
}

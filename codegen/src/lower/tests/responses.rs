//! Answers: what a call gives, and what its errors hold.

use super::{Outcome, lowered};
use crate::api::{Content, Owner, Presence, Shape, StatusPattern};

fn with_responses(responses: &str) -> Outcome {
    lowered(&format!(
        "paths:
  /pets:
    post:
      operationId: makePet
      responses: {responses}
components:
  schemas:
    Pet: {{ type: object, properties: {{ name: {{ type: string }} }} }}
    Oops: {{ type: object, properties: {{ code: {{ type: integer }} }} }}
"
    ))
}

const PET: &str = "{ description: '', content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }";
const OOPS: &str = "{ description: '', content: { application/json: { schema: { $ref: '#/components/schemas/Oops' } } } }";

fn output(responses: &str) -> String {
    let outcome = with_responses(responses);
    outcome.output(outcome.only())
}

#[test]
fn the_output_is_one_thing_unless_the_status_decides() {
    assert_eq!(
        output(&format!("{{ '200': {PET}, '201': {PET} }}")),
        "<pet>"
    );
    assert_eq!(output("{ '204': { description: Gone } }"), "Empty");
    assert_eq!(
        output(&format!(
            "{{ '200': {PET}, '204': {{ description: Gone }} }}"
        )),
        "make pet response { ok: <pet>, no content: Empty }"
    );
    assert_eq!(
        output(&format!("{{ 2XX: {PET}, default: {OOPS} }}")),
        "<pet>"
    );
    assert_eq!(output("{}"), "Empty");
}

#[test]
fn a_default_is_what_is_left() {
    assert_eq!(output(&format!("{{ default: {PET} }}")), "<pet>");
    let outcome = with_responses(&format!("{{ '200': {PET}, default: {OOPS} }}"));
    assert_eq!(outcome.only().errors[0].status, StatusPattern::Default);
    let named = "{ default: { description: An error, content: { application/json: { schema: { $ref: '#/components/schemas/Oops' } } } } }";
    let outcome = with_responses(named);
    assert_eq!(outcome.output(outcome.only()), "Empty");
    assert_eq!(outcome.only().errors.len(), 1);
}

#[test]
fn a_redirect_gives_nothing() {
    let outcome = with_responses(&format!("{{ '302': {PET}, '404': {OOPS} }}"));
    assert_eq!(outcome.output(outcome.only()), "Empty");
    assert_eq!(outcome.only().responses.len(), 1);
    let outcome = with_responses(&format!(
        "{{ '200': {PET}, '304': {{ description: As it was }} }}"
    ));
    assert_eq!(outcome.only().errors[0].status, StatusPattern::Code(304));
}

#[test]
fn the_best_content_is_taken() {
    for (content, expected) in [
        (
            "{ text/plain: {}, application/json: { schema: { $ref: '#/components/schemas/Pet' } } }",
            "<pet>",
        ),
        (
            "{ application/problem+json: { schema: { $ref: '#/components/schemas/Pet' } } }",
            "<pet>",
        ),
        ("{ application/json: {} }", "Any"),
        ("{ text/html: { schema: { type: string } } }", "Text"),
        (
            "{ application/xml: { schema: { $ref: '#/components/schemas/Pet' } } }",
            "Text",
        ),
        ("{ image/png: {} }", "Binary"),
        (
            "{ application/json: { schema: { type: string, format: binary } } }",
            "Binary",
        ),
        (
            "{ '*/*': { schema: { $ref: '#/components/schemas/Pet' } } }",
            "<pet>",
        ),
        ("{ '*/*': {} }", "Binary"),
        (
            "{ application/x-ndjson: { schema: { $ref: '#/components/schemas/Pet' } } }",
            "lines <pet>",
        ),
        (
            "{ application/jsonl: { itemSchema: { $ref: '#/components/schemas/Pet' } } }",
            "lines <pet>",
        ),
        (
            "{ text/event-stream: { schema: { $ref: '#/components/schemas/Pet' } } }",
            "events <pet>",
        ),
    ] {
        let responses = format!("{{ '200': {{ description: '', content: {content} }} }}");
        assert_eq!(output(&responses), expected, "{content}");
    }
}

#[test]
fn the_data_of_an_event_is_what_a_stream_gives() {
    let event = "{ '200': { description: '', content: { text/event-stream: { itemSchema: { type: object, properties: {
        event: { type: string }, data: { type: string, contentMediaType: application/json, contentSchema: { $ref: '#/components/schemas/Pet' } } } } } } } }";
    assert_eq!(output(event), "events <pet>");
}

#[test]
fn a_stream_beside_json_is_a_form_of_its_own() {
    let outcome = with_responses(
        "{ '200': { description: '', content: {
            application/json: { schema: { $ref: '#/components/schemas/Pet' } },
            text/event-stream: { schema: { $ref: '#/components/schemas/Oops' } } } } }",
    );
    assert_eq!(outcome.output(outcome.operation("make pet")), "<pet>");
    assert_eq!(
        outcome.output(outcome.operation("make pet stream")),
        "events <oops>"
    );
}

#[test]
fn headers_and_links_are_told() {
    let outcome = with_responses(
        "{ '200': { description: Fine, headers: {
              X-Left: { required: true, description: How many., schema: { type: integer } },
              Content-Type: { schema: { type: string } } },
            links: { Next: { operationId: getPet, parameters: { id: $response.body#/id }, description: The pet. } } } }",
    );
    let response = &outcome.only().responses[0];
    assert_eq!(response.headers.len(), 1);
    assert_eq!(response.headers[0].presence, Presence::Required);
    assert_eq!(response.content, Content::Empty);
    assert_eq!(
        response.docs.notes,
        ["Link `Next` to `getPet`, with `id` from `$response.body#/id`: The pet."]
    );
}

#[test]
fn errors_of_several_shapes_are_one_union_for_all() {
    let inline = "{ description: '', content: { application/json: { schema: { type: object, properties: { why: { type: string } } } } } }";
    let operation = |name: &str| {
        format!(
            "  /{name}:
    get:
      operationId: get{name}
      responses: {{ '200': {PET}, '400': {inline}, '404': {OOPS}, '500': {{ description: '', content: {{ text/html: {{}} }} }} }}
"
        )
    };
    let outcome = lowered(&format!(
        "paths:\n{}{}  /c: {{ get: {{ operationId: getC, responses: {{ '404': {OOPS} }} }} }}
components:
  schemas:
    Pet: {{ type: object, properties: {{ name: {{ type: string }} }} }}
    Oops: {{ type: object, properties: {{ code: {{ type: integer }} }} }}
",
        operation("A"),
        operation("B")
    ));
    let bodies: Vec<String> = outcome
        .api
        .operations
        .iter()
        .map(|one| outcome.spell(one.error_body.as_ref().expect("its errors are typed")))
        .collect();
    assert_eq!(bodies, ["<error body>", "<error body>", "<oops>"]);
    let def = outcome
        .api
        .types
        .iter()
        .position(|def| def.name.as_str() == "error body")
        .expect("it is defined");
    let def = (def, &outcome.api.types[def]);
    assert_eq!(def.1.owner, Owner::Component(crate::api::TypeId(def.0)));
    let Shape::Union(union) = &def.1.shape else {
        panic!("{:?}", def.1.shape);
    };
    let variants: Vec<&str> = union.variants.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(variants, ["bad request error", "oops"]);
}

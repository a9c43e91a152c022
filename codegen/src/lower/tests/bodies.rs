//! Request bodies: which are sent, and how.

use super::{Outcome, configured, lowered};
use crate::api::{BodyKind, Literal, PartKind, Presence, Serialization};

fn with_body(body: &str) -> Outcome {
    lowered(&format!(
        "paths:
  /pets:
    post:
      operationId: addPet
      tags: [pets]
      requestBody: {body}
      responses: {{}}
components:
  schemas:
    Pet: {{ type: object, required: [name], properties: {{ name: {{ type: string }} }} }}
"
    ))
}

const PET: &str = "{ schema: { $ref: '#/components/schemas/Pet' } }";

#[test]
fn of_contents_that_are_the_same_the_best_is_sent() {
    let outcome = with_body(&format!(
        "{{ content: {{ application/xml: {PET}, application/x-www-form-urlencoded: {PET}, application/json: {PET} }} }}"
    ));
    let body = outcome.only().body.as_ref().expect("there is a body");
    assert_eq!(body.media_type, "application/json");
    // The document forgot to say so, but a pet has a name.
    assert_eq!(body.presence, Presence::Required);
    assert_eq!(
        body.docs.notes,
        ["The server also takes `application/xml`, `application/x-www-form-urlencoded`."]
    );
}

#[test]
fn contents_that_differ_are_operations_of_their_own() {
    let outcome = with_body(&format!(
        "{{ content: {{ application/json: {PET},
            multipart/form-data: {{ schema: {{ type: object, properties: {{ photo: {{ type: string, format: binary }} }} }} }},
            application/merge-patch+json: {{ schema: {{ type: object, properties: {{ nick: {{ type: string }} }} }} }},
            application/octet-stream: {{}} }} }}"
    ));
    assert_eq!(
        outcome.tree(),
        "pets(add add_with_merge_patch add_with_multipart add_with_bytes)"
    );
    let ids: Vec<&str> = outcome
        .api
        .operations
        .iter()
        .filter_map(|one| one.id.as_deref())
        .collect();
    assert_eq!(ids, ["addPet"; 4]);
    let name = outcome.operation("add pet with bytes");
    assert!(matches!(
        name.body.as_ref().map(|body| &body.kind),
        Some(BodyKind::Binary)
    ));
}

#[test]
fn wildcards_are_json_if_they_have_a_shape() {
    let outcome = with_body(&format!("{{ content: {{ '*/*': {PET} }} }}"));
    let body = outcome.only().body.as_ref().expect("there is a body");
    assert_eq!(body.media_type, "application/json");
    let outcome = with_body("{ content: { '*/*': {} } }");
    let body = outcome.only().body.as_ref().expect("there is a body");
    assert_eq!(
        (body.media_type.as_str(), &body.kind),
        ("application/octet-stream", &BodyKind::Binary)
    );
}

#[test]
fn no_content_is_no_body() {
    assert_eq!(with_body("{ content: {} }").only().body, None);
    let closed = "{ content: { application/json: { schema: { type: object, additionalProperties: false } } } }";
    assert_eq!(with_body(closed).only().body, None);
}

#[test]
fn parts_are_files_text_or_json() {
    let outcome = with_body(
        "{ content: { multipart/form-data: {
            schema: { type: object, required: [file], properties: {
              file: { type: string, format: binary },
              files: { type: array, items: { type: string, format: binary } },
              either: { oneOf: [ { type: string, format: binary }, { type: array, items: { type: string, format: binary } } ] },
              image: { type: string },
              tags: { type: array, items: { type: string } },
              ids: { type: array, items: { type: string } },
              meta: { type: object, properties: { a: { type: string } } },
              count: { type: integer } } },
            encoding: { image: { contentType: 'image/png, image/jpeg', headers: { X-Part: { description: Why., schema: { type: string } } } },
                        ids: { contentType: application/json } } } } }",
    );
    let body = outcome.only().body.as_ref().expect("there is a body");
    let BodyKind::Multipart { parts, .. } = &body.kind else {
        panic!("{:?}", body.kind);
    };
    let told: Vec<String> = parts
        .iter()
        .map(|part| {
            let kind = match &part.kind {
                PartKind::File => "file".to_owned(),
                PartKind::Text(ty) => format!("text {}", outcome.spell(ty)),
                PartKind::Styled(ty, _) => format!("styled {}", outcome.spell(ty)),
                PartKind::Json(ty) => format!("json {}", outcome.spell(ty)),
                PartKind::Multipart { parts, .. } => format!("{} parts", parts.len()),
            };
            let many = if part.repeated { "*" } else { "" };
            let key = part.key.as_deref().unwrap_or("-");
            format!("{key}{many}: {kind}")
        })
        .collect();
    assert_eq!(
        told,
        [
            "file: file",
            "files*: file",
            "either*: file",
            "image: file",
            "tags*: text String",
            "ids: json [String]",
            "meta: json <add pet meta>",
            "count: text Integer(I64)",
        ]
    );
    assert_eq!(parts[3].content_type.as_deref(), Some("image/png"));
    let headers: Vec<&str> = parts[3].headers.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(headers, ["image x part"]);
    assert_eq!(body.presence, Presence::Required);
}

#[test]
fn members_of_forms_are_written_as_the_document_says() {
    let outcome = with_body(
        "{ content: { application/x-www-form-urlencoded: {
            schema: { type: object, properties: {
              plain: { type: string },
              deep: { type: object, properties: { a: { type: string } } },
              json: { type: object, properties: { a: { type: string } } } } },
            encoding: { deep: { style: deepObject, explode: true } } } } }",
    );
    let body = outcome.only().body.as_ref().expect("there is a body");
    let BodyKind::Form(_, encodings) = &body.kind else {
        panic!("{:?}", body.kind);
    };
    let told: Vec<(&str, bool)> = encodings
        .iter()
        .map(|one| {
            let by_style = matches!(one.serialization, Serialization::Style { .. });
            (one.key.as_str(), by_style)
        })
        .collect();
    assert_eq!(told, [("deep", true), ("json", false)]);
}

const CONTROL: &str = "paths:
  /recordings:
    put:
      operationId: controlRecording
      tags: [recordings]
      requestBody: { required: true, content: { CONTENT: { schema: { type: object, properties: { action: { type: string } } } } } }
      responses: {}
";

const PAUSE: &str = "[operations.controlRecording.bodies]\npause = { action = \"pause\" }\n";

#[test]
fn a_body_that_is_always_the_same_has_a_method_of_its_own() {
    let outcome = configured(&CONTROL.replace("CONTENT", "application/json"), PAUSE);
    assert_eq!(outcome.said, [""; 0]);
    let [control, pause] = outcome.api.operations.as_slice() else {
        panic!("there are two: {:?}", outcome.api.operations);
    };
    assert!(control.body.is_some() && control.constant_body.is_none());
    assert_eq!(pause.method_name.as_str(), "pause");
    assert!(pause.body.is_none());
    let action = ("action".to_owned(), Literal::String("pause".to_owned()));
    assert_eq!(pause.constant_body, Some(Literal::Map(vec![action])));
}

#[test]
fn a_body_that_cannot_be_sent_is_told() {
    let outcome = configured(&CONTROL.replace("CONTENT", "text/plain"), PAUSE);
    assert_eq!(
        outcome.said,
        [
            "warning[unused-config] the configuration has bodies for this operation, which takes no JSON"
        ]
    );
    assert_eq!(outcome.api.operations.len(), 1);
}

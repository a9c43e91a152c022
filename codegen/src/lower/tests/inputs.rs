//! Path templates, parameters, and those that the client holds.

use super::{configured, lowered};
use crate::api::{Literal, ParameterIn, Presence, Serialization, Style};

#[test]
fn arguments_follow_the_path_then_the_document() {
    let outcome = lowered(
        "paths:
  /a/{x}/b/{y}:
    get:
      operationId: get
      parameters:
        - { name: q, in: query, schema: { type: integer, default: 3, maximum: 9 } }
        - { name: y, in: path, required: true, schema: { type: string } }
        - { name: x, in: path, required: true, description: The x., schema: { type: string } }
      responses: {}
",
    );
    let operation = outcome.only();
    let keys: Vec<&str> = operation
        .parameters
        .iter()
        .map(|one| one.key.as_str())
        .collect();
    assert_eq!(keys, ["x", "y", "q"]);
    assert_eq!(
        operation.parameters[0].docs.description.as_deref(),
        Some("The x.")
    );
    let query = &operation.parameters[2];
    assert_eq!(query.default, Some(Literal::Int(3)));
    assert_eq!(query.constraints.maximum, Some((Literal::Int(9), false)));
    assert_eq!(query.presence, Presence::Optional);
    assert!(matches!(
        query.serialization,
        Serialization::Style {
            style: Style::Form,
            explode: true,
            ..
        }
    ));
}

#[test]
fn each_key_of_the_path_has_a_parameter() {
    let outcome = lowered(
        "paths:
  '/a{b}.{ext}/{id}/{id}/{rest*}?x={b}#frag':
    get:
      operationId: get
      parameters:
        - { name: rest, in: path, required: true, schema: { type: string } }
        - { name: gone, in: path, required: true, schema: { type: string } }
      responses: {}
",
    );
    let operation = outcome.only();
    assert_eq!(operation.path, "/a{b}.{ext}/{id}/{id}/{rest}?x={b}");
    let keys: Vec<&str> = operation
        .parameters
        .iter()
        .map(|one| one.key.as_str())
        .collect();
    assert_eq!(keys, ["b", "ext", "id", "rest"]);
    assert!(
        operation
            .parameters
            .iter()
            .all(|one| one.presence == Presence::Required)
    );
}

#[test]
fn one_key_in_two_places_has_two_names() {
    let outcome = lowered(
        "paths:
  /a/{id}:
    post:
      operationId: set
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
        - { name: id, in: query, schema: { type: string } }
        - { name: ID, in: header, schema: { type: string } }
        - { name: body, in: query, schema: { type: string } }
      requestBody: { content: { application/json: { schema: { type: string } } } }
      responses: {}
",
    );
    let operation = outcome.only();
    let names: Vec<&str> = operation
        .parameters
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(names, ["id", "id query", "id header", "body"]);
    let body = operation.body.as_ref().expect("there is a body");
    assert_eq!(body.name.as_str(), "request body");
}

#[test]
fn headers_that_the_standard_ignores_are_left_out() {
    let outcome = lowered(
        "paths:
  /a:
    get:
      operationId: get
      parameters:
        - { name: Content-Type, in: header, schema: { type: string } }
        - { name: accept, in: header, schema: { type: string } }
        - { name: Authorization, in: header, schema: { type: string } }
      responses: {}
",
    );
    let keys: Vec<&str> = outcome
        .only()
        .parameters
        .iter()
        .map(|one| one.key.as_str())
        .collect();
    // Nothing else would send the last, for the document has no security.
    assert_eq!(keys, ["Authorization"]);
    assert_eq!(outcome.said.len(), 2);
}

#[test]
fn the_client_fills_its_parameters() {
    let document = "paths:
  /accounts/{account_id}/a:
    get:
      operationId: getA
      parameters:
        - { name: account_id, in: path, required: true, description: The account., schema: { type: string } }
        - { name: account_id, in: cookie, schema: { type: string } }
      responses: {}
  /b:
    get:
      operationId: getB
      parameters: [{ name: account_id, in: header, schema: { type: string } }]
      responses: {}
";
    let outcome = configured(
        document,
        "[client.parameters.account_id]\nenv = \"ACCOUNT\"\n[client.parameters.aacount]\nenv = \"X\"\n",
    );
    let parameters = &outcome.api.client_parameters;
    assert_eq!(parameters.len(), 1);
    assert_eq!(parameters[0].env.as_deref(), Some("ACCOUNT"));
    assert_eq!(
        parameters[0].docs.description.as_deref(),
        Some("The account.")
    );
    let by_place: Vec<(ParameterIn, Option<usize>)> = outcome
        .api
        .operations
        .iter()
        .flat_map(|one| &one.parameters)
        .map(|one| (one.location, one.client))
        .collect();
    assert_eq!(
        by_place,
        [
            (ParameterIn::Path, Some(0)),
            (ParameterIn::Cookie, None),
            (ParameterIn::Header, Some(0))
        ]
    );
    assert_eq!(outcome.said.len(), 1);
    assert!(outcome.said[0].contains("spec/x.toml:3:20: the document has no parameter `aacount`"));
}

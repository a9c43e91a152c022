//! What belongs to the whole API: its name, servers, security, webhooks.

use super::{configured, lowered};
use crate::api::SecurityKind;

#[test]
fn a_bare_document_is_called_by_its_title() {
    let outcome = lowered("paths: {}\n");
    assert_eq!(outcome.api.name.as_str(), "pet store");
    assert_eq!(outcome.api.servers.len(), 1);
    assert_eq!(outcome.api.servers[0].url, "/");
}

#[test]
fn operations_need_what_they_or_the_document_say() {
    let outcome = lowered(
        "security: [{ key: [] }]
paths:
  /a: { get: { operationId: a, responses: {} } }
  /b: { get: { operationId: b, security: [], responses: {} } }
  /c: { get: { operationId: c, security: [{ basic: [], key: [] }, { token: [read] }, {}], responses: {} } }
components:
  securitySchemes:
    unused: { type: mutualTLS }
    key: { type: apiKey, in: header, name: X-Key }
    basic: { type: http, scheme: Basic }
    token: { type: oauth2, flows: { clientCredentials: { tokenUrl: https://x/token, scopes: { read: Read. } } } }
",
    );
    let schemes = &outcome.api.security_schemes;
    let kinds: Vec<&str> = schemes.iter().map(|scheme| scheme.key.as_str()).collect();
    assert_eq!(kinds, ["key", "basic", "token"]);
    assert_eq!(
        schemes[0].kind,
        SecurityKind::ApiKeyHeader("X-Key".to_owned())
    );
    assert_eq!(schemes[0].env.as_deref(), Some("PET_STORE_KEY"));
    let needs = |name: &str| -> Vec<Vec<usize>> {
        let operation = outcome.operation(name);
        let each = operation.security.iter();
        each.map(|one| one.schemes.iter().map(|(index, _)| *index).collect())
            .collect()
    };
    assert_eq!(needs("a"), [vec![0]]);
    assert_eq!(needs("b"), [[0; 0]; 0]);
    assert_eq!(needs("c"), [vec![1, 0], vec![2], vec![]]);
    assert!(outcome.said.is_empty(), "{:?}", outcome.said);
}

#[test]
fn schemes_that_no_one_asks_for_may_be_used_by_all() {
    let outcome = lowered(
        "paths: { /a: { get: { operationId: a, responses: {} } } }
components: { securitySchemes: { key: { type: apiKey, in: query, name: key } } }
",
    );
    assert_eq!(outcome.only().security.len(), 2);
    assert!(outcome.only().security[1].schemes.is_empty());
    assert!(outcome.said[0].starts_with("warning[no-security]"));
}

#[test]
fn an_unknown_scheme_is_told() {
    let outcome = lowered(
        "paths: { /a: { get: { operationId: a, security: [{ kee: [] }], responses: {} } } }
components: { securitySchemes: { key: { type: apiKey, in: query, name: key } } }
",
    );
    assert!(
        outcome.said.iter().any(
            |said| said.contains("[unknown-security-scheme] there is no security scheme `kee`")
        ),
        "{:?}",
        outcome.said
    );
    assert_eq!(outcome.only().security.len(), 2);
}

#[test]
fn servers_keep_their_variables() {
    let outcome = lowered(
        "servers:
  - url: https://{region}.x.com/{version}/{lost}
    description: The one.
    variables:
      region: { default: mars, enum: [eu, us] }
      version: { default: v1 }
  - url: ../v2
paths: { /a: { get: { operationId: a, servers: [{ url: https://files.x.com }], responses: {} } } }
",
    );
    let server = &outcome.api.servers[0];
    let variables: Vec<(&str, &str)> = server
        .variables
        .iter()
        .map(|one| (one.key.as_str(), one.default.as_str()))
        .collect();
    assert_eq!(
        variables,
        [("region", "mars"), ("version", "v1"), ("lost", "")]
    );
    assert_eq!(outcome.api.servers[1].url, "../v2");
    assert_eq!(outcome.only().servers[0].url, "https://files.x.com");
    let about = |said: &&String| said.contains("server-variable");
    assert_eq!(outcome.said.iter().filter(about).count(), 2);
    let configured = configured(
        "servers: [{ url: https://x.com }]\npaths: {}\n",
        "[client]\nbase_url = \"https://y.com\"\n",
    );
    assert_eq!(configured.api.servers[0].url, "https://y.com");
    assert_eq!(configured.api.base_url_env, "PET_STORE_BASE_URL");
    let configured = self::configured("paths: {}\n", "[client]\nbase_url_env = \"PETS_AT\"\n");
    assert_eq!(configured.api.base_url_env, "PETS_AT");
}

#[test]
fn webhooks_and_callbacks_carry_typed_payloads() {
    let body = "requestBody: { content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } } }";
    let outcome = lowered(&format!(
        "paths:
  /subscribe:
    post:
      operationId: subscribe
      callbacks:
        onEvent: {{ '{{$request.body#/url}}': {{ post: {{ {body}, responses: {{}} }} }} }}
      responses: {{}}
webhooks:
  pet.born: {{ post: {{ summary: A pet is born., {body}, responses: {{}} }} }}
"
    ));
    let told: Vec<(&str, String, bool)> = outcome
        .api
        .webhooks
        .iter()
        .map(|one| {
            let payload = one.payload.as_ref().expect("it is typed");
            (
                one.name.as_str(),
                outcome.spell(payload),
                one.operation.is_some(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("pet born", "<pet born payload>".to_owned(), false),
            (
                "subscribe on event",
                "<subscribe on event payload>".to_owned(),
                true
            ),
        ]
    );
}

#[test]
fn permissions_are_told() {
    let outcome = lowered(
        "paths: { /a: { get: { operationId: a, tags: [One, Two], x-api-token-group: [Realtime Admin, Realtime], responses: {} } } }\n",
    );
    assert_eq!(
        outcome.only().docs.notes,
        [
            "Also tagged: Two",
            "Accepted permissions (at least one): Realtime Admin, Realtime"
        ]
    );
}

//! Security schemes and servers.

use super::{first, read, read_well, told};
use crate::document::{ParameterIn, SecuritySchemeKind};

#[test]
fn every_kind_of_scheme_is_read() {
    let document = read_well(
        "openapi: 3.2.0
paths:
  /a: {get: {security: [{key: []}, {oauth: [read], basic: []}, {}]}}
  /b: {get: {security: []}}
  /c: {get: {}}
security: [{basic: []}]
components:
  securitySchemes:
    key: {type: apiKey, in: cookie, name: token, description: Ask us}
    basic: {type: http, scheme: Basic}
    bearer: {type: http, scheme: bearer, bearerFormat: JWT, deprecated: true}
    oauth:
      type: oauth2
      flows:
        clientCredentials: {tokenUrl: /token, scopes: {read: Reads}}
        deviceAuthorization: {deviceAuthorizationUrl: /device, tokenUrl: /token, scopes: {}}
    oidc: {type: openIdConnect, openIdConnectUrl: https://example.org}
    mtls: {type: mutualTLS}
    alias: {$ref: '#/components/securitySchemes/key', description: Again}
",
    );
    let kind = |name: &str| &document.security_schemes[name].kind;
    assert_eq!(
        *kind("key"),
        SecuritySchemeKind::ApiKey {
            location: ParameterIn::Cookie,
            name: "token".into()
        }
    );
    assert!(matches!(kind("basic"), SecuritySchemeKind::Http { scheme, .. } if scheme == "basic"));
    assert!(document.security_schemes["bearer"].deprecated);
    let SecuritySchemeKind::OAuth2 { flows } = kind("oauth") else {
        panic!("it is OAuth");
    };
    assert_eq!(flows["clientCredentials"].scopes["read"], "Reads");
    assert_eq!(
        flows["deviceAuthorization"].authorization_url.as_deref(),
        Some("/device")
    );
    assert!(matches!(
        kind("oidc"),
        SecuritySchemeKind::OpenIdConnect { .. }
    ));
    assert_eq!(*kind("mtls"), SecuritySchemeKind::MutualTls);
    assert_eq!(kind("alias"), kind("key"));
    assert_eq!(
        document.security_schemes["alias"].description.as_deref(),
        Some("Again")
    );

    let security = first(&document).security.as_ref().expect("it has its own");
    assert_eq!(security.len(), 3);
    assert_eq!(security[1].schemes["oauth"], ["read"]);
    assert!(security[2].schemes.is_empty());
    assert_eq!(document.paths[1].operations[0].security, Some(Vec::new()));
    assert_eq!(document.paths[2].operations[0].security, None);
    assert_eq!(document.security.as_ref().map(Vec::len), Some(1));
}

#[test]
fn a_scheme_may_be_named_by_its_address() {
    let document = read_well(
        "openapi: 3.2.0
paths: {/a: {get: {security: [{'#/components/x/key': []}]}}}
components: {x: {key: {type: apiKey, in: header, name: k}}}
",
    );
    assert!(document.security_schemes.contains_key("#/components/x/key"));
}

#[test]
fn a_broken_scheme_is_an_error_when_something_asks_for_it() {
    let text = |security: &str| {
        format!(
            "openapi: 3.1.0
paths: {{}}
security: {security}
components: {{securitySchemes: {{gone: {{$ref: '#/nowhere'}}, odd: {{type: magic}}}}}}
"
        )
    };
    let (_, diagnostics) = read(&text("[]"));
    assert_eq!(
        told(&diagnostics),
        [
            "warning unknown-reference /components/securitySchemes/gone/$ref",
            "warning invalid-security-scheme /components/securitySchemes/odd",
        ]
    );
    let (_, diagnostics) = read(&text("[{odd: [], other: []}]"));
    assert_eq!(
        told(&diagnostics)[2..],
        [
            "error invalid-security-scheme /components/securitySchemes/odd",
            "warning unknown-security-scheme /security/0/other",
        ]
    );
}

#[test]
fn servers_have_variables() {
    let (document, diagnostics) = read(
        "openapi: 3.2.0
paths: {}
servers:
  - {url: 'https://{region}.example.org', name: main, variables: {region: {default: eu, enum: [eu, us]}}}
  - {url: 'https://{a}/{b}', variables: {a: {enum: []}, c: {enum: [x, 8443], default: y}}}
  - {}
",
    );
    assert_eq!(
        told(&diagnostics),
        [
            "warning server-variable /servers/1/variables/a",
            "warning server-variable /servers/1/variables/c",
            "warning server-variable /servers/1/url",
            "warning missing-member /servers/2",
        ]
    );
    assert_eq!(document.servers.len(), 2);
    assert_eq!(document.servers[0].name.as_deref(), Some("main"));
    assert_eq!(document.servers[0].variables["region"].values, ["eu", "us"]);
    assert_eq!(document.servers[1].variables["c"].values, ["x", "8443"]);
}

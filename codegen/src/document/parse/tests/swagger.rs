//! Swagger 2.0.

use super::{component, first, read, read_well, told};
use crate::document::{
    Document, MediaType, ParameterFormat, RequestBody, SchemaType, SecuritySchemeKind, Style,
};

fn body(document: &Document) -> &RequestBody {
    first(document)
        .request_body
        .as_ref()
        .expect("it has a body")
}

fn keys(content: &[MediaType]) -> Vec<&str> {
    content
        .iter()
        .map(|media_type| media_type.key.as_str())
        .collect()
}

#[test]
fn host_base_path_and_schemes_are_servers() {
    let servers = |text: &str| {
        let document = read_well(&format!("swagger: '2.0'\npaths: {{}}\n{text}"));
        let servers = document.servers.into_iter();
        servers.map(|server| server.url).collect::<Vec<_>>()
    };
    let all = "host: example.org\nbasePath: /v1/\nschemes: [http, https]\n";
    assert_eq!(
        servers(all),
        ["https://example.org/v1", "http://example.org/v1"]
    );
    assert_eq!(
        servers("host: example.org\nbasePath: /\n"),
        ["https://example.org"]
    );
    assert_eq!(servers("basePath: /v1\n"), ["/v1"]);
    assert_eq!(servers(""), Vec::<String>::new());
}

#[test]
fn a_body_parameter_is_the_request_body() {
    let document = read_well(
        "swagger: '2.0'
consumes: [application/json]
parameters:
  Pet: {name: pet, in: body, required: true, description: A pet, schema: {$ref: '#/definitions/Pet'}}
paths:
  /a:
    post: {parameters: [{$ref: '#/parameters/Pet'}], consumes: [application/xml, text/plain]}
    put: {parameters: [{$ref: '#/parameters/Pet'}]}
definitions: {Pet: {type: object, discriminator: kind}}
",
    );
    let body = body(&document);
    assert_eq!(keys(&body.content), ["application/xml", "text/plain"]);
    assert_eq!(body.component.as_deref(), Some("Pet"));
    assert_eq!(body.name.as_deref(), Some("pet"));
    assert_eq!(body.description.as_deref(), Some("A pet"));
    assert!(body.required && first(&document).parameters.is_empty());
    let put = document.paths[0].operations[1].request_body.as_ref();
    assert_eq!(
        put.map(|body| keys(&body.content)),
        Some(vec!["application/json"])
    );
    let discriminator = component(&document, "Pet").discriminator.as_ref();
    assert_eq!(
        discriminator.map(|it| it.property_name.as_str()),
        Some("kind")
    );
}

#[test]
fn form_parameters_are_a_form() {
    let document = read_well(
        "swagger: '2.0'
paths:
  /a:
    post:
      parameters:
        - {name: a, in: formData, type: string, required: true, description: An a}
        - {name: b, in: formData, type: array, items: {type: integer}, collectionFormat: multi}
        - {name: c, in: formData, type: array, items: {type: integer}, collectionFormat: pipes}
        - {name: d, in: query, type: integer}
",
    );
    let body = body(&document);
    assert!(body.required);
    assert_eq!(keys(&body.content), ["application/x-www-form-urlencoded"]);
    let form = document.schema(body.content[0].schema.expect("it has a schema"));
    assert_eq!(form.required, ["a"]);
    assert_eq!(form.types, [SchemaType::Object]);
    let a = document.schema(form.properties["a"]);
    assert_eq!(
        (a.types.as_slice(), a.description.as_deref()),
        ([SchemaType::String].as_slice(), Some("An a"))
    );
    assert!(a.required.is_empty());
    let encoding = &body.content[0].encoding.by_name;
    assert!(!encoding.contains_key("a"));
    assert_eq!(
        (encoding["b"].style, encoding["b"].explode),
        (Some(Style::Form), Some(true))
    );
    assert_eq!(
        (encoding["c"].style, encoding["c"].explode),
        (Some(Style::PipeDelimited), Some(false))
    );
    assert_eq!(first(&document).parameters.len(), 1);
}

#[test]
fn a_form_with_a_file_is_multipart() {
    let form = |consumes: &str, ty: &str| {
        let document = read_well(&format!(
            "swagger: '2.0'
consumes: {consumes}
paths: {{/a: {{post: {{parameters: [{{name: a, in: formData, type: {ty}}}]}}}}}}
"
        ));
        let body = body(&document);
        let schema = document.schema(body.content[0].schema.expect("it has a schema"));
        let field = document.schema(schema.properties["a"]);
        (keys(&body.content).join(" "), field.format.clone())
    };
    let multipart = "multipart/form-data".to_owned();
    assert_eq!(
        form("[]", "file"),
        (multipart.clone(), Some("binary".into()))
    );
    assert_eq!(
        form("[application/json]", "file"),
        (multipart.clone(), Some("binary".into()))
    );
    assert_eq!(form("[multipart/form-data]", "string"), (multipart, None));
    let url = "application/x-www-form-urlencoded".to_owned();
    assert_eq!(form("[application/json]", "string"), (url, None));
}

#[test]
fn collection_formats_are_styles() {
    let (document, diagnostics) = read(
        "swagger: '2.0'
paths:
  /{p}:
    get:
      parameters:
        - {name: p, in: path, required: true, type: array, items: {type: string}}
        - {name: a, in: query, type: array, items: {type: string}}
        - {name: b, in: query, type: array, items: {type: string}, collectionFormat: multi}
        - {name: c, in: query, type: array, items: {type: string}, collectionFormat: ssv}
        - {name: d, in: query, type: array, items: {type: string}, collectionFormat: tsv}
        - {name: e, in: query, type: array, items: {type: string}, collectionFormat: pipes}
        - {name: f, in: header, type: array, items: {type: string}, collectionFormat: pipes}
        - {name: g, in: query, type: string, required: true}
",
    );
    assert_eq!(
        told(&diagnostics),
        [
            "warning collection-format /paths/~1{p}/get/parameters/4/collectionFormat",
            "warning collection-format /paths/~1{p}/get/parameters/6/collectionFormat",
        ]
    );
    let written: Vec<_> = first(&document)
        .parameters
        .iter()
        .map(|parameter| match parameter.format {
            ParameterFormat::Schema {
                schema: Some(_),
                style,
                explode,
                ..
            } => (style, explode),
            ParameterFormat::Schema { .. } | ParameterFormat::Content(_) => {
                panic!("it has a schema")
            }
        })
        .collect();
    assert_eq!(
        written,
        [
            (Style::Simple, false),
            (Style::Form, false),
            (Style::Form, true),
            (Style::SpaceDelimited, false),
            (Style::SpaceDelimited, false),
            (Style::PipeDelimited, false),
            (Style::Simple, false),
            (Style::Form, true),
        ]
    );
}

#[test]
fn responses_have_what_the_operation_produces() {
    let document = read_well(
        "swagger: '2.0'
produces: [application/json]
responses: {Ok: {description: Fine, schema: {type: string}, examples: {application/json: hi}}}
paths:
  /a:
    get:
      responses:
        200: {$ref: '#/responses/Ok'}
        201: {schema: {type: file}}
        204: {description: None, headers: {X-A: {type: array, items: {type: string}}, X-B: {}}}
    put: {produces: [text/plain, application/xml], responses: {200: {$ref: '#/responses/Ok'}}}
",
    );
    let [(_, ok), (_, file), (_, none)] = first(&document).responses.as_slice() else {
        panic!("there are three responses");
    };
    assert_eq!(ok.component.as_deref(), Some("Ok"));
    assert_eq!(keys(&ok.content), ["application/json"]);
    assert_eq!(ok.content[0].examples.len(), 1);
    let file = document.schema(file.content[0].schema.expect("it has a schema"));
    assert_eq!(file.format.as_deref(), Some("binary"));
    assert!(none.content.is_empty());
    assert!(matches!(
        none.headers["X-A"].format,
        ParameterFormat::Schema {
            schema: Some(_),
            ..
        }
    ));
    assert!(matches!(
        none.headers["X-B"].format,
        ParameterFormat::Schema { schema: None, .. }
    ));
    let (_, put) = &document.paths[0].operations[1].responses[0];
    assert_eq!(keys(&put.content), ["text/plain", "application/xml"]);
    assert_eq!(put.content[0].schema, ok.content[0].schema);
}

#[test]
fn security_definitions_are_schemes() {
    let document = read_well(
        "swagger: '2.0'
paths: {}
securityDefinitions:
  basic: {type: basic}
  key: {type: apiKey, in: header, name: k}
  code: {type: oauth2, flow: accessCode, authorizationUrl: /a, tokenUrl: /t, scopes: {r: Reads}}
  app: {type: oauth2, flow: application, tokenUrl: /t, scopes: {}}
",
    );
    let flow = |name: &str| match &document.security_schemes[name].kind {
        SecuritySchemeKind::OAuth2 { flows } => flows.keys().next().cloned(),
        _ => None,
    };
    assert_eq!(flow("code").as_deref(), Some("authorizationCode"));
    assert_eq!(flow("app").as_deref(), Some("clientCredentials"));
    assert!(matches!(
        &document.security_schemes["basic"].kind,
        SecuritySchemeKind::Http { scheme, .. } if scheme == "basic"
    ));
}

#[test]
fn a_body_beside_a_form_is_an_error() {
    let (_, diagnostics) = read(
        "swagger: '2.0'
paths:
  /a:
    post:
      parameters: [{name: a, in: body, schema: {}}, {name: b, in: formData, type: string}]
",
    );
    assert_eq!(
        told(&diagnostics),
        ["error several-bodies /paths/~1a/post/parameters/1"]
    );
}

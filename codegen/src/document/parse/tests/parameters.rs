//! Parameters and headers.

use super::{first, read, read_well, told};
use crate::document::{Document, Parameter, ParameterFormat, ParameterIn, Style};

/// One operation with these parameters, a line each.
fn with_parameters(path: &str, parameters: &str) -> String {
    let parameters = parameters.trim_matches('\n').replace('\n', "\n        ");
    format!(
        "openapi: 3.2.0\npaths:\n  {path}:\n    get:\n      parameters:\n        {parameters}\n"
    )
}

fn written(document: &Document) -> Vec<(&str, Style, bool)> {
    let written = |parameter: &'_ Parameter| match parameter.format {
        ParameterFormat::Schema { style, explode, .. } => (style, explode),
        ParameterFormat::Content(_) => panic!("it has a style"),
    };
    let parameters = first(document).parameters.iter();
    parameters
        .map(|parameter| {
            let (style, explode) = written(parameter);
            (parameter.name.as_str(), style, explode)
        })
        .collect()
}

#[test]
fn style_and_explode_have_the_defaults_of_their_place() {
    let document = read_well(&with_parameters(
        "/{a}/{b}",
        "
- {name: a, in: path, required: true, schema: {}}
- {name: b, in: path, required: true, style: matrix, explode: true, schema: {}}
- {name: c, in: query, schema: {}}
- {name: d, in: query, style: deepObject, schema: {}}
- {name: e, in: query, explode: false, schema: {}}
- {name: f, in: header, schema: {}}
- {name: g, in: cookie, schema: {}}
- {name: h, in: cookie, style: cookie, schema: {}}",
    ));
    assert_eq!(
        written(&document),
        [
            ("a", Style::Simple, false),
            ("b", Style::Matrix, true),
            ("c", Style::Form, true),
            ("d", Style::DeepObject, false),
            ("e", Style::Form, false),
            ("f", Style::Simple, false),
            ("g", Style::Form, true),
            ("h", Style::Cookie, true),
        ]
    );
}

#[test]
fn a_style_of_another_place_is_a_warning_and_the_default() {
    let (document, diagnostics) = read(&with_parameters(
        "/",
        "
- {name: a, in: query, style: matrix, schema: {}}
- {name: b, in: header, style: fancy, schema: {}}",
    ));
    assert_eq!(
        told(&diagnostics),
        [
            "warning invalid-style /paths/~1/get/parameters/0/style",
            "warning invalid-style /paths/~1/get/parameters/1/style",
        ]
    );
    assert_eq!(
        written(&document),
        [("a", Style::Form, true), ("b", Style::Simple, false)]
    );
}

#[test]
fn content_holds_one_media_type() {
    let (document, diagnostics) = read(&with_parameters(
        "/",
        "
- {name: a, in: query, content: {application/json: {schema: {}}}}
- {name: b, in: query, content: {a/b: {}, c/d: {}}}
- {name: c, in: query, schema: {}, content: {a/b: {}}}
- {name: d, in: query, type: integer}",
    ));
    assert_eq!(
        told(&diagnostics),
        [
            "warning several-media-types /paths/~1/get/parameters/1/content",
            "error schema-and-content /paths/~1/get/parameters/2",
            "warning misplaced-type /paths/~1/get/parameters/3/type",
        ]
    );
    let keys: Vec<_> = first(&document)
        .parameters
        .iter()
        .filter_map(|parameter| match &parameter.format {
            ParameterFormat::Content(media_type) => Some(media_type.key.as_str()),
            ParameterFormat::Schema { .. } => None,
        })
        .collect();
    assert_eq!(keys, ["application/json", "a/b", "a/b"]);
}

#[test]
fn two_equal_parameters_are_an_error_that_names_both() {
    let (document, diagnostics) = read(&with_parameters(
        "/",
        "
- {name: a, in: query, schema: {type: string}}
- {name: a, in: header, schema: {type: string}}
- {name: a, in: query, schema: {type: integer}}",
    ));
    assert_eq!(
        told(&diagnostics),
        ["error duplicate-parameter /paths/~1/get/parameters/2"]
    );
    assert_eq!(
        diagnostics[0].related[0].0.pointer,
        "/paths/~1/get/parameters/0"
    );
    assert_eq!(first(&document).parameters.len(), 2);
}

#[test]
fn the_same_reference_twice_harms_nobody() {
    let (document, diagnostics) = read(
        "openapi: 3.0.0
paths:
  /:
    get:
      parameters: [{$ref: '#/components/parameters/A'}, {$ref: '#/components/parameters/A'}]
components: {parameters: {A: {name: a, in: query, schema: {}}}}
",
    );
    assert_eq!(
        told(&diagnostics),
        ["warning duplicate-parameter /paths/~1/get/parameters/1"]
    );
    assert_eq!(first(&document).parameters.len(), 1);
}

#[test]
fn parameters_without_name_or_place_are_errors() {
    let (_, diagnostics) = read(&with_parameters(
        "/",
        "
- {in: query}
- {name: a}
- {name: a, in: quer}
- {name: b, in: body}
- text",
    ));
    assert_eq!(
        told(&diagnostics),
        [
            "error missing-member /paths/~1/get/parameters/0",
            "error missing-member /paths/~1/get/parameters/1",
            "error wrong-type /paths/~1/get/parameters/4",
            "error unknown-parameter-place /paths/~1/get/parameters/2/in",
            "error unknown-parameter-place /paths/~1/get/parameters/3/in",
        ]
    );
}

#[test]
fn there_is_one_query_string() {
    let text = with_parameters(
        "/",
        "
- {name: a, in: querystring, content: {a/b: {}}}
- {name: b, in: querystring, content: {a/b: {}}}",
    );
    let (_, diagnostics) = read(&text);
    assert_eq!(
        told(&diagnostics),
        ["error several-querystrings /paths/~1/get/parameters/1"]
    );
    let (document, diagnostics) =
        read(&text.replace("name: b, in: querystring", "name: b, in: query"));
    assert_eq!(
        told(&diagnostics),
        ["warning querystring-and-query /paths/~1/get"]
    );
    assert_eq!(
        first(&document).parameters[0].location,
        ParameterIn::QueryString
    );
}

#[test]
fn a_parameter_is_shared_and_described_where_it_is_listed() {
    let document = read_well(
        "openapi: 3.1.0
paths:
  /a: {get: {parameters: [{$ref: '#/components/parameters/A'}]}}
  /b: {get: {parameters: [{$ref: '#/components/parameters/A', description: Mine}]}}
components:
  parameters:
    A: {name: a, in: query, description: Ours, example: 1, examples: {x: {value: 2}}, x-mine: 1, schema: {}}
",
    );
    let parameter = |index: usize| &document.paths[index].operations[0].parameters[0];
    assert_eq!(parameter(0).at.pointer, "/components/parameters/A");
    assert_eq!(parameter(0).description.as_deref(), Some("Ours"));
    assert_eq!(parameter(1).description.as_deref(), Some("Mine"));
    assert_eq!(parameter(0).examples.len(), 2);
    assert!(parameter(1).extensions.contains_key("x-mine"));
}

//! Documents of several files.

use super::{component, first, property, read_files, told};

const ROOT: &str = "openapi: 3.1.0
paths:
  /pets: {$ref: paths/pets.yaml}
components:
  schemas:
    Pet: {$ref: schemas/Pet.yaml}
    Known: {type: string}
";

#[test]
fn schemas_of_other_files_get_names() {
    let (document, diagnostics) = read_files(&[
        ("api.yaml", ROOT),
        (
            "paths/pets.yaml",
            "get:
  responses:
    200:
      content:
        application/json: {schema: {type: array, items: {$ref: ../schemas/Pet.yaml}}}
    400:
      content:
        application/json: {schema: {$ref: '../models.yaml#/components/schemas/Error'}}
",
        ),
        (
            "schemas/Pet.yaml",
            "type: object
properties:
  owner: {$ref: Owner.yaml}
  parent: {$ref: Pet.yaml}
  same: {$ref: '../api.yaml#/components/schemas/Known'}
  other: {$ref: '../models.yaml#/definitions/Known'}
",
        ),
        ("schemas/Owner.yaml", "{type: object}"),
        (
            "models.yaml",
            "components: {schemas: {Error: {type: object}}}
definitions: {Known: {type: integer}}
",
        ),
    ]);
    assert_eq!(told(&diagnostics), Vec::<String>::new());
    let names: Vec<&str> = document
        .component_schemas
        .keys()
        .map(String::as_str)
        .collect();
    assert_eq!(names, ["Pet", "Known", "Error", "Owner", "models_Known"]);
    let pet = document.component_schemas["Pet"];
    assert_eq!(document.schema(pet).component.as_deref(), Some("Pet"));
    assert_eq!(property(&document, "Pet", "parent").reference, Some(pet));
    let known = document.component_schemas["Known"];
    assert_eq!(property(&document, "Pet", "same").reference, Some(known));
    assert!(first(&document).at.pointer == "/get" && first(&document).at.file.0 != 0);
}

#[test]
fn a_file_that_cannot_be_had_is_an_error_at_each_place() {
    let (_, diagnostics) = read_files(&[(
        "api.yaml",
        "openapi: 3.0.0
paths:
  /a:
    get:
      responses: {200: {$ref: ./gone.yaml}}
components: {schemas: {A: {$ref: 'gone.yaml#/A'}, B: {items: {$ref: 'gone.yaml#/B'}}}}
",
    )]);
    assert_eq!(
        told(&diagnostics),
        [
            "error unknown-reference /paths/~1a/get/responses/200/$ref",
            "error unknown-reference /components/schemas/A/$ref",
            "error unknown-reference /components/schemas/B/items/$ref",
        ]
    );
    assert!(diagnostics.iter().all(|d| d.message.contains("gone.yaml")));
}

#[test]
fn whole_maps_and_lists_may_stand_elsewhere() {
    let (document, diagnostics) = read_files(&[
        (
            "api.yaml",
            "openapi: 3.1.0
tags: {$ref: tags.yaml}
paths: {}
components: {schemas: {$ref: schemas.yaml}}
",
        ),
        ("tags.yaml", "[{name: a}, {name: b}]"),
        ("schemas.yaml", "A: {type: string}\nB: {$ref: '#/A'}\n"),
    ]);
    assert_eq!(told(&diagnostics), Vec::<String>::new());
    assert_eq!(document.tags.len(), 2);
    // B is another name for A.
    assert_eq!(
        component(&document, "B").reference,
        Some(document.component_schemas["A"])
    );
}

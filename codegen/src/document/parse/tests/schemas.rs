//! Schemas: keywords, dialects, references.

use super::{component, property, read, read_well, target, told, with_schemas};
use crate::document::SchemaType;
use crate::source::Node;

#[test]
fn nullable_of_3_0_becomes_a_type() {
    let text = "openapi: 3.0.3
paths: {}
components:
  schemas:
    A: {type: string, nullable: true}
    B: {nullable: true}
    C: {type: string, x-nullable: true}
    D: {type: [string, 'null']}
    E: {type: null}
";
    let document = read_well(text);
    let both = [SchemaType::String, SchemaType::Null];
    assert_eq!(component(&document, "A").types, both);
    assert!(component(&document, "A").nullable);
    assert!(component(&document, "B").types.is_empty() && component(&document, "B").nullable);
    assert_eq!(component(&document, "C").types, both);
    assert_eq!(component(&document, "D").types, both);
    assert_eq!(component(&document, "E").types, [SchemaType::Null]);
}

#[test]
fn exclusive_bounds_of_3_0_become_numbers() {
    let document = read_well(&with_schemas(
        "
A: {minimum: 1, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false}
B: {exclusiveMinimum: 1.5}
",
    ));
    let a = component(&document, "A");
    assert_eq!(
        (&a.minimum, &a.exclusive_minimum),
        (&None, &Some(Node::Int(1)))
    );
    assert_eq!(
        (&a.maximum, &a.exclusive_maximum),
        (&Some(Node::Int(9)), &None)
    );
    let b = component(&document, "B");
    assert_eq!(b.exclusive_minimum, Some(Node::Float(1.5)));
}

#[test]
fn keywords_of_2020_12_are_read() {
    let document = read_well(&with_schemas(
        "
A:
  type: object
  properties: {tuple: {prefixItems: [{type: string}, true], items: false}}
  patternProperties: {'^x': {type: integer}}
  additionalProperties: false
  propertyNames: {pattern: '^[a-z]'}
  required: [tuple, tuple, other]
  if: {}
  minProperties: 2.0
  x-mine: {deep: true}
  examples: [{tuple: [a]}, 3]
B:
  items: [{type: string}, {type: integer}]
  additionalItems: {type: boolean}
C: {const: null, contentEncoding: base64, contentSchema: {type: string}, default: 3}
D: true
",
    ));
    let a = component(&document, "A");
    assert_eq!(a.required, ["tuple", "other"]);
    assert!(a.conditional);
    assert_eq!(a.min_properties, Some(2));
    assert_eq!(a.examples.len(), 2);
    let additional = document.schema(a.additional_properties.expect("it is there"));
    assert_eq!(additional.boolean, Some(false));
    let tuple = property(&document, "A", "tuple");
    assert_eq!(tuple.prefix_items.len(), 2);
    assert_eq!(tuple.at.pointer, "/components/schemas/A/properties/tuple");
    let b = component(&document, "B");
    assert_eq!((b.prefix_items.len(), b.items.is_some()), (2, true));
    let c = component(&document, "C");
    assert_eq!(c.constant, Some(Node::Null));
    assert!(c.content_schema.is_some());
    assert_eq!(component(&document, "D").boolean, Some(true));
}

#[test]
fn a_reference_keeps_its_siblings_and_leads_to_the_one_schema() {
    let document = read_well(&with_schemas(
        "
A: {type: object, properties: {b: {$ref: '#/components/schemas/B', description: Mine, default: x}}}
B: {type: string}
C: {$ref: '#/components/schemas/A/properties/b'}
",
    ));
    let b = property(&document, "A", "b");
    assert_eq!(b.description.as_deref(), Some("Mine"));
    assert_eq!(b.default, Some(Node::Str("x".into())));
    assert_eq!(b.reference, Some(document.component_schemas["B"]));
    assert_eq!(target(&document, component(&document, "C")), b);
    assert_eq!(document.schemas.len(), 4);
}

#[test]
fn references_go_to_any_place_and_any_anchor() {
    let document = read_well(
        "openapi: 3.1.0
paths:
  /x/{id}:
    get:
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
components:
  schemas:
    A: {items: {$ref: '#/paths/~1x~1%7Bid%7D/get/parameters/0/schema'}}
    B: {$id: https://example.org/b, $defs: {inner: {$anchor: here, type: boolean}}, items: {$ref: '#here'}}
    C: {$dynamicAnchor: node, type: object, properties: {next: {$dynamicRef: '#node'}}}
    D: {$recursiveAnchor: true, type: object, properties: {next: {$recursiveRef: '#'}}}
",
    );
    let items = |name: &str| {
        let items = component(&document, name).items.expect("it has items");
        target(&document, document.schema(items))
    };
    assert_eq!(items("A").types, [SchemaType::Integer]);
    assert_eq!(items("B").types, [SchemaType::Boolean]);
    assert_eq!(items("B").component.as_deref(), Some("inner"));
    let c = property(&document, "C", "next").reference;
    assert_eq!(c, Some(document.component_schemas["C"]));
    let d = property(&document, "D", "next").reference;
    assert_eq!(d, Some(document.component_schemas["D"]));
}

#[test]
fn each_reference_without_a_target_is_an_error_and_leaves_the_schema_open() {
    let (document, diagnostics) = read(&with_schemas(
        "
A: {properties: {x: {$ref: '#/components/schemas/Nope'}, y: {$ref: '#/components/schemas/Nope'}}}
B: {$ref: '#'}
",
    ));
    assert_eq!(
        told(&diagnostics),
        [
            "error unknown-reference /components/schemas/B/$ref",
            "error unknown-reference /components/schemas/A/properties/x/$ref",
            "error unknown-reference /components/schemas/A/properties/y/$ref",
        ]
    );
    assert!(diagnostics[2].message.contains("#/components/schemas/Nope"));
    assert_eq!(property(&document, "A", "x").reference, None);
}

#[test]
fn what_is_no_schema_is_an_error_at_each_place() {
    let (_, diagnostics) = read(&with_schemas("A: null\nB: 0\nC: []\nD: {items: text}"));
    assert_eq!(
        told(&diagnostics),
        [
            "error invalid-schema /components/schemas/A",
            "error invalid-schema /components/schemas/B",
            "error invalid-schema /components/schemas/C",
            "error invalid-schema /components/schemas/D/items",
        ]
    );
}

#[test]
fn slips_that_harm_nobody_are_warnings() {
    let (document, diagnostics) = read(&with_schemas(
        "
A: {type: object, properties: {b: {type: string, required: true}}}
B: {type: unknown}
C: {type: any}
D: {type: String}
E: {type: string, enum: [null], maxLength: many, deprecated: 'true'}
F: {required: [a, 3], enum: x}
",
    ));
    assert_eq!(
        told(&diagnostics),
        [
            "warning unknown-type /components/schemas/B/type",
            "warning unknown-type /components/schemas/D/type",
            "warning wrong-type /components/schemas/E/maxLength",
            "warning wrong-type /components/schemas/E/deprecated",
            "warning wrong-type /components/schemas/F/enum",
            "warning required-flag /components/schemas/A/properties/b/required",
        ]
    );
    assert!(component(&document, "B").types.is_empty());
    assert_eq!(component(&document, "D").types, [SchemaType::String]);
    assert_eq!(
        component(&document, "E").enumeration,
        Some(vec![Node::Null])
    );
    assert!(component(&document, "E").deprecated);
    assert_eq!(component(&document, "F").required, ["a", "3"]);
}

#[test]
fn defaults_that_do_not_fit_are_warned_of() {
    let (document, diagnostics) = read(&with_schemas(
        "
A: {type: string, format: uuid, default: notauuid}
B: {type: string, format: uuid, default: 3}
C: {type: [integer, array], default: 3, properties: {d: {type: number, default: null}}}
D: {type: string, format: uuid, default: 6F9619FF-8B86-D011-B42D-00C04FC964FF}
E: {default: x}
F: {type: string, format: date, default: '2023-02-29'}
G: {type: string, format: date, default: '2024-02-29'}
H: {type: string, format: date-time, default: now}
I: {type: string, format: date-time, default: '2024-02-29T12:30:00.5+02:00'}
J: {type: string, format: date-time, default: '2024-02-29 12:30'}
K: {type: string, format: ipv4, default: 1.2.3}
L: {type: string, format: ipv6, default: '::1'}
",
    ));
    assert_eq!(
        told(&diagnostics),
        [
            "warning invalid-default /components/schemas/A/default",
            "warning invalid-default /components/schemas/B/default",
            "warning invalid-default /components/schemas/F/default",
            "warning invalid-default /components/schemas/H/default",
            "warning invalid-default /components/schemas/K/default",
        ]
    );
    assert!(component(&document, "B").default.is_some());
}

#[test]
fn discriminators_map_to_names_references_and_files() {
    let (document, diagnostics) = super::read_files(&[
        (
            "api.yaml",
            "openapi: 3.2.0
components:
  schemas:
    Pet:
      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: dog.yaml}]
      discriminator:
        propertyName: kind
        mapping: {cat: Cat, kitty: '#/components/schemas/Cat', dog: dog.yaml, cow: Cow}
        defaultMapping: Cat
    Cat: {type: object}
",
        ),
        ("dog.yaml", "type: object\n"),
    ]);
    assert_eq!(
        told(&diagnostics),
        ["warning unknown-mapping /components/schemas/Pet/discriminator/mapping/cow"]
    );
    let pet = component(&document, "Pet");
    let discriminator = pet.discriminator.as_ref().expect("it has one");
    let cat = document.component_schemas["Cat"];
    let dog = document.component_schemas["dog"];
    let mapping: Vec<_> = discriminator
        .mapping
        .iter()
        .map(|(k, v)| (k.as_str(), *v))
        .collect();
    assert_eq!(mapping, [("cat", cat), ("kitty", cat), ("dog", dog)]);
    assert_eq!(discriminator.default_mapping, Some(cat));
}

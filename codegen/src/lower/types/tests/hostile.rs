//! Schemas that are made to hang, overflow or explode.

use std::fmt::Write as _;

use super::{Copies, Tree, Types, TypesConfig, document_of, lower, print};
use crate::diagnostic::Diagnostics;
use crate::document::{Document, Schema, SchemaId, SchemaType};

/// The types; whoever runs the tests sees it when they take for ever.
fn ended(document: &Document) -> String {
    lower(document, &TypesConfig::default()).types
}

/// A document of schemas that no parser made.
fn made(schemas: Vec<Schema>) -> Document {
    let named = schemas.iter().enumerate().filter_map(|(at, schema)| {
        let id = SchemaId(u32::try_from(at).expect("few schemas"));
        Some((schema.component.clone()?, id))
    });
    Document {
        component_schemas: named.collect(),
        schemas,
        ..Document::default()
    }
}

fn component(name: String) -> Schema {
    Schema {
        component: Some(name),
        ..Schema::default()
    }
}

#[test]
fn circles_of_references_end() {
    let mut schemas = vec![component("A".to_owned()), component("B".to_owned())];
    schemas[0].reference = Some(SchemaId(1));
    schemas[1].reference = Some(SchemaId(0));
    let document = made(schemas);
    let mut diagnostics = Diagnostics::default();
    let config = TypesConfig::default();
    let copies = Copies::find(&document, &config, &[], &Tree::default());
    let defs = Types::new(&document, &config, &copies, &mut diagnostics).finish();
    let text = print::all(&defs);
    assert!(text.contains("is any"), "{text}");
    assert_eq!(
        diagnostics.iter().next().map(|one| one.code),
        Some("untyped")
    );
}

#[test]
fn circles_of_compositions_and_alternatives_end() {
    let text = ended(&document_of(
        "A: {allOf: [{$ref: '#/components/schemas/B'}, {properties: {a: {type: string}}}]}
B: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {b: {type: string}}}]}
C: {oneOf: [{$ref: '#/components/schemas/D'}, {type: string}]}
D: {oneOf: [{$ref: '#/components/schemas/C'}, {type: integer}]}",
    ));
    assert!(
        text.starts_with("a { b?: text, a?: text }\nb { b?: text }\n"),
        "{text}"
    );
}

#[test]
fn a_long_chain_of_references_needs_no_stack() {
    let count = 50_000;
    let mut schemas: Vec<Schema> = (0..count).map(|at| component(format!("A{at}"))).collect();
    for (at, schema) in schemas.iter_mut().enumerate().take(count - 1) {
        schema.reference = Some(SchemaId(u32::try_from(at + 1).expect("few schemas")));
    }
    ended(&made(schemas));
}

#[test]
fn deep_nesting_is_cut_with_a_warning() {
    let count = 5_000;
    let mut schemas: Vec<Schema> = (0..count).map(|_| Schema::default()).collect();
    for (at, schema) in schemas.iter_mut().enumerate().take(count - 1) {
        schema.types = vec![SchemaType::Array];
        schema.items = Some(SchemaId(u32::try_from(at + 1).expect("few schemas")));
    }
    schemas[0].component = Some("Deep".to_owned());
    let document = made(schemas);
    let mut diagnostics = Diagnostics::default();
    let config = TypesConfig::default();
    let copies = Copies::find(&document, &config, &[], &Tree::default());
    let types = Types::new(&document, &config, &copies, &mut diagnostics);
    assert_eq!(types.coverage().untyped, 1);
    types.finish();
    assert_eq!(diagnostics.iter().count(), 1);
}

#[test]
fn alternatives_beside_alternatives_do_not_explode() {
    let mut text = String::new();
    for at in 0..12 {
        let next = at + 1;
        let _ = writeln!(
            text,
            "A{at}: {{properties: {{p{at}: {{type: string}}}}, oneOf: ["
        );
        for branch in 0..8 {
            let _ = writeln!(
                text,
                "  {{allOf: [{{$ref: '#/components/schemas/A{next}'}}], properties: {{q{at}_{branch}: {{type: string}}}}}},"
            );
        }
        text.push_str("  ]}\n");
    }
    text.push_str("A12: {type: object}\n");
    let types = ended(&document_of(&text)).lines().count();
    assert!(types < 50_000, "{types}");
}

#[test]
fn unions_of_unions_do_not_explode() {
    let mut text = String::new();
    for at in 0..30 {
        let next = at + 1;
        let reference = format!("{{$ref: '#/components/schemas/A{next}'}}");
        let _ = writeln!(
            text,
            "A{at}: {{anyOf: [{reference}, {{allOf: [{reference}], title: b}}, {{allOf: [{reference}], title: c}}]}}"
        );
    }
    text.push_str("A30: {type: object, properties: {t: {const: x}}}\n");
    ended(&document_of(&text));
}

#[test]
fn many_members_and_constants_take_no_square_of_their_number() {
    let mut text = String::from("A: {type: object, properties: {");
    for at in 0..20_000 {
        let _ = write!(text, "same-{at}: {{type: string}}, ");
    }
    text.push_str("}}\nB: {type: string, enum: [");
    for at in 0..20_000 {
        let _ = write!(text, "v{at}, ");
    }
    text.push_str("]}\nC: {properties: {");
    for at in 0..900 {
        let _ = write!(text, "'{}': {{}}, ", "-".repeat(at + 1));
    }
    text.push_str("}}\n");
    ended(&document_of(&text));
}

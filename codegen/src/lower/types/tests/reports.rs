//! What is said about schemas that are typed in part, and what the configuration changes.

use super::{Copies, Tree, TypesConfig, document_of, lower};
use crate::lower::types::Types;

/// Types and warnings of component schemas.
fn reported(schemas: &str) -> (String, Vec<String>) {
    let lowered = lower(&document_of(schemas), &TypesConfig::default());
    (lowered.types, lowered.warnings)
}

#[test]
fn types_that_contradict_each_other_are_reported_and_the_last_is_taken() {
    let (types, warnings) = reported(
        "A: {allOf: [{type: string}, {type: integer}]}\nB: {allOf: [{enum: [a]}, {enum: [b]}]}",
    );
    assert_eq!(types, "a is int\nb String enum [ b = \"b\" ]\n");
    assert_eq!(
        warnings,
        [
            "contradiction /components/schemas/A/allOf/1: a type that no value can satisfy together with the rest; this one is taken",
            "contradiction /components/schemas/B/allOf/1: constants that no value can satisfy together with the rest; this one is taken",
        ]
    );
}

#[test]
fn an_alternative_that_nothing_can_be_is_left_out() {
    let (types, warnings) = reported(
        "A: {type: object, properties: {a: {type: string}}, oneOf: [{type: array, items: {type: string}}, {properties: {b: {type: string}}}, {properties: {c: {type: string}}}]}",
    );
    assert_eq!(
        types.lines().next(),
        Some("a union [ object(<a object>), object 2(<a object 2>) ]")
    );
    assert_eq!(
        warnings,
        [
            "contradiction /components/schemas/A/oneOf/0: nothing can be this and what stands beside the alternatives; it is left out"
        ]
    );
}

#[test]
fn constants_of_another_type_are_brought_to_it() {
    let (types, warnings) = reported(
        "A: {type: string, enum: [1.5, true, x]}\nB: {type: integer, enum: ['1', '2']}\nC: {enum: [[1], {a: 1}]}",
    );
    assert_eq!(
        types,
        "a String enum [ 1 5 = \"1.5\", true = \"true\", x = \"x\" ]\nb Integer enum [ 1 = 1, 2 = 2 ]\nc is any\n"
    );
    assert_eq!(warnings.len(), 3, "{warnings:#?}");
    assert!(
        warnings
            .iter()
            .all(|warning| warning.starts_with("constant "))
    );
}

#[test]
fn a_discriminator_that_cannot_choose_is_reported() {
    let (types, warnings) = reported(
        "A: {type: object, properties: {t: {type: string}}}\nU: {oneOf: [{$ref: '#/components/schemas/A'}, {type: object, properties: {x: {type: string}}}], discriminator: {propertyName: t, mapping: {z: '#/components/schemas/Z'}}}\nZ: {type: object}",
    );
    assert!(
        types.contains("u union [ a(<a>), object(<u object>) ]"),
        "{types}"
    );
    assert_eq!(warnings.len(), 2, "{warnings:#?}");
    assert!(
        warnings[0].starts_with("discriminator /components/schemas/U/discriminator/mapping/z: ")
    );
    assert!(warnings[1].starts_with("discriminator /components/schemas/U/oneOf/1: "));
}

#[test]
fn places_are_counted() {
    let lowered = lower(
        &document_of("A: {type: object, properties: {a: {}, b: {type: string}, c: {type: array}}}"),
        &TypesConfig::default(),
    );
    assert_eq!(lowered.coverage.positions, 4);
    assert_eq!(lowered.coverage.open, 2);
    assert_eq!(lowered.coverage.untyped, 0);
}

#[test]
fn the_configuration_renames_strips_and_substitutes() {
    let config = TypesConfig {
        strip_prefixes: vec!["api_".to_owned()],
        rename: [("api_old".to_owned(), "Newer".to_owned())]
            .into_iter()
            .collect(),
        secrets: vec!["Pet.token".to_owned(), "*.password".to_owned()],
        substitutes: [("api_money".to_owned(), "my::Money".to_owned())]
            .into_iter()
            .collect(),
    };
    let document = document_of(
        "api_pet: {type: object, properties: {token: {type: string}, other: {type: string}, password: {type: [string, 'null']}}}\napi_old: {type: object, properties: {token: {type: string}}}\napi_money: {type: string}\napi_: {type: string}",
    );
    let lowered = lower(&document, &config);
    assert_eq!(
        lowered.types,
        "pet { token?: secret, other?: text, password?: secret|null }\nnewer { token?: text }\nmoney is text\napi is text\n"
    );
    let mut diagnostics = crate::diagnostic::Diagnostics::default();
    let copies = Copies::find(&document, &config, &[], &Tree::default());
    let defs = Types::new(&document, &config, &copies, &mut diagnostics).finish();
    assert_eq!(defs[2].substitute.as_deref(), Some("my::Money"));
    assert_eq!(defs[2].origin, "#/components/schemas/api_money");
}

#[test]
fn extensions_rename_and_substitute() {
    let document = document_of(
        "Pet: {x-rust-name: Animal, type: object, properties: {a: {type: string, x-rust-name: first}, money: {type: string, x-rust-type: 'my::Money'}}}",
    );
    let mut diagnostics = crate::diagnostic::Diagnostics::default();
    let config = TypesConfig::default();
    let copies = Copies::find(&document, &config, &[], &Tree::default());
    let defs = Types::new(&document, &config, &copies, &mut diagnostics).finish();
    assert_eq!(
        super::print::all(&defs),
        "animal { first?: text, money?: <animal money> }\nanimal money is text\n"
    );
    assert_eq!(defs[1].substitute.as_deref(), Some("my::Money"));
}

#[test]
fn docs_stand_where_they_were_written() {
    let document = document_of(
        "Id: {type: string, description: An id}\nPet: {title: pet, description: A pet, type: object, properties: {id: {$ref: '#/components/schemas/Id'}, own: {$ref: '#/components/schemas/Id', description: Its own}, up: {$ref: '#/components/schemas/Pet'}, size: {title: The size, type: integer, minimum: 1, exclusiveMaximum: 9, deprecated: true, examples: [3]}}}",
    );
    let mut diagnostics = crate::diagnostic::Diagnostics::default();
    let config = TypesConfig::default();
    let copies = Copies::find(&document, &config, &[], &Tree::default());
    let defs = Types::new(&document, &config, &copies, &mut diagnostics).finish();
    let crate::api::Shape::Struct(pet) = &defs[1].shape else {
        panic!("Pet is an object");
    };
    let described = |at: usize| pet.fields[at].docs.description.as_deref();
    assert_eq!(defs[1].docs.summary, None);
    assert_eq!(defs[1].docs.description.as_deref(), Some("A pet"));
    assert_eq!(described(0), Some("An id"));
    assert_eq!(described(1), Some("Its own"));
    assert_eq!(described(2), None);
    let size = &pet.fields[3];
    assert_eq!(size.docs.summary.as_deref(), Some("The size"));
    assert!(size.docs.deprecated);
    assert_eq!(size.docs.examples, [crate::api::Literal::Int(3)]);
    assert_eq!(
        size.constraints.maximum,
        Some((crate::api::Literal::Int(9), true))
    );
}

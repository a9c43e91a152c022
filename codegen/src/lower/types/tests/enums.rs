//! Enums.

use super::types;

#[test]
fn constants_of_every_kind() {
    let types = types(
        r"
Text: {type: string, enum: [LIVE, ENDED, 'left top', '', '+1', '-1']}
Whole: {type: integer, enum: [0, 1, -1]}
Part: {type: number, enum: [0.5, 2]}
Mixed: {enum: [a, 1, true]}
Bool: {type: boolean, enum: [true]}
Const: {const: only}
Nullable: {type: string, enum: [a, null]}
User: {type: object, properties: {n: {$ref: '#/components/schemas/Nullable'}}}
Same: {type: string, enum: [a, A, a-]}
Null: {enum: [null]}
",
    );
    assert_eq!(types, r#"
text String enum [ live = "LIVE", ended = "ENDED", left top = "left top", empty = "", plus 1 = "+1", minus 1 = "-1" ]
whole Integer enum [ 0 = 0, 1 = 1, minus 1 = -1 ]
part Mixed enum [ 0 point 5 = 0.5, 2 = 2 ]
mixed Mixed enum [ a = "a", 1 = 1, true = true ]
bool is bool
const String enum [ only = "only" ]
nullable String enum [ a = "a" ]
user { n?: <nullable>|null }
same String enum [ a = "a", a 2 = "A", a 3 = "a-" ]
null is null
"#.trim_start());
}

#[test]
fn a_null_constant_beside_a_type_only_makes_it_nullable() {
    let types = types(
        r"
Pet:
  type: object
  properties:
    list: {type: array, items: {type: string}, enum: [null]}
    object: {type: object, properties: {a: {type: string}}, enum: [null]}
    const: {type: string, const: null}
    only: {type: 'null'}
",
    );
    assert_eq!(
        types,
        r"
pet { list?: [text]|null, object?: <pet object>|null, const?: text|null, only?: null }
pet object { a?: text }
"
        .trim_start()
    );
}

#[test]
fn extensions_name_constants() {
    let types = types(
        r"
A: {type: integer, enum: [1, 2, 3], x-enum-varnames: [Low, High]}
B: {type: string, enum: [a, b], x-enumNames: [First, Second]}
C: {type: integer, enum: [1, 2], x-ms-enum: {values: [{value: 2, name: Two}]}}
",
    );
    assert_eq!(
        types,
        r#"
a Integer enum [ low = 1, high = 2, 3 = 3 ]
b String enum [ first = "a", second = "b" ]
c Integer enum [ 1 = 1, two = 2 ]
"#
        .trim_start()
    );
}

#[test]
fn alternatives_of_constants_are_one_enum() {
    let types = types(
        r"
Titles: {oneOf: [{const: 1, title: Low}, {const: 2, title: High}]}
Texts: {oneOf: [{const: a, title: The first}, {type: string, enum: [b]}]}
Open: {anyOf: [{type: string}, {type: string, enum: [gpt-4, gpt-5]}]}
Ref: {anyOf: [{$ref: '#/components/schemas/Texts'}, {type: string}]}
Deep: {anyOf: [{$ref: '#/components/schemas/Open'}, {type: string, enum: [more]}]}
Formatted: {anyOf: [{type: string, enum: [never]}, {type: string, format: date-time}]}
",
    );
    assert_eq!(
        types,
        r#"
titles Integer enum [ low = 1, high = 2 ]
texts String enum [ a = "a", b = "b" ]
open String enum [ gpt 4 = "gpt-4", gpt 5 = "gpt-5" ]
ref is <texts>
deep String enum [ gpt 4 = "gpt-4", gpt 5 = "gpt-5", more = "more" ]
formatted union [ never(<never>), date time(datetime) ]
never String enum [ never = "never" ]
"#
        .trim_start()
    );
}

//! Objects.

use super::{TypesConfig, document_of, lower, types};

#[test]
fn an_object_has_its_members_in_document_order() {
    let types = types(
        r"
Pet:
  type: object
  required: [id, kind]
  properties:
    name: {type: string}
    id: {type: integer}
    kind: {const: pet}
    nick: {type: [string, 'null']}
    alias: {type: string, nullable: true}
    friend: {$ref: '#/components/schemas/Pet'}
    best: {anyOf: [{$ref: '#/components/schemas/Pet'}, {type: 'null'}]}
    age: {type: integer, default: 3}
",
    );
    assert_eq!(types, r#"
pet { name?: text, id: int, kind: text = "pet", nick?: text|null, alias?: text|null, friend?: <pet>, best?: <pet>|null, age?: int default 3 }
"#.trim_start());
}

#[test]
fn inline_types_are_named_after_where_they_stand() {
    let types = types(
        r"
Pet:
  type: object
  properties:
    owner: {type: object, properties: {address: {type: object, properties: {street: {type: string}}}}}
    options: {type: array, items: {type: object, properties: {a: {type: string}}}}
    data: {type: array, items: {type: object, properties: {a: {type: string}}}}
    byName: {type: object, additionalProperties: {type: object, properties: {a: {type: string}}}}
",
    );
    assert_eq!(types, r"
pet { owner?: <pet owner>, options?: [<pet option>], data?: [<pet data item>], by name?: map[<pet by name value>] }
pet owner { address?: <pet owner address> }
pet owner address { street?: text }
pet option { a?: text }
pet data item { a?: text }
pet by name value { a?: text }
".trim_start());
}

#[test]
fn a_singular_that_is_taken_stays_an_item() {
    let types = types(
        r"
Pet: {type: object, properties: {a: {type: string}}}
Pets: {type: array, items: {type: object, properties: {b: {type: string}}}}
",
    );
    assert_eq!(
        types,
        r"
pet { a?: text }
pets is [<pets item>]
pets item { b?: text }
"
        .trim_start()
    );
}

#[test]
fn maps_are_objects_without_known_members() {
    let types = types(
        r"
Any: {type: object}
True: {type: object, additionalProperties: true}
Empty: {type: object, additionalProperties: {}}
Typed: {type: object, additionalProperties: {type: integer}}
Typeless: {additionalProperties: {type: string}}
Pattern: {type: object, patternProperties: {'^x-': {type: boolean}}}
Same: {type: object, patternProperties: {a: {type: string}, b: {type: string}}, additionalProperties: false}
Several: {type: object, patternProperties: {a: {type: string}, b: {type: integer}}, additionalProperties: false}
Keys: {type: object, propertyNames: {enum: [a, b]}, additionalProperties: {type: number}}
",
    );
    assert_eq!(
        types,
        r"
any is map[any]
true is map[any]
empty is map[any]
typed is map[int]
typeless is map[text]
pattern is map[bool]
same is map[text]
several is map[<several value>]
keys is map[number]
several value union [ string(text), integer(int) ]
"
        .trim_start()
    );
}

#[test]
fn members_may_stand_beside_a_map() {
    let types = types(
        r"
Open: {type: object, properties: {a: {type: string}}, additionalProperties: true}
Closed: {type: object, properties: {a: {type: string}}, additionalProperties: false}
Typed: {type: object, properties: {a: {type: string}}, additionalProperties: {type: integer}}
Taken: {type: object, properties: {additional: {type: string}}, additionalProperties: {type: integer}}
Nothing: {type: object, additionalProperties: false}
Patterns: {properties: {a: {type: string}}, patternProperties: {'^x-': {type: integer}}}
Evaluated: {type: object, properties: {a: {type: string}}, unevaluatedProperties: false}
",
    );
    assert_eq!(
        types,
        r"
open { a?: text }
closed { a?: text, closed }
typed { a?: text, additional...: int }
taken { additional?: text, additional 2...: int }
nothing { closed }
patterns { a?: text }
evaluated { a?: text, closed }
"
        .trim_start()
    );
}

#[test]
fn required_members_that_nobody_describes_are_there() {
    let document = document_of(
        r"
Pet: {type: object, required: [id, name], properties: {name: {type: string}}}
Bare: {required: [id]}
Sizes: {required: [all], additionalProperties: {type: integer}}
",
    );
    let lowered = lower(&document, &TypesConfig::default());
    assert_eq!(
        lowered.types,
        r"
pet { name: text, id: any }
bare { id: any }
sizes is map[int]
"
        .trim_start()
    );
    let told = |said: &String| said.starts_with("undeclared-member /components/schemas/");
    assert_eq!(lowered.warnings.len(), 2);
    assert!(lowered.warnings.iter().all(told), "{:?}", lowered.warnings);
}

#[test]
fn equal_names_are_numbered() {
    let types = types(
        r"
Pet:
  type: object
  properties: {userId: {type: string}, user_id: {type: string}, user-id: {type: string}, '+1': {type: string}, '-1': {type: string}, '': {type: string}, '300': {type: string}, '$filter': {type: string}, '@type': {type: string}, type: {type: string}, '🐶': {type: string}}
",
    );
    assert_eq!(types, r"
pet { user id?: text, user id 2?: text, user id 3?: text, plus 1?: text, minus 1?: text, empty?: text, 300?: text, filter?: text, type?: text, type 2?: text, dog?: text }
".trim_start());
}

#[test]
fn a_member_that_nothing_can_be_is_left_out() {
    let types = types(
        r"
Pet: {type: object, properties: {a: {type: string}, b: false}}
",
    );
    assert_eq!(
        types,
        r"
pet { a?: text }
"
        .trim_start()
    );
}

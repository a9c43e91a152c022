//! Unions.

use super::types;

#[test]
fn alternatives_are_unions() {
    let types = types(
        r"
Cat: {type: object, required: [meow], properties: {meow: {type: string}}}
Dog: {type: object, required: [bark], properties: {bark: {type: string}}}
Pet: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}
Value: {anyOf: [{type: string}, {type: integer}, {type: 'null'}]}
Holder: {type: object, required: [value], properties: {value: {$ref: '#/components/schemas/Value'}}}
Many: {oneOf: [{type: string}, {type: array, items: {type: string}}, {type: array, items: {type: integer}}]}
Same: {oneOf: [{type: string, maxLength: 3}, {type: string, pattern: a}]}
Number: {oneOf: [{type: integer}, {type: number}]}
Inline: {oneOf: [{type: object, required: [email], properties: {email: {type: string}}}, {type: object, required: [phone], properties: {phone: {type: string}}}]}
Titled: {oneOf: [{title: By mail, type: object, properties: {email: {type: string}}}, {type: object, properties: {phone: {type: string}}}]}
Nested: {oneOf: [{oneOf: [{type: string}, {type: boolean}]}, {type: integer}]}
Formats: {oneOf: [{type: string, format: ipv4}, {type: string, format: ipv6}]}
",
    );
    assert_eq!(
        types,
        r"
cat { meow: text }
dog { bark: text }
pet union [ cat(<cat>), dog(<dog>) ]
value union [ string(text), integer(int) ]
holder { value: <value>|null }
many union [ string(text), string array([text]), integer array([int]) ]
same is text
number is number
inline union [ email(<inline email>), phone(<inline phone>) ]
titled union [ by mail(<titled by mail>), object(<titled object>) ]
nested union [ string(text), boolean(bool), integer(int) ]
formats union [ ipv4(ipv4), ipv6(ipv6) ]
inline email { email: text }
inline phone { phone: text }
titled by mail { email?: text }
titled object { phone?: text }
"
        .trim_start()
    );
}

#[test]
fn a_discriminator_is_the_tag() {
    let types = types(
        r"
CatPet: {type: object, required: [petType], properties: {petType: {type: string}, a: {type: string}}}
DogPet: {type: object, required: [petType], properties: {petType: {type: string}, b: {type: string}}}
Mapped: {oneOf: [{$ref: '#/components/schemas/CatPet'}, {$ref: '#/components/schemas/DogPet'}], discriminator: {propertyName: petType, mapping: {cat: '#/components/schemas/CatPet', kitty: '#/components/schemas/CatPet', dog: '#/components/schemas/DogPet'}}}
Implicit: {oneOf: [{$ref: '#/components/schemas/CatPet'}, {$ref: '#/components/schemas/DogPet'}], discriminator: {propertyName: petType}}
Pet: {oneOf: [{$ref: '#/components/schemas/CatPet'}, {$ref: '#/components/schemas/DogPet'}]}
Inline:
  oneOf:
    - {type: object, required: [t], properties: {t: {const: x}, a: {type: string}}}
    - {type: object, required: [t], properties: {t: {const: y}, b: {type: string}}}
  discriminator: {propertyName: t}
",
    );
    assert_eq!(
        types,
        r#"
cat pet { pet type: text, a?: text }
dog pet { pet type: text, b?: text }
mapped union by petType [ cat pet(<cat pet>) = cat|kitty, dog pet(<dog pet>) = dog ]
implicit union by petType [ cat pet(<cat pet>) = CatPet, dog pet(<dog pet>) = DogPet ]
pet union [ cat(<cat pet>), dog(<dog pet>) ]
inline union by t [ x(<inline x>) = x, y(<inline y>) = y ]
inline x { t: text = "x", a?: text }
inline y { t: text = "y", b?: text }
"#
        .trim_start()
    );
}

#[test]
fn a_constant_in_each_is_a_tag_too() {
    let types = types(
        r"
Circle: {type: object, required: [type, r], properties: {type: {const: circle}, r: {type: number}}}
Square: {type: object, required: [type, a], properties: {type: {type: string, enum: [square, box]}, a: {type: number}}}
Shape: {oneOf: [{$ref: '#/components/schemas/Circle'}, {$ref: '#/components/schemas/Square'}]}
Optional: {oneOf: [{$ref: '#/components/schemas/Circle'}, {type: object, properties: {type: {const: line}, l: {type: number}}}]}
Mixed: {oneOf: [{$ref: '#/components/schemas/Circle'}, {type: string}]}
",
    );
    assert_eq!(
        types,
        r#"
circle { type: text = "circle", r: number }
square { type: <square type>, a: number }
shape union by type [ circle(<circle>) = circle, square(<square>) = square|box ]
optional union [ circle(<circle>), object(<optional object>) ]
mixed union [ circle(<circle>), string(text) ]
square type String enum [ square = "square", box = "box" ]
optional object { type?: <optional object type>, l?: number }
optional object type String enum [ line = "line" ]
"#
        .trim_start()
    );
}

#[test]
fn variants_of_one_tag_are_a_union_among_themselves() {
    let types = types(
        r"
In: {type: object, required: [type, a], properties: {type: {const: message}, a: {type: string}}}
Out: {type: object, required: [type, b], properties: {type: {const: message}, b: {type: string}}}
Call: {type: object, required: [type], properties: {type: {const: call}}}
Item: {oneOf: [{$ref: '#/components/schemas/In'}, {$ref: '#/components/schemas/Out'}, {$ref: '#/components/schemas/Call'}], discriminator: {propertyName: type}}
",
    );
    assert_eq!(
        types,
        r#"
in { type: text = "message", a: text }
out { type: text = "message", b: text }
call { type: text = "call" }
item union by type [ message(<item message>) = message, call(<call>) = call ]
item message union [ in(<in>), out(<out>) ]
"#
        .trim_start()
    );
}

#[test]
fn unions_in_unions_bring_their_tags() {
    let types = types(
        r"
A: {type: object, required: [t], properties: {t: {const: a}}}
B: {type: object, required: [t, b], properties: {t: {const: b}, b: {type: string}}}
C: {type: object, required: [t, c], properties: {t: {const: c}, c: {type: string}}}
AB: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}], discriminator: {propertyName: t}}
ABC: {oneOf: [{$ref: '#/components/schemas/AB'}, {$ref: '#/components/schemas/C'}], discriminator: {propertyName: t}}
",
    );
    assert_eq!(
        types,
        r#"
a { t: text = "a" }
b { t: text = "b", b: text }
c { t: text = "c", c: text }
ab union by t [ a(<a>) = a, b(<b>) = b ]
abc union by t [ ab(<ab>) = a|b, c(<c>) = c ]
"#
        .trim_start()
    );
}

#[test]
fn members_beside_alternatives_are_in_each() {
    let types = types(
        r"
Event:
  type: object
  required: [id]
  properties: {id: {type: string}}
  oneOf:
    - {title: Started, required: [at], properties: {at: {type: string}}}
    - {title: Ended, required: [why], properties: {why: {type: string}}}
",
    );
    assert_eq!(
        types,
        r"
event union [ started(<event started>), ended(<event ended>) ]
event started { id: text, at: text }
event ended { id: text, why: text }
"
        .trim_start()
    );
}

#[test]
fn alternatives_that_differ_in_constants_are_one_struct() {
    let types = types(
        r"
Error:
  anyOf:
    - {type: object, properties: {issue: {const: A}, text: {type: string}}}
    - {type: object, properties: {issue: {const: B}, text: {type: string}}}
",
    );
    assert_eq!(
        types,
        r#"
error { issue?: <error issue>, text?: text }
error issue String enum [ a = "A", b = "B" ]
"#
        .trim_start()
    );
}

#[test]
fn a_union_does_not_hold_itself() {
    let types = types(
        r"
A: {oneOf: [{$ref: '#/components/schemas/A'}, {type: string}, {type: integer}]}
Json: {oneOf: [{type: string}, {type: array, items: {$ref: '#/components/schemas/Json'}}]}
",
    );
    assert_eq!(
        types,
        r"
a union [ string(text), integer(int) ]
json union [ string(text), array([<json>]) ]
"
        .trim_start()
    );
}

//! Composition.

use super::types;

#[test]
fn all_of_is_merged() {
    let types = types(
        r"
Base: {type: object, required: [id], properties: {id: {type: integer}, kind: {type: string, enum: [a, b, c]}}}
Child:
  allOf:
    - $ref: '#/components/schemas/Base'
    - type: object
      required: [name]
      properties: {name: {type: string}}
  properties: {beside: {type: boolean}}
Requiring: {allOf: [{$ref: '#/components/schemas/Base'}, {required: [kind]}]}
Grandchild: {allOf: [{allOf: [{$ref: '#/components/schemas/Child'}]}, {properties: {deep: {type: string}}}]}
Narrowed: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {kind: {enum: [b, c]}, id: {format: int32}}}]}
Numbers: {allOf: [{type: number}, {type: integer}]}
",
    );
    assert_eq!(
        types,
        r#"
base { id: int, kind?: <base kind> }
child { id: int, kind?: <base kind>, name: text, beside?: bool }
requiring { id: int, kind: <base kind> }
grandchild { id: int, kind?: <base kind>, name: text, beside?: bool, deep?: text }
narrowed { id: i32, kind?: <narrowed kind> }
numbers is int
base kind String enum [ a = "a", b = "b", c = "c" ]
narrowed kind String enum [ b = "b", c = "c" ]
"#
        .trim_start()
    );
}

#[test]
fn wrappers_that_add_nothing_are_what_they_wrap() {
    let types = types(
        r"
A: {type: object, properties: {a: {type: string}}}
B: {allOf: [{$ref: '#/components/schemas/A'}], description: Just docs}
C:
  type: object
  properties:
    all: {allOf: [{$ref: '#/components/schemas/A'}]}
    one: {oneOf: [{$ref: '#/components/schemas/A'}]}
    any: {anyOf: [{$ref: '#/components/schemas/A'}]}
    null: {allOf: [{$ref: '#/components/schemas/A'}], nullable: true}
    typed: {$ref: '#/components/schemas/A', type: object}
    either: {oneOf: [{$ref: '#/components/schemas/A'}, {type: 'null'}]}
    required: {allOf: [{$ref: '#/components/schemas/A'}, {required: []}]}
    inline: {allOf: [{type: object, properties: {a: {type: string}}}], description: Docs}
D: {allOf: [{type: object, properties: {a: {type: string}}}]}
",
    );
    assert_eq!(types, r"
a { a?: text }
b is <a>
c { all?: <a>, one?: <a>, any?: <a>, null?: <a>|null, typed?: <a>, either?: <a>|null, required?: <a>, inline?: <c inline> }
d { a?: text }
c inline { a?: text }
".trim_start());
}

/// A converter says of a result that it is an object, a list or a text, and only then which.
#[test]
fn a_loose_alternative_adds_nothing() {
    let types = types(
        r"
Common: {type: object, properties: {success: {type: boolean}, result: {anyOf: [{type: object}, {type: array, items: {}}, {type: string}]}}}
A: {type: object, properties: {a: {type: string}}}
Ref: {allOf: [{$ref: '#/components/schemas/Common'}, {properties: {result: {$ref: '#/components/schemas/A'}}}]}
Inline: {allOf: [{$ref: '#/components/schemas/Common'}, {properties: {result: {type: object, properties: {b: {type: string}}}}}]}
List: {allOf: [{$ref: '#/components/schemas/Common'}, {properties: {result: {type: array, items: {$ref: '#/components/schemas/A'}}}}]}
",
    );
    assert_eq!(
        types,
        r"
common { success?: bool, result?: <common result> }
a { a?: text }
ref { success?: bool, result?: <a> }
inline { success?: bool, result?: <inline result> }
list { success?: bool, result?: [<a>] }
common result union [ object(map[any]), array([any]), string(text) ]
inline result { b?: text }
"
        .trim_start()
    );
}

#[test]
fn inherited_members_share_their_inline_types() {
    let types = types(
        r"
Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {bark: {type: string, enum: [loud]}}}]}
Pet: {type: object, properties: {size: {type: string, enum: [s, m]}}}
Cat: {allOf: [{$ref: '#/components/schemas/Pet'}]}
",
    );
    assert_eq!(
        types,
        r#"
dog { size?: <pet size>, bark?: <dog bark> }
pet { size?: <pet size> }
cat is <pet>
pet size String enum [ s = "s", m = "m" ]
dog bark String enum [ loud = "loud" ]
"#
        .trim_start()
    );
}

#[test]
fn a_base_that_lists_its_children_is_no_circle() {
    let types = types(
        r"
Pet:
  type: object
  required: [petType]
  properties: {petType: {type: string}}
  discriminator: {propertyName: petType, mapping: {dog: '#/components/schemas/Dog'}}
Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {type: object, properties: {bark: {type: string}}}]}
Shape:
  type: object
  required: [kind]
  properties: {kind: {type: string}}
  oneOf: [{$ref: '#/components/schemas/Circle'}, {$ref: '#/components/schemas/Square'}]
  discriminator: {propertyName: kind}
Circle: {allOf: [{$ref: '#/components/schemas/Shape'}, {properties: {radius: {type: number}}}]}
Square: {allOf: [{$ref: '#/components/schemas/Shape'}, {properties: {side: {type: number}}}]}
",
    );
    assert_eq!(
        types,
        "
pet { pet type: text }
dog { pet type: text = \"dog\", bark?: text }
shape union by kind [ circle(<circle>) = Circle, square(<square>) = Square ]
circle { kind: text, radius?: number }
square { kind: text, side?: number }
"
        .trim_start()
    );
}

#[test]
fn definitions_inside_schemas_are_shared() {
    let types = types(
        r"
Tree:
  type: object
  properties:
    root: {$ref: '#/components/schemas/Tree/$defs/Node'}
    other: {$ref: '#/components/schemas/Tree/$defs/Node', description: Another}
  $defs:
    Node: {type: object, properties: {children: {type: array, items: {$ref: '#/components/schemas/Tree/$defs/Node'}}}}
Leaf: {type: object, properties: {up: {$ref: '#/components/schemas/Tree/properties/root'}, in: {$ref: '#/components/schemas/Plain/properties/inner'}}}
Plain: {type: object, properties: {inner: {type: object, properties: {a: {type: string}}}}}
",
    );
    assert_eq!(
        types,
        r"
tree { root?: <node>, other?: <node> }
leaf { up?: <node>, in?: <plain inner> }
plain { inner?: <plain inner> }
node { children?: [<node>] }
plain inner { a?: text }
"
        .trim_start()
    );
}

#[test]
fn alternatives_that_only_require_are_the_struct() {
    let types = types(
        r"
Either:
  type: object
  properties: {a: {type: string}, b: {type: string}}
  anyOf: [{required: [a]}, {required: [b]}]
Not:
  properties: {a: {type: string}, b: {type: string}}
  oneOf: [{required: [a], not: {required: [b]}}, {required: [b]}]
",
    );
    assert_eq!(
        types,
        r"
either { a?: text, b?: text }
not { a?: text, b?: text }
"
        .trim_start()
    );
}

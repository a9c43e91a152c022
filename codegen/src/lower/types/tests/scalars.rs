//! Scalars.

use super::types;

#[test]
fn formats_choose_the_type() {
    let types = types(
        r"
All:
  type: object
  properties:
    a: {type: integer}
    b: {type: integer, format: int8}
    c: {type: integer, format: int32}
    d: {type: integer, format: uint64}
    e: {type: integer, format: long}
    f: {type: integer, format: unix-time, minimum: 0}
    g: {type: number}
    h: {type: number, format: float}
    i: {type: number, format: int32}
    j: {type: number, format: decimal}
    k: {type: string, format: int64}
    l: {type: string, format: date-time}
    m: {type: string, format: date}
    n: {type: string, format: time}
    o: {type: string, format: duration}
    p: {type: string, format: uuid}
    q: {type: string, format: uri}
    r: {type: string, format: ipv4}
    s: {type: string, format: ipv6}
    t: {type: string, format: byte}
    u: {type: string, contentEncoding: base64url}
    v: {type: string, format: binary}
    w: {type: string, format: password}
    x: {type: string, x-sensitive: true}
    y: {type: string, format: strange}
    z: {type: object, format: uuid, properties: {a: {type: string}}}
",
    );
    assert_eq!(types, r"
all { a?: int, b?: i8, c?: i32, d?: u64, e?: int, f?: int, g?: number, h?: float, i?: i32, j?: number, k?: text, l?: datetime, m?: date, n?: time, o?: duration, p?: uuid, q?: uri, r?: ipv4, s?: ipv6, t?: base64, u?: base64url, v?: text, w?: secret, x?: secret, y?: text, z?: <all z> }
all z { a?: text }
".trim_start());
}

#[test]
fn keywords_imply_the_type_where_none_is_named() {
    let types = types(
        r"
Pattern: {pattern: '^a'}
Minimum: {minimum: 1}
Format: {format: date-time}
Integer: {format: int32}
Both: {minimum: 1, minLength: 1}
Nothing: {}
Docs: {description: Anything}
Negated: {not: {type: string}}
",
    );
    assert_eq!(
        types,
        r"
pattern is text
minimum is number
format is datetime
integer is i32
both is any
nothing is any
docs is any
negated is any
"
        .trim_start()
    );
}

#[test]
fn all_types_at_once_are_any() {
    let types = types(
        r"
Any: {type: [object, array, string, number, boolean, 'null']}
Some: {type: [string, integer]}
Wide: {type: [integer, number]}
Nested: {type: [string, object, array], properties: {a: {type: string}}, items: {type: integer}}
",
    );
    assert_eq!(
        types,
        r"
any is any
some union [ string(text), integer(int) ]
wide is number
nested union [ string(text), object(<nested object>), array([int]) ]
nested object { a?: text }
"
        .trim_start()
    );
}

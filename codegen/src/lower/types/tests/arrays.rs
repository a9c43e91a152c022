//! Arrays.

use super::types;

#[test]
fn lists_sets_and_tuples() {
    let types = types(
        r"
List: {type: array, items: {type: string}}
Open: {type: array}
Implied: {items: {type: string}}
Set: {type: array, uniqueItems: true, items: {type: string}}
Pair: {type: array, prefixItems: [{type: string}, {type: integer}], minItems: 2, items: false}
PairBySize: {type: array, prefixItems: [{type: string}, {type: integer}], minItems: 2, maxItems: 2}
Point: {type: array, prefixItems: [{type: number}, {type: number}], minItems: 2}
Maybe: {type: array, prefixItems: [{type: number}, {type: number}]}
Shorter: {type: array, prefixItems: [{type: string}, {type: integer}], items: false}
Longer: {type: array, prefixItems: [{type: string}, {type: integer}]}
Rest: {type: array, prefixItems: [{type: string}, {type: integer}], items: {type: boolean}}
Nullable: {type: array, items: {type: [string, 'null']}}
",
    );
    assert_eq!(
        types,
        r"
list is [text]
open is [any]
implied is [text]
set is set[text]
pair is (text, int)
pair by size is (text, int)
point is [number]
maybe is (number, number, any...)
shorter is [<shorter item>]
longer is (text, int, any...)
rest is (text, int, bool...)
nullable is [text|null]
shorter item union [ string(text), integer(int) ]
"
        .trim_start()
    );
}

#[test]
fn lists_of_themselves_need_no_struct() {
    let types = types(
        r"
Tree: {type: array, items: {$ref: '#/components/schemas/Tree'}}
Map: {type: object, additionalProperties: {$ref: '#/components/schemas/Map'}}
",
    );
    assert_eq!(
        types,
        r"
tree is [<tree>]
map is map[<map>]
"
        .trim_start()
    );
}

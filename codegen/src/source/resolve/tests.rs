//! What references lead to, over one file and several.

use std::collections::BTreeMap;

use super::*;
use crate::diagnostic::Diagnostics;
use crate::source::{Limits, load};

/// The first file is the root.
fn sources(files: &[(&str, &str)]) -> Sources {
    let mut diagnostics = Diagnostics::default();
    let others = files.iter().skip(1);
    let others: BTreeMap<String, String> = others
        .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))
        .collect();
    let (path, text) = files[0];
    let sources = load(
        path,
        text.into(),
        &others,
        &Limits::default(),
        &mut diagnostics,
    );
    assert!(!diagnostics.has_errors(), "{diagnostics:?}");
    sources
}

fn at(file: u32, pointer: &str) -> Location {
    Location {
        file: FileId(file),
        pointer: pointer.into(),
    }
}

/// Path and pointer of what a reference at the root of the document leads to, or what is wrong.
fn follow(sources: &Sources, reference: &str) -> String {
    follow_from(sources, &at(0, ""), reference)
}

fn follow_from(sources: &Sources, base: &Location, reference: &str) -> String {
    match sources.resolve(base, reference) {
        Ok(place) => {
            assert!(sources.node(&place).is_some(), "{place:?}");
            format!("{}#{}", sources.file(place.file).0, place.pointer)
        }
        Err(message) => message,
    }
}

const PETS: &str = "
paths:
  /pets/{id}: {get: {a: 1}}
  /other: {$ref: '#/paths/~1pets~1{id}'}
components:
  schemas:
    Pet: {type: object}
    a b: {type: object}
    a%20b: {type: string}
    'x~y': [1, 2]
    Old: {$ref: Pet}
    Older: {$ref: components/schemas/Pet}
";

#[test]
fn pointers() {
    let sources = sources(&[("api.yaml", PETS)]);
    let pet = "api.yaml#/components/schemas/Pet";
    assert_eq!(follow(&sources, "#/components/schemas/Pet"), pet);
    assert_eq!(follow(&sources, "api.yaml#/components/schemas/Pet"), pet);
    assert_eq!(
        follow(&sources, "./x/../api.yaml#/components/schemas/Pet"),
        pet
    );
    let path = "api.yaml#/paths/~1pets~1{id}/get";
    assert_eq!(follow(&sources, "#/paths/~1pets~1{id}/get"), path);
    assert_eq!(follow(&sources, "#/paths/~1pets~1%7Bid%7D/get"), path);
    assert_eq!(follow(&sources, "#/paths/%2Fpets%2F%7Bid%7D/get"), path);
    assert_eq!(follow(&sources, "#%2Fpaths/~1pets~1{id}/get"), path);
    assert_eq!(
        follow(&sources, "#/components/schemas/a%20b"),
        "api.yaml#/components/schemas/a b"
    );
    assert_eq!(
        follow(&sources, "#/components/schemas/a%2520b"),
        "api.yaml#/components/schemas/a%20b"
    );
    assert_eq!(
        follow(&sources, "#/components/schemas/x~0y/1"),
        "api.yaml#/components/schemas/x~0y/1"
    );
    assert_eq!(follow(&sources, "#"), "api.yaml#");
    assert_eq!(follow(&sources, ""), "api.yaml#");
}

#[test]
fn references_on_the_way_are_followed() {
    let sources = sources(&[("api.yaml", PETS)]);
    let path = "api.yaml#/paths/~1pets~1{id}/get";
    assert_eq!(follow(&sources, "#/paths/~1other/get"), path);
    assert_eq!(
        follow(&sources, "#/paths/~1other"),
        "api.yaml#/paths/~1other"
    );
}

#[test]
fn references_that_go_round_in_circles_end() {
    let sources = sources(&[(
        "api.yaml",
        "a: {$ref: '#/b/x'}\nb: {$ref: '#/a/x'}\nc: {$ref: '#/c'}\n",
    )]);
    assert!(
        follow(&sources, "#/a/x").starts_with("no such place: `#/a/x`: `/a` is a reference that")
    );
    assert!(follow(&sources, "#/c/x").starts_with("no such place: `#/c/x`: `/c` has no `x`"));
    assert_eq!(follow(&sources, "#/c"), "api.yaml#/c");
}

#[test]
fn wrong_pointers_say_what_may_have_been_meant() {
    let sources = sources(&[("api.yaml", PETS)]);
    let wrong = [
        (
            "#/components/schemas/pet",
            "`/components/schemas` has no `pet`; did you mean `#/components/schemas/Pet`? (upper and lower case matter)",
        ),
        (
            "#/components/schemas/Pets",
            "`/components/schemas` has no `Pets`; did you mean `#/components/schemas/Pet`?",
        ),
        (
            "#/component/schemas/Pet",
            "`api.yaml` has no `component`; did you mean `#/components/schemas/Pet`?",
        ),
        (
            "#/definitions/Pet",
            "`api.yaml` has no `definitions`; did you mean `#/components/schemas/Pet`?",
        ),
        (
            "#/components/schemas/Zebra",
            "`/components/schemas` has no `Zebra`",
        ),
        (
            "#/components/schemas/x~0y/2",
            "`/components/schemas/x~0y` has 2 items and no `2`",
        ),
        (
            "#/components/schemas/Pet/type/x",
            "`/components/schemas/Pet/type` is a string and has no members",
        ),
        (
            "#components/schemas/Pet",
            "a pointer begins with a slash; did you mean `#/components/schemas/Pet`?",
        ),
        ("#Pet", "there is no anchor of that name"),
        (
            "components/schemas/Pet",
            "`components/schemas/Pet` cannot be read: no such file; did you mean `#/components/schemas/Pet`?",
        ),
        (
            "Pet",
            "`Pet` cannot be read: no such file; did you mean `#/components/schemas/Pet`?",
        ),
    ];
    for (reference, reason) in wrong {
        assert_eq!(
            follow(&sources, reference),
            format!("no such place: `{reference}`: {reason}")
        );
    }
}

#[test]
fn files_name_each_other() {
    let sources = sources(&[
        (
            "spec/api.yaml",
            "a: {$ref: 'schemas/pet.yaml#/Pet'}\nb: {$ref: '../common.json'}",
        ),
        (
            "spec/schemas/pet.yaml",
            "Pet: {$ref: './owner%20s.yaml#/Owner'}\nSelf: {$ref: '#/Pet'}",
        ),
        (
            "spec/schemas/owner s.yaml",
            "Owner: {$ref: '../api.yaml#/a'}",
        ),
        ("common.json", "{\"x\": 1}"),
        ("never-named.yaml", "x: 1"),
    ]);
    assert_eq!(sources.ids().count(), 4);
    assert_eq!(follow(&sources, "../common.json"), "common.json#");
    assert_eq!(follow(&sources, "../common.json#/x"), "common.json#/x");
    let pet = sources
        .resolve(&at(0, "/a"), "schemas/pet.yaml#/Pet")
        .expect("it is there");
    let owner = sources
        .resolve(&pet, "./owner%20s.yaml#/Owner")
        .expect("it is there");
    assert_eq!(sources.file(owner.file).0, "spec/schemas/owner s.yaml");
    assert_eq!(
        follow_from(&sources, &owner, "../api.yaml#/a"),
        "spec/api.yaml#/a"
    );
    assert_eq!(
        follow_from(&sources, &pet, "#/Pet"),
        "spec/schemas/pet.yaml#/Pet"
    );
}

#[test]
fn files_that_cannot_be_had_are_spoken_of_where_they_are_used() {
    let sources = sources(&[
        (
            "api.yaml",
            "- $ref: gone.yaml#/X\n- $ref: text.md\n- $ref: broken.yaml\n- $ref: https://example.com/x.yaml#/X\n- $ref: file:///x\n- $ref: /etc/passwd\n- $ref: urn:a:b\n- $ref: ../../etc/passwd\n",
        ),
        ("text.md", "Some *text*, no more.\n"),
        ("broken.yaml", "a: 1\nb: c: d\n"),
        ("/etc/passwd", "x: 1"),
    ]);
    let wrong = [
        ("gone.yaml#/X", "`gone.yaml` cannot be read: no such file"),
        ("text.md", "`text.md` cannot be read: neither YAML nor JSON"),
        (
            "broken.yaml",
            "`broken.yaml` cannot be read: 2:5: mapping values are not allowed in this context",
        ),
        (
            "https://example.com/x.yaml#/X",
            "`https://example.com/x.yaml` is not among the files of this document, and there is no network access; save it beside the document and refer to that file",
        ),
        (
            "file:///x",
            "`file:///x` cannot be read: refer to a file by its relative path",
        ),
        (
            "/etc/passwd",
            "`/etc/passwd` is an absolute path: refer to a file by its relative path",
        ),
        (
            "urn:a:b",
            "`urn:a:b` is not the name of anything in this document",
        ),
        (
            "../../etc/passwd",
            "`../../etc/passwd` cannot be read: no such file",
        ),
    ];
    for (reference, reason) in wrong {
        assert_eq!(
            follow(&sources, reference),
            format!("no such place: `{reference}`: {reason}")
        );
    }
}

#[test]
fn names_that_files_and_objects_give_themselves() {
    let sources = sources(&[
        (
            "api.yaml",
            "
$self: https://example.com/api/openapi
x: {$ref: common.yaml}
components:
  schemas:
    Tree:
      $id: https://example.com/schemas/tree
      $anchor: tree
      $defs:
        leaf: {$anchor: leaf}
        Inner: {$id: inner, $dynamicAnchor: node}
    Other: {$anchor: leaf}
    Old: {$id: '#old'}
    Typebox: {$id: Typebox, x: {$ref: '#/components/schemas/Other'}}
",
        ),
        (
            "common.yaml",
            "$self: https://example.com/common\nx: {$anchor: here}",
        ),
    ]);
    let tree = at(0, "/components/schemas/Tree");
    let schemas = "api.yaml#/components/schemas";
    assert_eq!(follow(&sources, "#leaf"), format!("{schemas}/Other"));
    assert_eq!(follow(&sources, "#old"), format!("{schemas}/Old"));
    assert_eq!(
        follow_from(&sources, &tree, "#leaf"),
        format!("{schemas}/Tree/$defs/leaf")
    );
    assert_eq!(
        follow_from(&sources, &tree, "#/$defs/leaf"),
        format!("{schemas}/Tree/$defs/leaf")
    );
    assert_eq!(follow_from(&sources, &tree, "#"), format!("{schemas}/Tree"));
    assert_eq!(
        follow_from(&sources, &tree, "inner#node"),
        format!("{schemas}/Tree/$defs/Inner")
    );
    assert_eq!(
        follow(&sources, "/schemas/tree#tree"),
        format!("{schemas}/Tree")
    );
    assert_eq!(
        follow(&sources, "../schemas/inner"),
        format!("{schemas}/Tree/$defs/Inner")
    );
    assert_eq!(
        follow(&sources, "https://example.com/api/openapi#/x"),
        "api.yaml#/x"
    );
    assert_eq!(
        follow(&sources, "https://example.com/common#here"),
        "common.yaml#/x"
    );
    assert_eq!(follow(&sources, "../common#here"), "common.yaml#/x");
    assert_eq!(follow(&sources, "common.yaml#here"), "common.yaml#/x");
    let typebox = at(0, "/components/schemas/Typebox/x");
    assert_eq!(
        follow_from(&sources, &typebox, "#/components/schemas/Other"),
        format!("{schemas}/Other")
    );
    let near = follow(&sources, "#leag");
    assert_eq!(
        near,
        "no such place: `#leag`: there is no anchor of that name; did you mean `#leaf`?"
    );
}

//! References that go in circles, on and on, or astray.

use std::fmt::Write as _;

use super::{passes, refused, scaled, with_paths, with_schemas};

const MANY: usize = scaled(30_000);

fn reference(index: usize) -> String {
    format!("{{$ref: '#/components/schemas/S{index}'}}")
}

/// A schema for each number, made of the next ones.
fn chain(length: usize, link: impl Fn(usize) -> String) -> String {
    with_schemas((0..length).map(|index| (format!("S{index}"), link(index))))
}

#[test]
fn a_long_chain() {
    let text = chain(MANY, |index| {
        if index + 1 < MANY {
            reference(index + 1)
        } else {
            "{type: object, properties: {a: {type: string}}}".to_owned()
        }
    });
    passes(text, &[]);
}

#[test]
fn a_long_circle() {
    refused(
        chain(MANY, |index| reference((index + 1) % MANY)),
        &["reference-cycle"],
    );
}

#[test]
fn many_small_circles() {
    refused(
        chain(MANY, |index| reference(index ^ 1)),
        &["reference-cycle"],
    );
    refused(chain(MANY, reference), &["reference-cycle"]);
}

#[test]
fn chains_that_lead_into_one_circle() {
    refused(
        chain(MANY, |index| reference(index / 2)),
        &["reference-cycle"],
    );
}

#[test]
fn a_chain_through_every_keyword() {
    for keyword in [
        "items",
        "additionalProperties",
        "allOf",
        "oneOf",
        "anyOf",
        "properties",
    ] {
        let text = chain(MANY, |index| {
            if index + 1 == MANY {
                return "{type: string}".to_owned();
            }
            let next = reference(index + 1);
            match keyword {
                "items" => format!("{{type: array, items: {next}}}"),
                "additionalProperties" => format!("{{type: object, additionalProperties: {next}}}"),
                "properties" => format!("{{type: object, properties: {{next: {next}}}}}"),
                _ => format!("{{{keyword}: [{next}]}}"),
            }
        });
        passes(text, &[]);
    }
}

#[test]
fn a_circle_through_every_keyword() {
    let choice = &["untyped"][..];
    for (keyword, warnings) in [
        ("items", &[][..]),
        ("additionalProperties", &[]),
        ("properties", &[]),
        ("oneOf", choice),
        ("anyOf", choice),
    ] {
        let text = chain(MANY, |index| {
            let next = reference((index + 1) % MANY);
            match keyword {
                "items" => format!("{{type: array, items: {next}}}"),
                "additionalProperties" => format!("{{type: object, additionalProperties: {next}}}"),
                "properties" => format!("{{type: object, properties: {{next: {next}}}}}"),
                _ => format!("{{{keyword}: [{next}, {{type: string}}]}}"),
            }
        });
        passes(text, warnings);
    }
}

#[test]
fn everything_refers_to_everything() {
    const SOME: usize = scaled(300);
    let text = chain(SOME, |_| {
        let members: Vec<String> = (0..SOME)
            .map(|other| format!("p{other}: {}", reference(other)))
            .collect();
        format!("{{type: object, properties: {{{}}}}}", members.join(", "))
    });
    passes(text, &[]);
}

#[test]
fn a_long_chain_of_parameters() {
    let mut text = with_paths([(
        "/a".to_owned(),
        "{get: {parameters: [{$ref: '#/components/parameters/P0'}], responses: {}}}".to_owned(),
    )]);
    text.push_str("components:\n  parameters:\n");
    for index in 0..MANY {
        let next = index + 1;
        let _ = writeln!(
            text,
            "    P{index}: {{$ref: '#/components/parameters/P{next}'}}"
        );
    }
    let _ = writeln!(
        text,
        "    P{MANY}: {{name: a, in: query, schema: {{type: string}}}}"
    );
    refused(text, &["too-deep"]);
}

#[test]
fn a_circle_of_path_items() {
    let text = with_paths((0..MANY).map(|index| {
        let next = (index + 1) % MANY;
        (
            format!("/p{index}"),
            format!("{{$ref: '#/paths/~1p{next}'}}"),
        )
    }));
    refused(text, &["too-deep"]);
}

#[test]
fn files_that_are_not_there() {
    let astray = [
        "../../../../etc/passwd",
        "/etc/passwd",
        "%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "..%2f..%2f..%2fetc%2fpasswd",
        "file:///etc/passwd",
        "file:/etc/passwd",
        "C:\\\\Windows\\\\win.ini",
        "\\\\\\\\server\\\\share\\\\a",
        "//example.com/a.yaml",
        "https://example.com/a.yaml",
        "http://169.254.169.254/latest/meta-data",
        "\\0",
        "a\\0b.yaml",
        "/dev/zero",
        "/proc/self/environ",
        ".",
        "..",
        "~/secret.yaml",
        "a.yaml#/%",
        "#/%ff%fe",
        "#/components/schemas/%00",
    ];
    let text = with_schemas(
        astray
            .iter()
            .enumerate()
            .map(|(index, reference)| (format!("S{index}"), format!("{{$ref: \"{reference}\"}}"))),
    );
    refused(text, &["unknown-reference"]);
}

#[test]
fn many_references_astray() {
    let text = chain(MANY, |index| format!("{{$ref: 'missing{index}.yaml#/a'}}"));
    refused(text, &["unknown-reference"]);
    let text = chain(MANY, |index| {
        format!("{{$ref: '#/components/schemas/T{index}'}}")
    });
    refused(text, &["unknown-reference"]);
    let text = chain(MANY, |index| format!("{{$ref: '#anchor{index}'}}"));
    refused(text, &["unknown-reference"]);
}

#[test]
fn many_resources_and_anchors() {
    let text = chain(MANY, |index| {
        let next = (index + 1) % MANY;
        format!(
            "{{$id: 'https://example.com/s{index}', type: object, properties: {{n: {{$ref: 's{next}'}}}}}}"
        )
    });
    passes(text, &[]);
    let text = chain(MANY, |index| {
        let next = (index + 1) % MANY;
        format!("{{$anchor: 's{index}', type: object, properties: {{n: {{$ref: '#s{next}'}}}}}}")
    });
    passes(text, &[]);
}

#[test]
fn a_pointer_without_end() {
    let steps = "/components/schemas/A".repeat(scaled(20_000));
    refused(
        with_schemas([("A".to_owned(), format!("{{$ref: '#{steps}'}}"))]),
        &["unknown-reference"],
    );
    let steps = "/properties/a".repeat(scaled(50_000));
    let text = with_schemas([(
        "A".to_owned(),
        format!(
            "{{type: object, properties: {{a: {{$ref: '#/components/schemas/A'}}, b: {{$ref: '#/components/schemas/A{steps}'}}}}}}"
        ),
    )]);
    refused(text, &["unknown-reference"]);
}

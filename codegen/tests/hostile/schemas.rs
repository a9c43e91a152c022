//! Schemas that are large, or larger than they look.

use super::{passes, quoted, refused, scaled, with_schemas};

const MANY: usize = scaled(100_000);

fn tower(keyword: &str, height: usize, width: usize, top: &str) -> String {
    with_schemas((0..height).map(|level| {
        let schema = if level + 1 == height {
            top.to_owned()
        } else {
            let next = format!("{{$ref: '#/components/schemas/L{}'}}", level + 1);
            format!("{{{keyword}: [{}]}}", vec![next; width].join(", "))
        };
        (format!("L{level}"), schema)
    }))
}

#[test]
fn towers_of_all_of() {
    let object = "{type: object, properties: {a: {type: string}}}";
    passes(tower("allOf", 40, 2, object), &[]);
    passes(tower("allOf", scaled(3_000), 10, object), &[]);
    passes(tower("allOf", scaled(5_000), 2, object), &[]);
}

#[test]
fn towers_of_one_of() {
    let object = "{type: object, properties: {a: {type: string}}}";
    for keyword in ["oneOf", "anyOf"] {
        passes(tower(keyword, 40, 2, object), &[]);
        passes(tower(keyword, scaled(5_000), 2, object), &[]);
        passes(tower(keyword, scaled(5_000), 2, "{type: string}"), &[]);
    }
}

#[test]
fn wide_towers_with_a_discriminator() {
    let next = |level: usize| {
        vec![format!("{{$ref: '#/components/schemas/L{}'}}", level + 1); 30].join(", ")
    };
    for keyword in ["oneOf", "anyOf"] {
        let text = with_schemas((0..20).map(|level| {
            let schema = if level == 19 {
                "{type: object, required: [kind], properties: {kind: {type: string}}}".to_owned()
            } else {
                format!(
                    "{{{keyword}: [{}], discriminator: {{propertyName: kind}}}}",
                    next(level)
                )
            };
            (format!("L{level}"), schema)
        }));
        passes(text, &[]);
    }
}

#[test]
fn wide_towers_of_different_alternatives() {
    const WIDTH: usize = if cfg!(debug_assertions) { 6 } else { 20 };
    // Every schema of a level is made of all those of the next one.
    for (keyword, discriminator) in [
        ("oneOf", ""),
        ("oneOf", ", discriminator: {propertyName: kind}"),
        ("anyOf", ""),
        ("allOf", ""),
    ] {
        for last in [
            "{type: object, properties: {a: {type: string}}}",
            "{enum: [a, b]}",
            "{type: string}",
        ] {
            let text = with_schemas(
                (0..10)
                    .flat_map(|level| (0..WIDTH).map(move |index| (level, index)))
                    .map(|(level, index)| {
                        let schema = if level == 9 {
                            last.to_owned()
                        } else {
                            let next: Vec<String> = (0..WIDTH)
                                .map(|next| {
                                    format!(
                                        "{{$ref: '#/components/schemas/L{}x{next}'}}",
                                        level + 1
                                    )
                                })
                                .collect();
                            format!("{{{keyword}: [{}]{discriminator}}}", next.join(", "))
                        };
                        (format!("L{level}x{index}"), schema)
                    }),
            );
            passes(text, &[]);
        }
    }
}

/// A property that says a lot.
fn wordy(name: &str) -> String {
    format!(
        "{name}: {{type: string, description: {}}}",
        "word-".repeat(4_000)
    )
}

#[test]
fn a_tower_that_inherits_ever_more() {
    let text = with_schemas((0..400).map(|level| {
        let own = format!("properties: {{{}}}", wordy(&format!("p{level}")));
        let schema = if level == 0 {
            format!("{{type: object, {own}}}")
        } else {
            format!(
                "{{allOf: [{{$ref: '#/components/schemas/L{}'}}], {own}}}",
                level - 1
            )
        };
        (format!("L{level}"), schema)
    }));
    refused(text, &["too-large"]);
}

#[test]
fn many_that_inherit_much() {
    let properties: Vec<String> = (0..100).map(|index| wordy(&format!("p{index}"))).collect();
    let base = format!(
        "{{type: object, properties: {{{}}}}}",
        properties.join(", ")
    );
    let heirs = (0..400).map(|index| {
        let own = format!("properties: {{own: {{enum: [{index}]}}}}");
        let schema = format!("{{allOf: [{{$ref: '#/components/schemas/Base'}}], {own}}}");
        (format!("S{index}"), schema)
    });
    let text = with_schemas(std::iter::once(("Base".to_owned(), base)).chain(heirs));
    refused(text, &["too-large"]);
}

#[test]
fn tuples_that_share_their_parts() {
    let lists: Vec<String> = (0..60)
        .map(|level| {
            let next = format!(
                "{{$ref: '#/components/schemas/All/properties/p{}'}}",
                level + 1
            );
            format!(
                "p{level}: {{type: array, minItems: 2, maxItems: 2, prefixItems: [{next}, {next}]}}"
            )
        })
        .collect();
    let schema = format!(
        "{{type: object, properties: {{{}, p60: {{type: string}}}}}}",
        lists.join(", ")
    );
    passes(with_schemas([("All".to_owned(), schema)]), &["untyped"]);
}

/// Each level adds a property and a choice to two of the one below.
fn mixed(height: usize) -> String {
    with_schemas((0..height).map(|level| {
        let next = format!("{{$ref: '#/components/schemas/L{}'}}", level + 1);
        let schema = if level + 1 == height {
            "{type: object, properties: {end: {type: string}}}".to_owned()
        } else {
            format!(
                "{{allOf: [{next}, {{oneOf: [{next}, {{type: object, required: [k], properties: {{k: {{const: {level}}}}}}}]}}], properties: {{p{level}: {next}}}}}"
            )
        };
        (format!("L{level}"), schema)
    }))
}

#[test]
fn towers_of_everything() {
    passes(mixed(12), &[]);
    passes(mixed(60), &[]);
    if !cfg!(debug_assertions) {
        refused(mixed(400), &["too-large"]);
    }
}

#[test]
fn choices_in_choices_in_parts() {
    // The product of the choices has 2^20 members.
    let parts: Vec<String> = (0..20)
        .map(|index| format!("{{oneOf: [{{type: object, required: [a{index}], properties: {{a{index}: {{type: string}}}}}}, {{type: object, required: [b{index}], properties: {{b{index}: {{type: string}}}}}}]}}"))
        .collect();
    let schema = format!("{{allOf: [{}]}}", parts.join(", "));
    passes(
        with_schemas([("Product".to_owned(), schema)]),
        &["composition"],
    );
}

#[test]
fn many_properties() {
    let properties: Vec<String> = (0..MANY)
        .map(|index| format!("p{index}: {{type: string}}"))
        .collect();
    let schema = format!(
        "{{type: object, properties: {{{}}}}}",
        properties.join(", ")
    );
    passes(with_schemas([("Wide".to_owned(), schema)]), &[]);
}

#[test]
fn many_properties_by_reference_and_required() {
    let names: Vec<String> = (0..MANY).map(|index| format!("p{index}")).collect();
    let properties: Vec<String> = names
        .iter()
        .map(|name| format!("{name}: {{$ref: '#/components/schemas/T'}}"))
        .collect();
    let schema = format!(
        "{{type: object, required: [{}], properties: {{{}}}}}",
        names.join(", "),
        properties.join(", ")
    );
    passes(
        with_schemas([
            (
                "T".to_owned(),
                "{type: object, properties: {a: {type: string}}}".to_owned(),
            ),
            ("Wide".to_owned(), schema),
        ]),
        &[],
    );
}

#[test]
fn many_properties_that_are_one_name() {
    let properties: Vec<String> = (0..scaled(10_000))
        .map(|index| {
            format!(
                "{}: {{type: string}}",
                quoted(&format!(
                    "a{}",
                    "-".repeat(index % 200 + 1) + &"_".repeat(index / 200)
                ))
            )
        })
        .collect();
    let schema = format!(
        "{{type: object, properties: {{{}}}}}",
        properties.join(", ")
    );
    passes(with_schemas([("Wide".to_owned(), schema)]), &[]);
}

#[test]
fn many_values() {
    let texts: Vec<String> = (0..MANY).map(|index| format!("v{index}")).collect();
    let numbers: Vec<String> = (0..MANY).map(|index| index.to_string()).collect();
    let mixed: Vec<String> = (0..MANY)
        .map(|index| {
            if index % 2 == 0 {
                index.to_string()
            } else {
                format!("v{index}")
            }
        })
        .collect();
    passes(
        with_schemas([
            (
                "Texts".to_owned(),
                format!("{{type: string, enum: [{}]}}", texts.join(", ")),
            ),
            (
                "Numbers".to_owned(),
                format!("{{type: integer, enum: [{}]}}", numbers.join(", ")),
            ),
            (
                "Mixed".to_owned(),
                format!("{{enum: [{}]}}", mixed.join(", ")),
            ),
        ]),
        &[],
    );
}

#[test]
fn many_equal_values() {
    let same = vec!["a"; MANY].join(", ");
    let alike: Vec<String> = (0..scaled(10_000))
        .map(|index| quoted(&"-".repeat(index % 300)))
        .collect();
    let objects: Vec<String> = (0..scaled(10_000))
        .map(|index| format!("{{a: {index}}}"))
        .collect();
    let text = with_schemas([
        (
            "Same".to_owned(),
            format!("{{type: string, enum: [{same}]}}"),
        ),
        (
            "Alike".to_owned(),
            format!("{{type: string, enum: [{}]}}", alike.join(", ")),
        ),
        (
            "Objects".to_owned(),
            format!("{{enum: [{}]}}", objects.join(", ")),
        ),
    ]);
    passes(text, &["constant"]);
}

#[test]
fn many_alternatives() {
    let objects: Vec<String> = (0..scaled(3_000)).map(|index| format!("{{type: object, required: [k], properties: {{k: {{const: v{index}}}, p{index}: {{type: string}}}}}}")).collect();
    let loose: Vec<String> = (0..scaled(3_000))
        .map(|index| format!("{{type: object, properties: {{p{index}: {{type: string}}}}}}"))
        .collect();
    passes(
        with_schemas([
            (
                "Tagged".to_owned(),
                format!("{{oneOf: [{}]}}", objects.join(", ")),
            ),
            (
                "Loose".to_owned(),
                format!("{{anyOf: [{}]}}", loose.join(", ")),
            ),
        ]),
        &[],
    );
}

#[test]
fn many_parts() {
    let parts: Vec<String> = (0..scaled(10_000))
        .map(|index| format!("{{type: object, properties: {{p{index}: {{type: string}}}}}}"))
        .collect();
    let same: Vec<String> = (0..scaled(10_000))
        .map(|index| {
            format!("{{type: object, properties: {{p: {{type: string, maxLength: {index}}}}}}}")
        })
        .collect();
    passes(
        with_schemas([
            (
                "Parts".to_owned(),
                format!("{{allOf: [{}]}}", parts.join(", ")),
            ),
            (
                "Same".to_owned(),
                format!("{{allOf: [{}]}}", same.join(", ")),
            ),
        ]),
        &[],
    );
}

fn nested(depth: usize, before: &str, after: &str) -> String {
    format!(
        "{}{{type: string}}{}",
        before.repeat(depth),
        after.repeat(depth)
    )
}

#[test]
fn schemas_within_schemas() {
    // As deep as documents may be.
    let depth = |levels: usize| (120 - 4) / levels - 1;
    for (schema, warnings) in [
        (
            nested(depth(2), "{type: object, properties: {a: ", "}}"),
            &[][..],
        ),
        (
            nested(
                depth(2),
                "{type: object, required: [a], properties: {a: ",
                "}}",
            ),
            &[],
        ),
        (nested(depth(1), "{type: array, items: ", "}"), &["untyped"]),
        (
            nested(depth(1), "{type: object, additionalProperties: ", "}"),
            &["untyped"],
        ),
        (nested(depth(2), "{allOf: [", "]}"), &[]),
        (nested(depth(2), "{oneOf: [{type: integer}, ", "]}"), &[]),
        (nested(depth(2), "{type: array, prefixItems: [", "]}"), &[]),
        (nested(depth(2), "{oneOf: [{type: 'null'}, ", "]}"), &[]),
        (nested(depth(1), "{not: ", "}"), &[]),
    ] {
        passes(with_schemas([("Deep".to_owned(), schema)]), warnings);
    }
}

#[test]
fn values_within_values() {
    let nested =
        |before: &str, after: &str| format!("{}1{}", before.repeat(110), after.repeat(110));
    for value in [nested("{a: ", "}"), nested("[", "]")] {
        for (keyword, warnings) in [
            ("default", &[][..]),
            ("example", &[]),
            ("x-a", &[]),
            ("const", &["constant"]),
        ] {
            let schema = format!("{{type: object, properties: {{a: {{{keyword}: {value}}}}}}}");
            passes(with_schemas([("A".to_owned(), schema)]), warnings);
        }
        passes(
            with_schemas([("A".to_owned(), format!("{{enum: [{value}]}}"))]),
            &["constant"],
        );
    }
}

#[test]
fn large_values() {
    let text = quoted(&"a\"#\n".repeat(scaled(1_000_000)));
    let list = format!("[{}]", vec!["1"; MANY].join(", "));
    for (value, warnings) in [(text, &[][..]), (list, &["constant"])] {
        let schema = format!(
            "{{type: object, properties: {{a: {{default: {value}, example: {value}}}, b: {{const: {value}}}}}}}"
        );
        passes(with_schemas([("A".to_owned(), schema)]), warnings);
    }
}

#[test]
fn alternatives_that_ask_for_many_members() {
    let count = scaled(3_000);
    let key = |number: usize| format!("k{number}");
    let members = |range: std::ops::Range<usize>| range.map(key).collect::<Vec<_>>().join(", ");
    let properties: Vec<String> = (0..count).map(|n| format!("{}: {{}}", key(n))).collect();
    let all = members(0..count);
    let each = (0..count).map(|n| format!("{{required: [{}]}}", key(n)));
    let each: Vec<String> = each.collect();
    for alternatives in [
        each.join(", "),
        format!("{{required: [{all}]}}, {{required: [{all}]}}"),
    ] {
        let base = format!(
            "{{type: object, properties: {{{}}}, oneOf: [{alternatives}]}}",
            properties.join(", ")
        );
        let heirs = (0..20).map(|n| {
            let heir = "{allOf: [{$ref: '#/components/schemas/Base'}]}".to_owned();
            (format!("Heir{n}"), heir)
        });
        let schemas = std::iter::once(("Base".to_owned(), base)).chain(heirs);
        passes(with_schemas(schemas), &[]);
    }
}

#[test]
fn hostile_patterns() {
    for pattern in [
        "(a+)+$",
        "(",
        "a{1000000}",
        "((a{1000}){1000}){1000}",
        "\\\\p{Unknown}",
        "[",
        "(?<n>a)\\\\k<n>",
        "(?=a)",
        "*",
        "^x-",
        "^S_",
    ] {
        let schema = format!(
            "{{type: object, patternProperties: {{\"{pattern}\": {{type: string}}}}, properties: {{a: {{type: string, pattern: \"{pattern}\"}}}}}}"
        );
        passes(with_schemas([("A".to_owned(), schema)]), &[]);
    }
}

#[test]
fn many_heirs_of_one_base() {
    passes(heirs(scaled(20_000), |_| 0), &[]);
}

#[test]
fn a_line_of_heirs() {
    passes(heirs(scaled(1_000).min(300), |index| index - 1), &[]);
}

/// A base that is asked for, and schemas that each build on another.
fn heirs(count: usize, parent: impl Fn(usize) -> usize) -> String {
    let base = "{type: object, required: [k], properties: {k: {type: string}}, discriminator: {propertyName: k}}";
    let asks = "{type: object, properties: {one: {$ref: '#/components/schemas/Heir0'}}}";
    let own = "{type: object, properties: {own: {type: string}}}";
    let first =
        [("Asks", asks), ("Heir0", base)].map(|(name, text)| (name.to_owned(), text.to_owned()));
    let others = (1..count).map(|index| {
        let parent = parent(index);
        let text = format!("{{allOf: [{{$ref: '#/components/schemas/Heir{parent}'}}, {own}]}}");
        (format!("Heir{index}"), text)
    });
    with_schemas(first.into_iter().chain(others))
}

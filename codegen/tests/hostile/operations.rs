//! Operations, parameters and what there is to say about them: too many.

use super::{passes, refused, scaled, with_paths, with_schemas};

const MANY: usize = scaled(100_000);

#[test]
fn many_operations() {
    let text = with_paths((0..scaled(10_000)).map(|index| {
        let item = "{get: {responses: {'200': {description: a}}}}";
        (format!("/a/{{id}}/b{index}"), item.to_owned())
    }));
    passes(text, &["undeclared-path-parameter"]);
}

#[test]
fn many_path_parameters() {
    let segments: Vec<String> = (0..scaled(5_000))
        .map(|index| format!("/{{p{index}}}"))
        .collect();
    let template = segments.concat();
    let declared: Vec<String> = (0..scaled(5_000))
        .map(|index| {
            format!("{{name: p{index}, in: path, required: true, schema: {{type: string}}}}")
        })
        .collect();
    let item = format!(
        "{{get: {{parameters: [{}], responses: {{'200': {{description: a}}}}}}}}",
        declared.join(", ")
    );
    passes(with_paths([(template.clone(), item)]), &[]);
    let item = "{get: {responses: {'200': {description: a}}}}".to_owned();
    passes(
        with_paths([(template, item)]),
        &["undeclared-path-parameter"],
    );
}

#[test]
fn many_parameters() {
    let declared: Vec<String> = (0..scaled(10_000))
        .map(|index| format!("{{name: p{index}, in: query, schema: {{type: string}}}}"))
        .collect();
    let item = format!(
        "{{get: {{parameters: [{}], responses: {{'200': {{description: a}}}}}}}}",
        declared.join(", ")
    );
    passes(with_paths([("/a".to_owned(), item)]), &[]);
}

#[test]
fn many_warnings() {
    let properties: Vec<String> = (0..MANY)
        .map(|index| format!("p{index}: {{type: strin}}"))
        .collect();
    let schema = format!(
        "{{type: object, properties: {{{}}}}}",
        properties.join(", ")
    );
    passes(
        with_schemas([("Wide".to_owned(), schema)]),
        &["unknown-type"],
    );
}

#[test]
fn many_errors() {
    let text = with_schemas((0..MANY).map(|index| (format!("S{index}"), "1".to_owned())));
    refused(text, &["invalid-schema"]);
}

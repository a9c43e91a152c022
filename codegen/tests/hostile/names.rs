//! Names that get in the way of files, identifiers and code.

use serde_json::{Map, Value, json};

use super::{passes, refused, scaled, with_paths, with_schemas};

/// A document that gives these names wherever a document names anything.
fn everywhere(names: &[&str]) -> String {
    let mut paths = Map::new();
    let mut schemas = Map::new();
    let mut schemes = Map::new();
    for (index, &name) in names.iter().enumerate() {
        let in_path = name.replace(['{', '}', '?', '#'], "-");
        let in_pointer = name
            .replace('~', "~0")
            .replace('/', "~1")
            .replace('%', "%25");
        let parameters = json!([
            {"name": name, "in": "query", "schema": {"type": "string"}},
            {"name": name, "in": "header", "schema": {"enum": [name, "a"]}},
            {"name": name, "in": "cookie", "schema": {"type": "array", "items": {"enum": [name, "b"]}}},
        ]);
        let content = json!({"application/json": {"schema": {"$ref": format!("#/components/schemas/{in_pointer}")}}});
        let form = json!({"multipart/form-data": {"schema": {"type": "object", "properties": {name: {"type": "string"}}}}});
        let operation = json!({
            "operationId": format!("{name} {index}"),
            "tags": [name],
            "parameters": parameters,
            "security": [{name: []}],
            "requestBody": {"content": form},
            "responses": {"200": {"description": name, "headers": {name: {"schema": {"type": "string"}}}, "content": content}},
        });
        paths.insert(format!("/p{index}/{in_path}"), json!({"post": operation}));
        let inner =
            json!({"type": "object", "properties": {name: {"enum": [name, "b"], "default": name}}});
        let schema = json!({"title": name, "description": name, "type": "object", "required": [name], "properties": {name: inner}});
        schemas.insert(name.to_owned(), schema);
        let scheme =
            json!({"type": "apiKey", "in": "header", "name": "X-Key", "description": name});
        schemes.insert(name.to_owned(), scheme);
    }
    let tags: Vec<Value> = names
        .iter()
        .map(|name| json!({"name": name, "description": name}))
        .collect();
    let document = json!({
        "openapi": "3.1.0",
        "info": {"title": names[0], "version": names[0]},
        "tags": tags,
        "paths": paths,
        "components": {"schemas": schemas, "securitySchemes": schemes},
    });
    document.to_string()
}

#[test]
fn long_names() {
    for name in [
        &"a".repeat(300),
        &"a_b".repeat(2_000),
        &"word ".repeat(10_000),
        &"é".repeat(200),
        &"\u{1f600}".repeat(300),
        &"漢".repeat(100),
    ] {
        let names = [name.clone(), format!("{name}x"), format!("{name}y")];
        passes(everywhere(&names.each_ref().map(String::as_str)), &[]);
    }
    let megabytes = ["a", "b", "c"].map(|letter| letter.repeat(1 << 20));
    let text = everywhere(&megabytes.each_ref().map(String::as_str));
    refused(text, &["too-large"]);
}

/// A resource is found again by the name that it was given, also if that is shorter than the wish.
#[test]
fn forms_of_an_operation_with_a_long_name() {
    let content =
        "{application/json: {schema: {type: object}}, text/csv: {schema: {type: string}}}";
    let item = format!("{{post: {{requestBody: {{content: {content}}}, responses: {{}}}}}}");
    let path = format!("/{}", "word ".repeat(100));
    let files = passes(with_paths([(path, item)]), &[]);
    let resources = files
        .keys()
        .filter(|path| path.starts_with("src/resources"));
    assert_eq!(resources.count(), 1);
}

#[test]
fn names_in_other_cases() {
    let names = [
        "Pet", "pet", "PET", "pEt", "P-et", "p_e_t", "Pet_", "_pet", "peT1", "Straße", "STRASSE",
        "ﬁle", "file", "K", "\u{212a}", "İ", "i", "I", "ı",
    ];
    passes(everywhere(&names), &[]);
}

#[test]
fn names_of_devices() {
    let names = [
        "con",
        "CON",
        "prn",
        "aux",
        "nul",
        "com1",
        "COM9",
        "lpt1",
        "conin$",
        "clock$",
        "con.txt",
        "aux.",
        "nul ",
        ".",
        "..",
        "...",
        "mod",
        "lib",
        "main",
        "self",
        "super",
        "crate",
        "Self",
        "_",
        "runtime",
        "models",
        "resources",
        "client",
    ];
    passes(everywhere(&names), &[]);
}

#[test]
fn names_that_are_paths() {
    let names = [
        "../../etc/passwd",
        "/etc/passwd",
        "..\\..\\x",
        "C:\\x",
        "a/b",
        "a\\b",
        "~/x",
        "$HOME",
        "%2e%2e",
        "\u{0}",
        "a\u{0}b",
        "\n",
        "\r\n",
        "\t",
        " ",
        "",
        "\u{202e}abc",
        "\u{200b}",
        "\u{feff}x",
        "\u{2028}",
    ];
    passes(everywhere(&names), &[]);
}

#[test]
fn names_that_are_code() {
    let names = [
        "*/",
        "/*",
        "//",
        "\"#",
        "\"##\"",
        "'",
        "\"",
        "\\",
        "\\\"",
        "{",
        "}",
        "{}",
        "{{",
        "}}",
        "r#\"",
        "#![allow(x)]",
        "]]",
        "fn main() {}",
        "\"; panic!(); //",
        "$crate",
        "$x:expr",
        "${x}",
        "println!(\"{}\")",
        "'a",
        "b'",
        "0x",
        "1e5",
        "r#type",
        "#[doc]",
        "<script>",
        "`",
        "```",
        "</div>",
        "&amp;",
        "\u{1}",
        "\u{7f}",
        "\u{85}",
    ];
    passes(everywhere(&names), &[]);
}

#[test]
fn names_of_the_language_and_the_runtime() {
    let names = [
        "Option",
        "Some",
        "None",
        "Result",
        "Ok",
        "Err",
        "String",
        "Vec",
        "Box",
        "Default",
        "Clone",
        "Send",
        "Sync",
        "Copy",
        "Drop",
        "Iterator",
        "From",
        "Into",
        "str",
        "u8",
        "i64",
        "bool",
        "f64",
        "char",
        "usize",
        "std",
        "core",
        "serde",
        "serde_json",
        "model",
        "input",
        "union",
        "Call",
        "Request",
        "Operation",
        "Error",
        "ClientBuilder",
        "Maybe",
        "Map",
        "Extra",
        "Unknown",
        "new",
        "extra",
        "send",
        "raw",
        "with",
        "await",
        "async",
        "dyn",
        "try",
        "gen",
        "yield",
        "macro_rules",
        "safe",
    ];
    passes(everywhere(&names), &[]);
}

#[test]
fn many_components() {
    let schema = "{type: object, properties: {a: {type: string}}}";
    let schemas = (0..scaled(20_000)).map(|index| (format!("Schema{index}"), schema.to_owned()));
    passes(with_schemas(schemas), &[]);
}

#[test]
fn many_equal_operation_ids() {
    let item = "{get: {operationId: same, tags: [one], responses: {'200': {description: a}}}}";
    let paths = (0..scaled(5_000)).map(|index| (format!("/a{index}"), item.to_owned()));
    passes(with_paths(paths), &["duplicate-operation-id"]);
}

#[test]
fn many_tags() {
    let paths = (0..scaled(5_000)).map(|index| {
        let item =
            format!("{{get: {{tags: [tag{index}], responses: {{'200': {{description: a}}}}}}}}");
        (format!("/a{index}"), item)
    });
    let mut text = with_paths(paths);
    text.push_str("tags:\n");
    let tags = (0..scaled(5_000)).map(|index| format!("- {{name: tag{index}, description: a}}\n"));
    text.extend(tags);
    passes(text, &[]);
}

//! Names that get in the way of files, identifiers and code.

use super::{passes, quoted, with_paths, with_schemas};

/// Everywhere that a document gives a name.
fn everywhere(names: &[String]) -> String {
    let mut text = format!(
        "openapi: 3.1.0\ninfo: {{title: {}, version: 1}}\n",
        quoted(&names[0])
    );
    text.push_str("paths:\n");
    for (index, name) in names.iter().enumerate() {
        let tag = quoted(name);
        text.push_str(&format!(
            "  {}:\n    get:\n      operationId: {tag}\n      tags: [{tag}]\n      parameters: [{{name: {tag}, in: query, schema: {{type: string}}}}, {{name: {tag}, in: header, schema: {{enum: [{tag}, a]}}}}]\n      responses: {{'200': {{description: {tag}, headers: {{{tag}: {{schema: {{type: string}}}}}}, content: {{application/json: {{schema: {{$ref: {}}}}}}}}}}}\n",
            quoted(&format!("/p{index}/{}", name.replace(['{', '}'], "%7B"))),
            quoted(&format!("#/components/schemas/{}", name.replace('~', "~0").replace('/', "~1").replace('%', "%25"))),
        ));
    }
    text.push_str("components:\n  schemas:\n");
    for name in names {
        let name = quoted(name);
        text.push_str(&format!(
            "    {name}: {{title: {name}, description: {name}, type: object, required: [{name}], properties: {{{name}: {{type: object, properties: {{{name}: {{enum: [{name}, b], default: {name}}}}}}}}}}}\n"
        ));
    }
    text.push_str("  securitySchemes:\n");
    for name in names {
        let name = quoted(name);
        text.push_str(&format!(
            "    {name}: {{type: apiKey, in: header, name: {name}, description: {name}}}\n"
        ));
    }
    text
}

#[test]
fn long_names() {
    for name in [
        "a".repeat(300),
        "a_b".repeat(2_000),
        "word ".repeat(10_000),
        "é".repeat(200),
        "\u{1f600}".repeat(300),
        "漢".repeat(100),
    ] {
        let _ = super::generate(everywhere(&[
            name.clone(),
            format!("{name}x"),
            format!("{name}y"),
        ]));
    }
}

#[test]
fn names_in_other_cases() {
    let names: Vec<String> = [
        "Pet", "pet", "PET", "pEt", "P-et", "p_e_t", "Pet_", "_pet", "peT1", "Straße", "STRASSE",
        "ﬁle", "file", "K", "K", "İ", "i", "I", "ı",
    ]
    .iter()
    .map(|&name| name.to_owned())
    .collect();
    let _ = passes(everywhere(&names), &[]);
}

#[test]
fn names_of_devices() {
    let names: Vec<String> = [
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
    ]
    .iter()
    .map(|&name| name.to_owned())
    .collect();
    let _ = passes(everywhere(&names), &[]);
}

#[test]
fn names_that_are_paths() {
    let names: Vec<String> = [
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
        "\u{202e}abc",
        "\u{200b}",
        "\u{feff}x",
        "\u{2028}",
    ]
    .iter()
    .map(|&name| name.to_owned())
    .collect();
    let _ = super::generate(everywhere(&names));
}

#[test]
fn names_that_are_code() {
    let names: Vec<String> = [
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
    ]
    .iter()
    .map(|&name| name.to_owned())
    .collect();
    let _ = super::generate(everywhere(&names));
}

#[test]
fn names_of_the_prelude_and_the_runtime() {
    let names: Vec<String> = [
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
        "Client",
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
        "union",
        "raw",
        "safe",
    ]
    .iter()
    .map(|&name| name.to_owned())
    .collect();
    let _ = passes(everywhere(&names), &[]);
}

#[test]
fn tens_of_thousands_of_components() {
    let text = with_schemas((0..20_000).map(|index| {
        (
            format!("Schema{index}"),
            "{type: object, properties: {a: {type: string}}}".to_owned(),
        )
    }));
    let _ = passes(text, &[]);
}

#[test]
fn tens_of_thousands_of_equal_operation_ids() {
    let text = with_paths((0..5_000).map(|index| {
        (
            format!("/a{index}"),
            "{get: {operationId: same, tags: [one], responses: {'200': {description: a}}}}"
                .to_owned(),
        )
    }));
    let _ = super::generate(text);
}

//! Descriptions that get in the way of comments, and of whoever reads them.

use super::{passes, quoted, with_paths, with_schemas};

/// A description everywhere.
fn described(text: &str) -> String {
    let text = quoted(text);
    let mut document = with_paths([(
        "/a".to_owned(),
        format!(
            "{{summary: {text}, description: {text}, get: {{summary: {text}, description: {text}, externalDocs: {{url: {text}, description: {text}}}, parameters: [{{name: a, in: query, description: {text}, example: {text}, schema: {{type: string, default: {text}, pattern: {text}, format: {text}}}}}], requestBody: {{description: {text}, content: {{application/json: {{schema: {{$ref: '#/components/schemas/A'}}}}}}}}, responses: {{'200': {{description: {text}}}}}}}}}"
        ),
    )]);
    document.push_str("components:\n  schemas:\n");
    document.push_str(&format!(
        "    A: {{title: {text}, description: {text}, type: object, properties: {{a: {{description: {text}, type: string, default: {text}, examples: [{text}]}}, b: {{const: {text}}}, c: {{enum: [{text}, x]}}}}}}\n"
    ));
    document.replacen("version: 1", &format!("version: 1, description: {text}, termsOfService: {text}, contact: {{name: {text}, url: {text}}}, license: {{name: {text}}}"), 1)
}

#[test]
fn texts_that_are_code() {
    for text in [
        "*/",
        "/* */ fn a() {}",
        "\"#",
        "\"####",
        "{",
        "}",
        "{}",
        "\\",
        "\u{0}",
        "a\u{0}b",
        "\r",
        "a\rb",
        "\r\n",
        "\u{2028}",
        "\u{202e}evil\u{202c}",
        "\u{2066}x\u{2069}",
        "\u{feff}",
        "#![no_std]",
        "```\nfn main() { loop {} }\n```",
        "```rust\npanic!()",
        "    indented();",
        "~~~\n",
        "[a](b)",
        "[a]",
        "[`a`]",
        "[a]: b",
        "<a",
        "<script>alert(1)</script>",
        "<!--",
        "-->",
        "&lt;",
        "https://a.b/c_d",
        "|a|b|\n|-|-|",
        "# head",
        "=====",
        "$crate",
        "//! x",
        "/// x",
        "${{ secrets }}",
        "{% raw %}",
        "\u{1b}[31mred",
    ] {
        let _ = super::generate(described(text))
            .files
            .map(|files| super::soundness::assert_sound(&files));
    }
}

#[test]
fn markup_within_markup() {
    for part in [
        ">", "> ", "[", "![", "*", "**a ", "_", "`", "``a", "- ", "1. ", "<", "<a>", "(", "](",
        "[](", "~", "&", "\\", "|", "#", "\t", "[a](", "<!--", "* * ", "*_", "[^a]", "![a](b) ",
    ] {
        let text = described(&part.repeat(2_000));
        let _ = passes(text, &[]);
    }
}

#[test]
fn one_large_text() {
    for part in [
        "word ",
        "word\n",
        "word\n\n",
        "https://example.com/a ",
        "[a] ",
        "<b> ",
        "`a` ",
        "- a\n",
        "| a | b |\n",
        "é",
        "\u{1f600}",
        "a",
    ] {
        let schema = format!(
            "{{type: object, description: {}}}",
            quoted(&part.repeat(2_000_000 / part.len()))
        );
        let _ = passes(with_schemas([("A".to_owned(), schema)]), &[]);
    }
}

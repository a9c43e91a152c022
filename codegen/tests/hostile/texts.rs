//! Descriptions that get in the way of comments, and of whoever reads them.

use serde_json::json;

use super::{passes, quoted, scaled, with_schemas};

/// A document that says this text wherever a document says anything.
fn described(text: &str) -> String {
    let body = json!({"description": text, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}});
    let parameter = json!({
        "name": "a",
        "in": "query",
        "description": text,
        "example": text,
        "schema": {"type": "string", "default": text, "pattern": text, "format": text},
    });
    let operation = json!({
        "summary": text,
        "description": text,
        "externalDocs": {"url": text, "description": text},
        "parameters": [parameter],
        "requestBody": body,
        "responses": {"200": {"description": text}, "default": body},
    });
    let schema = json!({
        "title": text,
        "description": text,
        "type": "object",
        "properties": {
            "a": {"description": text, "type": "string", "default": text, "examples": [text]},
            "b": {"const": text},
            "c": {"enum": [text, "x"], "x-enum-descriptions": [text, text]},
            "d": {"oneOf": [{"title": text, "type": "string"}, {"title": text, "type": "integer"}]},
        },
    });
    let document = json!({
        "openapi": "3.1.0",
        "info": {
            "title": text,
            "version": text,
            "description": text,
            "termsOfService": text,
            "contact": {"name": text, "url": text},
            "license": {"name": text},
        },
        "servers": [{"url": "https://example.com", "description": text}],
        "tags": [{"name": "one", "description": text}],
        "paths": {"/a": {"summary": text, "description": text, "post": operation}},
        "components": {"schemas": {"A": schema}},
    });
    document.to_string()
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
        passes(described(text), &[]);
    }
}

#[test]
fn markup_within_markup() {
    for part in [
        ">", "> ", "[", "![", "*", "**a ", "_", "`", "``a", "- ", "1. ", "<", "<a>", "(", "](",
        "[](", "~", "&", "\\", "|", "#", "\t", "[a](", "<!--", "* * ", "*_", "[^a]", "![a](b) ",
    ] {
        passes(described(&part.repeat(scaled(20_000))), &[]);
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
        let text = quoted(&part.repeat(scaled(2_000_000) / part.len()));
        let schema = format!("{{type: object, description: {text}}}");
        passes(with_schemas([("A".to_owned(), schema)]), &[]);
    }
}

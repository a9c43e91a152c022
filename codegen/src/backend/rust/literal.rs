//! Literals: text from a document as Rust literals, and as it is shown in prose.

use proc_macro2::{Literal as Token, TokenStream};
use quote::quote;
use serde_json::Value;

use crate::api::Literal;

/// A string literal. What a reader cannot see is escaped, so that code reads as it runs.
pub(crate) fn string(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push('"');
    for c in text.chars() {
        match c {
            '"' => literal.push_str("\\\""),
            '\\' => literal.push_str("\\\\"),
            '\n' => literal.push_str("\\n"),
            '\r' => literal.push_str("\\r"),
            '\t' => literal.push_str("\\t"),
            other if is_invisible(other) => literal.extend(other.escape_unicode()),
            other => literal.push(other),
        }
    }
    literal.push('"');
    literal
}

/// A string literal as a token.
pub(crate) fn string_token(text: &str) -> Token {
    string(text)
        .parse()
        .expect("a quoted and escaped text is a literal")
}

/// `Some("text")` or `None`.
pub(crate) fn option_token(text: Option<&str>) -> TokenStream {
    text.map_or_else(
        || quote!(None),
        |text| {
            let text = string_token(text);
            quote!(Some(#text))
        },
    )
}

/// Controls, bidirectional controls and the like: what is there, but not on the screen.
pub(crate) fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

/// The literal as a JSON document, for a request; it does not hold documents within documents.
pub(crate) fn json_document(literal: &Literal) -> String {
    match literal {
        Literal::Null => String::from("null"),
        Literal::Bool(value) => value.to_string(),
        Literal::Int(value) => value.to_string(),
        Literal::Float(value) => Value::from(*value).to_string(),
        Literal::String(text) => Value::from(text.as_str()).to_string(),
        Literal::List(items) => {
            let items: Vec<String> = items.iter().map(json_document).collect();
            format!("[{}]", items.join(","))
        }
        Literal::Map(members) => {
            let members = members.iter().map(|(key, value)| {
                format!("{}:{}", Value::from(key.as_str()), json_document(value))
            });
            format!("{{{}}}", members.collect::<Vec<_>>().join(","))
        }
    }
}

/// The literal as JSON on one line, for prose.
pub(crate) fn json(literal: &Literal) -> String {
    let mut out = String::new();
    write_json(literal, 0, &mut out);
    out
}

/// Deeper than this a value is not shown.
const DEEPEST: usize = 8;

fn write_json(literal: &Literal, depth: usize, out: &mut String) {
    if depth > DEEPEST {
        out.push('…');
        return;
    }
    match literal {
        Literal::Null => out.push_str("null"),
        Literal::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Literal::Int(value) => out.push_str(&value.to_string()),
        Literal::Float(value) => out.push_str(&value.to_string()),
        Literal::String(text) => out.push_str(&string(text)),
        Literal::List(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                out.push_str(if index == 0 { "" } else { ", " });
                write_json(item, depth + 1, out);
            }
            out.push(']');
        }
        Literal::Map(members) => {
            out.push('{');
            for (index, (key, value)) in members.iter().enumerate() {
                out.push_str(if index == 0 { "" } else { ", " });
                out.push_str(&string(key));
                out.push_str(": ");
                write_json(value, depth + 1, out);
            }
            out.push('}');
        }
    }
}

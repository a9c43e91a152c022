//! Names, texts and values as documents have them, and as no document should.

use arbitrary::{Result, Unstructured};
use serde_json::{Value, json};

const NAMES: &[&str] = &[
    "a",
    "b",
    "id",
    "name",
    "type",
    "kind",
    "value",
    "items",
    "data",
    "list",
    "get",
    "Pet",
    "pet",
    "PET",
    "Error",
    "Option",
    "String",
    "self",
    "Self",
    "crate",
    "new",
    "extra",
    "Unknown",
    "client",
    "models",
    "runtime",
    "con",
    "nul",
    "300",
    "+1",
    "-1",
    "*",
    "",
    " ",
    "a b",
    "a-b",
    "a_b",
    "aB",
    "..",
    "../x",
    "a/b",
    "C:\\x",
    "\u{0}",
    "\n",
    "é",
    "名",
    "\u{1f600}",
    "\u{202e}x",
    "*/",
    "\"#",
    "{}",
    "fn main() {}",
    "$crate",
    "r#type",
    "x-rust-name",
    "$ref",
    "true",
    "null",
];

const TEXTS: &[&str] = &[
    "",
    "Some text.",
    "Two.\n\nParagraphs.",
    "*/ \"# {",
    "```\nfn main() {}\n```",
    "    code",
    "[a](b) [c] <d> `e`",
    "https://a.b/c",
    "| a |\n|-|\n| b |",
    "# head",
    "- a\n  - b",
    "> > >",
    "\u{0}",
    "\u{202e}",
    "<script>",
    "{@link a}",
    "1. a\n2. b",
    "~~~\nx",
    "\\",
    "'\"",
];

/// A name; mostly one of a few, so that names meet.
pub fn name(u: &mut Unstructured<'_>) -> Result<String> {
    if u.ratio(1, 16)? {
        return text_of_any_kind(u);
    }
    Ok((*u.choose(NAMES)?).to_owned())
}

/// What somebody might say.
pub fn text(u: &mut Unstructured<'_>) -> Result<String> {
    if u.ratio(1, 16)? {
        return text_of_any_kind(u);
    }
    Ok((*u.choose(TEXTS)?).to_owned())
}

fn text_of_any_kind(u: &mut Unstructured<'_>) -> Result<String> {
    let text: &str = u.arbitrary()?;
    let repeated = if u.ratio(1, 8)? { 100 } else { 1 };
    Ok(text.repeat(repeated))
}

/// A value of any kind.
pub fn value(u: &mut Unstructured<'_>, depth: usize) -> Result<Value> {
    Ok(match u.int_in_range(0..=if depth == 0 { 6 } else { 8 })? {
        0 => Value::Null,
        1 => json!(u.arbitrary::<bool>()?),
        2 => json!(u.arbitrary::<i8>()?),
        3 => json!(u.arbitrary::<i64>()?),
        4 => json!(u.arbitrary::<f64>()?),
        5 => json!(name(u)?),
        6 => json!(text(u)?),
        7 => {
            let count = u.int_in_range(0..=3)?;
            let items: Result<Vec<Value>> = (0..count).map(|_| value(u, depth - 1)).collect();
            Value::Array(items?)
        }
        _ => {
            let count = u.int_in_range(0..=3)?;
            let members: Result<_> = (0..count)
                .map(|_| Ok((name(u)?, value(u, depth - 1)?)))
                .collect();
            Value::Object(members?)
        }
    })
}

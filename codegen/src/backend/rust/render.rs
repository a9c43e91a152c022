//! Rendering: items one by one, with a blank line between, as a hand would set them.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::literal;

/// One file of Rust.
#[derive(Default)]
pub(crate) struct Page {
    /// The lines of its `//!` comment.
    pub(crate) title: Vec<String>,
    /// Its `use` and `mod` lines, a group a string.
    pub(crate) uses: Vec<String>,
    /// Its items, rendered.
    pub(crate) items: Vec<String>,
}

impl Page {
    /// The text of the file.
    pub(crate) fn finish(self) -> String {
        let mut parts = Vec::new();
        if !self.title.is_empty() {
            let mut title = String::new();
            push_comment(&self.title, "//!", 0, &mut title);
            parts.push(title.trim_end().to_owned());
        }
        let uses: String = self.uses.concat();
        if !uses.is_empty() {
            parts.push(uses.trim_end().to_owned());
        }
        let items = self.items.iter().map(|item| item.trim_end());
        parts.extend(items.filter(|item| !item.is_empty()).map(str::to_owned));
        let mut text = parts.join("\n\n");
        text.push('\n');
        debug_assert!(
            syn::parse_file(&text).is_ok(),
            "a rendered file is Rust: {:?}\n{text}",
            syn::parse_file(&text).err(),
        );
        text
    }
}

/// Items as text.
pub(crate) fn items(tokens: TokenStream) -> String {
    let file: syn::File = syn::parse2(tokens).expect("what a backend quotes is Rust");
    prettyplease::unparse(&file)
}

/// An expression as text on one line.
pub(crate) fn expression(tokens: &TokenStream) -> String {
    let text = items(quote!(const X: () = #tokens;));
    let text = text.trim().strip_prefix("const X: () = ").unwrap_or(&text);
    let lines: Vec<&str> = text.trim_end_matches(';').lines().map(str::trim).collect();
    lines.join(" ")
}

/// An item with its doc comment. The comment is text already: as attributes it would cost more than
/// the item.
pub(crate) fn documented(docs: &[String], tokens: TokenStream) -> String {
    let mut out = String::new();
    push_comment(docs, "///", 0, &mut out);
    out + &items(tokens)
}

/// A member of an `impl` block with its doc comment, indented.
pub(crate) fn member(docs: &[String], tokens: &TokenStream) -> String {
    let mut out = String::new();
    push_comment(docs, "///", 1, &mut out);
    let text = items(quote!(impl X { #tokens }));
    let (_, body) = text.split_once('\n').unwrap_or_default();
    out + body.trim_end().strip_suffix('}').unwrap_or(body)
}

/// An `impl` block with a blank line between its members, nothing if it has none.
pub(crate) fn impl_block(of: &str, members: &[String]) -> String {
    if members.is_empty() {
        return String::new();
    }
    format!("impl {of} {{\n{}}}\n", members.join("\n"))
}

/// A `use` of some names beneath a path, nothing if there are none.
pub(crate) fn use_names<'a>(path: &str, names: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<&str> = names.into_iter().collect();
    match names.as_slice() {
        [] => String::new(),
        ["self"] => format!("use {path};\n"),
        [only] => format!("use {path}::{only};\n"),
        _ => {
            let line = format!("use {path}::{{{}}};\n", names.join(", "));
            if line.len() <= WIDTH + 1 {
                return line;
            }
            let mut out = format!("use {path}::{{\n");
            let mut row = String::from("   ");
            for name in names {
                if row.len() + name.len() + 2 > WIDTH {
                    out.push_str(&row);
                    out.push('\n');
                    row = String::from("   ");
                }
                row.push(' ');
                row.push_str(name);
                row.push(',');
            }
            out.push_str(&row);
            out.push_str("\n};\n");
            out
        }
    }
}

/// Arguments in parentheses, one a line where they are many. The head is indented once, and a
/// bracket follows.
pub(crate) fn arguments(head: &str, arguments: &[String]) -> String {
    let line = format!("{head}({})", arguments.join(", "));
    if line.len() + "     {".len() <= WIDTH {
        return line;
    }
    let mut out = format!("{head}(\n");
    for argument in arguments {
        out.extend(["        ", argument, ",\n"]);
    }
    out + "    )"
}

/// What a file of models or resources uses of the runtime.
pub(crate) fn use_runtime(names: &BTreeSet<String>) -> String {
    // `self` stands first, as rustfmt sets it; capitals sort before the macros by themselves.
    let own = names.contains("self").then_some("self");
    let others = names
        .iter()
        .map(String::as_str)
        .filter(|name| *name != "self");
    use_names("crate::runtime", own.into_iter().chain(others))
}

/// The attributes of a doc comment.
pub(crate) fn doc_attributes(lines: &[String]) -> TokenStream {
    let lines = lines.iter().map(|line| {
        let text = if line.is_empty() {
            String::new()
        } else {
            format!(" {line}")
        };
        let text = literal::string_token(&text);
        quote!(#[doc = #text])
    });
    quote!(#(#lines)*)
}

/// Writes a comment, each line after `mark`.
pub(crate) fn push_comment(lines: &[String], mark: &str, indent: usize, out: &mut String) {
    for line in lines {
        out.push_str(&"    ".repeat(indent));
        out.push_str(mark);
        if !line.is_empty() {
            out.push(' ');
            out.push_str(line);
        }
        out.push('\n');
    }
}

/// A macro invocation that declares a type: prettyplease leaves the inside of a macro alone, so
/// its lines are set here.
pub(crate) struct Declaration {
    /// `model`
    pub(crate) mac: &'static str,
    /// The lines of the type's doc comment.
    pub(crate) docs: Vec<String>,
    /// Whether whoever uses the type is warned.
    pub(crate) deprecated: bool,
    /// `pub struct Pet`
    pub(crate) head: String,
    /// Its members; none: the head stands alone and ends with `;`.
    pub(crate) entries: Option<Vec<Entry>>,
}

/// One member of a declaration.
pub(crate) struct Entry {
    /// The lines of its doc comment.
    pub(crate) docs: Vec<String>,
    /// Whether whoever uses it is warned.
    pub(crate) deprecated: bool,
    /// `required id: String = "id"`, without the comma.
    pub(crate) code: String,
}

impl Declaration {
    /// The text of it.
    pub(crate) fn render(&self) -> String {
        let mut out = format!("{}! {{\n", self.mac);
        push_comment(&self.docs, "///", 1, &mut out);
        if self.deprecated {
            out.extend(["    ", DEPRECATED]);
        }
        match self.entries.as_deref() {
            None => out.extend(["    ", &self.head, ";\n"]),
            Some([]) => out.extend(["    ", &self.head, " {}\n"]),
            Some(entries) => {
                out.extend(["    ", &self.head, " {\n"]);
                push_entries(entries, &mut out);
                out.push_str("    }\n");
            }
        }
        out.push_str("}\n");
        out
    }
}

/// Members that have something to say get room around them.
fn push_entries(entries: &[Entry], out: &mut String) {
    let mut before: Option<&Entry> = None;
    for entry in entries {
        let talks = |entry: &Entry| entry.deprecated || !entry.docs.is_empty();
        if before.is_some_and(|before| talks(before) || talks(entry)) {
            out.push('\n');
        }
        push_comment(&entry.docs, "///", 2, out);
        if entry.deprecated {
            out.extend(["        ", DEPRECATED]);
        }
        out.extend(["        ", &entry.code, ",\n"]);
        before = Some(entry);
    }
}

/// Warns whoever uses the item beneath it.
pub(crate) const DEPRECATED: &str = "#[deprecated]\n";

/// How wide a line of code is.
const WIDTH: usize = 100;

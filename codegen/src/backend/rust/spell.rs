//! Spelling: claimed names as Rust identifiers.
//!
//! A claimed name is unique by its letters and digits, so an underscore before or after it never
//! makes two names one.

use std::fmt;

use heck::{ToShoutySnakeCase as _, ToSnakeCase as _, ToUpperCamelCase as _};
use proc_macro2::{Span, TokenStream};
use quote::ToTokens;

use crate::api::Name;

/// An identifier. Unlike that of `proc_macro2` it can be shared among threads.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Ident(String);

impl Ident {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Ident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl ToTokens for Ident {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        proc_macro2::Ident::new(&self.0, Span::call_site()).to_tokens(tokens);
    }
}

/// `ActiveSession`
pub(crate) fn type_name(name: &Name) -> Ident {
    let text = words(name).to_upper_camel_case();
    // One letter is what macros call their type parameters.
    if text.len() == 1 {
        return identifier(&format!("{text}_"), &[]);
    }
    identifier(&text, TYPES)
}

/// `PipeDelimited`, a variant of an enum or a union that has `Unknown` beside it.
pub(crate) fn variant(name: &Name) -> Ident {
    identifier(&words(name).to_upper_camel_case(), VARIANTS)
}

/// `breakout_rooms`, a field with a setter of the same name.
pub(crate) fn field(name: &Name) -> Ident {
    identifier(&words(name).to_snake_case(), FIELDS)
}

/// `caption`, a part of a form.
pub(crate) fn part(name: &Name) -> Ident {
    match words(name).to_snake_case().as_str() {
        "part" => ident("part_"),
        "into_part" => ident("into_part_"),
        _ => field(name),
    }
}

/// `kick_all`, a method of a resource.
pub(crate) fn method(name: &Name) -> Ident {
    identifier(&words(name).to_snake_case(), METHODS)
}

/// `meeting_id`, an argument of an operation.
pub(crate) fn argument(name: &Name) -> Ident {
    let text = words(name).to_snake_case();
    // Clippy takes a variable of digits alone for a mistake.
    if text.chars().all(|c| c == '_' || c.is_ascii_digit()) {
        return ident(&format!("n{text}"));
    }
    identifier(&text, ARGUMENTS)
}

/// `page_size`, a setter of the options of an operation.
pub(crate) fn option(name: &Name) -> Ident {
    identifier(&words(name).to_snake_case(), OPTIONS)
}

/// `api_token`, a setter of the client's builder.
pub(crate) fn setting(name: &Name) -> Ident {
    identifier(&words(name).to_snake_case(), SETTINGS)
}

/// `sessions`, a resource of the client.
pub(crate) fn accessor(name: &Name) -> Ident {
    let text = words(name).to_snake_case();
    if text.starts_with("with_") {
        return ident(&format!("{text}_"));
    }
    identifier(&text, ACCESSORS)
}

/// `pet_added`, a function of a module.
pub(crate) fn function(name: &Name) -> Ident {
    identifier(&words(name).to_snake_case(), FUNCTIONS)
}

/// `GET_SESSION`
pub(crate) fn constant(name: &Name) -> Ident {
    identifier(&words(name).to_shouty_snake_case(), &[])
}

/// `active_session`, safe as the name of a file on every system.
pub(crate) fn module(name: &Name) -> String {
    let mut text = words(name).to_snake_case();
    if text.len() > LONGEST_FILE_NAME {
        text.truncate(LONGEST_FILE_NAME);
        text.truncate(text.trim_end_matches('_').len());
    }
    let digit = text.starts_with(|c: char| c.is_ascii_digit());
    let mut module = identifier(&text, MODULES).to_string();
    // A module `_300` would hide the type `_300` that it holds.
    if digit || is_device(&text) {
        module.push('_');
    }
    module
}

/// An identifier that is known to be one.
pub(crate) fn ident(text: &str) -> Ident {
    Ident(text.to_owned())
}

/// Whether the compiler keeps a word for itself.
pub(crate) fn is_keyword(text: &str) -> bool {
    KEYWORDS.contains(&text)
}

/// What Windows takes for a device, whatever the extension.
fn is_device(text: &str) -> bool {
    let numbered = |stem: &str| {
        text.strip_prefix(stem)
            .is_some_and(|rest| rest.len() == 1 && rest.as_bytes()[0].is_ascii_digit())
    };
    matches!(text, "con" | "prn" | "aux" | "nul" | "conin" | "conout")
        || numbered("com")
        || numbered("lpt")
}

/// The words in ASCII: `lower` leaves nothing else, and a name made elsewhere stays distinct.
fn words(name: &Name) -> String {
    let mut text = String::with_capacity(name.as_str().len());
    for c in name.as_str().chars() {
        match c {
            ' ' | 'a'..='z' | 'A'..='Z' | '0'..='9' => text.push(c),
            '_' | '-' => text.push(' '),
            other => text.extend(other.escape_unicode().filter(char::is_ascii_alphanumeric)),
        }
    }
    if text.trim().is_empty() {
        text.push_str("empty");
    }
    text
}

fn identifier(text: &str, taken: &[&str]) -> Ident {
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return ident(&format!("_{text}"));
    }
    if KEYWORDS.contains(&text) || taken.contains(&text) {
        return ident(&format!("{text}_"));
    }
    ident(text)
}

const LONGEST_FILE_NAME: usize = 100;

const KEYWORDS: &[&str] = &[
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue",
    "crate", "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if",
    "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub",
    "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// What the prelude brings, which the text of a model relies on.
const TYPES: &[&str] = &[
    "AsMut",
    "AsRef",
    "Box",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "DoubleEndedIterator",
    "Drop",
    "Eq",
    "Err",
    "ExactSizeIterator",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "Future",
    "Hash",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Iterator",
    "New",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Send",
    "Sized",
    "Some",
    "String",
    "Sync",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Unpin",
    "Vec",
];

/// What macros add, and what `Self::…` means to the traits they implement.
const VARIANTS: &[&str] = &["Err", "Unknown"];

/// What the macros of models make, and what a setter would hide.
const FIELDS: &[&str] = &[
    "add",
    "at_page",
    "bitand",
    "bitor",
    "bitxor",
    "clone",
    "default",
    "div",
    "extra",
    "fmt",
    "from",
    "input",
    "into",
    "mul",
    "new",
    "rem",
    "rest",
    "shl",
    "shr",
    "sub",
    "to_string",
    "try_into",
];

const METHODS: &[&str] = &["clone", "from", "into", "new", "to_string", "try_into"];

/// What the body of a method calls its own.
const ARGUMENTS: &[&str] = &["call"];

const FUNCTIONS: &[&str] = &["from_slice"];

/// What `request!` makes, and the operators, which a setter would look like.
const OPTIONS: &[&str] = &[
    "add",
    "bitand",
    "bitor",
    "bitxor",
    "clone",
    "div",
    "from",
    "into",
    "into_future",
    "items",
    "mul",
    "pages",
    "raw",
    "rem",
    "send",
    "shl",
    "shr",
    "sub",
    "to_string",
    "with",
];

const SETTINGS: &[&str] = &[
    "base_url",
    "build",
    "clone",
    "connect_timeout",
    "failed_envelopes_are_errors",
    "from",
    "from_env",
    "header",
    "into",
    "options",
    "retries",
    "server",
    "server_variable",
    "timeout",
    "transport",
    "user_agent",
];

const ACCESSORS: &[&str] = &[
    "builder",
    "call",
    "clone",
    "from",
    "from_env",
    "into",
    "new",
    "request",
    "to_string",
];

/// Names of crates and of the modules above, which a module of the same name would hide.
const MODULES: &[&str] = &[
    "alloc",
    "bytes",
    "core",
    "http",
    "jiff",
    "models",
    "resources",
    "serde",
    "serde_json",
    "std",
    "test",
    "url",
    "uuid",
];

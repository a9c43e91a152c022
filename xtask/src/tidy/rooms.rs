//! Which room may know what.

use super::Offence;
use super::paths::{Path, module_of, paths};
use super::sources::is_test;
use super::tokens::{Token, code};

/// A room of the generator, the rooms it may know, and words that are not its own.
struct Room {
    name: &'static str,
    knows: &'static [&'static str],
    foreign_words: &'static [&'static str],
}

/// The rooms of `codegen/src`. A room knows itself; what is not listed here (`lib`, `generate`)
/// brings the rooms together and may know them all. `std` is free to everyone.
const ROOMS: &[Room] = &[
    Room {
        name: "diagnostic",
        knows: &[],
        foreign_words: &["openapi", "swagger"],
    },
    Room {
        name: "source",
        knows: &["diagnostic"],
        foreign_words: &["openapi", "swagger"],
    },
    Room {
        name: "document",
        knows: &["source", "diagnostic"],
        foreign_words: &[],
    },
    Room {
        name: "api",
        knows: &[],
        foreign_words: &[
            "rust", "quote", "snake", "pascal", "markdown", "html", "sql",
        ],
    },
    Room {
        name: "config",
        knows: &["diagnostic"],
        foreign_words: &[],
    },
    Room {
        name: "compare",
        knows: &["document", "source", "diagnostic"],
        foreign_words: &["quote"],
    },
    Room {
        name: "lower",
        knows: &["document", "api", "config", "source", "diagnostic"],
        foreign_words: &["quote"],
    },
    Room {
        name: "backend",
        knows: &["api"],
        foreign_words: &[],
    },
];

/// Crates that only some rooms use.
const CRATES: &[(&str, &[&str])] = &[
    ("annotate_snippets", &["source"]),
    ("saphyr_parser", &["source"]),
    ("serde_yaml", &["source"]),
    ("serde_json", &["source", "backend"]),
    ("toml", &["config"]),
    ("deunicode", &["lower"]),
    ("heck", &["backend"]),
    ("prettyplease", &["backend"]),
    ("proc_macro2", &["backend"]),
    ("pulldown_cmark", &["backend"]),
    ("quote", &["backend"]),
    ("syn", &["backend"]),
];

/// The backend whose toolkit the others may use.
const TOOLKIT: &str = "rust";

/// What no room of the generator does: it is pure.
const IMPURE: &[&[&str]] = &[
    &["std", "env"],
    &["std", "fs"],
    &["std", "io", "stderr"],
    &["std", "io", "stdin"],
    &["std", "io", "stdout"],
    &["std", "process"],
];

/// The clock; tests may look at it.
const CLOCKS: &[&[&str]] = &[&["std", "time", "Instant"], &["std", "time", "SystemTime"]];

/// Macros that print.
const PRINTERS: &[&str] = &["print", "println", "eprint", "eprintln", "dbg"];

/// Words of the generator, which a generated crate's user never heard of.
const GENERATOR: &[&str] = &["specwright", "xtask", "codegen"];

/// Rooms and crates that the commands leave to the generator.
const NOT_FOR_XTASK: &[&[&str]] = &[
    &["specwright", "document"],
    &["specwright", "lower"],
    &["prettyplease"],
    &["proc_macro2"],
    &["quote"],
    &["saphyr_parser"],
    &["serde_yaml"],
    &["syn"],
];

/// Crates that the server must not know: it is there to disagree with the generator.
const NOT_FOR_MOCK: &[&[&str]] = &[&["specwright"]];

/// Offences against the rooms' table.
pub(super) fn check(path: &str, text: &str) -> Vec<Offence> {
    if let Some(file) = path.strip_prefix("codegen/src/") {
        generator(path, file, text)
    } else if path.starts_with("codegen/runtime/src/runtime") {
        runtime(path, text)
    } else if path.starts_with("xtask/src/") {
        named(path, text, "xtask/src/", "the commands", NOT_FOR_XTASK)
    } else if path.starts_with("disk/src/") {
        named(path, text, "disk/src/", "the disk", NOT_FOR_XTASK)
    } else if path.starts_with("codegen/mock/src/") {
        named(path, text, "codegen/mock/src/", "the server", NOT_FOR_MOCK)
    } else {
        Vec::new()
    }
}

fn generator(path: &str, file: &str, text: &str) -> Vec<Offence> {
    let module = module_of(file);
    let tokens = code(text);
    let found = paths(&tokens, &module);
    let mut offences = impurities(path, &tokens, &found);
    let room = module
        .first()
        .and_then(|first| ROOMS.iter().find(|room| room.name == first));
    let Some(room) = room else {
        return offences;
    };
    let backend = module
        .get(1)
        .map(String::as_str)
        .filter(|_| room.name == "backend");
    offences.extend(found.iter().filter_map(|named| {
        let known = foreign_room(room, backend, named).or_else(|| foreign_crate(room, named))?;
        Some(offence(
            path,
            named.line,
            format!("`{}` must not know `{known}`", room.name),
        ))
    }));
    offences.extend(tokens.iter().filter_map(|token| {
        let word = foreign_word(token.text, room.foreign_words)?;
        Some(offence(
            path,
            token.line,
            format!("`{}` is no word of the room `{}`", word, room.name),
        ))
    }));
    offences
}

fn impurities(path: &str, tokens: &[Token<'_>], found: &[Path]) -> Vec<Offence> {
    let clocks = if is_test(path) { &[] } else { CLOCKS };
    let reached = found
        .iter()
        .filter(|named| {
            let mut impure = IMPURE.iter().chain(clocks);
            impure.any(|impure| named.starts_with(impure))
        })
        .map(|named| (named.line, named.segments.join("::")));
    let printed = tokens
        .windows(2)
        .filter(|pair| pair[1].text == "!" && PRINTERS.contains(&pair[0].text))
        .map(|pair| (pair[0].line, format!("{}!", pair[0].text)));
    reached
        .chain(printed)
        .map(|(line, what)| offence(path, line, format!("the generator is pure: no `{what}`")))
        .collect()
}

/// The room that a path leads into, if this one must not know it.
fn foreign_room(room: &Room, backend: Option<&str>, named: &Path) -> Option<String> {
    let [root, target, rest @ ..] = named.segments.as_slice() else {
        return None;
    };
    if root != "crate" {
        return None;
    }
    if target == room.name {
        let sibling = rest.first().map(String::as_str)?;
        let is_module = sibling.starts_with(char::is_lowercase);
        let foreign = backend.is_some_and(|own| is_module && sibling != own && sibling != TOOLKIT);
        return foreign.then(|| format!("backend::{sibling}"));
    }
    let is_room = ROOMS.iter().any(|room| room.name == target) || target == "generate";
    (is_room && !room.knows.contains(&target.as_str())).then(|| target.clone())
}

/// The crate that a path leads into, if this room must not know it.
fn foreign_crate(room: &Room, named: &Path) -> Option<String> {
    let first = named.segments.first()?;
    let (_, homes) = CRATES.iter().find(|(name, _)| name == first)?;
    (!homes.contains(&room.name)).then(|| first.clone())
}

/// The word of an identifier that is not the room's.
fn foreign_word<'a>(identifier: &str, words: &[&'a str]) -> Option<&'a str> {
    let lower = identifier.to_lowercase();
    words
        .iter()
        .copied()
        .find(|word| lower.split('_').any(|part| part == *word))
}

fn runtime(path: &str, text: &str) -> Vec<Offence> {
    let mut offences = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let lower = line.to_lowercase();
        if let Some(word) = GENERATOR.iter().find(|word| lower.contains(**word)) {
            let message = format!("the runtime is copied to users, who do not know `{word}`");
            offences.push(offence(path, number + 1, message));
        }
    }
    offences
}

/// Paths in a folder that lead where its files must not look.
fn named(path: &str, text: &str, folder: &str, who: &str, foreign: &[&[&str]]) -> Vec<Offence> {
    let module = module_of(path.strip_prefix(folder).unwrap_or(path));
    paths(&code(text), &module)
        .iter()
        .filter_map(|named| {
            let known = foreign.iter().find(|known| named.starts_with(known))?;
            let message = format!("{who} must not know `{}`", known.join("::"));
            Some(offence(path, named.line, message))
        })
        .collect()
}

fn offence(path: &str, line: usize, message: String) -> Offence {
    Offence {
        path: path.to_owned(),
        line,
        message,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The message of the only offence; empty if there is none.
    fn only(path: &str, text: &str) -> String {
        let mut offences = check(path, text);
        assert!(offences.len() <= 1, "{offences:?}");
        offences
            .pop()
            .map(|offence| offence.message)
            .unwrap_or_default()
    }

    fn refused(path: &str, text: &str, what: &str) {
        let message = only(path, text);
        assert!(
            message.contains(&format!("`{what}`")),
            "{path}: {text}: {message:?}"
        );
    }

    #[test]
    fn rooms_know_only_what_the_table_lets_them() {
        refused(
            "codegen/src/source/tree.rs",
            "use crate::document::Schema;",
            "document",
        );
        refused(
            "codegen/src/document/parse.rs",
            "use crate::{api::Type, source};",
            "api",
        );
        refused(
            "codegen/src/document/parse.rs",
            "fn f() { super::super::lower::lower() }",
            "lower",
        );
        refused(
            "codegen/src/api/types.rs",
            "use crate::diagnostic::Location;",
            "diagnostic",
        );
        refused(
            "codegen/src/lower/types.rs",
            "use crate::backend::Files;",
            "backend",
        );
        refused(
            "codegen/src/backend/rust.rs",
            "use crate::document::Document;",
            "document",
        );
        refused(
            "codegen/src/backend/client/models.rs",
            "use crate::lower;",
            "lower",
        );
        refused(
            "codegen/src/backend/client.rs",
            "use crate::backend::reference::x;",
            "backend::reference",
        );
        refused(
            "codegen/src/backend/client.rs",
            "use super::sql;",
            "backend::sql",
        );
        refused(
            "codegen/src/backend/client.rs",
            "use crate::generate;",
            "generate",
        );
    }

    #[test]
    fn rooms_may_know_the_others() {
        for (path, text) in [
            (
                "codegen/src/source/tree.rs",
                "use crate::diagnostic::FileId; use serde_yaml::x;",
            ),
            (
                "codegen/src/document/parse.rs",
                "use super::objects::*; use crate::source::Node;",
            ),
            (
                "codegen/src/lower/types.rs",
                "use crate::{api, config, document}; use deunicode::x;",
            ),
            (
                "codegen/src/backend/client/models.rs",
                "use crate::backend::rust::x; use crate::backend::Files; use super::y; use quote::quote;",
            ),
            (
                "codegen/src/backend.rs",
                "mod client; mod rust; fn f() { client::emit() }",
            ),
            ("codegen/src/lib.rs", "pub mod api; pub mod lower;"),
            (
                "codegen/src/generate.rs",
                "use crate::{lower, backend::Files};",
            ),
            ("xtask/src/pipeline.rs", "use specwright::source::Limits;"),
        ] {
            assert_eq!(only(path, text), "", "{path}: {text}");
        }
    }

    #[test]
    fn crates_have_their_rooms() {
        refused(
            "codegen/src/document/parse.rs",
            "use serde_yaml::Value;",
            "serde_yaml",
        );
        refused(
            "codegen/src/lower/names.rs",
            "use heck::ToSnakeCase;",
            "heck",
        );
        refused(
            "codegen/src/lower/names.rs",
            "fn f() { saphyr_parser::x() }",
            "saphyr_parser",
        );
        refused(
            "codegen/src/api/name.rs",
            "use serde_json::Value;",
            "serde_json",
        );
    }

    #[test]
    fn rooms_have_their_words() {
        refused(
            "codegen/src/api/types.rs",
            "struct X { rust_name: String }",
            "rust",
        );
        refused(
            "codegen/src/source/tree.rs",
            "fn is_openapi() {}",
            "openapi",
        );
    }

    #[test]
    fn the_generator_is_pure() {
        refused("codegen/src/lib.rs", "use std::fs;", "std::fs");
        refused(
            "codegen/src/generate.rs",
            "use std::{env, fmt};",
            "std::env",
        );
        refused(
            "codegen/src/lower/names.rs",
            "fn f() { println!(\"x\") }",
            "println!",
        );
        refused(
            "codegen/src/lower.rs",
            "let x = std::time::Instant::now();",
            "std::time::Instant::now",
        );
        assert_eq!(
            only("codegen/src/lower/tests.rs", "use std::time::Instant;"),
            ""
        );
        let quoted = "use quote::quote; fn f() { quote! { println!(); std::env::var() } }";
        assert_eq!(only("codegen/src/backend/client.rs", quoted), "");
    }

    #[test]
    fn the_runtime_knows_nothing_of_the_generator() {
        refused(
            "codegen/runtime/src/runtime.rs",
            "// see Specwright",
            "specwright",
        );
        assert_eq!(only("codegen/runtime/src/runtime.rs", "//! Requests."), "");
    }

    #[test]
    fn the_server_does_not_know_the_generator() {
        refused(
            "codegen/mock/src/check.rs",
            "use specwright::api::Api;",
            "specwright",
        );
        assert_eq!(
            only(
                "codegen/mock/src/sample.rs",
                "specwright_pattern::sample(x, 0);"
            ),
            ""
        );
    }

    #[test]
    fn the_commands_know_neither_quote_nor_documents() {
        refused("xtask/src/codegen.rs", "use quote::quote;", "quote");
        refused(
            "xtask/src/pipeline.rs",
            "use specwright::document;",
            "specwright::document",
        );
    }
}

//! The paths that a source names, from the crate's root.

use std::collections::HashSet;

use super::tokens::Token;

/// A path of the code, `crate::api::Type` or `serde_json::Value`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Path {
    pub(super) segments: Vec<String>,
    pub(super) line: usize,
}

impl Path {
    /// Whether it begins with these segments.
    pub(super) fn starts_with(&self, segments: &[&str]) -> bool {
        self.segments.len() >= segments.len()
            && self
                .segments
                .iter()
                .zip(segments)
                .all(|(ours, theirs)| ours == theirs)
    }
}

/// The module that a file of `src` is: `lower/types.rs` is `[lower, types]`.
pub(super) fn module_of(file: &str) -> Vec<String> {
    let stem = file.strip_suffix(".rs").unwrap_or(file);
    match stem {
        "lib" | "main" => Vec::new(),
        stem => stem.split('/').map(String::from).collect(),
    }
}

/// Every path of more than one segment, and every imported one. `super` and `self` are resolved;
/// paths into modules that the file declares itself are left out.
pub(super) fn paths(tokens: &[Token<'_>], module: &[String]) -> Vec<Path> {
    let mut found = Vec::new();
    let mut inline = Inline::default();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        inline.step(tokens, at);
        let here = [module, &inline.names].concat();
        let follows_path = at > 0 && tokens[at - 1].text == "::";
        if token.text == "use" {
            let mut tree = Tree {
                tokens,
                at: at + 1,
                found: Vec::new(),
            };
            tree.read(&[]);
            at = tree.at;
            found.extend(tree.found.into_iter().map(|path| resolve(path, &here)));
        } else if is_word(token.text) && !follows_path && text(tokens, at + 1) == "::" {
            let mut segments = vec![token.text.to_owned()];
            while text(tokens, at + 1) == "::" && is_word(text(tokens, at + 2)) {
                segments.push(tokens[at + 2].text.to_owned());
                at += 2;
            }
            let line = token.line;
            found.push(resolve(Path { segments, line }, &here));
            at += 1;
        } else {
            at += 1;
        }
    }
    let own = declared(tokens);
    found.retain(|path| {
        !path
            .segments
            .first()
            .is_some_and(|first| own.contains(first.as_str()))
    });
    found
}

/// The modules that the file declares.
fn declared<'a>(tokens: &[Token<'a>]) -> HashSet<&'a str> {
    tokens
        .windows(2)
        .filter(|pair| pair[0].text == "mod")
        .map(|pair| pair[1].text)
        .collect()
}

/// The inline modules around a token.
#[derive(Default)]
struct Inline {
    names: Vec<String>,
    depth: usize,
    opened: Vec<usize>,
}

impl Inline {
    fn step(&mut self, tokens: &[Token<'_>], at: usize) {
        match tokens[at].text {
            "{" => {
                self.depth += 1;
                if at >= 2 && tokens[at - 2].text == "mod" {
                    self.names.push(tokens[at - 1].text.to_owned());
                    self.opened.push(self.depth);
                }
            }
            "}" => {
                if self.opened.last() == Some(&self.depth) {
                    self.opened.pop();
                    self.names.pop();
                }
                self.depth = self.depth.saturating_sub(1);
            }
            _ => {}
        }
    }
}

/// Reads the tree of a `use`.
struct Tree<'t, 'a> {
    tokens: &'t [Token<'a>],
    at: usize,
    found: Vec<Path>,
}

impl Tree<'_, '_> {
    /// Reads one branch after these segments.
    fn read(&mut self, before: &[String]) {
        let mut segments = before.to_vec();
        let line = self.tokens.get(self.at).map_or(0, |token| token.line);
        loop {
            match text(self.tokens, self.at) {
                "::" => self.at += 1,
                "{" => {
                    self.at += 1;
                    while !matches!(text(self.tokens, self.at), "}" | ";" | "") {
                        self.read(&segments);
                        if text(self.tokens, self.at) == "," {
                            self.at += 1;
                        }
                    }
                    self.at += 1;
                    return;
                }
                "as" => self.at += 2,
                word if is_word(word) || word == "*" => {
                    segments.push(word.to_owned());
                    self.at += 1;
                }
                "," | "}" | ";" | "" => break,
                _ => self.at += 1,
            }
        }
        self.found.push(Path { segments, line });
    }
}

fn resolve(path: Path, module: &[String]) -> Path {
    let mut place = module.to_vec();
    let mut rest = path.segments.as_slice();
    match rest.first().map(String::as_str) {
        Some("self") => rest = &rest[1..],
        Some("super") => {
            while rest.first().is_some_and(|segment| segment == "super") {
                place.pop();
                rest = &rest[1..];
            }
        }
        _ => return path,
    }
    let mut segments = vec!["crate".to_owned()];
    segments.extend(place);
    segments.extend_from_slice(rest);
    Path {
        segments,
        line: path.line,
    }
}

fn text<'a>(tokens: &[Token<'a>], at: usize) -> &'a str {
    tokens.get(at).map_or("", |token| token.text)
}

fn is_word(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::tokens::code;

    fn found(text: &str) -> Vec<String> {
        let module = module_of("lower/types.rs");
        let paths = paths(&code(text), &module);
        paths.iter().map(|path| path.segments.join("::")).collect()
    }

    #[test]
    fn imports_are_spread() {
        assert_eq!(
            found("use crate::{api::{self, Type as T}, document::*};\nuse std::fmt;"),
            [
                "crate::api::self",
                "crate::api::Type",
                "crate::document::*",
                "std::fmt"
            ]
        );
    }

    #[test]
    fn relative_paths_are_resolved() {
        assert_eq!(found("use super::names;"), ["crate::lower::names"]);
        assert_eq!(
            found("super::super::api::Api::new()"),
            ["crate::api::Api::new"]
        );
        assert_eq!(found("self::shape::x()"), ["crate::lower::types::shape::x"]);
        assert_eq!(
            found("mod tests { use super::*; } use super::x;"),
            ["crate::lower::types::*", "crate::lower::x"]
        );
    }

    #[test]
    fn own_modules_are_no_paths_elsewhere() {
        assert_eq!(
            found("mod shape; use shape::Shape; shape::x(); serde_json::to_string(y)"),
            ["serde_json::to_string"]
        );
    }

    #[test]
    fn files_are_modules() {
        assert!(module_of("lib.rs").is_empty());
        assert_eq!(
            module_of("backend/client/models.rs"),
            ["backend", "client", "models"]
        );
    }
}

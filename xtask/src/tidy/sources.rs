//! Rules for every hand-written source.

use camino::Utf8Path;

use super::Offence;
use super::tokens::{Token, code, code_before_tests};

/// The most lines a file has.
const LINES: usize = 500;

/// Names that say nothing.
const EMPTY_NAMES: &[&str] = &[
    "util",
    "utils",
    "helper",
    "helpers",
    "manager",
    "handler",
    "processor",
    "data",
    "common",
    "misc",
];

/// Macros of what is not finished, or not to be left in.
const UNFINISHED: &[&str] = &["todo", "unimplemented", "dbg"];

/// Offences in one source.
pub(super) fn check(path: &str, text: &str) -> Vec<Offence> {
    let mut found = Vec::new();
    found.extend(length(text));
    found.extend(opening(text));
    found.extend(name(path));
    found.extend(unfinished(&code(text)));
    if !is_test(path) {
        found.extend(unwraps(&code_before_tests(text)));
    }
    found
        .into_iter()
        .map(|(line, message)| Offence {
            path: path.to_owned(),
            line,
            message,
        })
        .collect()
}

type Found = (usize, String);

fn length(text: &str) -> Option<Found> {
    let lines = text.lines().count();
    (lines > LINES).then(|| {
        (
            LINES + 1,
            format!("{lines} lines: a file has at most {LINES}"),
        )
    })
}

fn opening(text: &str) -> Option<Found> {
    let opens = text.starts_with("//! ");
    (!opens).then(|| {
        (
            1,
            "a file opens with a `//!` line that says what it is".into(),
        )
    })
}

fn name(path: &str) -> Option<Found> {
    let stem = Utf8Path::new(path).file_stem()?;
    let empty = EMPTY_NAMES.contains(&stem);
    empty.then(|| {
        (
            1,
            format!("the name `{stem}` does not say what the file is for"),
        )
    })
}

fn unfinished(tokens: &[Token<'_>]) -> Vec<Found> {
    let macros = tokens
        .windows(2)
        .filter(|pair| pair[1].text == "!" && UNFINISHED.contains(&pair[0].text))
        .map(|pair| {
            (
                pair[0].line,
                format!("`{}!` is unfinished work", pair[0].text),
            )
        });
    let ignored = tokens
        .windows(3)
        .filter(|three| three[0].text == "#" && three[1].text == "[" && three[2].text == "ignore")
        .map(|three| (three[0].line, "a test that is ignored tests nothing".into()));
    macros.chain(ignored).collect()
}

fn unwraps(tokens: &[Token<'_>]) -> Vec<Found> {
    tokens
        .windows(3)
        .filter(|three| three[0].text == "." && three[1].text == "unwrap" && three[2].text == "(")
        .map(|three| {
            (
                three[1].line,
                "`expect` states the invariant, `unwrap` hides it".into(),
            )
        })
        .collect()
}

/// Whether a file holds nothing but tests.
pub(super) fn is_test(path: &str) -> bool {
    path.split('/')
        .any(|part| part == "tests" || part == "tests.rs" || part.ends_with("_tests.rs"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(path: &str, text: &str) -> Vec<String> {
        check(path, text)
            .into_iter()
            .map(|offence| offence.message)
            .collect()
    }

    fn refused(text: &str, part: &str) {
        let found = messages("codegen/src/x.rs", &format!("//! X.\n{text}"));
        assert!(
            found.len() == 1 && found[0].contains(part),
            "{text}: {found:?}"
        );
    }

    #[test]
    fn a_good_file_passes() {
        let text = "//! X.\n\n#[cfg(test)]\nmod tests { fn f() { x.unwrap() } }\n";
        assert!(messages("codegen/src/x.rs", text).is_empty());
    }

    #[test]
    fn long_files_are_refused() {
        assert!(messages("x.rs", &format!("//! X.\n{}", "//\n".repeat(499))).is_empty());
        refused(&"//\n".repeat(500), "501 lines");
    }

    #[test]
    fn files_open_with_what_they_are() {
        assert_eq!(messages("codegen/src/x.rs", "fn f() {}").len(), 1);
        assert_eq!(messages("codegen/src/x.rs", "").len(), 1);
    }

    #[test]
    fn names_say_something() {
        assert_eq!(messages("codegen/src/lower/util.rs", "//! X.").len(), 1);
    }

    #[test]
    fn unfinished_work_is_refused() {
        for name in UNFINISHED {
            refused(&format!("fn f() {{ {name}!() }}"), "unfinished");
        }
        refused("#[test]\n#[ignore = \"later\"]\nfn f() {}", "ignored");
    }

    #[test]
    fn unwrap_is_refused_outside_tests() {
        refused("fn f() { x.unwrap(); }", "unwrap");
        assert!(messages("codegen/src/x/tests.rs", "//! X.\nfn f() { x.unwrap(); }").is_empty());
    }
}

//! Rules for every text of the tree: it works on any machine, and fetches from the public place alone.

use camino::Utf8Path;

use super::Offence;

/// Where people's machines keep what is their own.
const MACHINE_FOLDERS: &[&str] = &["work", "root", "home", "Users"];

/// The only place that locked dependencies come from.
const REGISTRY: &str = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";

/// Offences in one text.
pub(super) fn check(path: &str, text: &str) -> Vec<Offence> {
    let rule: fn(&str) -> Option<String> = match Utf8Path::new(path).file_name() {
        Some("Cargo.lock") => lock,
        Some("Cargo.toml") => |line| machine_path(line).or_else(|| manifest(line)),
        Some("config.toml") if path.contains(".cargo/") => {
            |line| machine_path(line).or_else(|| configuration(line))
        }
        _ => machine_path,
    };
    text.lines()
        .enumerate()
        .filter_map(|(index, line)| {
            Some(Offence {
                path: path.to_owned(),
                line: index + 1,
                message: rule(line)?,
            })
        })
        .collect()
}

/// A path that exists on one machine.
fn machine_path(line: &str) -> Option<String> {
    MACHINE_FOLDERS.iter().find_map(|folder| {
        let needle = format!("/{folder}/");
        let starts = line.match_indices(&needle).any(|(at, _)| {
            let before = line[..at].chars().next_back();
            let after = line[at + needle.len()..].chars().next();
            let begins = before.is_none_or(|c| " \t\"'`(=:<".contains(c));
            begins && after.is_some_and(|c| c.is_ascii_alphanumeric() || c == '.' || c == '_')
        });
        starts.then(|| format!("`{needle}…` is a path of one machine"))
    })
}

fn lock(line: &str) -> Option<String> {
    let foreign = line.starts_with("source = ") && line != REGISTRY;
    foreign.then(|| "locked to something that is not from the public registry".into())
}

fn manifest(line: &str) -> Option<String> {
    let words: Vec<&str> = line
        .split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'))
        .collect();
    let fetched = line.contains('=')
        && !line.trim_start().starts_with('#')
        && ["git", "registry", "registry-index"]
            .iter()
            .any(|key| words.contains(key));
    fetched.then(|| "a dependency that is not from the public registry".into())
}

fn configuration(line: &str) -> Option<String> {
    let line = line.trim_start();
    let replaced = ["[source", "[registries", "[registry"]
        .iter()
        .any(|table| line.starts_with(table));
    replaced.then(|| "which registry a machine uses is that machine's own matter".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(path: &str, text: &str) -> usize {
        check(path, text).len()
    }

    #[test]
    fn paths_of_one_machine_are_refused() {
        for folder in MACHINE_FOLDERS {
            assert_eq!(
                count("README.md", &format!("cd \"/{folder}/x\"")),
                1,
                "{folder}"
            );
        }
        assert_eq!(
            count(
                "README.md",
                "GET https://example.com/work/x, /homes/x, a/work/x"
            ),
            0
        );
    }

    #[test]
    fn other_registries_are_refused() {
        assert_eq!(count("Cargo.lock", &format!("{REGISTRY}\n")), 0);
        assert_eq!(
            count("Cargo.lock", "source = \"registry+https://example.com\"\n"),
            1
        );
        assert_eq!(
            count("Cargo.lock", "source = \"git+https://example.com/x\"\n"),
            1
        );
        assert_eq!(
            count("x/Cargo.toml", "a = { git = \"https://example.com/x\" }\n"),
            1
        );
        assert_eq!(
            count(
                "x/Cargo.toml",
                "a = { version = \"1\", registry = \"own\" }\n"
            ),
            1
        );
        assert_eq!(count("x/Cargo.toml", "gitoxide = \"1\"\n# git = x\n"), 0);
        assert_eq!(count(".cargo/config.toml", "[source.crates-io]\n"), 1);
        assert_eq!(count(".cargo/config.toml", "[alias]\n"), 0);
    }
}

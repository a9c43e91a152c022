//! `cargo xtask tidy`: the rules of the house, each as a function from a text to its offences.

mod paths;
mod rooms;
mod sources;
mod tokens;
mod tree;

use std::fmt;
use std::fs;

use anyhow::{Context as _, Result};
use camino::{Utf8Path, Utf8PathBuf};
use walkdir::WalkDir;

use crate::{Verdict, workspace};

/// Check the rules of the house: which room may know what, length and opening of files, and more
#[derive(clap::Args)]
pub(crate) struct Arguments {}

/// A rule broken somewhere.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Offence {
    path: String,
    line: usize,
    message: String,
}

impl fmt::Display for Offence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.message)
    }
}

pub(crate) fn run(_: &Arguments) -> Result<Verdict> {
    let offences = check(&workspace::root())?;
    for offence in &offences {
        println!("{offence}");
    }
    if offences.is_empty() {
        return Ok(Verdict::Passed);
    }
    eprintln!("{} offences against the rules of the house", offences.len());
    Ok(Verdict::Failed)
}

/// Every offence of the workspace, in the order of files.
fn check(root: &Utf8Path) -> Result<Vec<Offence>> {
    let mut offences = Vec::new();
    for path in files(root)? {
        let full = root.join(&path);
        let bytes = fs::read(&full).with_context(|| format!("{full} cannot be read"))?;
        // What is not text is no source.
        if let Ok(text) = String::from_utf8(bytes) {
            offences.extend(offences_in(path.as_str(), &text));
        }
    }
    offences.sort();
    Ok(offences)
}

/// Every offence in one file; the path is relative to the workspace and has forward slashes.
fn offences_in(path: &str, text: &str) -> Vec<Offence> {
    let mut offences = tree::check(path, text);
    let is_rust = Utf8Path::new(path).extension() == Some("rs");
    if is_rust && !path.starts_with("generated/") {
        offences.extend(sources::check(path, text));
        offences.extend(rooms::check(path, text));
    }
    offences
}

fn files(root: &Utf8Path) -> Result<Vec<Utf8PathBuf>> {
    let mut files = Vec::new();
    let entries = WalkDir::new(root)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| {
            let name = entry.file_name();
            name != "target" && name != ".git"
        });
    for entry in entries {
        let entry = entry.with_context(|| format!("{root} cannot be read"))?;
        if !entry.file_type().is_file() {
            continue;
        }
        let path = entry
            .path()
            .strip_prefix(root)
            .expect("it stands beneath the root");
        if let Some(path) = Utf8Path::from_path(path) {
            files.push(path.to_path_buf());
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_workspace_is_tidy() {
        let offences = check(&workspace::root()).expect("the workspace can be read");
        let told: Vec<String> = offences.iter().map(Offence::to_string).collect();
        assert!(told.is_empty(), "{}", told.join("\n"));
    }
}

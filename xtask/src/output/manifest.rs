//! The list of the files that a run wrote to a folder.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context as _, Result};
use camino::{Utf8Path, Utf8PathBuf};

use super::safety;

/// The name of the list.
pub(super) const FILE: &str = ".specwright";

const HEADING: &str = "# The files that Specwright wrote here, and may rewrite or remove.\n";

/// The text of the list; `None` if no run wrote to the folder.
pub(super) fn read(folder: &Utf8Path) -> Result<Option<String>> {
    let path = folder.join(FILE);
    match path.symlink_metadata() {
        Err(_) => Ok(None),
        Ok(metadata) if metadata.is_file() => fs::read_to_string(&path)
            .map(Some)
            .with_context(|| format!("{path} cannot be read")),
        Ok(_) => anyhow::bail!("{path} is not a regular file"),
    }
}

/// The files that a list names.
pub(super) fn parse(folder: &Utf8Path, text: &str) -> Result<BTreeSet<Utf8PathBuf>> {
    let paths: BTreeSet<Utf8PathBuf> = text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(Utf8PathBuf::from)
        .collect();
    safety::check_paths(paths.iter().map(Utf8PathBuf::as_path))
        .with_context(|| format!("{} is damaged", folder.join(FILE)))?;
    Ok(paths)
}

/// The list of these files, sorted.
pub(super) fn render<'a>(files: impl Iterator<Item = &'a Utf8Path>) -> String {
    let sorted: BTreeSet<&str> = files.map(Utf8Path::as_str).collect();
    let mut text = String::from(HEADING);
    for path in sorted {
        text.push_str(path);
        text.push('\n');
    }
    text
}

//! Paths that may be written: beneath the folder, on every system, through no link.

use std::collections::{HashMap, HashSet};

use anyhow::{Result, bail};
use camino::{Utf8Component, Utf8Path, Utf8PathBuf};

/// Names that some system keeps for devices, whatever the extension.
const DEVICES: &[&str] = &["con", "prn", "aux", "nul"];

/// Refuses paths that leave the folder, that some system cannot hold, or that differ only in case.
pub(super) fn check_paths<'a>(paths: impl Iterator<Item = &'a Utf8Path>) -> Result<()> {
    let mut seen: HashMap<String, &Utf8Path> = HashMap::new();
    for path in paths {
        if let Some(wrong) = wrong_with(path) {
            bail!("the path `{}` {wrong}", path.as_str().escape_debug());
        }
        if let Some(other) = seen.insert(path.as_str().to_lowercase(), path) {
            bail!("the paths `{other}` and `{path}` are one file where case does not count");
        }
    }
    Ok(())
}

fn wrong_with(path: &Utf8Path) -> Option<&'static str> {
    if path.as_str().is_empty() {
        return Some("is empty");
    }
    if path.as_str().contains('\\') {
        return Some("holds a backslash");
    }
    let leaves = path
        .components()
        .any(|component| !matches!(component, Utf8Component::Normal(_)));
    // `components` drops `.` in the middle and doubled slashes; neither may be rendered.
    if leaves
        || path
            .as_str()
            .split('/')
            .any(|part| part.is_empty() || part == ".")
    {
        return Some("does not stay in its folder");
    }
    path.components()
        .find_map(|part| wrong_with_name(part.as_str()))
}

fn wrong_with_name(name: &str) -> Option<&'static str> {
    if name
        .chars()
        .any(|c| c.is_control() || "<>:\"|?*".contains(c))
    {
        return Some("holds a character that file names must not hold");
    }
    if name.ends_with(['.', ' ']) {
        return Some("ends with a dot or a space");
    }
    if name.len() > 255 {
        return Some("is too long for a file name");
    }
    let stem = name.split('.').next().unwrap_or(name).to_lowercase();
    let numbered = ["com", "lpt"].iter().any(|port| {
        stem.strip_prefix(port)
            .is_some_and(|rest| rest.len() == 1 && rest.chars().all(|c| c.is_ascii_digit()))
    });
    (numbered || DEVICES.contains(&stem.as_str())).then_some("is the name of a device on Windows")
}

/// The folders that files beneath a folder stand in; each is looked at once.
pub(super) struct Parents<'a> {
    folder: &'a Utf8Path,
    sound: HashSet<Utf8PathBuf>,
}

impl<'a> Parents<'a> {
    pub(super) fn new(folder: &'a Utf8Path) -> Self {
        Self {
            folder,
            sound: HashSet::new(),
        }
    }

    /// Refuses a path beneath the folder that leads through a symbolic link or through a file.
    pub(super) fn check_links(&mut self, path: &Utf8Path) -> Result<()> {
        let Some(parents) = path.parent() else {
            return Ok(());
        };
        if self.sound.contains(parents) {
            return Ok(());
        }
        let mut place = self.folder.to_path_buf();
        for part in parents.components() {
            place.push(part);
            match place.symlink_metadata() {
                Err(_) => break,
                Ok(metadata) if metadata.is_dir() => {}
                Ok(metadata) if metadata.is_symlink() => {
                    bail!("{place} is a symbolic link; nothing is written through it");
                }
                Ok(_) => bail!("{place} is in the way: a folder belongs there"),
            }
        }
        self.sound.insert(parents.to_path_buf());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(path: &str) -> bool {
        check_paths([Utf8Path::new(path)].into_iter()).is_err()
    }

    #[test]
    fn ordinary_paths_pass() {
        for path in [
            "Cargo.toml",
            "src/models/pet.rs",
            ".gitignore",
            "src/console.rs",
            "com10.rs",
        ] {
            assert!(!refused(path), "{path}");
        }
    }

    #[test]
    fn paths_out_of_the_folder_are_refused() {
        for path in [
            "",
            "..",
            "../x",
            "src/../../x",
            "/etc/x",
            "./x",
            "a//b",
            "a/./b",
            "a\\..\\b",
        ] {
            assert!(refused(path), "{path}");
        }
    }

    #[test]
    fn names_that_some_system_cannot_hold_are_refused() {
        for path in [
            "src/con.rs",
            "AUX",
            "lpt1.txt",
            "a:b",
            "x.",
            "x ",
            "a\0b",
            "a\nb",
            "wh?t",
        ] {
            assert!(refused(path), "{path}");
        }
        assert!(refused(&"x".repeat(256)));
    }

    #[test]
    fn paths_that_differ_only_in_case_are_refused() {
        let paths = ["src/Pet.rs", "src/pet.rs"].map(Utf8Path::new);
        assert!(check_paths(paths.into_iter()).is_err());
    }
}

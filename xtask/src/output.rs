//! Bringing rendered files to a folder: what differs there, writing it, or telling it.
//!
//! A manifest in the folder names every file of the former run. Only those are ever overwritten
//! or removed, so that a file of the user's own is never lost.

mod difference;
mod manifest;
mod safety;
mod stage;
mod write;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::{Context as _, Result, bail};
use camino::{Utf8Path, Utf8PathBuf};
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
use walkdir::WalkDir;

/// Rendered files: path in the folder → content.
pub(crate) type Files = BTreeMap<Utf8PathBuf, String>;

/// What a folder lacks to hold exactly the rendered files.
#[derive(Debug)]
pub(crate) struct Plan<'a> {
    folder: Utf8PathBuf,
    files: &'a Files,
    /// Rendered files that are not there. This and the next two are sorted.
    missing: Vec<&'a Utf8Path>,
    /// Rendered files that are there with another content.
    changed: Vec<&'a Utf8Path>,
    /// Files of the former run that are not rendered any more.
    obsolete: Vec<Utf8PathBuf>,
    /// Files in the way of rendered ones that no former run wrote.
    foreign: Vec<&'a Utf8Path>,
    /// Other files that no former run wrote.
    strays: Vec<Utf8PathBuf>,
    manifest: Manifest,
}

/// The list of a former run beside the one of this run.
#[derive(Debug)]
struct Manifest {
    /// Its text on the disk; absent: no run wrote here.
    found: Option<String>,
    /// The files it names.
    former: BTreeSet<Utf8PathBuf>,
    wanted: String,
}

impl Manifest {
    fn is_right(&self) -> bool {
        self.found.as_ref() == Some(&self.wanted)
    }
}

/// Compares the folder with the rendered files. Touches nothing.
pub(crate) fn plan<'a>(folder: &Utf8Path, files: &'a Files) -> Result<Plan<'a>> {
    safety::check_paths(files.keys().map(Utf8PathBuf::as_path))?;
    if folder.exists() && !folder.is_dir() {
        bail!("{folder} is there and is not a folder");
    }
    let found = manifest::read(folder)?;
    let former = match &found {
        Some(text) => manifest::parse(folder, text)?,
        None => BTreeSet::new(),
    };
    let mut plan = Plan {
        folder: folder.to_path_buf(),
        files,
        missing: Vec::new(),
        changed: Vec::new(),
        obsolete: Vec::new(),
        foreign: Vec::new(),
        strays: Vec::new(),
        manifest: Manifest {
            wanted: manifest::render(files.keys().map(Utf8PathBuf::as_path)),
            found,
            former,
        },
    };
    let mut parents = safety::Parents::new(folder);
    for path in files.keys() {
        parents.check_links(path)?;
    }
    let compared: Vec<Result<State>> = files
        .par_iter()
        .map(|(path, content)| compare(&folder.join(path), content))
        .collect();
    for (path, state) in files.keys().zip(compared) {
        match state? {
            State::Same => {}
            State::Missing => plan.missing.push(path),
            State::Other if plan.manifest.former.contains(path) => plan.changed.push(path),
            State::Other | State::NoFile => plan.foreign.push(path),
        }
    }
    plan.obsolete = plan
        .manifest
        .former
        .iter()
        .filter(|path| !files.contains_key(*path))
        .filter(|path| folder.join(path).symlink_metadata().is_ok())
        .cloned()
        .collect();
    for path in &plan.obsolete {
        parents.check_links(path)?;
    }
    plan.strays = strays(folder, files, &plan.manifest.former)?;
    Ok(plan)
}

/// What stands where a rendered file belongs.
enum State {
    Same,
    Missing,
    /// A file with another content.
    Other,
    NoFile,
}

fn compare(place: &Utf8Path, content: &str) -> Result<State> {
    let Ok(metadata) = place.symlink_metadata() else {
        return Ok(State::Missing);
    };
    if !metadata.is_file() {
        return Ok(State::NoFile);
    }
    let same = metadata.len() == content.len() as u64
        && fs::read(place).with_context(|| format!("{place} cannot be read"))?
            == content.as_bytes();
    Ok(if same { State::Same } else { State::Other })
}

impl Plan<'_> {
    /// Whether the folder holds exactly the rendered files.
    pub(crate) fn is_clean(&self) -> bool {
        self.missing.is_empty()
            && self.changed.is_empty()
            && self.obsolete.is_empty()
            && self.foreign.is_empty()
            && self.strays.is_empty()
            && self.manifest.is_right()
    }

    /// Refuses if the rendered files must not be written here.
    pub(crate) fn permit(&self) -> Result<()> {
        let folder = &self.folder;
        if !self.foreign.is_empty() {
            bail!(
                "{folder} holds files that would be overwritten and that no former run wrote here: {}. \
                 Nothing was touched. Move them away, or choose another folder",
                listed(&self.foreign)
            );
        }
        if self.manifest.found.is_none() && !self.strays.is_empty() {
            bail!(
                "{folder} is not empty, and no former run wrote here (it has no {}): it holds {}. \
                 Nothing was touched. Choose a new or empty folder",
                manifest::FILE,
                listed(&self.strays)
            );
        }
        Ok(())
    }
}

/// The files of the folder that are neither rendered nor of the former run. What cargo, git and
/// editors leave in a folder is not looked at.
fn strays(
    folder: &Utf8Path,
    files: &Files,
    former: &BTreeSet<Utf8PathBuf>,
) -> Result<Vec<Utf8PathBuf>> {
    let mut strays = Vec::new();
    if !folder.exists() {
        return Ok(strays);
    }
    let entries = WalkDir::new(folder)
        .min_depth(1)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| {
            let name = entry.file_name().to_string_lossy();
            let of_cargo = entry.depth() == 1 && (name == "target" || name == "Cargo.lock");
            !name.starts_with('.') && !of_cargo
        });
    for entry in entries {
        let entry = entry.with_context(|| format!("{folder} cannot be read"))?;
        if entry.file_type().is_dir() {
            continue;
        }
        let path = Utf8Path::from_path(entry.path())
            .with_context(|| format!("{} is not UTF-8", entry.path().display()))?;
        let path = path
            .strip_prefix(folder)
            .expect("what is found in a folder stands beneath it");
        if !files.contains_key(path) && !former.contains(path) {
            strays.push(path.to_path_buf());
        }
    }
    Ok(strays)
}

/// Up to ten paths, and how many more there are.
fn listed(paths: &[impl AsRef<Utf8Path>]) -> String {
    const SHOWN: usize = 10;
    let names: Vec<&str> = paths
        .iter()
        .take(SHOWN)
        .map(|path| path.as_ref().as_str())
        .collect();
    let more = paths.len() - names.len();
    match more {
        0 => names.join(", "),
        more => format!("{} and {more} more", names.join(", ")),
    }
}

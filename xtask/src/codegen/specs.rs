//! The documents of a folder: the roots, not the files that they are made of.

use std::collections::HashSet;
use std::fs;

use anyhow::{Context as _, Result, bail};
use camino::{Utf8Path, Utf8PathBuf};

use crate::pipeline::{self, Job, Outcome};
use crate::workspace;
use specwright_disk::Reach;

/// Renders every document at the top of the folder, in the order of names. A file that another
/// one names is a part of that one and no document of its own.
pub(super) fn render(folder: &Utf8Path, reach: &Reach) -> Result<Vec<(Utf8PathBuf, Outcome)>> {
    let candidates = candidates(folder)?;
    if candidates.is_empty() {
        bail!("{folder} holds no document (*.yaml, *.yml, *.json)");
    }
    let mut rendered = Vec::new();
    let mut parts = HashSet::new();
    for spec in candidates {
        let outcome = pipeline::generate(&Job {
            reach: reach.clone(),
            ..Job::new(workspace::shown(&spec))
        })?;
        parts.extend(
            outcome
                .parts()
                .iter()
                .filter_map(|part| part.canonicalize_utf8().ok()),
        );
        rendered.push((spec, outcome));
    }
    rendered.retain(|(spec, _)| {
        let real = spec.canonicalize_utf8();
        real.is_ok_and(|real| !parts.contains(&real))
    });
    if rendered.is_empty() {
        bail!("{folder} holds no root: each document is a part of another one");
    }
    Ok(rendered)
}

fn candidates(folder: &Utf8Path) -> Result<Vec<Utf8PathBuf>> {
    let mut found = Vec::new();
    let entries = folder
        .read_dir_utf8()
        .with_context(|| format!("{folder} cannot be read"))?;
    for entry in entries {
        let path = entry
            .with_context(|| format!("{folder} cannot be read"))?
            .into_path();
        let is_document = matches!(path.extension(), Some("yaml" | "yml" | "json"));
        if is_document && fs::metadata(&path).is_ok_and(|metadata| metadata.is_file()) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

//! The folder a bench works in, and what lies in what was generated.

use std::fs;

use anyhow::{Context as _, Result};
use camino::{Utf8Path, Utf8PathBuf};
use walkdir::WalkDir;

use crate::workspace;

/// A folder to work in; a temporary one goes when it is dropped.
pub(super) struct Work {
    pub(super) path: Utf8PathBuf,
    _temporary: Option<tempfile::TempDir>,
}

impl Work {
    pub(super) fn new(given: Option<&Utf8Path>) -> Result<Self> {
        if let Some(path) = given {
            fs::create_dir_all(path).with_context(|| format!("{path} cannot be made"))?;
            return Ok(Self {
                path: path
                    .canonicalize_utf8()
                    .with_context(|| format!("{path} cannot be found"))?,
                _temporary: None,
            });
        }
        let target = workspace::target();
        fs::create_dir_all(&target).with_context(|| format!("{target} cannot be made"))?;
        let temporary = tempfile::Builder::new()
            .prefix("bench-")
            .tempdir_in(&target)
            .context("a temporary folder cannot be made")?;
        let path = Utf8PathBuf::from_path_buf(temporary.path().to_path_buf())
            .map_err(|path| anyhow::anyhow!("{} is not UTF-8", path.display()))?;
        Ok(Self {
            path,
            _temporary: Some(temporary),
        })
    }

    /// A folder beneath it, without what was there before.
    pub(super) fn fresh(&self, name: &str) -> Result<Utf8PathBuf> {
        let path = self.path.join(name);
        if path.exists() {
            fs::remove_dir_all(&path).with_context(|| format!("{path} cannot be removed"))?;
        }
        fs::create_dir_all(&path).with_context(|| format!("{path} cannot be made"))?;
        Ok(path)
    }
}

/// The lines of Rust beneath a folder, and how many of them are the runtime's that each of our
/// crates carries.
pub(super) fn lines(folder: &Utf8Path) -> Result<(usize, usize)> {
    let (mut all, mut runtime) = (0, 0);
    for entry in WalkDir::new(folder) {
        let entry = entry.with_context(|| format!("{folder} cannot be read"))?;
        let path = entry.path();
        if path.extension().is_none_or(|extension| extension != "rs") {
            continue;
        }
        let text = fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
        let count = text.split(|byte| *byte == b'\n').count().saturating_sub(1);
        all += count;
        let inside = path.strip_prefix(folder).unwrap_or(path);
        if inside.starts_with("src/runtime") || inside.ends_with("src/runtime.rs") {
            runtime += count;
        }
    }
    Ok((all, runtime))
}

/// What a document is called in folders and tables.
pub(super) fn label(document: &Utf8Path) -> String {
    let stem = document.file_stem().unwrap_or("document");
    let kept = |c: char| {
        if c.is_ascii_alphanumeric() {
            c.to_ascii_lowercase()
        } else {
            '-'
        }
    };
    stem.chars().map(kept).collect()
}

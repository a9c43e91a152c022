//! A folder within the output folder where files stand until all of them are complete.

use std::collections::{BTreeSet, HashMap};
use std::fs;

use anyhow::{Context as _, Result};
use camino::{Utf8Path, Utf8PathBuf};
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
use tempfile::TempDir;

use super::Files;

/// The folder; it goes with what is left in it.
pub(super) struct Stage {
    _guard: TempDir,
    pub(super) path: Utf8PathBuf,
}

impl Stage {
    /// Makes it beneath the output folder, so that what stands in it need only be renamed.
    pub(super) fn set(folder: &Utf8Path) -> Result<Self> {
        fs::create_dir_all(folder).with_context(|| format!("{folder} cannot be made"))?;
        let guard = tempfile::Builder::new()
            .prefix(".specwright-")
            .tempdir_in(folder)
            .with_context(|| format!("{folder} cannot be written to"))?;
        let path = Utf8PathBuf::from_path_buf(guard.path().to_path_buf())
            .ok()
            .with_context(|| format!("{folder} is not UTF-8"))?;
        Ok(Self {
            _guard: guard,
            path,
        })
    }

    /// Writes files, each beneath the stage as it will stand beneath the output folder.
    pub(super) fn write(&self, paths: &[&Utf8Path], files: &Files) -> Result<()> {
        let parents: BTreeSet<&Utf8Path> = paths.iter().filter_map(|path| path.parent()).collect();
        for parent in parents {
            let folder = self.path.join(parent);
            fs::create_dir_all(&folder).with_context(|| format!("{folder} cannot be made"))?;
        }
        paths.par_iter().try_for_each(|path| {
            let place = self.path.join(path);
            fs::write(&place, &files[*path]).with_context(|| format!("{place} cannot be written"))
        })
    }

    /// Brings what was written to its place: a whole folder at once where there is none yet.
    pub(super) fn raise(&self, folder: &Utf8Path, paths: &[&Utf8Path]) -> Result<()> {
        let mut units = Units {
            folder,
            by_parent: HashMap::new(),
        };
        let units: BTreeSet<&Utf8Path> = paths.iter().map(|path| units.of(path)).collect();
        for unit in units {
            let place = folder.join(unit);
            fs::rename(self.path.join(unit), &place)
                .with_context(|| format!("{place} cannot be written"))?;
        }
        Ok(())
    }
}

/// What is renamed as one.
struct Units<'a> {
    folder: &'a Utf8Path,
    /// The outermost folder that is not there yet, around each folder that files belong in.
    by_parent: HashMap<&'a Utf8Path, Option<&'a Utf8Path>>,
}

impl<'a> Units<'a> {
    /// The outermost folder around a file that is not there yet, or the file.
    fn of(&mut self, path: &'a Utf8Path) -> &'a Utf8Path {
        let Some(parent) = path.parent() else {
            return path;
        };
        let folder = self.folder;
        let missing = self.by_parent.entry(parent).or_insert_with(|| {
            let is_missing =
                |around: &&Utf8Path| !around.as_str().is_empty() && !folder.join(around).exists();
            parent.ancestors().take_while(is_missing).last()
        });
        missing.unwrap_or(path)
    }
}

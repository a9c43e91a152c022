//! Writing a plan: all of it or, short of a failing disk, nothing.

use std::fmt::Write as _;
use std::fs;

use anyhow::{Context as _, Result};
use camino::{Utf8Path, Utf8PathBuf};

use super::stage::Stage;
use super::{Plan, listed, manifest};

impl Plan<'_> {
    /// Brings the folder to the rendered files, and tells in a few lines what that took.
    pub(crate) fn write(&self) -> Result<String> {
        self.permit()?;
        let mut written: Vec<&Utf8Path> = [&self.missing[..], &self.changed[..]].concat();
        written.sort_unstable();
        if written.is_empty() && self.obsolete.is_empty() && self.manifest.is_right() {
            return Ok(self.summary(&written));
        }

        // Every file is complete before the first takes its place.
        let stage = Stage::set(&self.folder)?;
        stage.write(&written, self.files)?;
        self.write_manifest(&self.manifest_meanwhile(), &stage)?;
        stage.raise(&self.folder, &written)?;
        for path in &self.obsolete {
            self.remove(path)?;
        }
        self.write_manifest(&self.manifest.wanted, &stage)?;
        Ok(self.summary(&written))
    }

    /// The list that holds while files change places: the former files and the new ones, so that
    /// an interrupted run leaves no file that the next one takes for the user's own.
    fn manifest_meanwhile(&self) -> String {
        if self.missing.is_empty() && self.manifest.found.is_some() {
            return self.manifest.found.clone().unwrap_or_default();
        }
        let former = self.manifest.former.iter();
        manifest::render(former.chain(self.files.keys()).map(Utf8PathBuf::as_path))
    }

    fn write_manifest(&self, text: &str, stage: &Stage) -> Result<()> {
        let place = self.folder.join(manifest::FILE);
        if fs::read(&place).is_ok_and(|found| found == text.as_bytes()) {
            return Ok(());
        }
        let staged = stage.path.join(manifest::FILE);
        fs::write(&staged, text)
            .and_then(|()| fs::rename(&staged, &place))
            .with_context(|| format!("{place} cannot be written"))
    }

    /// Removes a file of the former run, and the folders that this leaves empty.
    fn remove(&self, path: &Utf8Path) -> Result<()> {
        let place = self.folder.join(path);
        fs::remove_file(&place).with_context(|| format!("{place} cannot be removed"))?;
        let folders = path.ancestors().skip(1);
        for folder in folders.filter(|folder| !folder.as_str().is_empty()) {
            // Not empty: the user or the rendered files still need it.
            if fs::remove_dir(self.folder.join(folder)).is_err() {
                break;
            }
        }
        Ok(())
    }

    fn summary(&self, written: &[&Utf8Path]) -> String {
        let mut text = format!(
            "{}: wrote {} of {} files",
            self.folder,
            written.len(),
            self.files.len()
        );
        if !written.is_empty() {
            text.push_str(": ");
            text.push_str(&listed(written));
        }
        if !self.obsolete.is_empty() {
            let count = self.obsolete.len();
            let noun = if count == 1 { "file" } else { "files" };
            let _ = write!(
                text,
                "\n{}: removed {count} {noun}: {}",
                self.folder,
                listed(&self.obsolete)
            );
        }
        text
    }
}

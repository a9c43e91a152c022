//! Writing a plan: all of it or, short of a failing disk, nothing.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;

use anyhow::{Context as _, Result};
use camino::{Utf8Path, Utf8PathBuf};
use tempfile::NamedTempFile;

use super::{Plan, listed, manifest};

impl Plan<'_> {
    /// Brings the folder to the rendered files, and tells in a few lines what that took.
    pub(crate) fn write(&self) -> Result<String> {
        self.permit()?;
        let written: Vec<&Utf8Path> = self
            .files
            .keys()
            .map(Utf8PathBuf::as_path)
            .filter(|path| self.missing.contains(path) || self.changed.contains(path))
            .collect();

        // Every file is complete in its folder before the first takes its place.
        let mut staged = Vec::with_capacity(written.len());
        for path in &written {
            let content = &self.files[*path];
            staged.push((stage(&self.folder.join(path), content)?, *path));
        }
        self.write_manifest(&self.manifest_meanwhile())?;
        for (file, path) in staged {
            let place = self.folder.join(path);
            file.persist(&place)
                .with_context(|| format!("{place} cannot be written"))?;
        }
        for path in &self.obsolete {
            self.remove(path)?;
        }
        self.write_manifest(&self.manifest.wanted)?;
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

    fn write_manifest(&self, text: &str) -> Result<()> {
        let place = self.folder.join(manifest::FILE);
        if fs::read(&place).is_ok_and(|found| found == text.as_bytes()) {
            return Ok(());
        }
        stage(&place, text)?
            .persist(&place)
            .with_context(|| format!("{place} cannot be written"))?;
        Ok(())
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

/// The content in a temporary file beside its place.
fn stage(place: &Utf8Path, content: &str) -> Result<NamedTempFile> {
    let folder = place.parent().unwrap_or(Utf8Path::new("."));
    fs::create_dir_all(folder).with_context(|| format!("{folder} cannot be made"))?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".specwright-");
    #[cfg(unix)]
    let permissions = std::os::unix::fs::PermissionsExt::from_mode(0o666);
    #[cfg(unix)]
    builder.permissions(permissions);
    let mut file = builder
        .tempfile_in(folder)
        .with_context(|| format!("{folder} cannot be written to"))?;
    file.write_all(content.as_bytes())
        .and_then(|()| file.flush())
        .with_context(|| format!("{place} cannot be written"))?;
    Ok(file)
}

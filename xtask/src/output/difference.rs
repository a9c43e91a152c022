//! Telling what a plan would change, as a unified diff.

use std::fmt::Write as _;
use std::fs;

use camino::Utf8Path;
use similar::TextDiff;

use super::{Plan, manifest};

impl Plan<'_> {
    /// What differs, as a unified diff from the disk to the rendered files.
    pub(crate) fn difference(&self) -> String {
        let mut text = String::new();
        for (path, content) in self.files {
            let path = path.as_path();
            let is_among = |paths: &[&Utf8Path]| paths.binary_search(&path).is_ok();
            if is_among(&self.missing) {
                text.push_str(&unified(path.as_str(), "", content, "is missing"));
            } else if is_among(&self.changed) || is_among(&self.foreign) {
                let found = self.found(path.as_str());
                text.push_str(&unified(path.as_str(), &found, content, "differs"));
            }
        }
        for path in &self.obsolete {
            let found = self.found(path.as_str());
            text.push_str(&unified(path.as_str(), &found, "", "is one too many"));
        }
        for path in &self.strays {
            let _ = writeln!(
                text,
                "{path}: is one too many, and was not written by Specwright: remove it by hand"
            );
        }
        let manifest = self.manifest.found.as_deref().unwrap_or_default();
        if manifest != self.manifest.wanted {
            text.push_str(&unified(
                manifest::FILE,
                manifest,
                &self.manifest.wanted,
                "differs",
            ));
        }
        text
    }

    fn found(&self, path: &str) -> String {
        fs::read(self.folder.join(path))
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
            .unwrap_or_default()
    }
}

fn unified(path: &str, found: &str, wanted: &str, what: &str) -> String {
    let diff = TextDiff::from_lines(found, wanted);
    format!(
        "{path}: {what}\n{}",
        diff.unified_diff()
            .context_radius(3)
            .header(&format!("disk/{path}"), &format!("rendered/{path}"))
    )
}

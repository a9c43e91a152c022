//! Where in the text a place of the tree stands. Looked for only when something is said about it.

use super::Sources;
use crate::diagnostic::Location;

#[derive(Debug)]
pub(super) struct Positions {}

/// Line and column of a byte, both from 1; columns count characters.
pub(super) fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    (line, before[line_start..].chars().count() + 1)
}

impl Sources {
    /// Line and column of a place, both from 1, if it can be found.
    pub fn position(&self, at: &Location, _on_key: bool) -> Option<(usize, usize)> {
        let file = self.at(at.file);
        file.broken_at
            .map(|offset| line_and_column(&file.text, offset))
    }
}

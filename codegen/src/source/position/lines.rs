//! Where the lines of a text begin, and how far into its line a byte stands.

use std::ops::Range;

/// A column is counted from the nearest of these on, in bytes: whole files stand on one line.
const BLOCK: usize = 4096;

/// The lines of one text.
#[derive(Debug, Default)]
pub(in crate::source) struct Lines {
    /// The first byte of each line.
    starts: Vec<usize>,
    /// How many characters begin before each block.
    characters: Vec<usize>,
}

impl Lines {
    pub(in crate::source) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let breaks = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
        let mut characters = vec![0];
        for block in bytes.chunks_exact(BLOCK) {
            let before = characters.last().copied().unwrap_or(0);
            characters.push(before + beginning(block));
        }
        Self {
            starts: std::iter::once(0)
                .chain(breaks.map(|(offset, _)| offset + 1))
                .collect(),
            characters,
        }
    }

    /// Line and column of a byte, both from 1; columns count characters.
    pub(in crate::source) fn line_and_column(&self, text: &str, offset: usize) -> (usize, usize) {
        let line = self.line_of(offset);
        let before = self.before(text, offset) - self.before(text, self.start(line));
        (line + 1, before + 1)
    }

    /// The bytes of the line that a byte stands on, without the break.
    pub(in crate::source) fn around(&self, text: &str, offset: usize) -> Range<usize> {
        let line = self.line_of(offset);
        let end = self
            .starts
            .get(line + 1)
            .map_or(text.len(), |next| next - 1);
        self.start(line)..end
    }

    fn line_of(&self, offset: usize) -> usize {
        let line = self.starts.partition_point(|start| *start <= offset);
        line.saturating_sub(1)
    }

    fn start(&self, line: usize) -> usize {
        self.starts.get(line).copied().unwrap_or(0)
    }

    /// How many characters begin before a byte.
    fn before(&self, text: &str, offset: usize) -> usize {
        let offset = offset.min(text.len());
        let block = offset / BLOCK;
        let rest = &text.as_bytes()[block * BLOCK..offset];
        let whole = self.characters.get(block).copied();
        whole.unwrap_or(0) + beginning(rest)
    }
}

/// How many of the bytes begin a character.
fn beginning(bytes: &[u8]) -> usize {
    let begins = |byte: &&u8| (**byte & 0b1100_0000) != 0b1000_0000;
    bytes.iter().filter(begins).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one() {
        let text = "a\nöb\n\nc";
        let lines = Lines::of(text);
        let place = |offset| lines.line_and_column(text, offset);
        assert_eq!(place(0), (1, 1));
        assert_eq!(place(2), (2, 1));
        assert_eq!(place(4), (2, 2));
        assert_eq!(place(5), (2, 3));
        assert_eq!(place(6), (3, 1));
        assert_eq!(place(7), (4, 1));
        assert_eq!(place(99), (4, 2));
        assert_eq!(&text[lines.around(text, 4)], "öb");
        assert_eq!(&text[lines.around(text, 6)], "");
        assert_eq!(&text[lines.around(text, 8)], "c");
    }

    #[test]
    fn columns_of_long_lines() {
        for length in [BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK] {
            let text = format!("x\n{}|", "é".repeat(length));
            let lines = Lines::of(&text);
            let column = lines.line_and_column(&text, text.len() - 1);
            assert_eq!(column, (2, length + 1));
        }
    }

    #[test]
    fn a_text_of_whole_blocks_has_an_end() {
        let text = "a".repeat(2 * BLOCK);
        let lines = Lines::of(&text);
        assert_eq!(lines.line_and_column(&text, text.len()), (1, 2 * BLOCK + 1));
        assert_eq!(Lines::of("").line_and_column("", 0), (1, 1));
    }
}

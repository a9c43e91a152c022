//! The comments of a YAML file, and what each speaks of.

use super::{Kind, Positions};
use crate::diagnostic::{FileId, Location};
use crate::source::Sources;
use crate::source::syntax::Notation;

/// Lines of comment that stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// What the lines say, without `#` and the blank behind it.
    pub lines: Vec<String>,
    /// What follows the comment; the whole file for a comment that is not indented, or the last.
    pub about: Location,
    /// The number of the first line, from 1.
    pub line: usize,
}

impl Sources {
    /// All comments of a file that have their lines for themselves; a JSON file has none.
    pub fn comments(&self, file: FileId) -> Vec<Comment> {
        let source = self.at(file);
        if matches!(source.notation, Notation::Json) || source.broken.is_some() {
            return Vec::new();
        }
        let positions = source.positions();
        let mut comments: Vec<Comment> = Vec::new();
        let mut last: Option<(usize, usize)> = None;
        let mut start = 0;
        for (index, line) in source.text.split('\n').enumerate() {
            let text = line.trim_start();
            let indent = line.len() - text.len();
            let offset = start + indent;
            start += line.len() + 1;
            let Some(said) = text.strip_prefix('#') else {
                continue;
            };
            let Some(next) = positions.after(offset) else {
                continue;
            };
            let said = said.strip_prefix(' ').unwrap_or(said).trim_end().to_owned();
            match comments.last_mut() {
                Some(open) if last == Some((index, indent)) => open.lines.push(said),
                Some(_) | None => comments.push(Comment {
                    lines: vec![said],
                    about: Location {
                        file,
                        pointer: match next {
                            Next::Entry(entry) if indent > 0 => positions.pointer(entry),
                            Next::Entry(_) | Next::Nothing => String::new(),
                        },
                    },
                    line: index + 1,
                }),
            }
            last = Some((index + 1, indent));
        }
        comments
    }
}

enum Next {
    Entry(usize),
    Nothing,
}

impl Positions {
    /// What comes after a byte; `None` if the byte stands within a scalar.
    fn after(&self, offset: usize) -> Option<Next> {
        let starts = |entry: &super::Entry| {
            let key = (!entry.key_at.is_empty()).then_some(entry.key_at);
            key.unwrap_or(entry.value_at).range().start
        };
        let next = self
            .entries
            .partition_point(|entry| starts(entry) <= offset);
        let before = next.checked_sub(1).map(|index| &self.entries[index]);
        let within = before.is_some_and(|entry| {
            entry.kind == Kind::Scalar && entry.value_at.range().contains(&offset)
        });
        if within {
            return None;
        }
        Some(if next < self.entries.len() {
            Next::Entry(next)
        } else {
            Next::Nothing
        })
    }

    /// The pointer to an entry. Children stand behind their parents, and before the next sibling.
    fn pointer(&self, entry: usize) -> String {
        let mut at = Location::default();
        let mut parent = 0;
        while parent != entry {
            let children = self.children(parent).enumerate();
            let Some((index, child)) = children.take_while(|(_, child)| *child <= entry).last()
            else {
                break;
            };
            at = match self.entries[parent].kind {
                Kind::Seq => at.index(index),
                Kind::Map | Kind::Scalar | Kind::Alias(_) => at.join(self.key(child)),
            };
            parent = child;
        }
        at.pointer
    }
}

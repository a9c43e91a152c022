//! The record of where things stand, while a file is scanned.

use super::{Entry, Kind, Positions, Span};

/// Positions so far, and the collections that are not yet closed.
#[derive(Default)]
pub(super) struct Record {
    pub(super) positions: Positions,
    open: Vec<Open>,
}

struct Open {
    entry: u32,
    /// The key that waits for its value: in `keys`, and in the text.
    key: Option<(Span, Span)>,
}

impl Record {
    /// Whether what comes next is a key.
    pub(super) fn wants_key(&self) -> bool {
        self.open.last().is_some_and(|open| {
            let kind = self.positions.entries[open.entry as usize].kind;
            kind == Kind::Map && open.key.is_none()
        })
    }

    /// A key; it is kept until its value comes.
    pub(super) fn key(&mut self, text: &str, at: Span) {
        let Some(open) = self.open.last_mut() else {
            return;
        };
        let keys = &mut self.positions.keys;
        let start = keys.len();
        keys.push_str(text);
        open.key = Some((Span::new(start, keys.len()), at));
    }

    /// A value. Nothing for a collection as a key: the tree has none either.
    pub(super) fn add(&mut self, kind: Kind, value_at: Span) -> Option<u32> {
        let entries = &mut self.positions.entries;
        let entry = u32::try_from(entries.len()).ok()?;
        let mut key = (Span::default(), Span::default());
        if let Some(open) = self.open.last_mut() {
            let parent = open.entry as usize;
            if entries[parent].kind == Kind::Map {
                key = open.key.take()?;
            }
            match entries[parent].last_child {
                0 => entries[parent].first_child = entry,
                last => entries[last as usize].next = entry,
            }
            entries[parent].last_child = entry;
        }
        entries.push(Entry {
            key: key.0,
            key_at: key.1,
            value_at,
            kind,
            first_child: 0,
            last_child: 0,
            next: 0,
        });
        Some(entry)
    }

    /// A collection begins.
    pub(super) fn open(&mut self, kind: Kind, at: Span) -> Option<u32> {
        let entry = self.add(kind, at)?;
        self.open.push(Open { entry, key: None });
        Some(entry)
    }

    /// A collection ends.
    pub(super) fn close(&mut self) -> Option<()> {
        self.open.pop().map(|_| ())
    }
}

//! One pass of the event parser over a file, noting where everything stands.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, Span as ParserSpan};

use super::mend::mend;
use super::{Entry, Kind, Positions, Span};

/// Notes where everything stands. What comes after a complaint of the parser stays unknown.
pub(super) fn scan(text: &str, readable: bool) -> Positions {
    let mut positions = Positions::default();
    if readable && u32::try_from(text.len()).is_ok() {
        positions = scan_once(text);
        if !positions.complete {
            positions = scan_once(&mend(text));
        }
    }
    positions.line_starts = line_starts(text);
    positions
}

fn scan_once(text: &str) -> Positions {
    let mut scan = Scan {
        positions: Positions::default(),
        open: Vec::new(),
        anchors: HashMap::new(),
        cursor: Cursor::new(text),
    };
    scan.positions.complete = scan.all(text).is_some();
    scan.positions
}

fn line_starts(text: &str) -> Vec<u32> {
    let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
    let after = ends.filter_map(|(offset, _)| u32::try_from(offset + 1).ok());
    std::iter::once(0).chain(after).collect()
}

struct Scan<'a> {
    positions: Positions,
    open: Vec<Open>,
    anchors: HashMap<usize, u32>,
    cursor: Cursor<'a>,
}

/// A collection that is not yet closed.
struct Open {
    entry: u32,
    /// The key that waits for its value: in `keys`, and in the text.
    key: Option<(Span, Span)>,
}

impl Scan<'_> {
    fn all(&mut self, text: &str) -> Option<()> {
        for event in Parser::new_from_str(text) {
            let (event, span) = event.ok()?;
            match event {
                Event::Scalar(value, _, anchor, _) => {
                    let at = self.cursor.span(&span);
                    if self.key(&value, at) {
                        continue;
                    }
                    let entry = self.add(Kind::Scalar, at)?;
                    self.anchor(anchor, entry);
                }
                Event::Alias(anchor) => {
                    let at = self.cursor.span(&span);
                    let target = *self.anchors.get(&anchor)?;
                    let name = self.positions.entries.get(target as usize)?.value_at;
                    let name = text.get(name.range()).unwrap_or_default().to_owned();
                    if !self.key(&name, at) {
                        self.add(Kind::Alias(target), at)?;
                    }
                }
                Event::SequenceStart(anchor, _) => self.open(Kind::Seq, anchor, &span)?,
                Event::MappingStart(anchor, _) => self.open(Kind::Map, anchor, &span)?,
                Event::SequenceEnd | Event::MappingEnd => {
                    self.open.pop()?;
                }
                // Only the first document is the file's tree.
                Event::DocumentEnd => return Some(()),
                Event::Nothing
                | Event::StreamStart
                | Event::StreamEnd
                | Event::DocumentStart(_) => {}
            }
        }
        Some(())
    }

    /// Whether what comes is a key; it is kept until its value comes.
    fn key(&mut self, text: &str, at: Span) -> bool {
        let Some(open) = self.open.last_mut() else {
            return false;
        };
        let in_map = self.positions.entries[open.entry as usize].kind == Kind::Map;
        if !in_map || open.key.is_some() {
            return false;
        }
        let keys = &mut self.positions.keys;
        let start = u32::try_from(keys.len()).unwrap_or(u32::MAX);
        keys.push_str(text);
        let end = u32::try_from(keys.len()).unwrap_or(u32::MAX);
        open.key = Some((Span { start, end }, at));
        true
    }

    /// Nothing for a collection as a key: the tree has none either.
    fn open(&mut self, kind: Kind, anchor: usize, span: &ParserSpan) -> Option<()> {
        let at = self.cursor.span(span);
        let entry = self.add(kind, at)?;
        self.anchor(anchor, entry);
        self.open.push(Open { entry, key: None });
        Some(())
    }

    fn add(&mut self, kind: Kind, value_at: Span) -> Option<u32> {
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

    fn anchor(&mut self, anchor: usize, entry: u32) {
        if anchor != 0 {
            self.anchors.insert(anchor, entry);
        }
    }
}

/// The parser counts characters; a text is cut at bytes. The places come nearly in order.
struct Cursor<'a> {
    text: &'a str,
    is_ascii: bool,
    character: usize,
    byte: usize,
}

impl<'a> Cursor<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            is_ascii: text.is_ascii(),
            character: 0,
            byte: 0,
        }
    }

    fn span(&mut self, span: &ParserSpan) -> Span {
        let start = self.byte(span.start.index());
        let end = self.byte(span.end.index());
        let narrow = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
        Span {
            start: narrow(start),
            end: narrow(end),
        }
    }

    fn byte(&mut self, character: usize) -> usize {
        if self.is_ascii {
            return character.min(self.text.len());
        }
        while self.character < character && self.byte < self.text.len() {
            self.character += 1;
            self.byte += self.text[self.byte..]
                .chars()
                .next()
                .map_or(0, char::len_utf8);
        }
        while self.character > character {
            self.character -= 1;
            self.byte -= self.text[..self.byte]
                .chars()
                .next_back()
                .map_or(0, char::len_utf8);
        }
        self.byte
    }
}

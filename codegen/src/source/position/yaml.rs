//! One pass of the event parser over a YAML file, noting where everything stands.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, Span as ParserSpan};

use super::mend::mend;
use super::record::Record;
use super::{Kind, Positions, Span};

/// Notes where everything stands. What comes after a complaint of the parser stays unknown.
pub(super) fn scan(text: &str) -> Positions {
    let positions = scan_once(text);
    if positions.complete {
        return positions;
    }
    scan_once(&mend(text))
}

fn scan_once(text: &str) -> Positions {
    let mut scan = Scan {
        record: Record::default(),
        anchors: HashMap::new(),
        cursor: Cursor::new(text),
    };
    let complete = scan.all(text).is_some();
    let mut positions = scan.record.positions;
    positions.complete = complete;
    positions
}

struct Scan<'a> {
    record: Record,
    anchors: HashMap<usize, u32>,
    cursor: Cursor<'a>,
}

impl Scan<'_> {
    fn all(&mut self, text: &str) -> Option<()> {
        for event in Parser::new_from_str(text) {
            let (event, span) = event.ok()?;
            match event {
                Event::Scalar(value, _, anchor, _) => {
                    let at = self.cursor.span(&span);
                    if self.record.wants_key() {
                        self.record.key(&value, at);
                    } else {
                        let entry = self.record.add(Kind::Scalar, at)?;
                        self.anchor(anchor, entry);
                    }
                }
                Event::Alias(anchor) => {
                    let at = self.cursor.span(&span);
                    let target = *self.anchors.get(&anchor)?;
                    if self.record.wants_key() {
                        let anchored = self.record.positions.entries.get(target as usize)?;
                        let name = text.get(anchored.value_at.range()).unwrap_or_default();
                        self.record.key(super::without_properties(name), at);
                    } else {
                        self.record.add(Kind::Alias(target), at)?;
                    }
                }
                Event::SequenceStart(anchor, _) => self.open(Kind::Seq, anchor, &span)?,
                Event::MappingStart(anchor, _) => self.open(Kind::Map, anchor, &span)?,
                Event::SequenceEnd | Event::MappingEnd => self.record.close()?,
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

    fn open(&mut self, kind: Kind, anchor: usize, span: &ParserSpan) -> Option<()> {
        let at = self.cursor.span(span);
        let entry = self.record.open(kind, at)?;
        self.anchor(anchor, entry);
        Some(())
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
        Span::new(start, end)
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

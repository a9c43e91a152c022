//! The usual YAML, read without a parser in between: block mappings and sequences of scalars.
//!
//! Most documents hold nothing else, and reading them so takes a fifth of the time. Whatever is
//! not usual (anchors, tags, tabs, directives, a mistake) is left to the parser, which has the
//! last word: what this gives is what the parser would give.

mod scalars;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use serde::de::value::Error;

use super::map::Map;
use super::node::Node;
use super::tree::{Growth, Place};

/// So many pieces of a text are given to the parser; with more, all of it is.
const MOST_DELEGATED: usize = 4_000;

/// So long a key may be; a longer one is none to the parser.
const LONGEST_KEY: usize = 1_000;

/// The tree, if the text is of the usual kind.
pub(super) fn read(text: &str, growth: &Growth) -> Option<Node> {
    if !has_usual_characters(text) {
        return None;
    }
    let mut reader = Reader {
        text,
        at: 0,
        column: 0,
        growth,
        delegated: 0,
    };
    reader.seek()?;
    if reader.rest().starts_with(b"---\n") && reader.column == 0 {
        reader.at += 4;
        reader.seek()?;
    }
    if reader.is_at_end() || is_document_marker(reader.rest()) {
        return None;
    }
    let node = reader.node(-1, &Place::Root, 0)?;
    reader.is_at_end().then_some(node)
}

/// Line breaks are `\n`, and there is nothing that the parser may refuse.
fn has_usual_characters(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().enumerate().all(|(at, byte)| match byte {
        b'\t' | b'\n' | 0x20..0x7f => true,
        0..0x20 | 0x7f => false,
        // Controls, line and paragraph separators, byte order marks and what is no character.
        0xc2 => bytes[at + 1] >= 0xa0,
        0xe2 => !(bytes[at + 1] == 0x80 && matches!(bytes[at + 2], 0xa8 | 0xa9)),
        0xef => !matches!(bytes[at + 1..at + 3], [0xbb, 0xbf] | [0xbf, 0xbe | 0xbf]),
        _ => true,
    })
}

/// Where in the text the reading stands: between two values, at the first character of a line that
/// is neither blank nor a comment.
struct Reader<'t> {
    text: &'t str,
    at: usize,
    /// Of the character at `at`; -1 at the end of the text.
    column: isize,
    growth: &'t Growth,
    delegated: usize,
}

impl<'t> Reader<'t> {
    fn rest(&self) -> &'t [u8] {
        &self.text.as_bytes()[self.at..]
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn is_at_end(&self) -> bool {
        self.column < 0
    }

    /// Goes on from the start of a line to the next one that says something.
    fn seek(&mut self) -> Option<()> {
        loop {
            let spaces = self.rest().iter().take_while(|byte| **byte == b' ').count();
            self.at += spaces;
            match self.byte() {
                None => {
                    self.column = -1;
                    return Some(());
                }
                Some(b'\n') => self.at += 1,
                Some(b'#') => self.skip_line(),
                Some(b'\t') => return None,
                Some(_) => {
                    self.column = isize::try_from(spaces).ok()?;
                    let is_marker = self.column == 0 && is_document_marker(self.rest());
                    let is_usual = !is_marker || self.text[..self.at].trim().is_empty();
                    return is_usual.then_some(());
                }
            }
        }
    }

    fn skip_line(&mut self) {
        let length = self.rest().iter().position(|byte| *byte == b'\n');
        self.at += length.map_or(self.rest().len(), |length| length + 1);
    }

    /// Goes on to the next line after a value that ends on this one.
    fn end_line(&mut self) -> Option<()> {
        let spaces = self.skip_spaces();
        match self.byte() {
            None | Some(b'\n') => {}
            Some(b'#') if spaces > 0 => {}
            Some(_) => return None,
        }
        self.skip_line();
        self.seek()
    }

    fn skip_spaces(&mut self) -> usize {
        let spaces = self.rest().iter().take_while(|byte| **byte == b' ').count();
        self.at += spaces;
        spaces
    }

    /// What stands on a line of its own, or behind a dash, inside of a collection of this indent.
    fn node(&mut self, around: isize, place: &Place<'_>, depth: usize) -> Option<Node> {
        if is_dash(self.rest()) {
            return self.sequence(self.column, place, depth);
        }
        let opens_key = !matches!(self.byte()?, b'[' | b'{' | b'|' | b'>');
        match if opens_key { self.key()? } else { None } {
            Some(key) => self.mapping(key, place, depth),
            None => self.scalar(around, place, depth),
        }
    }

    fn sequence(&mut self, indent: isize, place: &Place<'_>, depth: usize) -> Option<Node> {
        self.growth.spend_node::<Error>().ok()?;
        let depth = self.growth.deeper::<Error>(depth).ok()?;
        let mut items = Vec::new();
        while self.column == indent && is_dash(self.rest()) {
            let place = Place::Item(place, items.len());
            self.at += 1;
            let spaces = self.skip_spaces();
            let item = if is_line_end(self.rest()) {
                self.skip_line();
                self.seek()?;
                if self.column > indent {
                    self.node(indent, &place, depth)?
                } else {
                    self.null()?
                }
            } else {
                self.column += isize::try_from(spaces + 1).ok()?;
                self.node(indent, &place, depth)?
            };
            items.push(item);
        }
        (self.column <= indent).then_some(Node::Seq(items))
    }

    /// A mapping whose first key has been read.
    fn mapping(&mut self, first: Cow<'t, str>, place: &Place<'_>, depth: usize) -> Option<Node> {
        self.growth.spend_node::<Error>().ok()?;
        let depth = self.growth.deeper::<Error>(depth).ok()?;
        let indent = self.column;
        let mut members = Map::new();
        let mut key = first;
        loop {
            if key == "<<" {
                return None;
            }
            self.growth.spend_text::<Error>(&key).ok()?;
            let value = self.value(indent, &Place::Member(place, &key), depth)?;
            match members.get_mut(&key) {
                Some(known) => {
                    *known = value;
                    self.growth.repeated(place, &key);
                }
                None => members.append(key.into_owned(), value),
            }
            if self.column != indent {
                break;
            }
            key = self.key()??;
        }
        (self.column < indent).then_some(Node::Map(members))
    }

    /// What follows the colon of a key.
    fn value(&mut self, indent: isize, place: &Place<'_>, depth: usize) -> Option<Node> {
        self.skip_spaces();
        if !is_line_end(self.rest()) {
            return self.scalar(indent, place, depth);
        }
        self.skip_line();
        self.seek()?;
        if self.column > indent {
            self.node(indent, place, depth)
        } else if self.column == indent && is_dash(self.rest()) {
            self.sequence(indent, place, depth)
        } else {
            self.null()
        }
    }

    fn null(&self) -> Option<Node> {
        self.growth.spend_node::<Error>().ok()?;
        Some(Node::Null)
    }

    /// The key that begins here, and with it its colon; `Some(None)` if it is no key.
    #[expect(
        clippy::option_option,
        reason = "the outer one gives up, as everywhere here"
    )]
    fn key(&mut self) -> Option<Option<Cow<'t, str>>> {
        let line = self.rest();
        let line = &line[..line
            .iter()
            .position(|byte| *byte == b'\n')
            .unwrap_or(line.len())];
        let (key, length) = match line.first()? {
            b'"' | b'\'' => {
                let Some(length) = scalars::quoted_length(line) else {
                    return Some(None);
                };
                let spaces = line[length..].iter().take_while(|byte| **byte == b' ');
                let colon = length + spaces.count();
                if !is_colon(&line[colon..]) {
                    return Some(None);
                }
                let quoted = self.text.get(self.at..self.at + length)?;
                (self.quoted(quoted)?, colon)
            }
            _ => {
                let Some(colon) = scalars::plain_length(line)?.colon else {
                    return Some(None);
                };
                let key = self.text.get(self.at..self.at + colon)?;
                // An empty key, and what the parser may take for more than text.
                if key.starts_with('~') || key.trim_end_matches(' ').is_empty() {
                    return None;
                }
                (Cow::Borrowed(key.trim_end_matches(' ')), colon)
            }
        };
        if length > LONGEST_KEY {
            return None;
        }
        self.at += length + 1;
        Some(Some(key))
    }
}

/// `- x`, `-` at the end of a line.
fn is_dash(rest: &[u8]) -> bool {
    rest.first() == Some(&b'-') && matches!(rest.get(1), None | Some(b' ' | b'\n'))
}

/// `: x`, `:` at the end of a line.
fn is_colon(rest: &[u8]) -> bool {
    rest.first() == Some(&b':') && matches!(rest.get(1), None | Some(b' ' | b'\n'))
}

/// Nothing but perhaps a comment follows. (Behind an indicator there is a blank.)
fn is_line_end(rest: &[u8]) -> bool {
    matches!(rest.first(), None | Some(b'\n' | b'#'))
}

fn is_document_marker(rest: &[u8]) -> bool {
    (rest.starts_with(b"---") || rest.starts_with(b"..."))
        && matches!(rest.get(3), None | Some(b' ' | b'\t' | b'\n'))
}

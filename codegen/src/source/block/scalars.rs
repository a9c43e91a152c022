//! Scalars: plain, quoted and block ones, on one line or many; and what stands in brackets.

use std::borrow::Cow;

use serde::de::value::Error;

use super::super::node::Node;
use super::super::tree::Place;
use super::{MOST_DELEGATED, Reader, is_colon, is_document_marker};

/// So long a collection in brackets may be to be given to the parser by itself.
const LONGEST_IN_BRACKETS: usize = 2_000;

impl<'t> Reader<'t> {
    /// A scalar, or a collection in brackets, inside of a collection of this indent.
    pub(super) fn scalar(
        &mut self,
        around: isize,
        place: &Place<'_>,
        depth: usize,
    ) -> Option<Node> {
        match self.byte()? {
            b'[' | b'{' => self.in_brackets(place, depth),
            b'|' | b'>' => {
                let text = self.block(around)?;
                self.text_node(text.into())
            }
            b'"' | b'\'' => {
                let length = quoted_length(self.rest())?;
                let quoted = self.text.get(self.at..self.at + length)?;
                let text = self.quoted(quoted)?;
                self.at += length;
                self.end_line()?;
                self.text_node(text)
            }
            _ => {
                let text = self.plain(around)?;
                self.resolved(text, place, depth)
            }
        }
    }

    fn text_node(&self, text: Cow<'_, str>) -> Option<Node> {
        self.growth.spend_node::<Error>().ok()?;
        self.growth.spend_text::<Error>(&text).ok()?;
        Some(Node::Str(text.into_owned()))
    }

    /// What a plain scalar means. Texts that begin like a number are left to the parser.
    fn resolved(&mut self, text: Cow<'t, str>, place: &Place<'_>, depth: usize) -> Option<Node> {
        let node = match &*text {
            "~" | "null" | "Null" | "NULL" => Node::Null,
            "true" | "True" | "TRUE" => Node::Bool(true),
            "false" | "False" | "FALSE" => Node::Bool(false),
            _ => match text.as_bytes()[0] {
                b'0'..=b'9' | b'+' | b'-' | b'.' if may_be_number(&text) => {
                    match small_number(&text) {
                        Some(number) => Node::Int(number.into()),
                        None => return self.delegated(&text, place, depth),
                    }
                }
                _ => return self.text_node(text),
            },
        };
        self.growth.spend_node::<Error>().ok()?;
        Some(node)
    }

    /// Leaves a piece of the text to the parser.
    fn delegated(&mut self, piece: &str, place: &Place<'_>, depth: usize) -> Option<Node> {
        self.delegated += 1;
        if self.delegated > MOST_DELEGATED {
            return None;
        }
        let deserializer = serde_yaml::Deserializer::from_str(piece);
        self.growth.grow_at(deserializer, place, depth).ok()
    }

    /// A collection in brackets that ends on its line.
    fn in_brackets(&mut self, place: &Place<'_>, depth: usize) -> Option<Node> {
        let line = self.line();
        let node = match line.trim_end_matches(' ') {
            "[]" | "{}" => {
                self.growth.spend_node::<Error>().ok()?;
                self.growth.deeper::<Error>(depth).ok()?;
                if line.starts_with('[') {
                    Node::Seq(Vec::new())
                } else {
                    Node::Map(super::Map::new())
                }
            }
            // The parser takes quadratic time for brackets in brackets.
            _ if line.len() > LONGEST_IN_BRACKETS => return None,
            _ => self.delegated(line, place, depth)?,
        };
        self.skip_line();
        self.seek()?;
        Some(node)
    }

    fn line(&self) -> &'t str {
        let rest = &self.text[self.at..];
        &rest[..rest.find('\n').unwrap_or(rest.len())]
    }

    /// The text of a quoted scalar, quotes included in what is given.
    pub(super) fn quoted(&mut self, quoted: &'t str) -> Option<Cow<'t, str>> {
        let inner = &quoted[1..quoted.len() - 1];
        if quoted.starts_with('"') {
            if !inner.contains(['\\', '\n']) {
                return Some(Cow::Borrowed(inner));
            }
            self.delegated += 1;
            if self.delegated > MOST_DELEGATED || begins_document(inner) {
                return None;
            }
            let text: Result<String, _> =
                serde::Deserialize::deserialize(serde_yaml::Deserializer::from_str(quoted));
            return text.ok().map(Cow::Owned);
        }
        if !inner.contains(['\'', '\n']) {
            return Some(Cow::Borrowed(inner));
        }
        if inner.contains('\t') || begins_document(inner) {
            return None;
        }
        let mut lines = inner.split('\n');
        let mut text = lines.next()?.to_owned();
        let mut breaks = 0;
        let mut lines = lines.peekable();
        while let Some(line) = lines.next() {
            breaks += 1;
            let line = line.trim_start_matches(' ');
            if line.is_empty() && lines.peek().is_some() {
                continue;
            }
            text.truncate(text.trim_end_matches(' ').len());
            fold(&mut text, &mut breaks);
            text.push_str(line);
        }
        Some(Cow::Owned(text.replace("''", "'")))
    }

    /// A scalar without quotes. It goes on in all lines that stand further right than `around`.
    fn plain(&mut self, around: isize) -> Option<Cow<'t, str>> {
        let mut text = Cow::Borrowed("");
        let mut breaks = 0;
        loop {
            let line = self.line();
            let plain = if breaks == 0 {
                plain_length(line.as_bytes())?
            } else {
                continued_length(line.as_bytes())?
            };
            if plain.colon.is_some() {
                return None;
            }
            let piece = line[..plain.length].trim_end_matches(' ');
            if breaks == 0 {
                text = Cow::Borrowed(piece);
            } else {
                let text = text.to_mut();
                fold(text, &mut breaks);
                text.push_str(piece);
            }
            let is_cut = plain.length < line.len();
            self.skip_line();
            if is_cut {
                self.seek()?;
                return Some(text);
            }
            let (start, lines, spaces) = self.next_line()?;
            breaks = lines + 1;
            let is_inside = isize::try_from(spaces).ok()? > around;
            let next = &self.text.as_bytes()[start + spaces..];
            if !is_inside || matches!(next.first(), None | Some(b'#')) {
                self.seek()?;
                return Some(text);
            }
            if spaces == 0 && is_document_marker(next) {
                return None;
            }
            self.at = start + spaces;
        }
    }

    /// The next line that is not blank: its start, the number of blank lines before it, its indent.
    fn next_line(&self) -> Option<(usize, usize, usize)> {
        let bytes = self.text.as_bytes();
        let mut start = self.at;
        let mut lines = 0;
        loop {
            let spaces = bytes[start..]
                .iter()
                .take_while(|byte| **byte == b' ')
                .count();
            match bytes.get(start + spaces) {
                Some(b'\n') => {
                    lines += 1;
                    start += spaces + 1;
                }
                Some(b'\t') => return None,
                _ => return Some((start, lines, spaces)),
            }
        }
    }

    /// A literal (`|`) or folded (`>`) scalar. This is the parser's own way through it.
    fn block(&mut self, around: isize) -> Option<String> {
        let header = self.line();
        let is_literal = header.starts_with('|');
        let (chomping, rest) = match header.as_bytes().get(1) {
            Some(b'-') => (Chomping::Strip, &header[2..]),
            Some(b'+') => (Chomping::Keep, &header[2..]),
            _ => (Chomping::Clip, &header[1..]),
        };
        let comment = rest.trim_start_matches(' ');
        let is_comment = comment.starts_with('#') && comment.len() < rest.len();
        if !(comment.is_empty() || is_comment) {
            return None;
        }
        self.skip_line();

        let mut text = String::new();
        let mut indent = 0;
        let mut breaks = self.blank_lines(&mut indent, around)?;
        let mut is_broken = false;
        let mut was_blank = false;
        while self.column == indent && self.byte().is_some() {
            let line = self.line();
            let is_blank = line.starts_with([' ', '\t']);
            if is_broken && !is_literal && !was_blank && !is_blank {
                if breaks == 0 {
                    text.push(' ');
                }
            } else if is_broken {
                text.push('\n');
            }
            push_breaks(&mut text, breaks);
            was_blank = is_blank;
            text.push_str(line);
            self.at += line.len();
            is_broken = self.byte() == Some(b'\n');
            self.at += usize::from(is_broken);
            breaks = self.blank_lines(&mut indent, around)?;
        }
        if is_broken && chomping != Chomping::Strip {
            text.push('\n');
        }
        if chomping == Chomping::Keep {
            push_breaks(&mut text, breaks);
        }
        if self.byte().is_some() {
            let line_start = self.text[..self.at].rfind('\n').map_or(0, |end| end + 1);
            self.at = line_start;
        }
        self.seek()?;
        Some(text)
    }

    /// Goes over indentation and blank lines, and counts these. Where the indent is not known yet,
    /// that is found.
    fn blank_lines(&mut self, indent: &mut isize, around: isize) -> Option<usize> {
        let mut breaks = 0;
        let mut widest = 0;
        loop {
            self.column = 0;
            while (*indent == 0 || self.column < *indent) && self.byte() == Some(b' ') {
                self.at += 1;
                self.column += 1;
            }
            widest = widest.max(self.column);
            match self.byte() {
                Some(b'\t') if *indent == 0 || self.column < *indent => return None,
                Some(b'\n') => {
                    self.at += 1;
                    breaks += 1;
                }
                _ => break,
            }
        }
        if *indent == 0 {
            *indent = widest.max(around + 1).max(1);
        }
        Some(breaks)
    }
}

/// What becomes of the line breaks at the end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Chomping {
    Strip,
    Clip,
    Keep,
}

/// One line break is a space, more are one less.
fn fold(text: &mut String, breaks: &mut usize) {
    match std::mem::take(breaks) {
        1 => text.push(' '),
        more => push_breaks(text, more.saturating_sub(1)),
    }
}

fn push_breaks(text: &mut String, count: usize) {
    text.extend(std::iter::repeat_n('\n', count));
}

/// How far a plain scalar goes on its line.
pub(super) struct Plain {
    /// Up to a comment, or to the end.
    pub(super) length: usize,
    /// Where a colon makes a key of what stands before it.
    pub(super) colon: Option<usize>,
}

/// The extent of a plain scalar that begins with this line; `None` if none can.
pub(super) fn plain_length(line: &[u8]) -> Option<Plain> {
    let can_begin = match line.first()? {
        b'-' | b'?' | b':' => !matches!(line.get(1), None | Some(b' ' | b'\t')),
        b',' | b'[' | b']' | b'{' | b'}' | b'#' | b'&' | b'*' | b'!' | b'|' | b'>' | b'\''
        | b'"' | b'%' | b'@' | b'`' | b'\t' => false,
        _ => true,
    };
    if can_begin {
        continued_length(line)
    } else {
        None
    }
}

/// The extent of a plain scalar that goes on with this line.
fn continued_length(line: &[u8]) -> Option<Plain> {
    let mut before = b'x';
    for (at, &byte) in line.iter().enumerate() {
        match byte {
            b'\t' => return None,
            b':' if is_colon(&line[at..]) => {
                return Some(Plain {
                    length: at,
                    colon: Some(at),
                });
            }
            b'#' if before == b' ' => {
                return Some(Plain {
                    length: at,
                    colon: None,
                });
            }
            _ => before = byte,
        }
    }
    Some(Plain {
        length: line.len(),
        colon: None,
    })
}

/// The length of a quoted scalar with its quotes, if it ends.
pub(super) fn quoted_length(text: &[u8]) -> Option<usize> {
    let quote = *text.first()?;
    let mut at = 1;
    loop {
        match *text.get(at)? {
            b'\\' if quote == b'"' => at += 2,
            byte if byte != quote => at += 1,
            b'\'' if text.get(at + 1) == Some(&b'\'') => at += 2,
            _ => return Some(at + 1),
        }
    }
}

/// Whether a line of a quoted text looks like the end of the document.
fn begins_document(quoted: &str) -> bool {
    let mut lines = quoted.split('\n').skip(1);
    lines.any(|line| line.starts_with("---") || line.starts_with("..."))
}

/// Digits, or a name such as `.inf`; with a space in it, it is text.
fn may_be_number(text: &str) -> bool {
    let shows = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'n' | b'N');
    text.bytes().any(shows) && !text.contains([' ', '\n'])
}

/// A decimal integer of the plainest kind.
fn small_number(text: &str) -> Option<u64> {
    let is_plain = (1..=18).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && (text == "0" || !text.starts_with('0'));
    if is_plain { text.parse().ok() } else { None }
}

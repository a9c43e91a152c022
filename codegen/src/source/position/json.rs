//! One pass over a JSON file, noting where everything stands.
//!
//! The parser has found the file sound, so that brackets, quotes and commas are all there is to
//! look at. The event parser for YAML would keep the whole file in memory.

use std::borrow::Cow;

use super::record::Record;
use super::{Kind, Positions, Span};

/// Notes where everything stands.
pub(super) fn scan(text: &str) -> Positions {
    let mut record = Record::default();
    let complete = all(text, &mut record).is_some();
    let mut positions = record.positions;
    positions.complete = complete;
    positions
}

fn all(text: &str, record: &mut Record) -> Option<()> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let start = at;
        at += 1;
        match byte {
            b' ' | b'\t' | b'\n' | b'\r' | b',' | b':' => {}
            b'{' => {
                record.open(Kind::Map, Span::new(start, at))?;
            }
            b'[' => {
                record.open(Kind::Seq, Span::new(start, at))?;
            }
            b'}' | b']' => record.close()?,
            b'"' => {
                at = end_of_text(bytes, at)?;
                let span = Span::new(start, at);
                if record.wants_key() {
                    record.key(&unquoted(text.get(start..at)?)?, span);
                } else {
                    record.add(Kind::Scalar, span)?;
                }
            }
            _ => {
                let is_end =
                    |byte: &u8| matches!(byte, b',' | b']' | b'}' | b' ' | b'\t' | b'\n' | b'\r');
                at += bytes[at..]
                    .iter()
                    .position(is_end)
                    .unwrap_or(bytes.len() - at);
                record.add(Kind::Scalar, Span::new(start, at))?;
            }
        }
    }
    Some(())
}

/// The byte after the closing quote.
fn end_of_text(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        match bytes.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}

fn unquoted(quoted: &str) -> Option<Cow<'_, str>> {
    if quoted.contains('\\') {
        return serde_json::from_str(quoted).ok();
    }
    quoted.get(1..quoted.len() - 1).map(Cow::Borrowed)
}

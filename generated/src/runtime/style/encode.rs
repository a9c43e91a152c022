//! Percent-encoding by RFC 3986.

use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};

/// Everything but the unreserved characters.
const DATA: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// What cannot stand in a query although it is reserved, or would end a value there.
const RESERVED_IN_QUERY: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'&')
    .add(b'+')
    .add(b'<')
    .add(b'>')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// What cannot stand in a segment of a path as its author wrote it. The generator encodes the paths
/// of operations so.
const LITERAL: &AsciiSet = &RESERVED_IN_QUERY.remove(b'&').remove(b'+').add(b'?');

/// Which bytes need no look at all.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        plain[byte as usize] = byte.is_ascii_alphanumeric() || byte == b'-';
        byte += 1;
    }
    plain
};

/// A value as data, or with its reserved characters left.
pub(crate) fn encode(text: &str, reserved: bool, out: &mut String) {
    if reserved {
        keep_triplets(text, RESERVED_IN_QUERY, out);
    } else if text.bytes().all(|byte| PLAIN[usize::from(byte)]) {
        out.push_str(text);
    } else {
        out.extend(utf8_percent_encode(text, DATA));
    }
}

/// Literal text of a path as its author wrote it.
pub(crate) fn encode_literal(text: &str, out: &mut String) {
    keep_triplets(text, LITERAL, out);
}

/// Encodes what is in `set`, and each `%` that does not start `%XX`.
fn keep_triplets(text: &str, set: &'static AsciiSet, out: &mut String) {
    for (index, piece) in text.split('%').enumerate() {
        if index > 0 {
            let digits = piece.as_bytes().get(..2);
            let triplet = digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit));
            out.push_str(if triplet { "%" } else { "%25" });
        }
        out.extend(utf8_percent_encode(piece, set));
    }
}

//! The path of an operation as the runtime fills it: what is literal in it is percent-encoded.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// What cannot stand in a path as its author wrote it (RFC 3986, section 3.3). What a user gives
/// `client.request` is encoded the same by the runtime.
const LITERAL: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
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

/// The template; braces that are left name parameters. A `?` stays: some documents have a query there.
pub(super) fn encoded(template: &str) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((literal, tail)) = rest.split_once('{') {
        let Some((key, behind)) = tail.split_once('}') else {
            break;
        };
        encode(literal, &mut out);
        out.push('{');
        out.push_str(key);
        out.push('}');
        rest = behind;
    }
    encode(rest, &mut out);
    out
}

/// Encodes a text, and each `%` in it that does not start `%XX`.
fn encode(text: &str, out: &mut String) {
    for (index, piece) in text.split('%').enumerate() {
        if index > 0 {
            let digits = piece.as_bytes().get(..2);
            let triplet = digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit));
            out.push_str(if triplet { "%" } else { "%25" });
        }
        out.extend(utf8_percent_encode(piece, LITERAL));
    }
}

#[cfg(test)]
mod tests {
    use super::encoded;

    #[test]
    fn what_is_literal_is_encoded() {
        let same = "/accounts/{account_id}/{c}:run.json?do={b}&x=1";
        assert_eq!(encoded(same), same);
        assert_eq!(encoded("/{a b}/ä b"), "/{a b}/%C3%A4%20b");
        assert_eq!(encoded("/a%20b/100%/[x]"), "/a%20b/100%25/%5Bx%5D");
    }

    #[test]
    fn braces_that_close_nothing_are_text() {
        assert_eq!(encoded("/a}{b"), "/a%7D%7Bb");
        assert_eq!(encoded("/{a{b}}"), "/{a{b}%7D");
    }
}

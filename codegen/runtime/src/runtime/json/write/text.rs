//! Text between quotes.

/// Writes a text with its quotes, and escapes what must be.
pub(super) fn write(out: &mut Vec<u8>, text: &str) {
    let bytes = text.as_bytes();
    out.reserve(bytes.len() + 2);
    out.push(b'"');
    if is_plain(bytes) {
        out.extend_from_slice(bytes);
    } else {
        for part in bytes.split_inclusive(|byte| is_special(*byte)) {
            match part.split_last() {
                Some((last, plain)) if is_special(*last) => {
                    out.extend_from_slice(plain);
                    escape(out, *last);
                }
                _ => out.extend_from_slice(part),
            }
        }
    }
    out.push(b'"');
}

fn is_special(byte: u8) -> bool {
    byte < b' ' || byte == b'"' || byte == b'\\'
}

/// Whether no byte must be escaped, looking at eight at once; the last eight may overlap.
fn is_plain(bytes: &[u8]) -> bool {
    match bytes.last_chunk::<8>() {
        Some(last) => {
            let (chunks, _) = bytes.as_chunks::<8>();
            let plain = |chunk: &[u8; 8]| !has_special(u64::from_le_bytes(*chunk));
            chunks.iter().all(plain) && plain(last)
        }
        None => !bytes.iter().any(|byte| is_special(*byte)),
    }
}

/// Whether one of eight bytes is special: the usual arithmetic on a word. A byte below `n` borrows
/// from its highest bit when `n` is taken away, and one that equals a byte is zero, so below one,
/// after exclusive or with it.
fn has_special(word: u64) -> bool {
    const ONES: u64 = u64::MAX / 255;
    const HIGH: u64 = ONES << 7;
    let control = word.wrapping_sub(ONES * 0x20) & !word;
    let quote = word ^ (ONES * 0x22);
    let quote = quote.wrapping_sub(ONES) & !quote;
    let backslash = word ^ (ONES * 0x5c);
    let backslash = backslash.wrapping_sub(ONES) & !backslash;
    (control | quote | backslash) & HIGH != 0
}

fn escape(out: &mut Vec<u8>, byte: u8) {
    let short = match byte {
        b'"' | b'\\' => byte,
        0x08 => b'b',
        0x09 => b't',
        0x0a => b'n',
        0x0c => b'f',
        0x0d => b'r',
        _ => {
            const HEX: &[u8; 16] = b"0123456789abcdef";
            let (high, low) = (HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]);
            out.extend_from_slice(&[b'\\', b'u', b'0', b'0', high, low]);
            return;
        }
    };
    out.extend_from_slice(&[b'\\', short]);
}

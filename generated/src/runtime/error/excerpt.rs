//! The beginning of what a server sent, fit to be printed.

use http::HeaderMap;
use http::header::CONTENT_ENCODING;

use crate::runtime::redact::Redaction;

const LONGEST: usize = 200;
const READ: usize = 4096;

/// At most 200 characters on one line, without control characters, markup and secrets.
pub(crate) fn excerpt(bytes: &[u8], redaction: &Redaction) -> String {
    let head = &bytes[..bytes.len().min(READ)];
    let text = String::from_utf8_lossy(head);
    let text = redaction.clean(&text);
    line(&text)
}

/// Says so if a body is in a coding that nobody took off: there is nothing in it to be shown.
pub(crate) fn encoded(headers: &HeaderMap, body: &[u8]) -> Option<String> {
    let coding = headers.get(CONTENT_ENCODING)?.to_str().ok()?;
    // Who decodes a body may leave the header as it was.
    if coding.eq_ignore_ascii_case("identity") || std::str::from_utf8(body).is_ok() {
        return None;
    }
    let coding = line(coding);
    Some(format!(
        "the answer comes as `{coding}`, which is not decoded here"
    ))
}

/// An excerpt of a text that is known to hold no secret.
pub(crate) fn line(text: &str) -> String {
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.starts_with('<') {
        bounded(&title(text).unwrap_or_else(|| without_tags(text)))
    } else {
        bounded(text)
    }
}

/// The title of a page: what a proxy's error page has to say.
fn title(page: &str) -> Option<String> {
    let lower = page.to_ascii_lowercase();
    let open = lower.find("<title")?;
    let start = open + lower[open..].find('>')? + 1;
    let end = start + lower[start..].find("</title")?;
    let title = page[start..end].trim();
    (!title.is_empty()).then(|| title.to_owned())
}

fn without_tags(page: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for character in page.chars() {
        match character {
            '<' => inside = true,
            '>' if inside => {
                inside = false;
                text.push(' ');
            }
            _ if !inside => text.push(character),
            _ => {}
        }
    }
    text
}

fn bounded(text: &str) -> String {
    let mut line = String::new();
    let mut gap = false;
    let mut length = 0;
    for character in text.chars() {
        if character.is_whitespace() || character.is_control() || is_invisible(character) {
            gap = true;
            continue;
        }
        if gap && !line.is_empty() {
            line.push(' ');
            length += 1;
        }
        gap = false;
        if length >= LONGEST {
            line.push('…');
            break;
        }
        line.push(character);
        length += 1;
    }
    line
}

/// Characters that change how the text around them is shown.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
    )
}

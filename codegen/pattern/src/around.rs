//! Patterns that look around: what they look for is left out, tried in front, and checked at last.

use fancy_regex::Regex;

use super::plain;

/// How many lengths are tried beyond the shortest.
const LONGER: usize = 8;

/// A text that a pattern accepts which looks around.
pub(super) fn sample(pattern: &str, shortest: usize) -> Option<String> {
    let (rest, looks) = taken_apart(pattern)?;
    let whole = Regex::new(pattern).ok()?;
    let wanted: Option<Vec<String>> = looks.iter().map(|look| wanted(look)).collect();
    let wanted = wanted?.concat();
    let length = wanted.chars().count();
    let accepts = |text: &String| whole.is_match(text).unwrap_or(false);
    (0..LONGER).find_map(|more| {
        let text = plain(&rest, shortest + more)?;
        // What is looked for stands where it replaces as much of the text, or before it.
        let behind: String = text.chars().skip(length).collect();
        let ahead = [
            text.clone(),
            format!("{wanted}{behind}"),
            wanted.clone() + &text,
        ];
        ahead.into_iter().find(accepts)
    })
}

/// What a group looks for, without the anything before it. Nothing for what must not be there.
fn wanted(look: &str) -> Option<String> {
    let Some(ahead) = look.strip_prefix("(?=") else {
        return Some(String::new());
    };
    let ahead = ahead.strip_suffix(')').unwrap_or(ahead);
    let found = ["^.*?", "^.*", ".*?", ".*"]
        .iter()
        .find_map(|start| ahead.strip_prefix(start));
    plain(found.unwrap_or(ahead), 0)
}

/// A pattern without the groups that look around, and those groups. Nothing if there are none.
fn taken_apart(pattern: &str) -> Option<(String, Vec<&str>)> {
    const LOOKS: [&str; 4] = ["(?=", "(?!", "(?<=", "(?<!"];
    let mut rest = String::new();
    let mut looks = Vec::new();
    let mut at = 0;
    while at < pattern.len() {
        let tail = &pattern[at..];
        let length = if LOOKS.iter().any(|look| tail.starts_with(look)) {
            let length = group(tail)?;
            looks.push(&tail[..length]);
            length
        } else {
            let length = unit(tail);
            rest.push_str(&tail[..length]);
            length
        };
        at += length;
    }
    (!looks.is_empty()).then_some((rest, looks))
}

/// The length of the group that a text starts with, in bytes.
fn group(text: &str) -> Option<usize> {
    let (mut depth, mut at) = (0_usize, 0);
    while at < text.len() {
        match text.as_bytes()[at] {
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        at += unit(&text[at..]);
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

/// The length of the character, escape or class that a text starts with, in bytes.
fn unit(text: &str) -> usize {
    let mut chars = text.char_indices();
    match chars.next() {
        Some((_, '\\')) => chars.next().map_or(text.len(), |(at, c)| at + c.len_utf8()),
        Some((_, '[')) => {
            // A bracket that closes nothing yet is one of the class.
            let rest = &text[1..];
            let rest = rest.strip_prefix('^').unwrap_or(rest);
            let mut at = text.len() - rest.len();
            while at < text.len() {
                let c = text[at..].chars().next().expect("the text goes on");
                match c {
                    ']' => return at + 1,
                    '\\' => {
                        let escaped = text[at + 1..].chars().next();
                        at += 1 + escaped.map_or(0, char::len_utf8);
                    }
                    other => at += other.len_utf8(),
                }
            }
            text.len()
        }
        Some((_, c)) => c.len_utf8(),
        None => 0,
    }
}

//! How symbols are spoken where they carry the meaning: `+1`, `>=`, `-created_at`, `C#`.

/// The text with its telling symbols written as words. ASCII in, ASCII out.
pub(super) fn spoken(text: &str) -> String {
    let trimmed = text.trim();
    if !trimmed.contains(|c: char| c.is_ascii_alphanumeric()) {
        return only_symbols(trimmed);
    }
    let body_start = trimmed
        .find(|c| leading_word(c).is_none())
        .unwrap_or(trimmed.len());
    let (leading, body) = trimmed.split_at(body_start);
    let body_end = body
        .rfind(|c| trailing_word(c).is_none())
        .map_or(0, |at| at + 1);
    let (body, trailing) = body.split_at(body_end);

    let mut out = String::with_capacity(text.len() + 16);
    if body.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        speak_leading(leading, &mut out);
    }
    for c in body.chars() {
        match inner_word(c) {
            Some(word) => push_word(&mut out, word),
            None => out.push(c),
        }
    }
    for c in trailing.chars() {
        if let Some(word) = trailing_word(c) {
            push_word(&mut out, word);
        }
    }
    out
}

/// `>=` in one word, the rest sign by sign.
fn speak_leading(leading: &str, out: &mut String) {
    let mut rest = leading;
    while let Some(first) = rest.chars().next() {
        if let Some((sign, word)) = PAIRS.iter().find(|(sign, _)| rest.starts_with(sign)) {
            push_word(out, word);
            rest = &rest[sign.len()..];
            continue;
        }
        if let Some(word) = leading_word(first) {
            push_word(out, word);
        }
        rest = &rest[first.len_utf8()..];
    }
}

fn only_symbols(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if let Some((sign, word)) = PAIRS.iter().find(|(sign, _)| rest.starts_with(sign)) {
            push_word(&mut out, word);
            rest = &rest[sign.len()..];
            continue;
        }
        if let Some(word) = any_word(first) {
            push_word(&mut out, word);
        }
        rest = &rest[first.len_utf8()..];
    }
    out
}

fn push_word(out: &mut String, word: &str) {
    out.push(' ');
    out.push_str(word);
    out.push(' ');
}

const PAIRS: [(&str, &str); 8] = [
    (">=", "at least"),
    ("<=", "at most"),
    ("!=", "not equal"),
    ("==", "equal"),
    ("=~", "matches"),
    ("!~", "not matches"),
    ("&&", "and"),
    ("||", "or"),
];

/// Signs that mean something before a word.
fn leading_word(c: char) -> Option<&'static str> {
    Some(match c {
        '+' => "plus",
        '-' => "minus",
        '<' => "less than",
        '>' => "greater than",
        '=' => "equal",
        '!' => "not",
        '~' => "about",
        _ => return None,
    })
}

/// Signs that mean something behind a word.
fn trailing_word(c: char) -> Option<&'static str> {
    Some(match c {
        '+' => "plus",
        '#' => "sharp",
        '%' => "percent",
        '*' => "star",
        _ => return None,
    })
}

/// Signs that mean something between words.
fn inner_word(c: char) -> Option<&'static str> {
    Some(match c {
        '&' => "and",
        '%' => "percent",
        '*' => "star",
        _ => return None,
    })
}

/// Signs that stand for themselves.
fn any_word(c: char) -> Option<&'static str> {
    Some(match c {
        '!' => "not",
        '"' => "quote",
        '#' => "hash",
        '$' => "dollar",
        '%' => "percent",
        '&' => "and",
        '\'' => "apostrophe",
        '(' | ')' => "parenthesis",
        '*' => "star",
        '+' => "plus",
        ',' => "comma",
        '-' => "minus",
        '.' => "dot",
        '/' => "slash",
        ':' => "colon",
        ';' => "semicolon",
        '<' => "less than",
        '=' => "equal",
        '>' => "greater than",
        '?' => "question mark",
        '@' => "at",
        '[' | ']' => "bracket",
        '\\' => "backslash",
        '^' => "caret",
        '_' => "underscore",
        '`' => "backtick",
        '{' | '}' => "brace",
        '|' => "or",
        '~' => "tilde",
        _ => return None,
    })
}

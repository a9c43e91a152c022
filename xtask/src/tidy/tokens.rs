//! Rust text as words and signs, without comments, literals and quoted code.
//!
//! No parser: the rules need names and paths, and those can be had from a scan that knows where
//! comments and literals end.

/// A word or a sign of the code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token<'a> {
    pub(super) text: &'a str,
    pub(super) line: usize,
}

/// Macros whose bodies are code of somebody else.
const QUOTES: &[&str] = &["quote", "quote_spanned", "parse_quote", "format_ident"];

/// The tokens of the code itself.
pub(super) fn code(text: &str) -> Vec<Token<'_>> {
    without_quotes(scan(text))
}

/// The tokens up to the tests that close a file.
pub(super) fn code_before_tests(text: &str) -> Vec<Token<'_>> {
    let mut tokens = code(text);
    let opening = ["#", "[", "cfg", "(", "test", ")", "]", "mod"];
    let tests = tokens
        .windows(opening.len())
        .position(|window| window.iter().map(|token| token.text).eq(opening));
    if let Some(tests) = tests {
        tokens.truncate(tests);
    }
    tokens
}

fn scan(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut line = 1;
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        let length = skipped(rest).unwrap_or_else(|| {
            let length = token_length(rest, first);
            tokens.push(Token {
                text: &rest[..length],
                line,
            });
            length
        });
        line += rest[..length].matches('\n').count();
        at += length;
    }
    tokens
}

/// The length of the blank, comment or literal at the start, if there is one.
fn skipped(rest: &str) -> Option<usize> {
    let first = rest.chars().next()?;
    if first.is_whitespace() {
        return Some(first.len_utf8());
    }
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        return Some(block_comment(rest));
    }
    if first == '\'' {
        return character(rest);
    }
    string(rest)
}

/// The length of a block comment, which may hold others.
fn block_comment(rest: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < rest.len() {
        let here = &rest[at..];
        if here.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if here.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += here.chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

/// The length of a character literal; a lifetime is none.
fn character(rest: &str) -> Option<usize> {
    let mut chars = rest.char_indices().skip(1);
    let (_, first) = chars.next()?;
    if first == '\\' {
        chars.next();
        return chars.find(|(_, c)| *c == '\'').map(|(at, _)| at + 1);
    }
    let (at, second) = chars.next()?;
    (second == '\'').then_some(at + 1)
}

/// The length of a string literal of any kind.
fn string(rest: &str) -> Option<usize> {
    let body = rest.trim_start_matches(['b', 'c']);
    let prefix = rest.len() - body.len();
    if prefix > 1 {
        return None;
    }
    if let Some(raw) = body.strip_prefix('r') {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        let opened = raw[hashes..].strip_prefix('"')?;
        let closing = format!("\"{}", "#".repeat(hashes));
        let content = opened.find(&closing).unwrap_or(opened.len());
        return Some((prefix + 2 + hashes + content + closing.len()).min(rest.len()));
    }
    let opened = body.strip_prefix('"')?;
    let mut escaped = false;
    for (at, c) in opened.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some(prefix + 1 + at + 1),
            _ => {}
        }
    }
    Some(rest.len())
}

fn token_length(rest: &str, first: char) -> usize {
    if rest.starts_with("::") {
        return 2;
    }
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    if is_word(first) {
        return rest.find(|c| !is_word(c)).unwrap_or(rest.len());
    }
    first.len_utf8()
}

/// The tokens without the bodies of quoting macros.
fn without_quotes(tokens: Vec<Token<'_>>) -> Vec<Token<'_>> {
    let mut kept: Vec<Token<'_>> = Vec::with_capacity(tokens.len());
    let mut tokens = tokens.into_iter();
    while let Some(token) = tokens.next() {
        let opens = matches!(token.text, "(" | "[" | "{");
        let quotes = opens
            && matches!(kept.as_slice(), [.., name, sign] if sign.text == "!" && QUOTES.contains(&name.text));
        kept.push(token);
        if !quotes {
            continue;
        }
        let mut depth = 1;
        for token in tokens.by_ref() {
            match token.text {
                "(" | "[" | "{" => depth += 1,
                ")" | "]" | "}" => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                kept.push(token);
                break;
            }
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        code(text).into_iter().map(|token| token.text).collect()
    }

    #[test]
    fn comments_and_literals_are_no_code() {
        let text =
            "a // b\n/* c /* d */ e */ \"f \\\" g\" r#\"h \" i\"# b\"j\" '\\'' 'k' 'static l";
        assert_eq!(texts(text), ["a", "'", "static", "l"]);
        assert_eq!(texts("br\"x\" r#type"), ["r", "#", "type"]);
    }

    #[test]
    fn quoted_code_is_not_ours() {
        let text = "let x = quote! { std::env::var({ y }) }; quote_spanned!(z=> w); v";
        assert_eq!(
            texts(text),
            [
                "let",
                "x",
                "=",
                "quote",
                "!",
                "{",
                "}",
                ";",
                "quote_spanned",
                "!",
                "(",
                ")",
                ";",
                "v"
            ]
        );
    }

    #[test]
    fn lines_are_counted_through_literals() {
        let tokens = code("a\n\"x\ny\"\n/*\n*/ b");
        assert_eq!(tokens[1].text, "b");
        assert_eq!(tokens[1].line, 5);
    }

    #[test]
    fn tests_at_the_end_can_be_left_out() {
        let tokens = code_before_tests("a\n#[cfg(test)]\nmod tests { b }");
        assert_eq!(tokens.len(), 1);
    }
}

//! Inline Markdown: text, code spans, emphasis and links, written so that rustdoc reads them as
//! they were meant.

use super::html;

/// A space where a line must not break.
const GLUE: char = '\u{1}';
/// A line break that the author asked for.
const BREAK: char = '\u{2}';

/// One paragraph, heading or cell in the making.
#[derive(Default)]
pub(super) struct Inline {
    out: String,
    links: Vec<Link>,
    /// What stands in an HTML `<code>` that is open.
    code: Option<String>,
}

enum Link {
    /// Its text starts here.
    To { start: usize, address: String },
    /// It leads nowhere that rustdoc could follow, or stands in another link: only its text is kept.
    Nowhere,
}

impl Inline {
    pub(super) fn is_empty(&self) -> bool {
        self.out.is_empty() && self.code.is_none()
    }

    /// Plain text: what would be markup is escaped, addresses become links.
    pub(super) fn text(&mut self, text: &str) {
        if let Some(code) = &mut self.code {
            code.push_str(text);
            return;
        }
        if self
            .links
            .iter()
            .any(|link| matches!(link, Link::To { .. }))
        {
            self.escape(text);
            return;
        }
        let mut rest = text;
        while let Some((before, address, after)) = find_address(rest) {
            self.escape(before);
            self.out.push('<');
            self.out.push_str(&clean_address(address));
            self.out.push('>');
            rest = after;
        }
        self.escape(rest);
    }

    pub(super) fn code(&mut self, text: &str) {
        if let Some(code) = &mut self.code {
            code.push_str(text);
            return;
        }
        self.out.extend(code_span(text).chars().map(|c| match c {
            ' ' => GLUE,
            other => other,
        }));
    }

    /// The delimiter of emphasis or the like, on either side.
    pub(super) fn mark(&mut self, mark: &str) {
        if self.code.is_none() {
            self.out.push_str(mark);
        }
    }

    pub(super) fn open_link(&mut self, address: &str) {
        let outermost = self.links.is_empty();
        let absolute = ["http://", "https://", "mailto:"]
            .iter()
            .any(|scheme| address.starts_with(scheme));
        self.links.push(if outermost && absolute {
            self.out.push('[');
            Link::To {
                start: self.out.len(),
                address: clean_address(address),
            }
        } else {
            Link::Nowhere
        });
    }

    pub(super) fn close_link(&mut self) {
        let Some(Link::To { start, address }) = self.links.pop() else {
            return;
        };
        let text = &self.out[start..];
        let same = text.replace('\\', "") == address;
        if text.trim().is_empty() || same {
            self.out.truncate(start - 1);
            self.out.extend(["<", &address, ">"]);
        } else {
            self.out.extend(["](", &address, ")"]);
        }
    }

    pub(super) fn soft_break(&mut self) {
        self.text(" ");
    }

    pub(super) fn hard_break(&mut self) {
        if self.code.is_none() {
            self.out.push(BREAK);
        }
    }

    /// An HTML tag: what Markdown can say is said so, what else browsers know is dropped, and
    /// what is no HTML (`<account_id>`) is text.
    pub(super) fn html(&mut self, source: &str) {
        match html::tag(source) {
            html::Tag::Comment | html::Tag::Other => {}
            html::Tag::Break => self.hard_break(),
            html::Tag::Strong => self.mark("**"),
            html::Tag::Emphasis => self.mark("*"),
            html::Tag::OpenCode => self.code = Some(self.code.take().unwrap_or_default()),
            html::Tag::CloseCode => self.close_code(),
            html::Tag::OpenLink(address) => self.open_link(&address),
            html::Tag::CloseLink => self.close_link(),
            html::Tag::Unknown => self.text(source),
        }
    }

    fn close_code(&mut self) {
        if let Some(code) = self.code.take()
            && !code.trim().is_empty()
        {
            self.code(&code);
        }
    }

    /// The lines of it, none longer than `width` if words allow.
    pub(super) fn take_lines(&mut self, width: usize) -> Vec<String> {
        let text = self.take();
        text.split(BREAK)
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .map(|part| flow(part, width))
            .reduce(|mut lines, more| {
                if let Some(last) = lines.last_mut() {
                    last.push('\\');
                }
                lines.extend(more);
                lines
            })
            .unwrap_or_default()
    }

    /// The whole of it on one line.
    pub(super) fn take_line(&mut self) -> String {
        let text = self.take();
        let words: Vec<&str> = text
            .split([' ', BREAK])
            .filter(|word| !word.is_empty())
            .collect();
        words.join(" ").replace(GLUE, " ")
    }

    fn take(&mut self) -> String {
        self.close_code();
        while !self.links.is_empty() {
            self.close_link();
        }
        std::mem::take(&mut self.out)
    }

    fn escape(&mut self, text: &str) {
        let tildes = text.matches('~').count() > 1;
        let mut chars = text.chars().peekable();
        let mut before = self.out.chars().next_back().unwrap_or(' ');
        while let Some(c) = chars.next() {
            let after = chars.peek().copied();
            let escape = match c {
                '\\' | '`' | '[' => true,
                ']' => !self.links.is_empty(),
                '*' => !(before.is_whitespace() && after.is_none_or(char::is_whitespace)),
                '_' => !(before.is_alphanumeric() && after.is_some_and(char::is_alphanumeric)),
                '<' => after.is_none_or(|next| next.is_ascii_alphabetic() || "/!?".contains(next)),
                '&' => after.is_none_or(|next| next.is_ascii_alphanumeric() || next == '#'),
                '~' => tildes,
                _ => false,
            };
            if escape {
                self.out.push('\\');
            }
            self.out.push(if c.is_whitespace() { ' ' } else { c });
            before = c;
        }
    }
}

/// Text as a code span, whatever it holds.
pub(crate) fn code_span(text: &str) -> String {
    let text = text.replace(['\n', '\r', '\t'], " ");
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let padded = text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']);
    if text.trim().is_empty() {
        return if text.is_empty() {
            String::from("\"\"")
        } else {
            format!("`\"{text}\"`")
        };
    }
    let pad = if padded { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// Words on lines. No line starts with a word that would begin a list, a heading or the like.
pub(crate) fn flow(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut length = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let size = word.chars().count();
        match lines.last_mut() {
            Some(line) if length + 1 + size <= width || opens_block(word).is_some() => {
                line.push(' ');
                line.push_str(word);
                length += 1 + size;
            }
            Some(_) => {
                lines.push(word.to_owned());
                length = size;
            }
            None => {
                lines.push(match opens_block(word) {
                    Some(at) => format!("{}\\{}", &word[..at], &word[at..]),
                    None => word.to_owned(),
                });
                length = size;
            }
        }
    }
    for line in &mut lines {
        if line.contains(GLUE) {
            *line = line.replace(GLUE, " ");
        }
    }
    lines
}

/// Where a word needs a backslash so that it does not begin a block at the start of a line.
fn opens_block(word: &str) -> Option<usize> {
    let first = word.chars().next()?;
    let digits = word.len() - word.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    match first {
        '#' | '>' => Some(0),
        '-' | '+' | '*' if word.len() == 1 => Some(0),
        '-' | '=' | '|' | ':' if word.chars().all(|c| "-=|:".contains(c)) => Some(0),
        '~' if word.starts_with("~~~") => Some(0),
        '0'..='9' if matches!(&word[digits..], "." | ")") => Some(digits),
        _ => None,
    }
}

/// The first web address in a text: what stands before it, the address, what follows.
fn find_address(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    while let Some(found) = text[from..].find("http") {
        let start = from + found;
        let rest = &text[start..];
        let scheme = if rest.starts_with("http://") {
            "http://".len()
        } else if rest.starts_with("https://") {
            "https://".len()
        } else {
            from = start + "http".len();
            continue;
        };
        let end = rest
            .find(|c: char| c.is_whitespace() || "<>\"`\\|^".contains(c))
            .unwrap_or(rest.len());
        let address = trim_address(&rest[..end]);
        if address.len() > scheme {
            let after = start + address.len();
            return Some((&text[..start], address, &text[after..]));
        }
        from = start + scheme;
    }
    None
}

/// Without the punctuation of the sentence around it.
fn trim_address(address: &str) -> &str {
    let mut address = address;
    loop {
        let Some(last) = address.chars().next_back() else {
            return address;
        };
        let loose = match last {
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '_' | '~' => true,
            ')' => !address.contains('('),
            ']' => !address.contains('['),
            '}' => !address.contains('{'),
            _ => false,
        };
        if !loose {
            return address;
        }
        address = &address[..address.len() - last.len_utf8()];
    }
}

/// An address that can stand between `(` and `)` or `<` and `>`.
fn clean_address(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for c in address.trim().chars() {
        match c {
            ' ' | '(' | ')' | '<' | '>' | '\\' | '`' | '"' | '[' | ']' | '|' => {
                out += &percent(c);
            }
            other if other.is_control() => {}
            other => out.push(other),
        }
    }
    out
}

fn percent(c: char) -> String {
    format!("%{:02X}", u32::from(c))
}

//! The HTML that authors put into Markdown: said in Markdown where that can be, dropped where not.

/// What an inline tag asks for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Tag {
    Comment,
    Break,
    Strong,
    Emphasis,
    OpenCode,
    CloseCode,
    OpenLink(String),
    CloseLink,
    /// A tag that browsers know and Markdown does not need.
    Other,
    /// No tag of HTML: a placeholder such as `<account_id>`.
    Unknown,
}

/// What one tag, `<…>`, asks for.
pub(super) fn tag(source: &str) -> Tag {
    if source.starts_with("<!--") {
        return Tag::Comment;
    }
    let (name, closing) = name(source);
    match (name.as_str(), closing) {
        ("br", _) => Tag::Break,
        ("b" | "strong", _) => Tag::Strong,
        ("i" | "em", _) => Tag::Emphasis,
        ("code" | "kbd" | "tt" | "samp", false) => Tag::OpenCode,
        ("code" | "kbd" | "tt" | "samp", true) => Tag::CloseCode,
        ("a", true) => Tag::CloseLink,
        ("a", false) => Tag::OpenLink(attribute(source, "href").unwrap_or_default()),
        (name, _) if KNOWN.contains(&name) => Tag::Other,
        _ => Tag::Unknown,
    }
}

/// A block of HTML as Markdown: block tags become breaks, list items get a dash.
pub(super) fn to_markdown(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(open) = rest.find('<') {
        push_text(&rest[..open], &mut out);
        rest = &rest[open..];
        let Some(length) = tag_length(rest) else {
            out.push_str("\\<");
            rest = &rest[1..];
            continue;
        };
        let source = &rest[..length];
        rest = &rest[length..];
        match tag(source) {
            Tag::Unknown => {
                out.push('\\');
                out.push_str(source);
            }
            Tag::Break => out.push_str("\\\n"),
            Tag::Other => push_block(source, &mut out),
            // Inline tags are for the second reading.
            Tag::Comment => {}
            _ => out.push_str(source),
        }
    }
    push_text(rest, &mut out);
    out
}

fn push_text(text: &str, out: &mut String) {
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            out.push('\n');
        }
        // Indentation of HTML is not that of Markdown, where it would make code.
        let at_start = out.is_empty() || out.ends_with('\n');
        out.push_str(if at_start { line.trim_start() } else { line });
    }
}

fn push_block(source: &str, out: &mut String) {
    let (name, closing) = name(source);
    match (name.as_str(), closing) {
        ("li", false) => out.push_str("\n- "),
        ("td" | "th", true) => out.push(' '),
        ("h1" | "h2" | "h3" | "h4" | "h5" | "h6", false) => out.push_str("\n\n### "),
        (name, _) if BLOCKS.contains(&name) => out.push_str("\n\n"),
        _ => {}
    }
}

/// How long the tag or comment at the start of the text is.
fn tag_length(text: &str) -> Option<usize> {
    if let Some(comment) = text.strip_prefix("<!--") {
        return Some(comment.find("-->").map_or(text.len(), |end| end + 7));
    }
    let next = text[1..].chars().next()?;
    if !(next.is_ascii_alphabetic() || next == '/') {
        return None;
    }
    text.find('>').map(|end| end + 1)
}

/// The name of a tag in lower case, and whether it closes.
fn name(source: &str) -> (String, bool) {
    let inner = source.trim_start_matches('<');
    let closing = inner.starts_with('/');
    let name: String = inner
        .trim_start_matches('/')
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | ':'))
        .collect();
    (name.to_ascii_lowercase(), closing)
}

/// The value of an attribute, if it is quoted.
fn attribute(source: &str, name: &str) -> Option<String> {
    let at = source.to_ascii_lowercase().find(&format!("{name}="))?;
    let rest = &source[at + name.len() + 1..];
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let rest = &rest[1..];
    rest.find(quote).map(|end| rest[..end].to_owned())
}

const BLOCKS: &[&str] = &[
    "blockquote",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "hr",
    "ol",
    "p",
    "pre",
    "summary",
    "table",
    "tbody",
    "tfoot",
    "thead",
    "tr",
    "ul",
];

const KNOWN: &[&str] = &[
    "abbr",
    "blockquote",
    "body",
    "center",
    "col",
    "colgroup",
    "dd",
    "del",
    "details",
    "div",
    "dl",
    "dt",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "hr",
    "html",
    "img",
    "ins",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "s",
    "script",
    "small",
    "span",
    "strike",
    "style",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "u",
    "ul",
    "wbr",
];

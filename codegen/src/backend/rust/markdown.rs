//! Markdown from a document as lines that rustdoc and clippy take without a word.
//!
//! The text is parsed and written again: what a parser made of it has no open fence, no
//! half-written table and no indentation that means something else to the next reader.

use pulldown_cmark::{
    Alignment, CodeBlockKind, Event, Options, Parser, Tag, TagEnd, TextMergeStream,
};

use super::inline::Inline;
pub(crate) use super::inline::{code_span, flow};
use super::{html, literal};

/// The lines of a Markdown text, none longer than `width` where words allow.
pub(crate) fn lines(markdown: &str, width: usize) -> Vec<String> {
    let mut writer = Writer::new(width);
    writer.read(&visible(markdown), Html::Convert);
    writer.finish()
}

/// Without what cannot be seen, and with one kind of line break.
pub(crate) fn visible(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .filter_map(|c| match c {
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some('\n'),
            '\t' => Some('\t'),
            '\u{a0}' => Some(' '),
            other if literal::is_invisible(other) => None,
            other => Some(other),
        })
        .collect()
}

/// What to do with a block of HTML.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Html {
    /// Say it in Markdown and read that.
    Convert,
    /// It came out of a conversion: it is text.
    Keep,
}

/// What a block stands in.
enum Container {
    Quote,
    Item { marker: String, written: bool },
}

struct Writer {
    width: usize,
    out: Vec<String>,
    containers: Vec<Container>,
    /// Containers that were too deep to show.
    hidden: usize,
    /// The number of the next item of each open list.
    lists: Vec<Option<u64>>,
    /// Whether a blank line belongs before the next block.
    gap: bool,
    inline: Inline,
    cells: Vec<String>,
    code: Option<(String, String)>,
    html: Option<String>,
    table: Vec<Alignment>,
}

/// Deeper lists and quotes are shown at this depth.
const DEEPEST: usize = 12;

impl Writer {
    fn new(width: usize) -> Self {
        Self {
            width,
            out: Vec::new(),
            containers: Vec::new(),
            hidden: 0,
            lists: Vec::new(),
            gap: false,
            inline: Inline::default(),
            cells: Vec::new(),
            code: None,
            html: None,
            table: Vec::new(),
        }
    }

    fn read(&mut self, markdown: &str, html: Html) {
        let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
        for event in TextMergeStream::new(Parser::new_ext(markdown, options)) {
            match event {
                Event::Start(tag) => self.start(tag),
                Event::End(tag) => self.end(tag, html),
                Event::Text(text) | Event::Html(text) => self.text(&text),
                Event::Code(text) => self.inline.code(&text),
                Event::InlineHtml(text) => self.inline.html(&text),
                Event::SoftBreak => self.inline.soft_break(),
                Event::HardBreak => self.inline.hard_break(),
                Event::Rule => {
                    self.flush();
                    self.block(&[String::from("---")]);
                }
                Event::InlineMath(text)
                | Event::DisplayMath(text)
                | Event::FootnoteReference(text) => self.inline.text(&text),
                Event::TaskListMarker(_) => {}
            }
        }
    }

    fn finish(mut self) -> Vec<String> {
        self.flush();
        self.out
    }

    fn text(&mut self, text: &str) {
        if let Some((_, code)) = &mut self.code {
            code.push_str(text);
        } else if let Some(html) = &mut self.html {
            html.push_str(text);
        } else {
            self.inline.text(text);
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph | Tag::Heading { .. } => self.flush(),
            Tag::BlockQuote(_) => {
                self.flush();
                self.open(Container::Quote);
            }
            Tag::CodeBlock(kind) => {
                self.flush();
                self.code = Some((language(&kind), String::new()));
            }
            Tag::HtmlBlock => {
                self.flush();
                self.html = Some(String::new());
            }
            Tag::List(first) => {
                self.flush();
                self.lists.push(first);
            }
            Tag::Item => {
                self.flush();
                let marker = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        let marker = format!("{number}. ");
                        *number = number.saturating_add(1).min(999_999_999);
                        marker
                    }
                    Some(None) | None => String::from("- "),
                };
                self.open(Container::Item {
                    marker,
                    written: false,
                });
            }
            Tag::Table(alignments) => {
                self.flush();
                self.table = alignments;
            }
            Tag::TableHead | Tag::TableRow => self.cells.clear(),
            Tag::Emphasis => self.inline.mark("*"),
            Tag::Strong => self.inline.mark("**"),
            Tag::Strikethrough => self.inline.mark("~~"),
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                self.inline.open_link(&dest_url);
            }
            Tag::TableCell
            | Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd, html: Html) {
        match tag {
            TagEnd::Paragraph => {
                self.paragraph();
                self.gap = true;
            }
            TagEnd::Heading(level) => {
                let text = self.inline.take_line();
                let marks = "#".repeat((level as usize + 1).min(6));
                if !text.is_empty() {
                    self.block(&[format!("{marks} {text}")]);
                }
            }
            TagEnd::BlockQuote(_) => {
                self.flush();
                self.close();
                self.gap = true;
            }
            TagEnd::CodeBlock => self.end_code(),
            TagEnd::HtmlBlock => self.end_html(html),
            TagEnd::List(_) => {
                self.lists.pop();
                self.gap |= self.lists.is_empty();
            }
            TagEnd::Item => {
                self.flush();
                self.close();
            }
            TagEnd::Table => self.gap = true,
            TagEnd::TableHead => {
                self.row(true);
                let rule = delimiter_row(&self.table);
                self.push(&rule);
            }
            TagEnd::TableRow => self.row(false),
            TagEnd::TableCell => {
                let cell = self.inline.take_line().replace('|', "\\|");
                self.cells.push(cell);
            }
            TagEnd::Emphasis => self.inline.mark("*"),
            TagEnd::Strong => self.inline.mark("**"),
            TagEnd::Strikethrough => self.inline.mark("~~"),
            TagEnd::Link | TagEnd::Image => self.inline.close_link(),
            TagEnd::FootnoteDefinition
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::MetadataBlock(_) => {}
        }
    }

    /// Text that stands directly in an item of a tight list.
    fn flush(&mut self) {
        if self.inline.is_empty() {
            return;
        }
        let lines = self.inline.take_lines(self.room());
        if !lines.is_empty() {
            self.separate();
            self.push_all(&lines);
        }
    }

    fn paragraph(&mut self) {
        let lines = self.inline.take_lines(self.room());
        self.block(&lines);
    }

    fn end_code(&mut self) {
        let Some((language, code)) = self.code.take() else {
            return;
        };
        let code = code.replace('\t', "    ");
        let longest = code
            .lines()
            .map(|line| line.trim_start().chars().take_while(|c| *c == '`').count())
            .max()
            .unwrap_or(0);
        let fence = "`".repeat(longest.max(2) + 1);
        let mut lines = vec![format!("{fence}{language}")];
        lines.extend(
            code.trim_end()
                .lines()
                .map(|line| line.trim_end().to_owned()),
        );
        lines.push(fence);
        self.block(&lines);
    }

    fn end_html(&mut self, mode: Html) {
        let Some(source) = self.html.take() else {
            return;
        };
        match mode {
            Html::Convert => {
                let lists = std::mem::take(&mut self.lists);
                self.read(&html::to_markdown(&source), Html::Keep);
                self.lists = lists;
            }
            Html::Keep => {
                self.inline.text(source.trim());
                self.paragraph();
            }
        }
    }

    fn row(&mut self, head: bool) {
        let cells = std::mem::take(&mut self.cells);
        let row = format!("| {} |", cells.join(" | "));
        if head {
            self.separate();
        }
        self.push(&row);
    }

    /// Lines that stand apart from what is around them.
    fn block(&mut self, lines: &[String]) {
        if lines.is_empty() {
            return;
        }
        self.gap |= !self.starts_item();
        self.separate();
        self.push_all(lines);
        self.gap = true;
    }

    fn separate(&mut self) {
        if std::mem::take(&mut self.gap) && !self.out.is_empty() {
            let depth = self.containers.len();
            let fresh = self.containers.iter().rev().take_while(|container| {
                matches!(container, Container::Item { written: false, .. })
            });
            let prefix = self.prefix(depth - fresh.count());
            self.out.push(prefix.trim_end().to_owned());
        }
    }

    fn starts_item(&self) -> bool {
        matches!(
            self.containers.last(),
            Some(Container::Item { written: false, .. })
        )
    }

    fn open(&mut self, container: Container) {
        if self.containers.len() >= DEEPEST {
            self.hidden += 1;
            return;
        }
        if matches!(container, Container::Quote) {
            self.gap |= !self.starts_item();
            self.separate();
        }
        self.containers.push(container);
    }

    fn close(&mut self) {
        if self.hidden > 0 {
            self.hidden -= 1;
            return;
        }
        if self.starts_item() {
            self.separate();
            self.push("");
        }
        self.containers.pop();
    }

    fn push_all(&mut self, lines: &[String]) {
        for line in lines {
            self.push(line);
        }
    }

    fn push(&mut self, line: &str) {
        let mut text = String::new();
        for container in &mut self.containers {
            match container {
                Container::Quote => text.push_str("> "),
                Container::Item {
                    marker,
                    written: false,
                } => text.push_str(marker),
                Container::Item { marker, .. } => text.extend(marker.chars().map(|_| ' ')),
            }
            if let Container::Item { written, .. } = container {
                *written = true;
            }
        }
        text.push_str(line);
        text.truncate(text.trim_end().len());
        self.out.push(text);
    }

    /// What stands before a line that follows the first one of its containers.
    fn prefix(&self, depth: usize) -> String {
        self.containers[..depth]
            .iter()
            .map(|container| match container {
                Container::Quote => String::from("> "),
                Container::Item { marker, .. } => " ".repeat(marker.len()),
            })
            .collect()
    }

    fn room(&self) -> usize {
        let used = self.prefix(self.containers.len()).len();
        self.width.saturating_sub(used).max(40)
    }
}

/// The language of a code block that rustdoc shall show and not compile.
fn language(kind: &CodeBlockKind<'_>) -> String {
    let info = match kind {
        CodeBlockKind::Fenced(info) => info.split([' ', ',', '{']).next().unwrap_or_default(),
        CodeBlockKind::Indented => "",
    };
    let info = info.to_ascii_lowercase();
    if LANGUAGES.contains(&info.as_str()) {
        info
    } else {
        String::from("text")
    }
}

fn delimiter_row(alignments: &[Alignment]) -> String {
    let cells: Vec<&str> = alignments
        .iter()
        .map(|alignment| match alignment {
            Alignment::None => "---",
            Alignment::Left => ":---",
            Alignment::Center => ":---:",
            Alignment::Right => "---:",
        })
        .collect();
    format!("| {} |", cells.join(" | "))
}

/// Words that rustdoc takes for a language other than Rust, and not for an attribute.
const LANGUAGES: &[&str] = &[
    "bash",
    "c",
    "console",
    "cpp",
    "csharp",
    "css",
    "csv",
    "curl",
    "diff",
    "go",
    "graphql",
    "html",
    "http",
    "ini",
    "java",
    "javascript",
    "js",
    "json",
    "json5",
    "jsonc",
    "kotlin",
    "php",
    "powershell",
    "python",
    "ruby",
    "sh",
    "shell",
    "sql",
    "swift",
    "toml",
    "ts",
    "typescript",
    "xml",
    "yaml",
    "yml",
];

#[cfg(test)]
mod tests;

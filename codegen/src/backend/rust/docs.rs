//! Doc comments: what the document says about a thing, and what a type cannot say.

use super::literal;
use super::markdown::{self, code_span};
use crate::api::{Constraints, Docs, Field, Literal, Name, Parameter, Type};

/// A doc comment in the making: paragraphs with a blank line between.
#[derive(Default)]
pub(crate) struct Comment {
    lines: Vec<String>,
}

impl Comment {
    /// What the document says about a thing of this name: summary, description, notes, link.
    pub(crate) fn of(docs: &Docs, name: &Name) -> Self {
        let mut comment = Self::default();
        let description = docs.description.as_deref().unwrap_or_default();
        if let Some(summary) = &docs.summary
            && !says_the_same(summary, description)
            && !says_the_same(summary, name.as_str())
        {
            comment.summary(summary);
        }
        comment.markdown(description);
        for note in &docs.notes {
            comment.markdown(note);
        }
        if let Some((address, text)) = &docs.link {
            let address = address.trim();
            match text.as_deref().map(str::trim) {
                Some(text) if !text.is_empty() => {
                    comment.markdown(&format!("See {address}: {text}"));
                }
                _ => comment.markdown(&format!("See {address}.")),
            }
        }
        comment
    }

    /// One sentence that the author may have left without its full stop.
    fn summary(&mut self, text: &str) {
        let text = text.trim();
        let open = text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '`' | '"'));
        if open {
            self.markdown(&format!("{text}."));
        } else {
            self.markdown(text);
        }
    }

    /// Text from the document.
    pub(crate) fn markdown(&mut self, text: &str) {
        self.lines(markdown::lines(text, WIDTH));
    }

    /// Text of our own: what of it came from the document is in code spans.
    pub(crate) fn paragraph(&mut self, text: &str) {
        self.lines(markdown::flow(text, WIDTH));
    }

    /// A point of a list; `text` is from the document, `facts` of our own.
    pub(crate) fn point(&mut self, head: &str, text: &str, facts: &str) {
        let mut lines = markdown::lines(text, WIDTH - 2);
        let headed = lines.first().is_some_and(|first| is_prose(first));
        if headed {
            lines = markdown::lines(&format!("{head}: {text}"), WIDTH - 2);
        }
        if !(lines.is_empty() || facts.is_empty()) {
            lines.push(String::new());
        }
        lines.extend(markdown::flow(facts, WIDTH - 2));
        match lines.first_mut() {
            Some(_) if headed => {}
            Some(first) if is_prose(first) => *first = format!("{head}: {first}"),
            Some(_) => lines
                .splice(0..0, [format!("{head}:"), String::new()])
                .for_each(drop),
            None => lines.push(head.to_owned()),
        }
        for (index, line) in lines.into_iter().enumerate() {
            let indent = if index == 0 { "- " } else { "  " };
            self.lines
                .push(format!("{indent}{line}").trim_end().to_owned());
        }
    }

    /// A blank line and a heading, so that points can follow.
    pub(crate) fn section(&mut self, title: &str) {
        self.lines(vec![format!("# {title}"), String::new()]);
    }

    /// Lines that are right as they are.
    pub(crate) fn lines(&mut self, lines: Vec<String>) {
        if !lines.is_empty() {
            if self.lines.last().is_some_and(|line| !line.is_empty()) {
                self.lines.push(String::new());
            }
            self.lines.extend(lines);
        }
    }

    pub(crate) fn into_lines(mut self) -> Vec<String> {
        while self.lines.last().is_some_and(String::is_empty) {
            self.lines.pop();
        }
        self.lines
    }
}

/// The doc comment of a member, with what is meant when it is not sent.
pub(crate) fn field(field: &Field, default: Option<&Literal>) -> Vec<String> {
    let mut comment = Comment::of(&field.docs, &field.name);
    if let (Type::String | Type::Boolean, Some(constant)) = (&field.ty, &field.constant)
        && let Some(shown) = shown(constant)
    {
        comment.paragraph(&format!("Always {shown}."));
    }
    comment.paragraph(&facts(
        default,
        &field.constraints,
        field.docs.examples.first(),
    ));
    comment.into_lines()
}

/// The doc comment of an input.
pub(crate) fn parameter(parameter: &Parameter) -> Vec<String> {
    let mut comment = Comment::of(&parameter.docs, &parameter.name);
    comment.paragraph(&facts(
        parameter.default.as_ref(),
        &parameter.constraints,
        parameter.docs.examples.first(),
    ));
    comment.into_lines()
}

/// Default, limits and example, in a few words: ``Default: `20`. At most 100 characters.``
pub(crate) fn facts(
    default: Option<&Literal>,
    limits: &Constraints,
    example: Option<&Literal>,
) -> String {
    let mut facts = Vec::new();
    if let Some(shown) = default.and_then(shown) {
        facts.push(format!("Default: {shown}."));
    }
    facts.extend(range(limits));
    if let Some(step) = &limits.multiple_of {
        facts.push(format!(
            "A multiple of {}.",
            code_span(&literal::json(step))
        ));
    }
    facts.extend(count(limits.length, "character"));
    facts.extend(count(limits.items, "item"));
    if let Some(pattern) = &limits.pattern {
        facts.push(format!(
            "Pattern: {}.",
            code_span(&markdown::visible(pattern))
        ));
    }
    if let Some(format) = &limits.format {
        facts.push(format!(
            "Format: {}.",
            code_span(&markdown::visible(format))
        ));
    }
    if let Some(shown) = example.and_then(shown) {
        facts.push(format!("Example: {shown}."));
    }
    facts.join(" ")
}

/// A literal in prose, unless it is too long to help.
fn shown(literal: &Literal) -> Option<String> {
    let text = match literal {
        Literal::Null => return None,
        Literal::String(text) if text.is_empty() || text.trim() != text => literal::string(text),
        Literal::String(text) => markdown::visible(text),
        other => literal::json(other),
    };
    (text.chars().count() <= LONGEST_SHOWN).then(|| code_span(&text))
}

fn range(limits: &Constraints) -> Option<String> {
    let show = |literal: &Literal| code_span(&literal::json(literal));
    let low = limits
        .minimum
        .as_ref()
        .map(|(value, exclusive)| (show(value), *exclusive));
    let high = limits
        .maximum
        .as_ref()
        .map(|(value, exclusive)| (show(value), *exclusive));
    match (low, high) {
        (None, None) => None,
        (Some((low, false)), Some((high, false))) => Some(format!("From {low} to {high}.")),
        (low, high) => {
            let low = low.map(|(value, exclusive)| {
                format!(
                    "{} {value}",
                    if exclusive { "more than" } else { "at least" }
                )
            });
            let high = high.map(|(value, exclusive)| {
                format!(
                    "{} {value}",
                    if exclusive { "less than" } else { "at most" }
                )
            });
            let both: Vec<String> = low.into_iter().chain(high).collect();
            Some(format!("{}.", capitalised(&both.join(", "))))
        }
    }
}

fn count(limits: (Option<u64>, Option<u64>), noun: &str) -> Option<String> {
    let plural = |n: u64| {
        if n == 1 {
            noun.to_owned()
        } else {
            format!("{noun}s")
        }
    };
    match limits {
        (None | Some(0), None) => None,
        (Some(n), Some(m)) if n == m => Some(format!("Exactly {n} {}.", plural(n))),
        (Some(0) | None, Some(m)) => Some(format!("At most {m} {}.", plural(m))),
        (Some(n), None) => Some(format!("At least {n} {}.", plural(n))),
        (Some(n), Some(m)) => Some(format!("From {n} to {m} {}.", plural(m))),
    }
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map(|first| first.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

/// Whether a rendered line can follow `name: ` on the same line.
fn is_prose(line: &str) -> bool {
    let block = ["- ", "> ", "#", "```", "| ", "---"]
        .iter()
        .any(|mark| line.starts_with(mark));
    let numbered = line
        .split_once(". ")
        .is_some_and(|(number, _)| number.bytes().all(|byte| byte.is_ascii_digit()));
    !(block || numbered)
}

/// Whether a text says no more than the beginning of another.
fn says_the_same(text: &str, other: &str) -> bool {
    let letters = |text: &str| -> String {
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    letters(other).starts_with(&letters(text))
}

/// How wide the text of a comment is.
const WIDTH: usize = 92;
const LONGEST_SHOWN: usize = 80;

#[cfg(test)]
mod tests;

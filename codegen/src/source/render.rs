//! Diagnostics as text.

mod excerpt;

use std::borrow::Cow;
use std::fmt::Write as _;

use serde::Serialize;

use super::Sources;
use super::position::Found;
use crate::diagnostic::{Diagnostic, Location, Outside};

impl Sources {
    /// For people, without colour: `path:line:column: error[code]: message`, the line with a
    /// caret, the same for each related place, and what to do.
    pub fn render(&self, diagnostic: &Diagnostic) -> String {
        if let Some(place) = &diagnostic.outside {
            return outside(place, diagnostic);
        }
        let found = self.find(&diagnostic.at, diagnostic.on_key);
        let mut text = self.heading(
            &diagnostic.at,
            found.as_ref(),
            &format!("{}[{}]", diagnostic.severity, diagnostic.code),
            &diagnostic.message,
        );
        self.excerpt(&mut text, &diagnostic.at, found.as_ref());
        for (at, what) in &diagnostic.related {
            let found = self.find(at, false);
            text.push_str(&self.heading(at, found.as_ref(), "note", what));
            self.excerpt(&mut text, at, found.as_ref());
        }
        if let Some(alias) = found.and_then(|found| found.through) {
            let found = Some(Found {
                bytes: alias,
                through: None,
            });
            let what = "it is reached through this alias";
            text.push_str(&self.heading(&diagnostic.at, found.as_ref(), "note", what));
            self.excerpt(&mut text, &diagnostic.at, found.as_ref());
        }
        if let Some(help) = &diagnostic.help {
            let _ = writeln!(text, "help: {}", on_one_line(help));
        }
        text
    }

    /// For machines: one JSON object on one line, without a line break. Where there is no
    /// position, `line` and `column` are null.
    pub fn render_json(&self, diagnostic: &Diagnostic) -> String {
        let related = diagnostic.related.iter();
        let line = Line {
            place: match &diagnostic.outside {
                Some(outside) => Place::of(outside),
                None => self.place(&diagnostic.at, diagnostic.on_key),
            },
            severity: diagnostic.severity.to_string(),
            code: diagnostic.code,
            message: &diagnostic.message,
            help: diagnostic.help.as_deref(),
            related: related
                .map(|(at, message)| Related {
                    place: self.place(at, false),
                    message,
                })
                .collect(),
        };
        let json = serde_json::to_string(&line).expect("text and numbers always become JSON");
        without_dangers(&json)
    }

    fn place<'a>(&'a self, at: &'a Location, on_key: bool) -> Place<'a> {
        let position = self.position(at, on_key);
        Place {
            file: self.file(at.file).0,
            line: position.map(|(line, _)| line),
            column: position.map(|(_, column)| column),
            pointer: &at.pointer,
        }
    }

    /// The first line. A place that the parsers do not agree on is named by its pointer.
    fn heading(&self, at: &Location, found: Option<&Found>, label: &str, message: &str) -> String {
        let path = on_one_line(self.file(at.file).0);
        let message = on_one_line(message);
        match found {
            Some(found) => {
                let (line, column) = self.line_and_column(at, found.bytes.start);
                format!("{path}:{line}:{column}: {label}: {message}\n")
            }
            None if at.pointer.is_empty() => format!("{path}: {label}: {message}\n"),
            None => format!(
                "{path}: {label}: {message} (at `{}`)\n",
                on_one_line(&at.pointer)
            ),
        }
    }

    fn excerpt(&self, text: &mut String, at: &Location, found: Option<&Found>) {
        let Some(found) = found else { return };
        let (_, source, _) = self.file(at.file);
        let (number, _) = self.line_and_column(at, found.bytes.start);
        let line = self.line(at, found.bytes.start);
        if let Some(excerpt) = excerpt::excerpt(source, found.bytes.clone(), line, number) {
            text.push_str(&excerpt);
        }
    }
}

#[derive(Serialize)]
struct Line<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    severity: String,
    code: &'a str,
    message: &'a str,
    help: Option<&'a str>,
    related: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct Related<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    message: &'a str,
}

#[derive(Serialize)]
struct Place<'a> {
    file: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    pointer: &'a str,
}

impl<'a> Place<'a> {
    fn of(outside: &'a Outside) -> Self {
        Self {
            file: &outside.path,
            line: outside.position.map(|(line, _)| line),
            column: outside.position.map(|(_, column)| column),
            pointer: "",
        }
    }
}

/// What is said of a file that is no part of the document, and whose text is not here.
fn outside(place: &Outside, diagnostic: &Diagnostic) -> String {
    let (severity, code) = (diagnostic.severity, diagnostic.code);
    let message = on_one_line(&diagnostic.message);
    let mut text = format!("{place}: {severity}[{code}]: {message}\n");
    if let Some(help) = &diagnostic.help {
        let _ = writeln!(text, "help: {}", on_one_line(help));
    }
    text
}

/// Characters that would break the line, or turn round what stands after them, are spelt out.
fn on_one_line(text: &str) -> Cow<'_, str> {
    if !text.contains(is_dangerous) {
        return text.into();
    }
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => safe.push(' '),
            c if is_dangerous(c) => {
                let _ = write!(safe, "\\u{{{:x}}}", u32::from(c));
            }
            c => safe.push(c),
        }
    }
    safe.into()
}

/// JSON escapes what is below a space itself; the rest may stand in strings alone.
fn without_dangers(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    for c in json.chars() {
        if is_dangerous(c) {
            let _ = write!(safe, "\\u{:04x}", u32::from(c));
        } else {
            safe.push(c);
        }
    }
    safe
}

/// Control characters, line separators, marks of direction, and the byte order mark.
fn is_dangerous(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{61c}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2066}'..='\u{2069}'
                | '\u{feff}'
        )
}

#[cfg(test)]
mod tests;

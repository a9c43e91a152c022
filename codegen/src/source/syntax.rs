//! Text to tree: which notation it is, and what a parser's complaint means.

use std::borrow::Cow;

use super::block;
use super::guard;
use super::node::Node;
use super::tree::Growth;
use crate::diagnostic::Location;

/// Said of more than one limit, by more than one parser.
pub(super) const TOO_DEEP: &str = "the document is nested too deeply";

/// What one file may cost.
#[derive(Clone, Copy)]
pub(super) struct Allowance {
    pub(super) depth: usize,
    pub(super) nodes: usize,
}

/// How a file is written.
#[derive(Clone, Copy, Debug)]
pub(super) enum Notation {
    Json,
    Yaml,
}

/// A file that was read.
pub(super) struct Parsed {
    pub(super) node: Node,
    pub(super) notation: Notation,
    pub(super) nodes_left: usize,
    /// The members that were given more than once; the file of each is yet to be filled in.
    pub(super) duplicates: Vec<Location>,
}

/// Why a file cannot be read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct SyntaxError {
    pub(super) code: &'static str,
    pub(super) message: String,
    pub(super) help: Option<&'static str>,
    /// Byte offset in the text.
    pub(super) offset: Option<usize>,
}

impl SyntaxError {
    pub(super) fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            help: None,
            offset: None,
        }
    }
}

/// Reads a text as JSON if it looks like it, else (or if it is none) as YAML.
pub(super) fn parse(text: &str, allowance: Allowance) -> Result<Parsed, SyntaxError> {
    if !text.trim_start().starts_with(['{', '[']) {
        return parse_yaml(text, allowance);
    }
    match parse_json(text, allowance) {
        Err(JsonError::Syntax(error)) => {
            parse_yaml(text, allowance).map_err(|yaml| blame(text, error, yaml))
        }
        Err(JsonError::Outgrown(error)) => Err(error),
        Ok(parsed) => Ok(parsed),
    }
}

/// Both parsers refused: the complaint of the notation that was meant.
fn blame(text: &str, json: SyntaxError, yaml: SyntaxError) -> SyntaxError {
    let after_bracket = text.trim_start().get(1..).unwrap_or_default().trim_start();
    if after_bracket.starts_with(['"', '{', '[', '}', ']']) {
        json
    } else {
        yaml
    }
}

/// Text grows by aliases alone, and no honest document repeats itself more often than this.
const REPETITION: usize = 8;

fn growth(text: &str, allowance: Allowance, merge_keys: bool) -> Growth {
    let most_text = text
        .len()
        .saturating_mul(REPETITION)
        .saturating_add(1 << 20);
    Growth::new(merge_keys, allowance.depth, allowance.nodes, most_text)
}

enum JsonError {
    Syntax(SyntaxError),
    Outgrown(SyntaxError),
}

fn parse_json(text: &str, allowance: Allowance) -> Result<Parsed, JsonError> {
    let growth = growth(text, allowance, false);
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let result = growth
        .grow(&mut deserializer)
        .and_then(|node| deserializer.end().map(|()| node));
    match result {
        Ok(node) => Ok(finish(node, Notation::Json, growth)),
        Err(error) => {
            let whole = error.to_string();
            let offset = Some(offset_of_bytes(text, error.line(), error.column()));
            let too_deep = whole.starts_with("recursion limit");
            let message = if too_deep {
                TOO_DEEP.into()
            } else {
                bare(&whole).0.into_owned()
            };
            let error = SyntaxError {
                offset,
                ..SyntaxError::new("syntax", message)
            };
            if growth.outgrown() || too_deep {
                let code = "too-large";
                return Err(JsonError::Outgrown(SyntaxError { code, ..error }));
            }
            Err(JsonError::Syntax(error))
        }
    }
}

fn parse_yaml(text: &str, allowance: Allowance) -> Result<Parsed, SyntaxError> {
    let usual = growth(text, allowance, true);
    if let Some(node) = block::read(text, &usual) {
        return Ok(finish(node, Notation::Yaml, usual));
    }
    guard::check(text, allowance)?;
    let growth = growth(text, allowance, true);
    match growth.grow(serde_yaml::Deserializer::from_str(text)) {
        Ok(node) => Ok(finish(node, Notation::Yaml, growth)),
        Err(error) => Err(explain_yaml(text, &error, growth.outgrown())),
    }
}

fn finish(node: Node, notation: Notation, growth: Growth) -> Parsed {
    Parsed {
        node,
        notation,
        nodes_left: growth.nodes_left(),
        duplicates: growth.into_duplicates(),
    }
}

fn explain_yaml(text: &str, error: &serde_yaml::Error, outgrown: bool) -> SyntaxError {
    let whole = error.to_string();
    let (message, position) = bare(&whole);
    let mark = error.location().map(|place| place.index());
    let offset = position.or(mark).map(|offset| boundary(text, offset));
    let at_offset = offset.and_then(|offset| text.get(offset..)).unwrap_or("");
    let (code, message, help) = if outgrown {
        // The parser puts the path before it.
        let message = message.rsplit(": ").next().unwrap_or_default();
        ("too-large", message, None)
    } else if message.contains("more than one document") {
        let message = "the file holds more than one YAML document";
        let help = "keep one document; others go into files of their own";
        ("syntax", message, Some(help))
    } else if message.starts_with("recursion limit") {
        ("too-large", TOO_DEEP, None)
    } else if message.starts_with("repetition limit") {
        ("too-large", "aliases repeat too much text", None)
    } else {
        ("syntax", message.as_ref(), yaml_help(&message, at_offset))
    };
    SyntaxError {
        help,
        offset,
        ..SyntaxError::new(code, message)
    }
}

fn yaml_help(message: &str, rest: &str) -> Option<&'static str> {
    if rest.starts_with('\t') {
        return Some("YAML takes no tabs for indentation: use spaces");
    }
    let known = [
        (
            "mapping values are not allowed",
            "a text that holds `: ` wants quotes; else look at the indentation of this line",
        ),
        (
            "did not find expected key",
            "this line is indented unlike the lines it belongs to",
        ),
        (
            "did not find expected '-' indicator",
            "this line is indented unlike the items it belongs to",
        ),
        (
            "cannot start any token",
            "a text that begins with this character wants quotes",
        ),
    ];
    let help = known.iter().find(|(start, _)| message.contains(start));
    help.map(|(_, help)| *help)
}

/// A parser's message without the first `at line 3 column 5`, which is printed before it, or
/// without `at position 17`, which is returned beside it.
fn bare(message: &str) -> (Cow<'_, str>, Option<usize>) {
    let digits =
        |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if let Some((before, tail)) = message.split_once(" at position ") {
        let (position, after) = tail.split_at(digits(tail));
        return (format!("{before}{after}").into(), position.parse().ok());
    }
    if let Some((before, tail)) = message.split_once(" at line ") {
        let after_line = &tail[digits(tail)..];
        if let Some(column) = after_line.strip_prefix(" column ") {
            return (
                format!("{before}{}", &column[digits(column)..]).into(),
                None,
            );
        }
    }
    (message.into(), None)
}

/// Byte offset of a line and a column counted in bytes, both from 1.
fn offset_of_bytes(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    let offset = before + column.saturating_sub(1);
    boundary(text, offset)
}

/// The start of the character that a byte belongs to.
fn boundary(text: &str, offset: usize) -> usize {
    (0..=offset.min(text.len()))
        .rev()
        .find(|offset| text.is_char_boundary(*offset))
        .unwrap_or(0)
}

/// Byte offset of the n-th character.
pub(super) fn offset_of_chars(text: &str, index: usize) -> usize {
    text.char_indices()
        .nth(index)
        .map_or(text.len(), |(offset, _)| offset)
}

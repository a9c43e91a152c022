//! The line that a diagnostic is about, with a caret.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::is_dangerous;

/// Characters shown before what is marked, when the line is long.
const BEFORE: usize = 40;
/// Characters shown of a long line.
const WIDTH: usize = 100;

/// The line on which the bytes begin, as much of it as fits around them, and a caret beneath.
pub(super) fn excerpt(
    source: &str,
    bytes: Range<usize>,
    line: Range<usize>,
    number: usize,
) -> Option<String> {
    let start = bytes.start.checked_sub(line.start)?;
    let shown = cut(source.get(line)?, start, bytes.len())?;
    if shown.text.trim().is_empty() {
        return None;
    }
    let marked = AnnotationKind::Primary.span(shown.marked);
    let snippet = Snippet::source(shown.text)
        .line_start(number)
        .annotation(marked);
    let group = Group::with_level(Level::ERROR).element(snippet);
    let mut text = Renderer::plain().render(&[group]);
    text.push('\n');
    Some(text)
}

struct Shown {
    text: String,
    marked: Range<usize>,
}

/// One line with at most [`WIDTH`] characters around what is marked, and nothing dangerous in it.
fn cut(line: &str, start: usize, length: usize) -> Option<Shown> {
    let line = line.strip_suffix('\r').unwrap_or(line);
    let start = start.min(line.len());
    let end = (start + length).min(line.len());
    let (before, marked, after) = (line.get(..start)?, line.get(start..end)?, line.get(end..)?);
    let mut room = WIDTH;
    let mut text = String::new();
    let from = match before.char_indices().rev().nth(BEFORE) {
        // A line that fits is shown from its start.
        Some((from, _)) if before.chars().nth(WIDTH - 20).is_some() => from,
        Some(_) | None => 0,
    };
    if from > 0 {
        text.push('…');
    }
    let mut add = |text: &mut String, part: &str| {
        for c in part.chars() {
            if room == 0 {
                return false;
            }
            room -= 1;
            text.push(if c == '\t' || !is_dangerous(c) {
                c
            } else {
                '\u{fffd}'
            });
        }
        true
    };
    let mut whole = add(&mut text, &before[from..]);
    let marked_from = text.len();
    whole = whole && add(&mut text, marked);
    let marked_to = text.len();
    whole = whole && add(&mut text, after);
    if !whole {
        text.push('…');
    }
    Some(Shown {
        text,
        marked: marked_from..marked_to,
    })
}

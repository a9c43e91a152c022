//! What is asked of a YAML text before the parser may see it.
//!
//! The YAML parser keeps every event in memory, and takes quadratic time for deep nesting in
//! brackets. A second, streaming parser that stops at a fixed depth looks first at whatever could
//! make use of either.

use saphyr_parser::{Event, Parser, ScanError};

use super::syntax::{Allowance, SyntaxError, TOO_DEEP, offset_of_chars};

/// Steps of the quadratic case that take a tenth of a second or so.
const CHEAP: usize = 50_000_000;

/// Refuses a text that would take too much time or memory.
pub(super) fn check(text: &str, allowance: Allowance) -> Result<(), SyntaxError> {
    let looks_cheap = openers(text).saturating_mul(text.len()) < CHEAP;
    if looks_cheap && text.len() / 2 <= allowance.nodes {
        return Ok(());
    }
    if separators(text) > allowance.nodes {
        return Err(too_many());
    }
    let mut nodes = 0_usize;
    let mut depth = 0_usize;
    for event in Parser::new_from_str(text) {
        match event {
            Ok((Event::Scalar(..) | Event::Alias(_), _)) => nodes += 1,
            Ok((Event::SequenceStart(..) | Event::MappingStart(..), span)) => {
                nodes += 1;
                depth += 1;
                if depth > allowance.depth {
                    let offset = offset_of_chars(text, span.start.index());
                    return Err(too_deep(Some(offset)));
                }
            }
            Ok((Event::SequenceEnd | Event::MappingEnd, _)) => depth = depth.saturating_sub(1),
            Ok(_) => {}
            Err(error) => return disagreement(text, &error),
        }
        // A key is an event as well, and no node.
        if nodes > allowance.nodes.saturating_mul(2) {
            return Err(too_many());
        }
    }
    Ok(())
}

fn openers(text: &str) -> usize {
    text.bytes()
        .filter(|byte| matches!(byte, b'[' | b'{'))
        .count()
}

/// The streaming parser keeps what is in brackets until they close, for it may all be a key.
fn separators(text: &str) -> usize {
    let in_brackets = |byte: &u8| matches!(byte, b'[' | b'{' | b',');
    if openers(text) == 0 {
        0
    } else {
        text.bytes().filter(in_brackets).count()
    }
}

fn too_many() -> SyntaxError {
    SyntaxError::new("too-large", "the document has too many values")
}

fn too_deep(offset: Option<usize>) -> SyntaxError {
    SyntaxError {
        offset,
        ..SyntaxError::new("too-large", TOO_DEEP)
    }
}

/// The parsers differ over a few texts, so a complaint is left to the one that decides, unless the
/// complaint is the nesting, or brackets alone nest too deeply to let the other one try.
fn disagreement(text: &str, error: &ScanError) -> Result<(), SyntaxError> {
    const DEEPEST: usize = 500;
    let offset = offset_of_chars(text, error.marker().index());
    if error.info().contains("recursion limit") || bracket_depth(text) > DEEPEST {
        return Err(too_deep(Some(offset)));
    }
    Ok(())
}

fn bracket_depth(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut deepest = 0;
    for byte in text.bytes() {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

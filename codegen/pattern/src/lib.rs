//! Text that a regular expression accepts: for samples, where a document gives a `pattern`.

mod around;

use regex_syntax::ParserBuilder;
use regex_syntax::hir::{Class, Hir, HirKind, Repetition};

/// The longest text that is made.
const LONGEST: usize = 10_000;

/// A text that `pattern` accepts and that has at least `shortest` characters, if the pattern lets
/// it. Always the same text for the same pattern.
///
/// Nothing for a pattern that looks back, or that accepts no short text; of those that look around,
/// for the more intricate.
pub fn sample(pattern: &str, shortest: usize) -> Option<String> {
    plain(pattern, shortest).or_else(|| around::sample(pattern, shortest))
}

/// The same for a pattern that does not look around.
fn plain(pattern: &str, shortest: usize) -> Option<String> {
    let mut parser = ParserBuilder::new().nest_limit(100).build();
    let hir = parser.parse(pattern).ok()?;
    let mut text = Text {
        out: String::new(),
        length: 0,
        missing: shortest.saturating_sub(least(&hir)),
    };
    text.write(&hir)?;
    // A pattern that is not tied to the end may be followed by anything.
    if !hir.properties().look_set_suffix_any().contains_anchor() {
        text.push_times('a', shortest.saturating_sub(text.length))?;
    }
    Some(text.out)
}

/// The length of the shortest text, in characters; a little too much at worst.
fn least(hir: &Hir) -> usize {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => 0,
        HirKind::Literal(literal) => {
            std::str::from_utf8(&literal.0).map_or(0, |text| text.chars().count())
        }
        HirKind::Class(_) => 1,
        HirKind::Repetition(repeated) => least(&repeated.sub).saturating_mul(repeated.min as usize),
        HirKind::Capture(capture) => least(&capture.sub),
        HirKind::Concat(parts) => parts.iter().map(least).fold(0, usize::saturating_add),
        HirKind::Alternation(choices) => choices.first().map_or(0, least),
    }
}

/// A text in the making.
struct Text {
    out: String,
    length: usize,
    /// How many characters are wanted beyond the shortest text.
    missing: usize,
}

impl Text {
    fn write(&mut self, hir: &Hir) -> Option<()> {
        match hir.kind() {
            HirKind::Empty | HirKind::Look(_) => Some(()),
            HirKind::Literal(literal) => {
                let text = std::str::from_utf8(&literal.0).ok()?;
                text.chars().try_for_each(|c| self.push_times(c, 1))
            }
            HirKind::Class(class) => self.push_times(member(class)?, 1),
            HirKind::Repetition(repeated) => self.repeat(repeated),
            HirKind::Capture(capture) => self.write(&capture.sub),
            HirKind::Concat(parts) => parts.iter().try_for_each(|part| self.write(part)),
            HirKind::Alternation(choices) => self.write(choices.first()?),
        }
    }

    fn repeat(&mut self, repeated: &Repetition) -> Option<()> {
        let each = least(&repeated.sub).max(1);
        let room = repeated
            .max
            .map_or(usize::MAX, |max| (max - repeated.min) as usize);
        let more = self.missing.div_ceil(each).min(room);
        self.missing = self.missing.saturating_sub(more.saturating_mul(each));
        let times = (repeated.min as usize).saturating_add(more);
        if times.saturating_mul(each) > LONGEST {
            return None;
        }
        // What stands inside has had its share.
        let missing = std::mem::take(&mut self.missing);
        for _ in 0..times {
            self.write(&repeated.sub)?;
        }
        self.missing = missing;
        Some(())
    }

    fn push_times(&mut self, c: char, times: usize) -> Option<()> {
        self.length = self.length.checked_add(times)?;
        if self.length > LONGEST {
            return None;
        }
        self.out.extend(std::iter::repeat_n(c, times));
        Some(())
    }
}

/// A character of a class: one that reads well, if there is one.
fn member(class: &Class) -> Option<char> {
    let ranges: Vec<(char, char)> = match class {
        Class::Unicode(class) => class.iter().map(|r| (r.start(), r.end())).collect(),
        Class::Bytes(class) => class
            .iter()
            .map(|r| (char::from(r.start()), char::from(r.end())))
            .collect(),
    };
    let holds = |c: &char| ranges.iter().any(|(start, end)| start <= c && c <= end);
    let good = ('a'..='z').chain('0'..='9').chain('A'..='Z');
    let fair = ' '..='~';
    let first = ranges.first().map(|(start, _)| *start);
    good.chain(fair).find(holds).or(first)
}

#[cfg(test)]
mod tests {
    use super::sample;

    #[test]
    fn patterns_of_real_documents() {
        for (pattern, shortest, text) in [
            ("^[a-f0-9]{32}$", 0, "a".repeat(32)),
            ("^[A-Za-z0-9_-]+$", 5, "aaaaa".into()),
            ("^v\\d+\\.\\d+$", 0, "v0.0".into()),
            ("^#[0-9a-fA-F]{6}$", 0, "#aaaaaa".into()),
            ("^(https?|wss)://.+$", 12, "http:// ".into()),
            ("abc", 5, "abcaa".into()),
            ("^(a|b)?$", 0, String::new()),
            ("^\\S+@\\S+$", 0, "a@a".into()),
        ] {
            let made = sample(pattern, shortest).expect("the pattern is understood");
            if pattern.contains("https") {
                let scheme = ["http://", "https://", "wss://"];
                let known = scheme.iter().any(|scheme| made.starts_with(scheme));
                assert!(known && made.len() >= 12, "{made}");
            } else {
                assert_eq!(made, text, "{pattern}");
            }
        }
    }

    #[test]
    fn what_looks_around_is_tried() {
        let id = "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";
        for (pattern, shortest, text) in [
            (format!("^(?!{id}$)^[a-z][a-z0-9-]*[a-zA-Z0-9]$"), 0, "aa"),
            (r"^(?=.*\d)(?=.*[A-Z])[\w(]{6,}$".into(), 0, "0Aaaaa"),
            (r"^[a-z](?!a)[\](?=]+$".into(), 0, "a("),
            ("^(?=x).*$".into(), 3, "xaa"),
        ] {
            let made = sample(&pattern, shortest);
            assert_eq!(made.as_deref(), Some(text), "{pattern}");
        }
    }

    #[test]
    fn what_cannot_be_made_is_none() {
        assert_eq!(sample("^(?=a)b$", 0), None);
        assert_eq!(sample("^(a)\\1$", 0), None);
        assert_eq!(sample("^(?!a", 0), None);
        assert_eq!(sample("(", 0), None);
        assert_eq!(sample("^((a{1000}){1000}){1000}$", 0), None);
    }
}

//! The reasons that comments give, held against what was found.

use super::{Aspect, Comparison, Difference, Finding, Found, KEYWORDS};
use crate::diagnostic::{FileId, Location};
use crate::source::Sources;

/// What a comment begins with to be a reason.
const MARK: &str = "differs:";

/// A reason: of which place, in which respects, and why.
struct Reason {
    about: Location,
    line: usize,
    respects: Vec<Respect>,
    why: String,
}

struct Respect {
    keyword: &'static str,
    /// A pattern; empty: of anything.
    subject: String,
    used: bool,
}

/// Sorts what was found into what is explained and what is not.
pub(super) fn weigh(sources: &Sources, found: Found) -> Comparison {
    let mut comparison = Comparison::default();
    let mut reasons = Vec::new();
    for file in sources.ids() {
        let (path, _, _) = sources.file(file);
        for comment in sources.comments(file) {
            for (offset, text) in texts(&comment.lines) {
                let line = comment.line + offset;
                match reason(&text, &comment.about, line) {
                    Ok(reason) => reasons.push(reason),
                    Err(message) => comparison.idle.push((format!("{path}:{line}"), message)),
                }
            }
        }
    }
    for (finding, (trail, count)) in found.0 {
        let difference = difference(sources, &finding, trail, count);
        match nearest(&mut reasons, &finding) {
            Some(why) => comparison.explained.push((difference, why)),
            None => comparison.unexplained.push(difference),
        }
    }
    for reason in &reasons {
        let (path, _, _) = sources.file(reason.about.file);
        let idle = reason.respects.iter().filter(|respect| !respect.used);
        comparison.idle.extend(idle.map(|respect| {
            let aspect = Aspect {
                keyword: respect.keyword,
                subject: respect.subject.clone(),
            };
            let message = format!("the documents do not differ here in `{aspect}`");
            (format!("{path}:{}", reason.line), message)
        }));
    }
    comparison
}

/// The reasons among the lines of a comment, each with the number of its line. One goes on until
/// the next, or an empty line.
fn texts(lines: &[String]) -> Vec<(usize, String)> {
    let mut texts: Vec<(usize, String)> = Vec::new();
    let mut open = false;
    for (index, line) in lines.iter().enumerate() {
        if let Some(said) = line.trim_start().strip_prefix(MARK) {
            texts.push((index, said.trim().to_owned()));
            open = true;
        } else if line.trim().is_empty() {
            open = false;
        } else if let (true, Some((_, text))) = (open, texts.last_mut()) {
            text.push(' ');
            text.push_str(line.trim());
        }
    }
    texts
}

fn reason(text: &str, about: &Location, line: usize) -> Result<Reason, String> {
    let (respects, why) = text
        .split_once(": ")
        .ok_or("a reason is written `differs: what: why`")?;
    let respects: Result<Vec<Respect>, String> = respects
        .split(',')
        .map(|respect| {
            let respect = respect.trim();
            let (word, subject) = respect.split_once(' ').unwrap_or((respect, ""));
            let keyword = KEYWORDS.iter().find(|keyword| **keyword == word);
            Ok(Respect {
                keyword: keyword
                    .ok_or(format!("`{word}` is no respect in which documents differ"))?,
                subject: subject.trim().to_owned(),
                used: false,
            })
        })
        .collect();
    Ok(Reason {
        about: about.clone(),
        line,
        respects: respects?,
        why: why.trim().to_owned(),
    })
}

/// The reason that stands closest to a finding and speaks of it.
fn nearest(reasons: &mut [Reason], finding: &Finding) -> Option<String> {
    let speaks = |respect: &Respect| {
        respect.keyword == finding.aspect.keyword
            && (respect.subject.is_empty() || matches(&respect.subject, &finding.aspect.subject))
    };
    let near = reasons
        .iter_mut()
        .filter(|reason| reason.respects.iter().any(speaks))
        .filter_map(|reason| Some((closeness(&reason.about, &finding.at)?, reason)))
        .max_by_key(|(closeness, _)| *closeness);
    let (_, reason) = near?;
    for respect in reason.respects.iter_mut().filter(|respect| speaks(respect)) {
        respect.used = true;
    }
    Some(reason.why.clone())
}

/// How close a place is to what stands in it; nothing if the thing stands elsewhere. What is said
/// of the root as a whole is said of every file.
fn closeness(about: &Location, at: &Location) -> Option<usize> {
    if about.pointer.is_empty() {
        let same = about.file == at.file;
        return (same || about.file == FileId(0)).then_some(usize::from(same));
    }
    let rest = at.pointer.strip_prefix(&about.pointer)?;
    let within = about.file == at.file && (rest.is_empty() || rest.starts_with('/'));
    within.then_some(1 + about.pointer.len())
}

/// Whether a pattern, in which `*` stands for any text, matches a text as a whole.
fn matches(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = text.strip_prefix(first) else {
        return false;
    };
    let mut last = None;
    for part in parts {
        if let Some(inner) = last.replace(part) {
            let Some(at) = rest.find(inner) else {
                return false;
            };
            rest = &rest[at + inner.len()..];
        }
    }
    last.map_or(rest.is_empty(), |last| rest.ends_with(last))
}

fn difference(sources: &Sources, finding: &Finding, trail: String, count: usize) -> Difference {
    let (path, _, _) = sources.file(finding.at.file);
    let place = match sources.position(&finding.at, true) {
        Some((line, column)) => format!("{path}:{line}:{column}"),
        None => path.to_owned(),
    };
    Difference {
        place,
        aspect: finding.aspect.clone(),
        ours: finding.ours.clone(),
        theirs: finding.theirs.clone(),
        trail,
        count,
    }
}

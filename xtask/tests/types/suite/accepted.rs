//! What is known not to go as the suite has it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::Failures;

const LIST: &str = include_str!("accepted.txt");

/// The names, each with its reason: the line with `#` above it.
fn list() -> BTreeMap<&'static str, &'static str> {
    let mut reason = "";
    let mut names = BTreeMap::new();
    for line in LIST.lines() {
        if let Some(text) = line.strip_prefix('#') {
            reason = text.trim();
            continue;
        }
        for name in line.split_whitespace() {
            assert!(!reason.is_empty(), "{name} has no reason");
            assert!(names.insert(name, reason).is_none(), "{name} twice");
        }
    }
    names
}

/// What fails and is not on the list, and what is on the list and does not fail.
pub(super) fn differences(failures: &Failures) -> String {
    let accepted = list();
    let mut said = String::new();
    for (name, failure) in failures {
        if !accepted.contains_key(name.as_str()) {
            let _ = writeln!(said, "{name} fails: {failure}");
        }
    }
    for (name, reason) in accepted {
        if !failures.contains_key(name) {
            let _ = writeln!(
                said,
                "{name} does not fail any more, take it off the list ({reason})"
            );
        }
    }
    said
}

//! What came of the suite: a row for each class, and every failing case by name.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::{Context as _, Result};
use serde::{Deserialize, Serialize};

use super::Refused;
use super::cases::{Class, Group};

/// What the checking program says of an instance.
#[derive(Deserialize)]
struct Answer {
    group: String,
    test: usize,
    decoded: bool,
    same: bool,
    said: String,
}

/// The counts of a class.
#[derive(Default, Serialize)]
struct Row {
    /// Valid instances that the schema's keywords speak about, and how many of them survived.
    valid: usize,
    kept: usize,
    /// Valid instances of other kinds ("ignores …"), and how many of them survived.
    other: usize,
    other_kept: usize,
    /// Invalid instances, and how many of them were refused.
    invalid: usize,
    refused: usize,
}

/// What came of the suite.
pub(super) struct Report {
    rows: BTreeMap<Class, Row>,
    failures: Vec<String>,
    accepted: Vec<String>,
    refused: Vec<Refused>,
}

impl Report {
    pub(super) fn new(groups: &[Group], refused: Vec<Refused>, answers: &str) -> Result<Self> {
        let by_name: BTreeMap<&str, &Group> = groups
            .iter()
            .map(|group| (group.name.as_str(), group))
            .collect();
        let mut report = Self {
            rows: BTreeMap::new(),
            failures: Vec::new(),
            accepted: Vec::new(),
            refused,
        };
        for line in answers.lines() {
            let answer: Answer =
                serde_json::from_str(line).context("the checker prints JSON lines")?;
            let group = by_name
                .get(answer.group.as_str())
                .context("the checker names known groups")?;
            report.add(group, &answer);
        }
        Ok(report)
    }

    fn add(&mut self, group: &Group, answer: &Answer) {
        let test = &group.tests[answer.test];
        let row = self.rows.entry(group.class).or_default();
        let kept = answer.decoded && answer.same;
        let case = || {
            format!(
                "{} | {} | {} | {} → {}",
                group.class.name(),
                group.title(),
                test.description,
                test.data,
                answer.said
            )
        };
        match (test.valid, test.concerned) {
            (true, true) => {
                row.valid += 1;
                row.kept += usize::from(kept);
                if !kept {
                    self.failures.push(case());
                }
            }
            (true, false) => {
                row.other += 1;
                row.other_kept += usize::from(kept);
            }
            (false, _) => {
                row.invalid += 1;
                row.refused += usize::from(!answer.decoded);
                if answer.decoded && group.class == Class::Expressible {
                    self.accepted.push(case());
                }
            }
        }
    }

    /// Valid, expressible instances that came back as they were, in percent.
    pub(super) fn share(&self) -> f64 {
        self.rows
            .get(&Class::Expressible)
            .map_or(0.0, |row| percent(row.kept, row.valid))
    }

    pub(super) fn table(&self) -> String {
        let mut text = String::new();
        text.push_str("valid instances that did not come back as they were:\n");
        for failure in &self.failures {
            let _ = writeln!(text, "  {failure}");
        }
        text.push_str("invalid instances of expressible groups that were accepted:\n");
        for accepted in &self.accepted {
            let _ = writeln!(text, "  {accepted}");
        }
        text.push_str("groups that the generator refused:\n");
        for refused in &self.refused {
            let _ = writeln!(text, "  {}: {}", refused.name, refused.reason);
        }
        let _ = writeln!(
            text,
            "{:<12} {:>14} {:>22} {:>18}",
            "class", "valid kept", "valid, other kinds", "invalid refused"
        );
        for (class, row) in &self.rows {
            let _ = writeln!(
                text,
                "{:<12} {:>14} {:>22} {:>18}",
                class.name(),
                format!(
                    "{}/{} {:.1}%",
                    row.kept,
                    row.valid,
                    percent(row.kept, row.valid)
                ),
                format!("{}/{}", row.other_kept, row.other),
                format!("{}/{}", row.refused, row.invalid),
            );
        }
        text
    }

    pub(super) fn json(&self) -> String {
        let rows: BTreeMap<&str, &Row> = self
            .rows
            .iter()
            .map(|(class, row)| (class.name(), row))
            .collect();
        serde_json::json!({ "classes": rows, "failures": self.failures, "accepted": self.accepted })
            .to_string()
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "the suite has some thousand instances"
)]
fn percent(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        100.0
    } else {
        part as f64 * 100.0 / whole as f64
    }
}

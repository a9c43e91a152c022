//! What came of the suite: a row for each class, and every failing instance by name.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::cases::{Class, Group, Test};
use super::{Failures, Refused};
use crate::program::Answer;

/// The counts of a class.
#[derive(Default)]
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
#[derive(Default)]
pub(super) struct Report {
    rows: BTreeMap<Class, Row>,
    /// What went wrong: valid instances that a keyword of their schema speaks about and that did
    /// not come back, and invalid ones of expressible groups that were taken.
    pub(super) failures: Failures,
}

impl Report {
    pub(super) fn new(groups: &[Group], refused: &[Refused], answers: &[Answer]) -> Self {
        let by_name: BTreeMap<&str, &Group> = groups
            .iter()
            .map(|group| (group.name.as_str(), group))
            .collect();
        let mut report = Self::default();
        for answer in answers {
            let group = by_name[answer.name.as_str()];
            report.add(group, answer);
        }
        let asked: usize = groups.iter().map(|group| group.tests.len()).sum();
        assert_eq!(answers.len(), asked, "every instance is asked about");
        for Refused { group, reason } in refused {
            // Nothing of it can come back, and it is no merit that nothing is taken.
            let row = report.rows.entry(group.class).or_default();
            let concerned = |test: &&Test| test.valid && test.concerned;
            row.valid += group.tests.iter().filter(concerned).count();
            report.failures.insert(group.name.clone(), reason.clone());
        }
        report
    }

    fn add(&mut self, group: &Group, answer: &Answer) {
        let test = &group.tests[answer.index];
        let row = self.rows.entry(group.class).or_default();
        let kept = answer.decoded && answer.same;
        let fails = match (test.valid, test.concerned) {
            (true, true) => {
                row.valid += 1;
                row.kept += usize::from(kept);
                !kept
            }
            (true, false) => {
                row.other += 1;
                row.other_kept += usize::from(kept);
                false
            }
            (false, _) => {
                row.invalid += 1;
                row.refused += usize::from(!answer.decoded);
                answer.decoded && group.class == Class::Expressible
            }
        };
        if fails {
            let (file, about, what) = (&group.file, &group.description, &test.description);
            let said = format!("{file}, {about}: {what}: {} → {}", test.data, answer.said);
            let name = format!("{}/{}", group.name, answer.index);
            self.failures.insert(name, said);
        }
    }

    /// Valid, expressible instances that came back as they were, in percent.
    pub(super) fn share(&self) -> f64 {
        self.rows
            .get(&Class::Expressible)
            .map_or(0.0, |row| percent(row.kept, row.valid))
    }

    pub(super) fn table(&self) -> String {
        let mut text = String::from("the JSON Schema suite:\n");
        let columns = [
            "class",
            "valid kept",
            "valid, other kinds",
            "invalid refused",
        ];
        let [class, valid, other, invalid] = columns;
        let _ = writeln!(text, "{class:<12} {valid:>16} {other:>20} {invalid:>17}");
        for (class, row) in &self.rows {
            let share = percent(row.kept, row.valid);
            let valid = format!("{}/{} {share:.1}%", row.kept, row.valid);
            let other = format!("{}/{}", row.other_kept, row.other);
            let invalid = format!("{}/{}", row.refused, row.invalid);
            let class = class.name();
            let _ = writeln!(text, "{class:<12} {valid:>16} {other:>20} {invalid:>17}");
        }
        text
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

//! What a corpus run found: a table for people, JSON for programs.

use std::fmt::Write as _;
use std::fs;

use anyhow::{Context as _, Result};
use camino::Utf8Path;
use serde::Serialize;

use super::child::Told;
use super::contract::Contract;
use super::documents::Document;

/// One document.
#[derive(Debug, Serialize)]
pub(super) struct Row {
    pub(super) document: String,
    #[serde(skip)]
    pub(super) package: String,
    pub(super) seconds: f64,
    #[serde(flatten)]
    pub(super) told: Told,
    /// How the generation ended, if not by itself.
    pub(super) failure: Option<String>,
    /// What compiling it came to, tool by tool.
    pub(super) compiled: Vec<Compiled>,
    /// What its calls came to.
    pub(super) contract: Option<Contract>,
}

/// What a tool of cargo said of a crate.
#[derive(Debug, Serialize)]
pub(super) struct Compiled {
    pub(super) tool: &'static str,
    pub(super) error_count: usize,
    /// The first of them.
    pub(super) errors: Vec<String>,
}

impl Row {
    pub(super) fn new(
        document: &Document,
        seconds: f64,
        told: Told,
        failure: Option<String>,
    ) -> Self {
        Self {
            document: document.name.clone(),
            package: document.package.clone(),
            seconds,
            told,
            failure,
            compiled: Vec::new(),
            contract: None,
        }
    }

    /// Whether a crate was written.
    pub(super) fn generated(&self) -> bool {
        self.failure.is_none() && self.told.error_count == 0
    }

    /// Whether all went well.
    pub(super) fn ok(&self) -> bool {
        self.generated()
            && self
                .compiled
                .iter()
                .all(|compiled| compiled.error_count == 0)
            && self.contract.as_ref().is_none_or(Contract::ok)
    }

    fn verdict(&self) -> &'static str {
        if self.failure.is_some() {
            return "crash";
        }
        if !self.generated() {
            return "error";
        }
        self.compiled
            .iter()
            .find(|compiled| compiled.error_count > 0)
            .map_or(if self.ok() { "ok" } else { "contract" }, |compiled| {
                compiled.tool
            })
    }

    fn error_count(&self) -> usize {
        let compiled: usize = self
            .compiled
            .iter()
            .map(|compiled| compiled.error_count)
            .sum();
        self.told.error_count + compiled + usize::from(self.failure.is_some())
    }

    fn errors(&self) -> impl Iterator<Item = String> {
        let compiled = self
            .compiled
            .iter()
            .flat_map(|compiled| compiled.errors.iter().cloned());
        let failure = self.failure.iter().cloned();
        failure
            .chain(self.told.errors.iter().cloned())
            .chain(compiled)
    }
}

#[derive(Serialize)]
struct Report<'a> {
    total: usize,
    ok: usize,
    positions: usize,
    untyped: usize,
    open: usize,
    documents: &'a [Row],
}

/// Writes the report as JSON.
pub(super) fn write(path: &Utf8Path, rows: &[Row]) -> Result<()> {
    let report = Report {
        total: rows.len(),
        ok: rows.iter().filter(|row| row.ok()).count(),
        positions: rows.iter().map(|row| row.told.positions).sum(),
        untyped: rows.iter().map(|row| row.told.untyped).sum(),
        open: rows.iter().map(|row| row.told.open).sum(),
        documents: rows,
    };
    let text = serde_json::to_string_pretty(&report)? + "\n";
    fs::write(path, text).with_context(|| format!("{path} cannot be written"))
}

/// How many errors of a document the table shows, and how many lines of each.
const ERRORS_SHOWN: usize = 5;
const LINES_SHOWN: usize = 4;

/// The table, then the errors of each document that failed, then the sums.
pub(super) fn table(rows: &[Row]) -> String {
    let heading = [
        "document",
        "",
        "seconds",
        "peak MB",
        "files",
        "lines",
        "operations",
        "warnings",
        "untyped",
        "open",
        "positions",
        "errors",
    ];
    let mut cells = vec![heading.map(String::from).to_vec()];
    cells.extend(rows.iter().map(cells_of));
    let mut text = aligned(&cells);
    for row in rows.iter().filter(|row| !row.ok()) {
        let _ = writeln!(text, "\n{}:", row.document);
        for error in row.errors().take(ERRORS_SHOWN) {
            for line in error.lines().take(LINES_SHOWN) {
                let _ = writeln!(text, "  {line}");
            }
        }
    }
    text.push_str(&calls(rows));
    text.push_str(&sums(rows));
    text
}

/// What the calls of all documents came to, with each that failed.
fn calls(rows: &[Row]) -> String {
    let mut text = String::new();
    let (mut documents, mut operations, mut passed, mut known) = (0, 0, 0, 0);
    for row in rows {
        let Some(contract) = &row.contract else {
            continue;
        };
        documents += 1;
        operations += contract.operations;
        passed += contract.passed;
        known += contract.known;
        if contract.failures.is_empty() && contract.stale.is_empty() {
            continue;
        }
        let _ = writeln!(
            text,
            "\n{}: {} of {} operations pass, {} cannot",
            row.document, contract.passed, contract.operations, contract.known
        );
        for (test, reason) in &contract.failures {
            let mut lines = reason.lines();
            let _ = writeln!(text, "  {test}: {}", lines.next().unwrap_or_default());
            for line in lines.take(LINES_SHOWN) {
                let _ = writeln!(text, "      {line}");
            }
        }
        for operation in &contract.stale {
            let _ = writeln!(
                text,
                "  {operation} is written down as a contradiction, and is none"
            );
        }
    }
    if documents > 0 {
        let _ = writeln!(
            text,
            "\n{passed} of {operations} operations of {documents} documents pass ({:.2} %), {known} cannot",
            share(passed, operations)
        );
    }
    text
}

fn cells_of(row: &Row) -> Vec<String> {
    let told = &row.told;
    vec![
        row.document.clone(),
        row.verdict().into(),
        format!("{:.2}", row.seconds),
        told.peak_mb
            .map_or_else(|| "?".into(), |peak| format!("{peak:.0}")),
        told.files.to_string(),
        told.lines.to_string(),
        told.operations.to_string(),
        told.warnings.to_string(),
        told.untyped.to_string(),
        told.open.to_string(),
        told.positions.to_string(),
        row.error_count().to_string(),
    ]
}

fn aligned(cells: &[Vec<String>]) -> String {
    let columns = cells.first().map_or(0, Vec::len);
    let widths: Vec<usize> = (0..columns)
        .map(|column| {
            let widest = cells.iter().map(|row| row[column].chars().count()).max();
            widest.unwrap_or(0)
        })
        .collect();
    let mut text = String::new();
    for row in cells {
        let mut line = String::new();
        for (column, (cell, width)) in row.iter().zip(&widths).enumerate() {
            let _ = match column {
                0 | 1 => write!(line, "{cell:<width$}  "),
                _ => write!(line, "{cell:>width$}  "),
            };
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

fn sums(rows: &[Row]) -> String {
    let ok = rows.iter().filter(|row| row.ok()).count();
    let untyped: usize = rows.iter().map(|row| row.told.untyped).sum();
    let positions: usize = rows.iter().map(|row| row.told.positions).sum();
    let open: usize = rows.iter().map(|row| row.told.open).sum();
    let lines: usize = rows.iter().map(|row| row.told.lines).sum();
    let share = share(untyped, positions);
    format!(
        "\n{ok} of {} documents ok, {lines} lines, {untyped} of {positions} positions untyped ({share:.2} %), {open} more left open by the documents\n",
        rows.len()
    )
}

/// In percent; nothing of nothing is nothing.
#[expect(
    clippy::cast_precision_loss,
    reason = "a share is shown with two digits"
)]
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        100.0 * part as f64 / whole as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str, errors: usize) -> Row {
        let document = Document {
            name: name.into(),
            path: name.into(),
            folder: ".".into(),
            package: name.into(),
        };
        let told = Told {
            positions: 200,
            untyped: 1,
            error_count: errors,
            errors: vec![format!("{name}:1:1: error[x]: y"); errors],
            ..Told::default()
        };
        Row::new(&document, 0.5, told, None)
    }

    #[test]
    fn the_table_tells_each_document_and_the_sums() {
        let mut broken = row("b.yaml", 0);
        broken.compiled.push(Compiled {
            tool: "check",
            error_count: 1,
            errors: vec!["error[E0308]: mismatched types".into()],
        });
        let mut crashed = row("c.yaml", 0);
        crashed.failure = Some("ended after 60 s".into());
        let text = table(&[row("a.yaml", 0), broken, crashed, row("d.yaml", 2)]);
        let verdict = |name: &str| {
            let line = text
                .lines()
                .find(|line| line.starts_with(name))
                .expect("it has a row");
            line.split_whitespace()
                .nth(1)
                .expect("it has a verdict")
                .to_owned()
        };
        assert_eq!(verdict("a.yaml"), "ok");
        assert_eq!(verdict("b.yaml"), "check");
        assert_eq!(verdict("c.yaml"), "crash");
        assert_eq!(verdict("d.yaml"), "error");
        assert!(
            text.contains("E0308") && text.contains("d.yaml:1:1"),
            "{text}"
        );
        assert!(text.contains("1 of 4 documents ok"), "{text}");
        assert!(
            text.contains("4 of 800 positions untyped (0.50 %)"),
            "{text}"
        );
    }
}

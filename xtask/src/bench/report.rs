//! Figures as a table for people and as JSON for programs: medians, and ours to each peer's.

use std::fmt::Write as _;
use std::fs;

use anyhow::{Context as _, Result};
use camino::Utf8Path;
use serde::Serialize;

use super::cost::Cost;

/// What was found out about one subject.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    pub(super) subject: &'static str,
    pub(super) documents: Vec<Document>,
}

/// One document and all tools.
#[derive(Debug, Serialize)]
pub(super) struct Document {
    pub(super) document: String,
    /// Ours is the first.
    pub(super) rows: Vec<Row>,
}

/// One tool on one document.
#[derive(Debug, Default, Serialize)]
pub(super) struct Row {
    pub(super) tool: String,
    pub(super) runs: Vec<Cost>,
    pub(super) lines: Option<usize>,
    /// Of them those of our runtime.
    pub(super) runtime_lines: Option<usize>,
    /// Why there are no figures, or no more of them.
    pub(super) failure: Option<String>,
    /// The median of the runs.
    pub(super) median: Option<Cost>,
    /// Our median to this one.
    pub(super) ratio: Option<Ratio>,
}

/// Our figures divided by others.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub(super) struct Ratio {
    pub(super) cpu: f64,
    pub(super) wall: f64,
    pub(super) peak_mb: f64,
    pub(super) lines: Option<f64>,
}

impl Document {
    /// Computes medians and ratios when all runs are done.
    pub(super) fn settle(&mut self) {
        for row in &mut self.rows {
            row.median = if row.failure.is_none() {
                median(&row.runs)
            } else {
                None
            };
        }
        let Some((ours, others)) = self.rows.split_first_mut() else {
            return;
        };
        for row in others {
            row.ratio = ratio(ours, row);
        }
    }
}

fn ratio(ours: &Row, other: &Row) -> Option<Ratio> {
    let (a, b) = (ours.median?, other.median?);
    #[expect(clippy::cast_precision_loss, reason = "nobody writes so many lines")]
    let lines = match (ours.lines, other.lines) {
        (Some(a), Some(b)) if b > 0 => Some(a as f64 / b as f64),
        _ => None,
    };
    Some(Ratio {
        cpu: a.cpu / b.cpu,
        wall: a.wall / b.wall,
        peak_mb: a.peak_mb / b.peak_mb,
        lines,
    })
}

/// The median of each figure by itself.
pub(super) fn median(runs: &[Cost]) -> Option<Cost> {
    let of = |figure: fn(&Cost) -> f64| middle(runs.iter().map(figure).collect());
    Some(Cost {
        cpu: of(|run| run.cpu)?,
        wall: of(|run| run.wall)?,
        peak_mb: of(|run| run.peak_mb)?,
    })
}

/// The middle of some figures, or what lies between the two in the middle.
pub(super) fn middle(mut figures: Vec<f64>) -> Option<f64> {
    figures.sort_by(f64::total_cmp);
    let half = figures.len() / 2;
    match figures.len() {
        0 => None,
        n if n % 2 == 1 => Some(figures[half]),
        _ => Some(f64::midpoint(figures[half - 1], figures[half])),
    }
}

impl Report {
    /// Prints the table, and writes the JSON where that is wanted.
    pub(super) fn publish(&self, json: Option<&Utf8Path>) -> Result<()> {
        print!("{}", self.table());
        if let Some(path) = json {
            let text = serde_json::to_string_pretty(self)? + "\n";
            fs::write(path, text).with_context(|| format!("{path} cannot be written"))?;
        }
        Ok(())
    }

    fn table(&self) -> String {
        let mut out = String::new();
        for document in &self.documents {
            let _ = writeln!(
                out,
                "{:<28} {:>9} {:>9} {:>9} {:>9}   ours to it: cpu, wall, MB, lines",
                document.document, "cpu s", "wall s", "peak MB", "lines"
            );
            for row in &document.rows {
                out.push_str(row.line().trim_end());
                out.push('\n');
            }
            out.push('\n');
        }
        out
    }
}

impl Row {
    fn line(&self) -> String {
        let lines = self.lines.map_or(String::new(), |lines| lines.to_string());
        let Some(cost) = self.median else {
            let failure = self.failure.as_deref().unwrap_or("nothing was measured");
            return format!("  {:<26} {:>39}   {failure}", self.tool, lines);
        };
        let notes = match (self.ratio, self.runtime_lines) {
            (Some(ratio), _) => {
                let lines = ratio
                    .lines
                    .map_or(String::from("-"), |lines| format!("{lines:.2}"));
                format!(
                    "{:.2} {:.2} {:.2} {lines}",
                    ratio.cpu, ratio.wall, ratio.peak_mb
                )
            }
            (None, Some(runtime)) => format!("{runtime} lines of it are the runtime"),
            (None, None) => String::new(),
        };
        format!(
            "  {:<26} {:>9.2} {:>9.2} {:>9.0} {lines:>9}   {notes}",
            self.tool, cost.cpu, cost.wall, cost.peak_mb
        )
    }
}

#[cfg(test)]
mod tests;

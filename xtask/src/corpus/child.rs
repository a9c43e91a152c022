//! The process that generates one document of a corpus, and what it tells its parent.

use std::fs;

use anyhow::Result;
use camino::Utf8PathBuf;
use serde::{Deserialize, Serialize};
use specwright::backend::Contract;
use specwright::diagnostic::Severity;

use crate::pipeline::{self, Job};
use crate::{Verdict, output, workspace};
use specwright_disk::Reach;

/// How many errors of a document are told.
const ERRORS_TOLD: usize = 20;

/// Generate one document and tell about it in JSON
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The document.
    #[arg(long)]
    spec: Utf8PathBuf,
    /// Where the crate goes.
    #[arg(long)]
    out: Utf8PathBuf,
    /// The folder that the document's files must not leave.
    #[arg(long)]
    within: Utf8PathBuf,
    /// The crate's name.
    #[arg(long)]
    name: String,
    /// Write tests that call each operation.
    #[arg(long)]
    contract: bool,
}

/// What is known of a generation that came to its end.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub(super) struct Told {
    pub(super) stages: Vec<(String, f64)>,
    pub(super) peak_mb: Option<f64>,
    pub(super) files: usize,
    pub(super) lines: usize,
    pub(super) operations: usize,
    pub(super) warnings: usize,
    pub(super) positions: usize,
    pub(super) untyped: usize,
    /// Positions that the document itself leaves open.
    pub(super) open: usize,
    pub(super) error_count: usize,
    /// The first of them.
    pub(super) errors: Vec<String>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Verdict> {
    let told = match generate(arguments) {
        Ok(told) => told,
        Err(error) => Told {
            error_count: 1,
            errors: vec![format!("{error:#}")],
            ..Told::default()
        },
    };
    println!("{}", serde_json::to_string(&told)?);
    Ok(Verdict::Passed)
}

fn generate(arguments: &Arguments) -> Result<Told> {
    let outcome = pipeline::generate(&Job {
        name: Some(arguments.name.clone()),
        reach: Reach::Within(arguments.within.clone()),
        contract: arguments.contract.then(|| Contract {
            mock: workspace::root().join("codegen/mock").into_string(),
            document: arguments.spec.to_string(),
        }),
        ..Job::new(arguments.spec.clone())
    })?;
    let mut told = Told {
        stages: outcome
            .timings
            .iter()
            .map(|(stage, time)| (stage.to_owned(), time.as_secs_f64()))
            .collect(),
        peak_mb: None,
        files: outcome.files.len(),
        lines: pipeline::lines(&outcome.files),
        operations: outcome.api.operations.len(),
        warnings: outcome.count(Severity::Warning),
        positions: outcome.coverage.positions,
        untyped: outcome.coverage.untyped,
        open: outcome.coverage.open,
        error_count: outcome.count(Severity::Error),
        errors: outcome.first_errors(ERRORS_TOLD),
    };
    if !outcome.failed(false) {
        output::plan(&arguments.out, &outcome.files)?.write()?;
    }
    told.peak_mb = fs::read_to_string("/proc/self/status")
        .ok()
        .and_then(|status| peak_mb(&status));
    Ok(told)
}

/// The peak of the resident memory, from the text of `/proc/…/status`.
pub(super) fn peak_mb(status: &str) -> Option<f64> {
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes / 1024.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_peak_is_read() {
        let status = "Name:\tx\nVmPeak:\t  99 kB\nVmHWM:\t    2048 kB\n";
        assert_eq!(peak_mb(status), Some(2.0));
        assert_eq!(peak_mb("Name:\tx\n"), None);
    }
}

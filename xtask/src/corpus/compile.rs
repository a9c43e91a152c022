//! Compiling the crates of a corpus: several in one workspace, all with one target folder.

mod messages;

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context as _, Result};
use camino::Utf8Path;

use self::messages::Messages;
use super::report::{Compiled, Row};
use super::supervise::last_lines;
use crate::workspace;

/// How many lines, and how many crates, are compiled in one go.
const LINES_AT_ONCE: usize = 150_000;
const CRATES_AT_ONCE: usize = 12;

/// How many errors of a crate are told.
const ERRORS_TOLD: usize = 20;

/// A tool of cargo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tool {
    Check,
    Clippy,
    Doc,
}

impl Tool {
    fn name(self) -> &'static str {
        match self {
            Self::Check => "check",
            Self::Clippy => "clippy",
            Self::Doc => "doc",
        }
    }
}

/// Where and how cargo runs.
struct Bench<'a> {
    tool: Tool,
    work: &'a Utf8Path,
    jobs: usize,
    all_targets: bool,
}

/// Runs the tool over every crate that was generated.
pub(super) fn run(
    tool: Tool,
    rows: &mut [Row],
    work: &Utf8Path,
    jobs: usize,
    all_targets: bool,
) -> Result<()> {
    let bench = Bench {
        tool,
        work,
        jobs,
        all_targets,
    };
    let batches = batches(rows, |_| true);
    let count = batches.len();
    let mut done = 0;
    for (number, batch) in batches.into_iter().enumerate() {
        let started = Instant::now();
        let packages: Vec<&str> = batch
            .iter()
            .map(|index| rows[*index].package.as_str())
            .collect();
        let mut compiled = bench.compile(&packages)?;
        for index in &batch {
            let errors = compiled.remove(&rows[*index].package).unwrap_or_default();
            rows[*index].compiled.push(Compiled {
                tool: tool.name(),
                error_count: errors.len(),
                errors: errors.into_iter().take(ERRORS_TOLD).collect(),
            });
        }
        done += batch.len();
        eprintln!(
            "{}: batch {} of {count}, {done} crates, {:.0} s for this one",
            tool.name(),
            number + 1,
            started.elapsed().as_secs_f64()
        );
    }
    Ok(())
}

/// Indices of the generated rows that are wanted, cut into batches of bounded size.
pub(super) fn batches(rows: &[Row], wanted: impl Fn(&Row) -> bool) -> Vec<Vec<usize>> {
    let mut batches: Vec<Vec<usize>> = Vec::new();
    let mut lines = 0;
    let wanted = |(_, row): &(usize, &Row)| row.generated() && wanted(row);
    for (index, row) in rows.iter().enumerate().filter(wanted) {
        lines += row.told.lines;
        match batches.last_mut() {
            Some(batch) if lines <= LINES_AT_ONCE && batch.len() < CRATES_AT_ONCE => {
                batch.push(index);
            }
            _ => {
                lines = row.told.lines;
                batches.push(vec![index]);
            }
        }
    }
    batches
}

impl Bench<'_> {
    /// The errors of each crate of a batch.
    fn compile(&self, packages: &[&str]) -> Result<BTreeMap<String, Vec<String>>> {
        let (mut messages, stderr) = self.cargo(packages)?;
        let unheard: Vec<&str> = packages
            .iter()
            .copied()
            .filter(|package| !messages.finished(package))
            .filter(|package| !messages.has_errors(package))
            .collect();
        match unheard.as_slice() {
            [] => Ok(messages.errors),
            [package] => {
                messages.add((*package).to_owned(), last_lines(&stderr));
                Ok(messages.errors)
            }
            // Cargo stopped before it came to these: one of them is in the way of the others.
            several => {
                for package in several {
                    messages.errors.extend(self.compile(&[package])?);
                }
                Ok(messages.errors)
            }
        }
    }

    /// Runs cargo over a workspace of these crates; what it said of each, and its own words.
    fn cargo(&self, packages: &[&str]) -> Result<(Messages, String)> {
        write_workspace(self.work, packages)?;
        let program = env::var("CARGO").unwrap_or_else(|_| "cargo".into());
        let mut command = Command::new(program);
        command
            .arg(self.tool.name())
            .args(["--workspace", "--keep-going", "--message-format", "json"])
            .args(["--jobs", &self.jobs.to_string()])
            .args(["--manifest-path", self.work.join("Cargo.toml").as_str()]);
        match self.tool {
            Tool::Doc => {
                command.arg("--no-deps");
            }
            Tool::Check | Tool::Clippy if self.all_targets => {
                command.arg("--all-targets");
            }
            Tool::Check | Tool::Clippy => {}
        }
        if self.tool == Tool::Clippy {
            command.args(["--", "-D", "warnings"]);
        }
        let output = command
            .env("CARGO_TARGET_DIR", self.work.join("target"))
            .env("CARGO_INCREMENTAL", "0")
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .env("RUSTDOCFLAGS", "-D warnings")
            .stdin(Stdio::null())
            .output()
            .context("cargo cannot be started")?;
        let messages = Messages::read(&String::from_utf8_lossy(&output.stdout));
        Ok((
            messages,
            String::from_utf8_lossy(&output.stderr).into_owned(),
        ))
    }
}

/// A workspace of these crates, with the versions that this workspace is locked to.
pub(super) fn write_workspace(work: &Utf8Path, packages: &[&str]) -> Result<()> {
    let members: Vec<String> = packages
        .iter()
        .map(|package| format!("    \"crates/{package}\",\n"))
        .collect();
    let manifest = format!(
        "[workspace]\nresolver = \"3\"\nmembers = [\n{}]\n",
        members.concat()
    );
    let path = work.join("Cargo.toml");
    fs::write(&path, manifest).with_context(|| format!("{path} cannot be written"))?;
    let lock = workspace::root().join("Cargo.lock");
    fs::copy(&lock, work.join("Cargo.lock")).with_context(|| format!("{lock} cannot be copied"))?;
    Ok(())
}

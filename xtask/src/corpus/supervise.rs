//! Running the generation of one document in a process of its own, and watching it.

use std::env;
use std::fs;
use std::io::{Read as _, Seek as _};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use camino::Utf8Path;

use super::Limits;
use super::child::{Told, peak_mb};
use super::documents::Document;
use super::report::Row;

const PACE: Duration = Duration::from_millis(10);

/// How the process ended.
enum End {
    Exit(ExitStatus),
    TooLong,
    TooLarge,
}

/// Generates the document into `<work>/crates/<package>`.
pub(super) fn generate(
    document: &Document,
    work: &Utf8Path,
    limits: Limits,
    contract: bool,
) -> Result<Row> {
    let program = env::current_exe().context("the own program cannot be found")?;
    let stdout = tempfile::tempfile().context("a temporary file cannot be made")?;
    let stderr = tempfile::tempfile().context("a temporary file cannot be made")?;
    let started = Instant::now();
    let mut child = Command::new(program)
        .arg("corpus-document")
        .args(["--spec", document.path.as_str()])
        .args([
            "--out",
            work.join("crates").join(&document.package).as_str(),
        ])
        .args(["--within", document.folder.as_str()])
        .args(["--name", &document.package])
        .args(contract.then_some("--contract"))
        .stdin(Stdio::null())
        .stdout(stdout.try_clone()?)
        .stderr(stderr.try_clone()?)
        .spawn()
        .context("the own program cannot be started")?;
    let (end, watched) = watch(&mut child, started, limits)?;
    let seconds = started.elapsed().as_secs_f64();

    let (told, failure) = match end {
        End::TooLong => (
            None,
            Some(format!("ended after {} s", limits.time.as_secs())),
        ),
        End::TooLarge => (None, Some(format!("ended at {} MB", limits.megabytes))),
        End::Exit(status) => match serde_json::from_str::<Told>(&content(stdout)?) {
            Ok(told) if status.success() => (Some(told), None),
            _ => (
                None,
                Some(format!("{status}: {}", last_lines(&content(stderr)?))),
            ),
        },
    };
    let mut told = told.unwrap_or_default();
    told.peak_mb = told.peak_mb.or(watched);
    Ok(Row::new(document, seconds, told, failure))
}

/// Waits for the process, and ends it when it costs too much. Also says the peak memory seen.
fn watch(child: &mut Child, started: Instant, limits: Limits) -> Result<(End, Option<f64>)> {
    let status = format!("/proc/{}/status", child.id());
    let mut peak = None;
    loop {
        if let Some(exit) = child.try_wait().context("the process cannot be watched")? {
            return Ok((End::Exit(exit), peak));
        }
        peak = fs::read_to_string(&status)
            .ok()
            .and_then(|text| peak_mb(&text))
            .or(peak);
        #[expect(clippy::cast_precision_loss, reason = "megabytes are few")]
        let too_large = peak.is_some_and(|peak| peak > limits.megabytes as f64);
        let too_long = started.elapsed() > limits.time;
        if too_large || too_long {
            child.kill().context("the process cannot be ended")?;
            child.wait().context("the process cannot be ended")?;
            let end = if too_large {
                End::TooLarge
            } else {
                End::TooLong
            };
            return Ok((end, peak));
        }
        thread::sleep(PACE);
    }
}

fn content(mut file: fs::File) -> Result<String> {
    let mut bytes = Vec::new();
    file.rewind()?;
    file.read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The end of what a process that failed said.
pub(super) fn last_lines(text: &str) -> String {
    const KEPT: usize = 6;
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();
    lines[lines.len().saturating_sub(KEPT)..].join("\n")
}

//! What a command costs: it runs beneath a process of its own, whose children are it alone.

use std::env;
use std::fs;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use camino::{Utf8Path, Utf8PathBuf};
use serde::{Deserialize, Serialize};

use crate::Verdict;

/// What one run cost, its children included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize, Serialize)]
pub(super) struct Cost {
    /// Seconds of processors.
    pub(super) cpu: f64,
    /// Seconds of the clock.
    pub(super) wall: f64,
    /// The largest resident memory of a single process.
    pub(super) peak_mb: f64,
}

/// How a run ended.
#[derive(Debug, Deserialize, Serialize)]
struct Ended {
    cost: Cost,
    /// Why it failed, if it did.
    failure: Option<String>,
}

/// Run a command and write what it cost
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Where to write it.
    #[arg(long)]
    report: Utf8PathBuf,
    /// When to end the command.
    #[arg(long)]
    seconds: u64,
    /// The command.
    #[arg(last = true, required = true)]
    command: Vec<String>,
}

/// A command to be measured.
#[derive(Clone, Debug, Default)]
pub(super) struct Measured {
    pub(super) words: Vec<String>,
    pub(super) folder: Option<Utf8PathBuf>,
    pub(super) env: Vec<(&'static str, String)>,
}

impl Measured {
    /// Runs it once. What it says is lost unless it fails.
    pub(super) fn run(&self, work: &Utf8Path, seconds: u64) -> Result<Cost> {
        let report = work.join("cost.json");
        let program = env::current_exe().context("the own program cannot be found")?;
        let mut command = Command::new(program);
        command
            .args(["bench-run", "--report", report.as_str()])
            .args(["--seconds", &seconds.to_string(), "--"])
            .args(&self.words)
            .envs(self.env.iter().cloned())
            .stdin(Stdio::null());
        if let Some(folder) = &self.folder {
            command.current_dir(folder);
        }
        let status = command.status().context("the own program cannot start")?;
        if !status.success() {
            bail!("{} could not be measured", self.words.join(" "));
        }
        let text = fs::read_to_string(&report).context("a run left no report")?;
        let ended: Ended = serde_json::from_str(&text).context("a report is broken")?;
        match ended.failure {
            Some(failure) => bail!("{failure}"),
            None => Ok(ended.cost),
        }
    }
}

/// The process between.
pub(crate) fn run(arguments: &Arguments) -> Result<Verdict> {
    let ended = measure(&arguments.command, Duration::from_secs(arguments.seconds))?;
    fs::write(&arguments.report, serde_json::to_string(&ended)?)
        .with_context(|| format!("{} cannot be written", arguments.report))?;
    Ok(Verdict::Passed)
}

fn measure(words: &[String], limit: Duration) -> Result<Ended> {
    let (program, rest) = words.split_first().context("a command has a program")?;
    let said = tempfile::NamedTempFile::new().context("a temporary file cannot be made")?;
    let started = Instant::now();
    let mut child = Command::new(program)
        .args(rest)
        .stdin(Stdio::null())
        .stdout(said.reopen()?)
        .stderr(said.reopen()?)
        .spawn()
        .with_context(|| format!("{program} cannot be started"))?;
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break Some(status);
        }
        if started.elapsed() > limit {
            child.kill()?;
            child.wait()?;
            break None;
        }
        thread::sleep(Duration::from_millis(1));
    };
    let wall = started.elapsed().as_secs_f64();
    let (cpu, peak_mb) = usage()?;
    let failure = match status {
        Some(status) if status.success() => None,
        Some(status) => Some(format!("{status}: {}", verdict(said.path())?)),
        None => Some(format!("ended after {} s", limit.as_secs())),
    };
    Ok(Ended {
        cost: Cost { cpu, wall, peak_mb },
        failure,
    })
}

/// The line that says most: what a panic said, else the last error, else the last line.
fn verdict(path: &std::path::Path) -> Result<String> {
    let text = String::from_utf8_lossy(&fs::read(path)?).into_owned();
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty());
    let panic = lines()
        .skip_while(|line| !line.contains("panicked at"))
        .nth(1);
    let error = lines().rfind(|line| line.to_ascii_lowercase().starts_with("error"));
    let said = panic.or(error).or(lines().next_back());
    Ok(said.unwrap_or_default().to_owned())
}

/// Seconds and peak of all children that were waited for.
#[cfg(unix)]
fn usage() -> Result<(f64, f64)> {
    use nix::sys::resource::{UsageWho, getrusage};
    use nix::sys::time::TimeValLike as _;

    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).context("the system tells no usage")?;
    let time = usage.user_time() + usage.system_time();
    // Linux counts in kilobytes here, macOS in bytes.
    let unit = if cfg!(target_os = "macos") {
        1.0
    } else {
        1024.0
    };
    #[expect(clippy::cast_precision_loss, reason = "it is printed with few digits")]
    let (micros, peak) = (time.num_microseconds() as f64, usage.max_rss() as f64);
    Ok((micros / 1e6, peak * unit / (1024.0 * 1024.0)))
}

#[cfg(not(unix))]
fn usage() -> Result<(f64, f64)> {
    bail!("what a process costs is asked of a Unix")
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn words(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn a_command_that_fails_says_why() {
        let command = words(&["sh", "-c", "echo 'error: no'; echo more; exit 3"]);
        let ended = measure(&command, Duration::from_secs(60)).expect("sh starts");
        let failure = ended.failure.expect("it failed");
        assert!(failure.ends_with("error: no"), "{failure}");
    }

    #[test]
    fn a_panic_is_told_by_what_it_said() {
        let command = words(&[
            "sh",
            "-c",
            "echo \"thread 'main' panicked at x.rs\"; echo no; echo note; exit 1",
        ]);
        let ended = measure(&command, Duration::from_secs(60)).expect("sh starts");
        let failure = ended.failure.expect("it failed");
        assert!(failure.ends_with(": no"), "{failure}");
    }

    #[test]
    fn a_command_that_takes_too_long_is_ended() {
        let command = words(&["sh", "-c", "sleep 60"]);
        let ended = measure(&command, Duration::ZERO).expect("sh starts");
        assert_eq!(ended.failure.as_deref(), Some("ended after 0 s"));
        assert!(ended.cost.wall < 50.0);
    }

    #[test]
    fn children_count() {
        let command = words(&[
            "sh",
            "-c",
            "sh -c 'i=0; while [ $i -lt 20000 ]; do i=$((i+1)); done'",
        ]);
        let ended = measure(&command, Duration::from_secs(60)).expect("sh starts");
        assert_eq!(ended.failure, None);
        assert!(ended.cost.cpu > 0.0 && ended.cost.peak_mb > 0.0);
    }
}

//! Contract tests of a corpus: each operation of each document called through its generated client,
//! against a server that holds requests to the document.

mod known;
mod outcome;

use std::env;
use std::fs;
use std::io::Read as _;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use camino::{Utf8Path, Utf8PathBuf};
use serde::{Deserialize, Serialize};

use self::known::Known;
use super::compile;
use super::report::Row;
use super::supervise::last_lines;

/// Documents of more operations are left to other checks.
const MOST_OPERATIONS: usize = 300;

/// How long the calls of one document may take.
const LONGEST: Duration = Duration::from_secs(300);

/// What the calls of one document came to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Contract {
    pub(super) operations: usize,
    pub(super) passed: usize,
    /// Those that failed because the document contradicts itself, as it is written down.
    pub(super) known: usize,
    /// Test and reason of each call that failed.
    pub(super) failures: Vec<(String, String)>,
    /// What is written down and no longer so.
    pub(super) stale: Vec<String>,
}

impl Contract {
    /// Whether nothing failed that is not written down.
    pub(super) fn ok(&self) -> bool {
        self.passed + self.known >= self.operations && self.stale.is_empty()
    }

    /// A document of which nothing could be called.
    fn lost(operations: usize, reason: String) -> Self {
        Self {
            operations,
            failures: vec![(String::from("all"), reason)],
            ..Self::default()
        }
    }
}

/// Calls each operation of every crate that was generated.
pub(super) fn run(rows: &mut [Row], work: &Utf8Path, jobs: usize) -> Result<()> {
    let known = known::read()?;
    let small = |row: &Row| (1..=MOST_OPERATIONS).contains(&row.told.operations);
    for batch in compile::batches(rows, small) {
        let packages: Vec<&str> = batch
            .iter()
            .map(|index| rows[*index].package.as_str())
            .collect();
        let started = Instant::now();
        let mut built = build(work, &packages, jobs)?;
        // One crate that does not compile must not hide the others.
        if built.iter().any(|(_, program)| program.is_err()) && packages.len() > 1 {
            for (package, program) in &mut built {
                if program.is_err() {
                    let again = build(work, &[package.as_str()], jobs)?;
                    *program = again.into_iter().next().map_or_else(
                        || Err(String::from("nothing was built")),
                        |(_, program)| program,
                    );
                }
            }
        }
        for (index, (_, program)) in batch.iter().zip(built) {
            let row = &mut rows[*index];
            row.contract = Some(call(row, program, work, &known)?);
        }
        make_room(work);
        eprintln!(
            "contract: {} crates, {:.0} s",
            batch.len(),
            started.elapsed().as_secs_f64()
        );
    }
    Ok(())
}

/// Runs the calls of one document.
fn call(
    row: &Row,
    program: Result<Utf8PathBuf, String>,
    work: &Utf8Path,
    known: &[Known],
) -> Result<Contract> {
    let operations = row.told.operations;
    let program = match program {
        Ok(program) => program,
        Err(reason) => return Ok(Contract::lost(operations, reason)),
    };
    let folder = work.join("crates").join(&row.package);
    let (text, ended) = output(&program, &folder)?;
    if !ended {
        let reason = format!("the calls took longer than {} s", LONGEST.as_secs());
        return Ok(Contract::lost(operations, reason));
    }
    Ok(outcome::read(&text, operations, &row.document, known))
}

/// What a test program says, and whether it came to its end.
fn output(program: &Utf8Path, folder: &Utf8Path) -> Result<(String, bool)> {
    let mut child = Command::new(program)
        .args(["--test-threads", "4"])
        .current_dir(folder)
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .with_context(|| format!("{program} cannot be started"))?;
    let mut stdout = child.stdout.take().context("its output is piped")?;
    let reader = thread::spawn(move || {
        let mut text = Vec::new();
        let read = stdout.read_to_end(&mut text);
        read.map(|_| String::from_utf8_lossy(&text).into_owned())
    });
    let started = Instant::now();
    let ended = loop {
        if child.try_wait()?.is_some() {
            break true;
        }
        if started.elapsed() > LONGEST {
            child.kill()?;
            child.wait()?;
            break false;
        }
        thread::sleep(Duration::from_millis(20));
    };
    let text = reader.join().expect("the reader does not panic")?;
    Ok((text, ended))
}

#[derive(Deserialize)]
struct Line {
    #[serde(default)]
    manifest_path: String,
    target: Option<Target>,
    executable: Option<String>,
    message: Option<Message>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
}

#[derive(Deserialize)]
struct Message {
    level: String,
    rendered: Option<String>,
}

type Built = Vec<(String, Result<Utf8PathBuf, String>)>;

/// The test program of each crate, or why there is none.
fn build(work: &Utf8Path, packages: &[&str], jobs: usize) -> Result<Built> {
    compile::write_workspace(work, packages)?;
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let output = Command::new(cargo)
        .args(["build", "--workspace", "--test", "contract"])
        .args(["--keep-going", "--message-format", "json"])
        .args(["--jobs", &jobs.to_string()])
        .args(["--manifest-path", work.join("Cargo.toml").as_str()])
        .env("CARGO_TARGET_DIR", work.join("target"))
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .stdin(Stdio::null())
        .output()
        .context("cargo cannot be started")?;
    let text = String::from_utf8_lossy(&output.stdout);
    let lines: Vec<Line> = text
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok())
        .collect();
    let said = String::from_utf8_lossy(&output.stderr);
    let built = packages.iter().map(|package| {
        let folder = format!("/crates/{package}/Cargo.toml");
        let own = || {
            lines
                .iter()
                .filter(|line| line.manifest_path.ends_with(&folder))
        };
        let is_test = |line: &&Line| {
            line.target
                .as_ref()
                .is_some_and(|target| target.name == "contract")
        };
        let program = own()
            .filter(is_test)
            .find_map(|line| line.executable.clone().map(Utf8PathBuf::from));
        let error = || {
            let mut messages = own().filter_map(|line| line.message.as_ref());
            let first = messages.find(|message| message.level == "error");
            first
                .and_then(|message| message.rendered.clone())
                .unwrap_or_else(|| last_lines(&said))
        };
        ((*package).to_owned(), program.ok_or_else(error))
    });
    Ok(built.collect())
}

/// Test programs of a corpus take gigabytes.
fn make_room(work: &Utf8Path) {
    let deps = work.join("target/debug/deps");
    let Ok(entries) = fs::read_dir(deps) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let own = name.to_string_lossy().starts_with("contract-");
        if own {
            // What cannot be removed is in nobody's way.
            let _ = fs::remove_file(entry.path());
        }
    }
}

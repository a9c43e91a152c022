//! `cargo xtask suite`: the JSON Schema test suite against generated types.
//!
//! Every group of the suite becomes a schema of one document; the document becomes a crate; a
//! program on top of that crate decodes each instance and encodes it again. A valid instance must
//! come back as it was. An invalid one may be accepted, since a type says less than a schema; the
//! table tells how many were refused.

mod cases;
mod checker;
mod report;

use std::fs;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};
use camino::{Utf8Path, Utf8PathBuf};

use self::cases::Group;
use crate::pipeline::{self, Job, MessageFormat};
use crate::{Verdict, output, workspace};

/// Check generated types against the JSON Schema test suite
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The folder that holds the suite's `tests` and the classes of its files, `KEYWORDS.csv`.
    dir: Utf8PathBuf,
    /// Fail when fewer of the valid, expressible instances survive, in percent.
    #[arg(long, value_name = "PERCENT", default_value_t = 95.0)]
    at_least: f64,
    /// Write the report as JSON.
    #[arg(long, value_name = "FILE.json")]
    report: Option<Utf8PathBuf>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Verdict> {
    if !arguments.dir.is_dir() {
        bail!(
            "{}: no such folder; the suite is not part of the project",
            arguments.dir
        );
    }
    let work = workspace::target().join("suite");
    let groups = cases::read(&arguments.dir)?;
    let (groups, refused) = generate(&work, groups)?;
    checker::write(&work, &groups)?;
    let answers = check(&work)?;
    let report = report::Report::new(&groups, refused, &answers)?;
    print!("{}", report.table());
    if let Some(path) = &arguments.report {
        fs::write(path, report.json()).with_context(|| format!("{path} cannot be written"))?;
    }
    let enough = report.share() >= arguments.at_least;
    Ok(if enough {
        Verdict::Passed
    } else {
        Verdict::Failed
    })
}

/// A group that the generator refuses, and what it says.
struct Refused {
    name: String,
    reason: String,
}

/// Writes the crate of all groups that the generator takes.
fn generate(work: &Utf8Path, mut groups: Vec<Group>) -> Result<(Vec<Group>, Vec<Refused>)> {
    let spec = work.join("spec");
    let mut refused = Vec::new();
    loop {
        if spec.exists() {
            fs::remove_dir_all(&spec).with_context(|| format!("{spec} cannot be removed"))?;
        }
        let root = cases::write(&spec, &groups)?;
        let mut job = Job::new(root);
        job.name = Some("suite-types".to_owned());
        let outcome = pipeline::generate(&job)?;
        if !outcome.failed(false) {
            let folder = work.join("types");
            output::plan(&folder, &outcome.files)?.write()?;
            return Ok((groups, refused));
        }
        let before = groups.len();
        for line in outcome.render(MessageFormat::Json).lines() {
            let said: serde_json::Value =
                serde_json::from_str(line).context("a diagnostic is a JSON object")?;
            if said["severity"] != "error" {
                continue;
            }
            let place = format!("{} {}", said["file"], said["pointer"]);
            let Some(index) = groups.iter().position(|group| group.is_at(&place)) else {
                continue;
            };
            refused.push(Refused {
                name: groups.remove(index).title(),
                reason: said["message"].as_str().unwrap_or_default().to_owned(),
            });
        }
        if groups.len() == before {
            bail!(
                "the document is refused:\n{}",
                outcome.render(MessageFormat::Human)
            );
        }
    }
}

/// Builds and runs the checking program; what it printed.
fn check(work: &Utf8Path) -> Result<String> {
    let cases = work.join("cases.json");
    let output = Command::new("cargo")
        .args(["run", "--quiet", "--package", "suite-checker", "--"])
        .arg(&cases)
        .current_dir(work)
        .env("CARGO_TARGET_DIR", work.join("target"))
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .context("cargo cannot be run")?;
    if !output.status.success() {
        bail!("the checking program failed: {}", output.status);
    }
    String::from_utf8(output.stdout).context("the checking program prints text")
}

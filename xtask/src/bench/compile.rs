//! `bench compile`: `cargo check` of one crate after another, with all dependencies built.

use std::env;
use std::fs;
use std::time::SystemTime;

use anyhow::{Context as _, Result};
use camino::{Utf8Path, Utf8PathBuf};

use super::Common;
use super::cost::{Cost, Measured};
use super::folders::{self, Work};
use super::peers::{Kind, Tools};
use super::report::{Document, Report, Row};
use crate::Verdict;

#[derive(clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    common: Common,
    /// Also ours with this feature alone; may be given several times.
    #[arg(long, value_name = "NAME")]
    feature: Vec<String>,
}

/// A crate that is checked.
struct Case {
    label: String,
    folder: Utf8PathBuf,
    /// What cargo is told beside `check`.
    flags: Vec<String>,
    row: Row,
}

pub(super) fn run(arguments: &Arguments) -> Result<Verdict> {
    let common = &arguments.common;
    let tools = common.tools()?;
    let work = Work::new(common.work.as_deref())?;
    let mut documents = Vec::new();
    for path in common.documents() {
        let mut cases = cases(arguments, &tools, &work, &path)?;
        for case in &mut cases {
            case.prepare(&work.path, common.time_limit);
        }
        for _ in 0..common.runs {
            for case in &mut cases {
                case.measure(&work.path, common.time_limit)?;
            }
        }
        let mut document = Document {
            document: folders::label(&path),
            rows: cases.into_iter().map(|case| case.row).collect(),
        };
        document.settle();
        documents.push(document);
    }
    Report {
        subject: "compile",
        documents,
    }
    .publish(common.json.as_deref())?;
    Ok(Verdict::Passed)
}

/// Generates the crates.
fn cases(
    arguments: &Arguments,
    tools: &Tools,
    work: &Work,
    document: &Utf8Path,
) -> Result<Vec<Case>> {
    let document = document
        .canonicalize_utf8()
        .with_context(|| format!("{document} cannot be found"))?;
    let label = folders::label(&document);
    let mut cases = Vec::new();
    for tool in &tools.there {
        let name = format!("{}-{label}", tool.kind.name());
        let folder = work.fresh(&name)?;
        let generated = tool
            .generate(&document, &folder, &name)
            .run(&work.path, arguments.common.time_limit)
            .and_then(|_| tool.complete(&folder, &name));
        let (lines, runtime) = folders::lines(&folder)?;
        let row = |tool: String| Row {
            tool,
            lines: (lines > 0).then_some(lines),
            runtime_lines: (runtime > 0).then_some(runtime),
            failure: generated
                .as_ref()
                .err()
                .map(|error| format!("generating: {error}")),
            ..Row::default()
        };
        let case = |tool: String, flags: Vec<String>| Case {
            label: name.clone(),
            folder: folder.clone(),
            flags,
            row: row(tool),
        };
        cases.push(case(tool.kind.name().to_owned(), Vec::new()));
        if tool.kind == Kind::Specwright {
            cases.extend(arguments.feature.iter().map(|feature| {
                let flags = ["--no-default-features", "--features"].map(str::to_owned);
                let flags = flags.into_iter().chain([format!("rustls,{feature}")]);
                case(format!("  {feature} alone"), flags.collect())
            }));
        }
    }
    Ok(cases)
}

impl Case {
    /// Builds the dependencies, and finds out whether the crate compiles at all.
    fn prepare(&mut self, work: &Utf8Path, seconds: u64) {
        if self.row.failure.is_none()
            && let Err(error) = self.check(work, seconds)
        {
            self.row.failure = Some(format!("cargo check: {error}"));
        }
    }

    fn measure(&mut self, work: &Utf8Path, seconds: u64) -> Result<()> {
        if self.row.failure.is_some() {
            return Ok(());
        }
        let root = self.folder.join("src/lib.rs");
        let file = fs::File::options()
            .append(true)
            .open(&root)
            .with_context(|| format!("{root} cannot be opened"))?;
        file.set_modified(SystemTime::now())
            .with_context(|| format!("{root} cannot be touched"))?;
        match self.check(work, seconds) {
            Ok(cost) => self.row.runs.push(cost),
            Err(error) => self.row.failure = Some(format!("{}: {error}", self.label)),
        }
        Ok(())
    }

    fn check(&self, work: &Utf8Path, seconds: u64) -> Result<Cost> {
        let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".into());
        let words = [cargo, "check".into(), "--quiet".into()];
        Measured {
            words: words
                .into_iter()
                .chain(self.flags.iter().cloned())
                .collect(),
            folder: Some(self.folder.clone()),
            env: vec![
                ("CARGO_TARGET_DIR", work.join("target").into_string()),
                ("CARGO_INCREMENTAL", String::from("0")),
                ("CARGO_PROFILE_DEV_DEBUG", String::from("0")),
            ],
        }
        .run(work, seconds)
    }
}

//! `cargo xtask corpus`: generates, and at wish compiles, every document of a folder.

pub(crate) mod child;
mod compile;
mod contract;
mod csv;
mod documents;
mod progress;
mod report;
mod supervise;

#[cfg(test)]
mod tests;

use std::num::NonZeroUsize;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use anyhow::{Result, bail};
use camino::{Utf8Path, Utf8PathBuf};

use self::compile::Tool;
use self::documents::Document;
use self::progress::Progress;
use self::report::Row;
use crate::{Verdict, workspace};

/// Generate every document of a folder; with --check, --clippy or --doc also compile what came out
///
/// A document is each `*.yaml`, `*.yml` and `*.json` at the top of the folder. Where an
/// `INDEX.csv` stands in the folder or above it, its column `file` names the documents instead,
/// also the roots of those that consist of several files. Each is generated in a process of its
/// own, so that seconds and peak memory are its own and a crash is a row of the table.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The folder.
    dir: Utf8PathBuf,
    /// `cargo check` each crate.
    #[arg(long)]
    check: bool,
    /// `cargo clippy -- -D warnings` each crate.
    #[arg(long)]
    clippy: bool,
    /// `cargo doc --no-deps` each crate with `-D warnings`.
    #[arg(long)]
    doc: bool,
    /// Call each operation of documents of at most 300, with required inputs and with all, against
    /// a server that holds the requests to the document.
    #[arg(long)]
    contract: bool,
    /// Compile tests and examples of the crates, too.
    #[arg(long)]
    all_targets: bool,
    /// Only documents whose path holds this text; may be given several times.
    #[arg(long, value_name = "TEXT")]
    filter: Vec<String>,
    /// Only the so many smallest documents.
    #[arg(long, value_name = "N")]
    smallest: Option<usize>,
    /// Write the report as JSON.
    #[arg(long, value_name = "FILE.json")]
    report: Option<Utf8PathBuf>,
    /// Documents generated at once, and cargo's jobs; by default the number of processors.
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    /// Seconds after which a generation is ended.
    #[arg(long, value_name = "SECONDS", default_value_t = 120)]
    timeout: u64,
    /// Peak memory at which a generation is ended.
    #[arg(long, value_name = "MB", default_value_t = 4096)]
    max_mb: u64,
    /// Where crates and build output go; by default `corpus` in cargo's target folder.
    #[arg(long, value_name = "DIR")]
    work: Option<Utf8PathBuf>,
}

/// What one generation may cost.
#[derive(Clone, Copy, Debug)]
struct Limits {
    time: Duration,
    megabytes: u64,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Verdict> {
    let documents = documents::list(&arguments.dir, &arguments.filter, arguments.smallest)?;
    if documents.is_empty() {
        bail!("{} holds no document that was asked for", arguments.dir);
    }
    let work = match &arguments.work {
        Some(work) => workspace::current()?.join(work),
        None => workspace::target().join("corpus"),
    };
    let limits = Limits {
        time: Duration::from_secs(arguments.timeout),
        megabytes: arguments.max_mb,
    };
    let jobs = arguments
        .jobs
        .or_else(|| thread::available_parallelism().ok())
        .map_or(1, NonZeroUsize::get);

    let mut rows = generate(&documents, &work, limits, jobs, arguments.contract)?;
    for tool in arguments.tools() {
        compile::run(tool, &mut rows, &work, jobs, arguments.all_targets)?;
    }
    if arguments.contract {
        contract::run(&mut rows, &work, jobs)?;
    }
    print!("{}", report::table(&rows));
    if let Some(path) = &arguments.report {
        report::write(path, &rows)?;
    }
    Ok(if rows.iter().all(Row::ok) {
        Verdict::Passed
    } else {
        Verdict::Failed
    })
}

impl Arguments {
    fn tools(&self) -> impl Iterator<Item = Tool> {
        [
            (self.check, Tool::Check),
            (self.clippy, Tool::Clippy),
            (self.doc, Tool::Doc),
        ]
        .into_iter()
        .filter_map(|(wanted, tool)| wanted.then_some(tool))
    }
}

/// Generates all documents, `jobs` at once; the rows are in the documents' order.
fn generate(
    documents: &[Document],
    work: &Utf8Path,
    limits: Limits,
    jobs: usize,
    contract: bool,
) -> Result<Vec<Row>> {
    let progress = Progress::new("generated", documents.len());
    let next = AtomicUsize::new(0);
    let rows: Mutex<Vec<(usize, Row)>> = Mutex::new(Vec::new());
    thread::scope(|scope| {
        let workers: Vec<_> = (0..jobs.min(documents.len()))
            .map(|_| {
                scope.spawn(|| -> Result<()> {
                    loop {
                        let index = next.fetch_add(1, Ordering::Relaxed);
                        let Some(document) = documents.get(index) else {
                            return Ok(());
                        };
                        let row = supervise::generate(document, work, limits, contract)?;
                        progress.step(&document.name);
                        rows.lock()
                            .expect("no worker panics while it holds the rows")
                            .push((index, row));
                    }
                })
            })
            .collect();
        workers.into_iter().try_for_each(|worker| {
            worker
                .join()
                .expect("a worker returns its errors and does not panic")
        })
    })?;
    progress.end();
    let mut rows = rows
        .into_inner()
        .expect("no worker panics while it holds the rows");
    rows.sort_by_key(|(index, _)| *index);
    Ok(rows.into_iter().map(|(_, row)| row).collect())
}

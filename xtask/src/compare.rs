//! `cargo xtask compare`: a document beside the one that it was written after.

use anyhow::Result;
use camino::Utf8PathBuf;

use crate::Verdict;
use crate::pipeline::{self, Job};
use specwright_disk::Reach;

/// Compare a document with another one: each difference needs a comment that explains it
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The document whose comments (`# differs: what: why`) explain what differs.
    #[arg(long, value_name = "FILE")]
    spec: Utf8PathBuf,
    /// The document that it is compared with.
    #[arg(long, value_name = "FILE")]
    with: Utf8PathBuf,
    /// Let the documents name files outside their folders.
    #[arg(long)]
    allow_outside: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Verdict> {
    let job = |spec: &Utf8PathBuf| Job {
        reach: Reach::from_flag(arguments.allow_outside),
        ..Job::new(spec.clone())
    };
    let Some(comparison) = pipeline::compare(&job(&arguments.spec), &job(&arguments.with))? else {
        return Ok(Verdict::Failed);
    };
    for (difference, why) in &comparison.explained {
        println!("{difference}\n    because {why}\n");
    }
    for difference in &comparison.unexplained {
        println!("error: {difference}\n    no comment explains this\n");
    }
    for (place, message) in &comparison.idle {
        println!("error: {place}: {message}\n");
    }
    println!(
        "{} operations in both documents; {} differences are explained, {} are not; {} reasons are idle",
        comparison.operations,
        comparison.explained.len(),
        comparison.unexplained.len(),
        comparison.idle.len(),
    );
    let fine = comparison.unexplained.is_empty() && comparison.idle.is_empty();
    Ok(if fine {
        Verdict::Passed
    } else {
        Verdict::Failed
    })
}

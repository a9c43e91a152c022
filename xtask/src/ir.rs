//! `cargo xtask ir`: the resolved API, for whoever debugs.

use anyhow::Result;
use camino::Utf8PathBuf;

use crate::Verdict;
use crate::pipeline::{self, Job, MessageFormat};
use specwright_disk::Reach;

/// Print what a document means: the resolved API that backends read
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The document; `-` reads standard input.
    #[arg(long, value_name = "FILE")]
    spec: Utf8PathBuf,
    /// Its configuration; by default the `.toml` beside it, if there is one.
    #[arg(long, value_name = "FILE")]
    config: Option<Utf8PathBuf>,
    /// An overlay to apply first; may be given several times.
    #[arg(long, value_name = "FILE")]
    overlay: Vec<Utf8PathBuf>,
    /// Let the document name files outside its folder.
    #[arg(long)]
    allow_outside: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Verdict> {
    let outcome = pipeline::understand(&Job {
        config: arguments.config.clone(),
        overlays: arguments.overlay.clone(),
        reach: Reach::from_flag(arguments.allow_outside),
        ..Job::new(arguments.spec.clone())
    })?;
    eprint!("{}", outcome.render(MessageFormat::Human));
    println!("{:#?}", outcome.api);
    Ok(if outcome.failed(false) {
        Verdict::Failed
    } else {
        Verdict::Passed
    })
}

//! `cargo xtask bench`: what generating, compiling and using an SDK costs, beside its peers.
//!
//! Each subject is a file of this folder with a `run`; a further one is a file and a variant more.

mod compile;
pub(crate) mod cost;
mod folders;
mod generate;
mod models;
mod peers;
mod report;

use anyhow::Result;
use camino::Utf8PathBuf;

use crate::{Verdict, workspace};
use peers::Tools;

/// Measure what a user pays: for generating, for compiling, for the models at run time
///
/// Peers stand beside it where they are on PATH or in the folder of `--peers`. To install them:
///
///   cargo install openapi-to-rust oas3-gen cargo-progenitor
///   npm install --global @openapitools/openapi-generator-cli
///
/// (the last one loads a jar from Maven when it is first run, and needs Java). Figures of one run
/// are for comparing with each other: the machine, and what else runs on it, is in all of them.
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    subject: Subject,
}

#[derive(clap::Subcommand)]
enum Subject {
    /// Seconds, memory and lines of the generators
    Generate(generate::Arguments),
    /// Seconds and memory of `cargo check` for what they wrote, dependencies built
    Compile(compile::Arguments),
    /// Reading and writing of the flagship's models beside the same types with serde derives
    Models(models::Arguments),
}

/// What all subjects with peers take.
#[derive(clap::Args)]
struct Common {
    /// A document; may be given several times. Else the flagship's.
    #[arg(long, value_name = "FILE")]
    document: Vec<Utf8PathBuf>,
    /// How often each is measured; the tools take turns.
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..))]
    runs: u32,
    /// A folder of peers' programs, searched before PATH.
    #[arg(long, value_name = "DIR")]
    peers: Option<Utf8PathBuf>,
    /// Only these tools: `specwright`, `openapi-to-rust`, `oas3-gen`, `progenitor`, `openapi-generator`.
    #[arg(long, value_name = "TOOL")]
    only: Vec<String>,
    /// Ends a run that takes longer.
    #[arg(long, value_name = "SECONDS", default_value_t = 900)]
    time_limit: u64,
    /// Write the figures as JSON, too.
    #[arg(long, value_name = "FILE")]
    json: Option<Utf8PathBuf>,
    /// A folder to work in, which is kept; else a temporary one.
    #[arg(long, value_name = "DIR")]
    work: Option<Utf8PathBuf>,
}

impl Common {
    fn documents(&self) -> Vec<Utf8PathBuf> {
        if self.document.is_empty() {
            return vec![workspace::root().join("spec/realtime_kit.yaml")];
        }
        self.document.clone()
    }

    /// The tools that are there; says which peers are not.
    fn tools(&self) -> Result<Tools> {
        let tools = Tools::find(self.peers.as_deref(), &self.only)?;
        if !tools.missing.is_empty() {
            eprintln!("not installed: {}", tools.missing.join(", "));
        }
        if tools.alone() {
            eprintln!("no peer is here: the figures stand alone (see `bench --help`)");
        }
        Ok(tools)
    }
}

pub(crate) fn run(arguments: &Arguments) -> Result<Verdict> {
    match &arguments.subject {
        Subject::Generate(arguments) => generate::run(arguments),
        Subject::Compile(arguments) => compile::run(arguments),
        Subject::Models(arguments) => models::run(arguments),
    }
}

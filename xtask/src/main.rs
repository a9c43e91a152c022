//! The commands of the workspace, and the only code in it that writes to the disk.

mod bench;
mod ci;
mod codegen;
mod compare;
mod corpus;
mod ir;
mod mock;
mod output;
mod pipeline;
mod tidy;
mod timings;
mod workspace;

use std::process::{ExitCode, ExitStatus};

use anyhow::Result;
use clap::{Parser, Subcommand};

/// The commands of the workspace.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Codegen(codegen::Arguments),
    Ir(ir::Arguments),
    Compare(compare::Arguments),
    Mock(mock::Arguments),
    Corpus(corpus::Arguments),
    #[command(hide = true)]
    CorpusDocument(corpus::child::Arguments),
    Tidy(tidy::Arguments),
    Ci(ci::Arguments),
    Bench(bench::Arguments),
    #[command(hide = true)]
    BenchRun(bench::cost::Arguments),
}

/// How a command that ran to its end came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Passed,
    Failed,
}

impl From<ExitStatus> for Verdict {
    /// How a program came out that a command left it to.
    fn from(status: ExitStatus) -> Self {
        if status.success() {
            Self::Passed
        } else {
            Self::Failed
        }
    }
}

fn main() -> ExitCode {
    match run(&Cli::parse()) {
        Ok(Verdict::Passed) => ExitCode::SUCCESS,
        Ok(Verdict::Failed) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(cli: &Cli) -> Result<Verdict> {
    match &cli.command {
        Command::Codegen(arguments) => codegen::run(arguments),
        Command::Ir(arguments) => ir::run(arguments),
        Command::Compare(arguments) => compare::run(arguments),
        Command::Mock(arguments) => mock::run(arguments),
        Command::Corpus(arguments) => corpus::run(arguments),
        Command::CorpusDocument(arguments) => corpus::child::run(arguments),
        Command::Tidy(arguments) => tidy::run(arguments),
        Command::Ci(arguments) => ci::run(arguments),
        Command::Bench(arguments) => bench::run(arguments),
        Command::BenchRun(arguments) => bench::cost::run(arguments),
    }
}

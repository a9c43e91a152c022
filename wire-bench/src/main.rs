//! What a request costs beside one that is written by hand, and what comes of ten thousand at once.

mod by_hand;
mod load;
mod request;
mod server;

use std::process::ExitCode;

use anyhow::{Result, bail};

/// How a measurement came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Passed,
    Failed,
}

fn main() -> ExitCode {
    match run() {
        Ok(Verdict::Passed) => ExitCode::SUCCESS,
        Ok(Verdict::Failed) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<Verdict> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["request"] => request::run(),
        ["load"] => load::run(),
        ["profile", who] => request::profile(who),
        _ => bail!(
            "wire-bench request | load | profile hand|hand-list|hand-poll|sdk|sdk-list|sdk-poll (2,000 requests, for a profiler)"
        ),
    }
}

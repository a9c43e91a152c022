//! `cargo xtask bench`: the measurements.

mod request;

use anyhow::Result;

use crate::Verdict;

/// Measure what the SDK costs
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    measurement: Measurement,
}

#[derive(clap::Subcommand)]
enum Measurement {
    /// Time and allocations of a request, beside the same by hand with reqwest and serde
    Request,
    /// 10,000 requests, 256 at a time, to a server that fails one in ten
    Load,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Verdict> {
    match arguments.measurement {
        Measurement::Request => request::run("request"),
        Measurement::Load => request::run("load"),
    }
}

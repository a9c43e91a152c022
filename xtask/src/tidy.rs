//! x
use crate::Verdict;
use anyhow::Result;
/// x
#[derive(clap::Args)]
pub(crate) struct Arguments {}
pub(crate) fn run(_: &Arguments) -> Result<Verdict> {
    Ok(Verdict::Passed)
}

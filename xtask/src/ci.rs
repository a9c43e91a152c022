//! `cargo xtask ci`: exactly what CI runs.

use std::process::Command;

use anyhow::{Context as _, Result};

use crate::{Verdict, workspace};

/// Run what CI runs (`.ci/run`)
#[derive(clap::Args)]
pub(crate) struct Arguments {}

pub(crate) fn run(_: &Arguments) -> Result<Verdict> {
    let status = Command::new("bash")
        .arg(".ci/run")
        .current_dir(workspace::root())
        .status()
        .context("bash, which runs .ci/run, cannot be started")?;
    Ok(status.into())
}

//! `cargo xtask bench request` and `bench load`: measured by `wire-bench`, compiled for speed.

use std::process::Command;

use anyhow::{Context as _, Result};

use crate::{Verdict, workspace};

/// Runs one measurement of `wire-bench`.
pub(super) fn run(measurement: &str) -> Result<Verdict> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args([
            "run",
            "--quiet",
            "--release",
            "--package",
            "wire-bench",
            "--",
        ])
        .arg(measurement)
        .current_dir(workspace::root())
        .status()
        .context("cargo, which builds and runs wire-bench, cannot be started")?;
    Ok(status.into())
}

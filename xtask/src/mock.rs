//! `cargo xtask mock`: the server is a program of its own, so that the other commands are built without it.

use std::ffi::OsString;
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::{Verdict, workspace};

/// Serve a document: check each request against it, and answer with what it documents
#[derive(clap::Args)]
#[command(disable_help_flag = true)]
pub(crate) struct Arguments {
    /// What `cargo xtask mock --help` lists.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<OsString>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Verdict> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let manifest = workspace::root().join("Cargo.toml");
    let status = Command::new(cargo)
        .args([
            "run",
            "--quiet",
            "--package",
            "mock-server",
            "--manifest-path",
        ])
        .arg(manifest)
        .arg("--")
        .args(&arguments.arguments)
        .status()
        .context("cargo, which builds and runs the server, cannot be started")?;
    Ok(status.into())
}

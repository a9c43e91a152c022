//! Where the workspace lies.

use std::env;

use anyhow::{Context as _, Result};
use camino::{Utf8Path, Utf8PathBuf};

/// The folder of the workspace's `Cargo.toml`.
///
/// Cargo names the package's folder when it runs a command; a binary that is started by hand falls
/// back on the folder it was built from.
pub(crate) fn root() -> Utf8PathBuf {
    let package = env::var("CARGO_MANIFEST_DIR").map_or_else(
        |_| Utf8PathBuf::from(env!("CARGO_MANIFEST_DIR")),
        Utf8PathBuf::from,
    );
    package
        .parent()
        .expect("the package stands in a folder of the workspace")
        .to_path_buf()
}

/// The folder that cargo builds into.
pub(crate) fn target() -> Utf8PathBuf {
    env::var("CARGO_TARGET_DIR").map_or_else(|_| root().join("target"), |dir| root().join(dir))
}

/// The working directory of the caller.
pub(crate) fn current() -> Result<Utf8PathBuf> {
    let path = env::current_dir().context("the working directory cannot be had")?;
    Utf8PathBuf::from_path_buf(path)
        .map_err(|path| anyhow::anyhow!("the working directory is not UTF-8: {}", path.display()))
}

/// The path as a user would write it from where they stand.
pub(crate) fn shown(path: &Utf8Path) -> &Utf8Path {
    match current() {
        Ok(here) => path.strip_prefix(here).unwrap_or(path),
        Err(_) => path,
    }
}

//! The generators that are compared: where they are, how they are called, what they leave behind.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result, bail};
use camino::{Utf8Path, Utf8PathBuf};

use super::cost::Measured;
use crate::workspace;

/// A generator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Specwright,
    OpenapiToRust,
    Oas3Gen,
    Progenitor,
    OpenapiGenerator,
}

const ALL: [Kind; 5] = [
    Kind::Specwright,
    Kind::OpenapiToRust,
    Kind::Oas3Gen,
    Kind::Progenitor,
    Kind::OpenapiGenerator,
];

/// A generator that is there.
#[derive(Clone, Debug)]
pub(super) struct Tool {
    pub(super) kind: Kind,
    program: String,
}

/// Those that are there, ours first, and the names of those that are not.
pub(super) struct Tools {
    pub(super) there: Vec<Tool>,
    pub(super) missing: Vec<&'static str>,
}

impl Kind {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Specwright => "specwright",
            Self::OpenapiToRust => "openapi-to-rust",
            Self::Oas3Gen => "oas3-gen",
            Self::Progenitor => "progenitor",
            Self::OpenapiGenerator => "openapi-generator",
        }
    }

    /// The name of the program on PATH.
    fn program(self) -> &'static str {
        match self {
            Self::Specwright => "xtask",
            Self::OpenapiToRust => "openapi-to-rust",
            Self::Oas3Gen => "oas3-gen",
            Self::Progenitor => "cargo-progenitor",
            Self::OpenapiGenerator => "openapi-generator-cli",
        }
    }
}

impl Tools {
    /// Looks for the peers, and builds ours as a user would: with optimisations.
    pub(super) fn find(folder: Option<&Utf8Path>, only: &[String]) -> Result<Self> {
        if let Some(unknown) = only
            .iter()
            .find(|name| !ALL.iter().any(|it| it.name() == **name))
        {
            bail!("{unknown} is no tool: see `bench generate --help`");
        }
        let mut tools = Self {
            there: Vec::new(),
            missing: Vec::new(),
        };
        let wanted = |kind: &Kind| only.is_empty() || only.iter().any(|name| name == kind.name());
        for kind in ALL.into_iter().filter(wanted) {
            let program = match kind {
                Kind::Specwright => Some(build()?.into_string()),
                _ => find(kind.program(), folder),
            };
            match program {
                Some(program) => tools.there.push(Tool { kind, program }),
                None => tools.missing.push(kind.name()),
            }
        }
        Ok(tools)
    }

    /// Whether there is nothing to compare with.
    pub(super) fn alone(&self) -> bool {
        self.there.iter().all(|tool| tool.kind == Kind::Specwright)
    }
}

/// Builds this program with optimisations.
fn build() -> Result<Utf8PathBuf> {
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let status = Command::new(cargo)
        .args(["build", "--quiet", "--release", "--package", "xtask"])
        .current_dir(workspace::root())
        .status()
        .context("cargo cannot be started")?;
    if !status.success() {
        bail!("the generator could not be built");
    }
    let name = format!("xtask{}", env::consts::EXE_SUFFIX);
    Ok(workspace::target().join("release").join(name))
}

/// The path of a program, from the folder or PATH.
fn find(program: &str, folder: Option<&Utf8Path>) -> Option<String> {
    let program = format!("{program}{}", env::consts::EXE_SUFFIX);
    let folder = folder.map(|folder| folder.as_std_path().to_path_buf());
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = folder.into_iter().chain(env::split_paths(&path)).collect();
    let found = folders.into_iter().map(|folder| folder.join(&program));
    let found = found.into_iter().find(|path| path.is_file())?;
    found.to_str().map(str::to_owned)
}

impl Tool {
    /// The command that generates a crate called `name` in `out`.
    pub(super) fn generate(&self, document: &Utf8Path, out: &Utf8Path, name: &str) -> Measured {
        let (document, out) = (document.as_str(), out.as_str());
        let words: Vec<&str> = match self.kind {
            Kind::Specwright => vec!["codegen", "--spec", document, "--out", out, "--name", name],
            Kind::OpenapiToRust => vec!["generate", document, "--output-dir", out, "--quiet"],
            Kind::Oas3Gen => {
                vec![
                    "generate",
                    "client-mod",
                    "-i",
                    document,
                    "-o",
                    out,
                    "--workspace",
                    "--quiet",
                ]
            }
            Kind::Progenitor => {
                vec![
                    "progenitor",
                    "-i",
                    document,
                    "-o",
                    out,
                    "-n",
                    name,
                    "-v",
                    "0.1.0",
                ]
            }
            Kind::OpenapiGenerator => vec!["generate", "-g", "rust", "-i", document, "-o", out],
        };
        let words = [self.program.as_str()].into_iter().chain(words);
        Measured {
            words: words.map(str::to_owned).collect(),
            ..Measured::default()
        }
    }

    /// Makes a crate of what was generated: called `name`, a workspace of its own.
    pub(super) fn complete(&self, out: &Utf8Path, name: &str) -> Result<()> {
        if self.kind == Kind::OpenapiToRust {
            wrap_modules(out, name)?;
        }
        let path = out.join("Cargo.toml");
        let mut manifest =
            fs::read_to_string(&path).with_context(|| format!("{path} cannot be read"))?;
        if !manifest.contains("[workspace]") {
            manifest.push_str("\n[workspace]\n");
        }
        fs::write(&path, manifest).with_context(|| format!("{path} cannot be written"))
    }
}

/// openapi-to-rust writes modules and the dependencies that they want.
fn wrap_modules(out: &Utf8Path, name: &str) -> Result<()> {
    let dependencies = fs::read_to_string(out.join("REQUIRED_DEPS.toml"))
        .with_context(|| format!("{out} does not say what it depends on"))?;
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n{dependencies}"
    );
    fs::write(out.join("Cargo.toml"), manifest)?;
    let source = out.join("src");
    fs::create_dir_all(&source)?;
    for entry in out.read_dir_utf8()? {
        let file = entry?.into_path();
        if file.extension() == Some("rs") {
            let target = match file.file_name() {
                Some("mod.rs") | None => "lib.rs",
                Some(name) => name,
            };
            fs::rename(&file, source.join(target))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_become_a_crate() {
        let folder = tempfile::tempdir().expect("there is room");
        let out = Utf8Path::from_path(folder.path()).expect("the path is UTF-8");
        fs::write(out.join("mod.rs"), "pub mod types;\n").expect("it can be written");
        fs::write(out.join("types.rs"), "\n").expect("it can be written");
        let wanted = "[dependencies]\nserde = \"1\"\n";
        fs::write(out.join("REQUIRED_DEPS.toml"), wanted).expect("it can be written");
        let tool = Tool {
            kind: Kind::OpenapiToRust,
            program: String::new(),
        };
        tool.complete(out, "peer").expect("it can be completed");
        assert!(out.join("src/lib.rs").is_file() && out.join("src/types.rs").is_file());
        let manifest = fs::read_to_string(out.join("Cargo.toml")).expect("there is a manifest");
        assert!(manifest.contains("name = \"peer\"") && manifest.contains("serde = \"1\""));
        assert!(manifest.ends_with("\n[workspace]\n"), "{manifest}");
    }

    #[test]
    fn an_unknown_tool_is_told() {
        assert!(Tools::find(None, &[String::from("rustgen")]).is_err());
    }
}

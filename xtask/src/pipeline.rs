//! The one place that calls the generator: texts go in, files and diagnostics come out.

use std::fs;
use std::io;
use std::time::Instant;

use anyhow::{Result, anyhow};
use camino::{Utf8Path, Utf8PathBuf};
use specwright::api::Api;
use specwright::backend::{BACKENDS, Backend, Contract, Options, Package};
use specwright::compare::Comparison;
use specwright::config::{self, Config};
use specwright::diagnostic::{Diagnostic, Diagnostics, Severity};
use specwright::source::{Limits, Sources};
use specwright::{Coverage, Document, Input, Stage, Understood};

use crate::output::Files;
use crate::timings::Timings;
use specwright_disk::{DiskReader, Reach, read_bounded, read_text};

/// What a user asks the generator for.
#[derive(Clone, Debug)]
pub(crate) struct Job {
    /// The document; `-` is standard input.
    pub(crate) spec: Utf8PathBuf,
    /// Its configuration; absent: the neighbour of the document, if there is one.
    pub(crate) config: Option<Utf8PathBuf>,
    /// The crate's name, stronger than the configuration's.
    pub(crate) name: Option<String>,
    /// Overlays, applied in this order.
    pub(crate) overlays: Vec<Utf8PathBuf>,
    /// Which files the document may name.
    pub(crate) reach: Reach,
    /// What tests of the crate need, stronger than the configuration.
    pub(crate) contract: Option<Contract>,
}

impl Job {
    /// The job of a document by itself.
    pub(crate) fn new(spec: impl Into<Utf8PathBuf>) -> Self {
        Self {
            spec: spec.into(),
            config: None,
            name: None,
            overlays: Vec::new(),
            reach: Reach::Folder,
            contract: None,
        }
    }
}

/// What came of a job.
pub(crate) struct Outcome {
    sources: Sources,
    diagnostics: Diagnostics,
    /// Kept, because taking it apart takes as long as many a stage.
    _document: Document,
    /// What the document means.
    pub(crate) api: Api,
    /// How much of it has a type.
    pub(crate) coverage: Coverage,
    /// Empty if there are errors.
    pub(crate) files: Files,
    /// The configured output folder, relative to the workspace.
    pub(crate) out: Option<String>,
    /// How long each stage took.
    pub(crate) timings: Timings,
}

/// How diagnostics are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum MessageFormat {
    /// For people: place, line and caret.
    #[default]
    Human,
    /// One JSON object a line.
    Json,
}

/// Runs the whole path for one document.
pub(crate) fn generate(job: &Job) -> Result<Outcome> {
    run(job, Depth::Files)
}

/// Runs the path up to the resolved API.
pub(crate) fn understand(job: &Job) -> Result<Outcome> {
    run(job, Depth::Api)
}

/// Compares a document with another one; what was said about either is printed.
pub(crate) fn compare(ours: &Job, theirs: &Job) -> Result<Option<Comparison>> {
    let config = Config::default();
    let (path, text) = document(&ours.spec)?;
    let (other_path, other_text) = document(&theirs.spec)?;
    let reader = DiskReader::new(&path, &ours.reach)?;
    let other_reader = DiskReader::new(&other_path, &theirs.reach)?;
    let ours = Input {
        path: path.as_str(),
        text,
        overlays: Vec::new(),
        reader: &reader,
        limits: Limits::default(),
        config: &config,
    };
    let theirs = Input {
        path: other_path.as_str(),
        text: other_text,
        reader: &other_reader,
        overlays: Vec::new(),
        ..ours
    };
    let compared = specwright::compare(ours, theirs);
    for (sources, diagnostics) in &compared.read {
        eprint!("{}", rendered(sources, diagnostics, MessageFormat::Human));
    }
    Ok(compared.comparison)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Depth {
    Api,
    Files,
}

fn run(job: &Job, depth: Depth) -> Result<Outcome> {
    let mut timings = Timings::default();
    let mut last = Instant::now();
    let mut lap = |stage| {
        timings.add(stage, last.elapsed());
        last = Instant::now();
    };
    let (path, text) = document(&job.spec)?;
    let config = configuration(job)?;
    let overlays = overlays(&job.overlays)?;
    let reader = DiskReader::new(&path, &job.reach)?;
    lap("read");

    let input = Input {
        path: path.as_str(),
        text,
        overlays,
        reader: &reader,
        limits: Limits::default(),
        config: &config,
    };
    let mut ended = |stage: Stage| lap(stage.name());
    let (understood, files) = match depth {
        Depth::Api => (specwright::ir(input, &mut ended), None),
        Depth::Files => {
            let options = Options {
                package: manifest(&config),
                contract: contract(job, &config),
            };
            let generated = specwright::generate(input, client(), &options, &mut ended);
            (generated.understood, generated.files)
        }
    };
    let Understood {
        sources,
        diagnostics,
        document,
        api,
        coverage,
    } = understood;
    Ok(Outcome {
        sources,
        diagnostics,
        _document: document,
        api,
        coverage,
        files: files.unwrap_or_default(),
        out: config.out,
        timings,
    })
}

/// What the configuration says of the manifest.
fn manifest(config: &Config) -> Package {
    let said = config.package.clone();
    Package {
        name: said.name,
        version: said.version,
        description: said.description,
        repository: said.repository,
        homepage: said.homepage,
        license: said.license,
        dependencies: said.dependencies,
    }
}

/// What the job says of tests, else the configuration.
fn contract(job: &Job, config: &Config) -> Option<Contract> {
    let said = || {
        config.tests.clone().map(|tests| Contract {
            mock: tests.mock,
            document: tests.document,
        })
    };
    job.contract.clone().or_else(said)
}

fn client() -> &'static Backend {
    BACKENDS
        .iter()
        .find(|backend| backend.name == "client")
        .expect("the client is a backend")
}

/// The document's path as diagnostics name it, and its text.
fn document(spec: &Utf8Path) -> Result<(Utf8PathBuf, String)> {
    if spec == "-" {
        let text = read_bounded(io::stdin().lock()).map_err(|error| located("stdin", &error))?;
        return Ok(("stdin".into(), text));
    }
    let text = read_text(spec).map_err(|error| located(spec.as_str(), &error))?;
    Ok((spec.to_path_buf(), text))
}

fn overlays(paths: &[Utf8PathBuf]) -> Result<Vec<(String, String)>> {
    paths
        .iter()
        .map(|path| {
            let text = read_text(path).map_err(|error| located(path.as_str(), &error))?;
            Ok((path.to_string(), text))
        })
        .collect()
}

/// The configuration that is named, else the document's neighbour, else the default one.
fn configuration(job: &Job) -> Result<Config> {
    let neighbour = job.spec.with_extension("toml");
    let path = match &job.config {
        Some(path) => Some(path.clone()),
        None if job.spec != "-" && fs::exists(&neighbour).unwrap_or(false) => Some(neighbour),
        None => None,
    };
    let mut config = match path {
        None => Config::default(),
        Some(path) => {
            let text = read_text(&path).map_err(|error| located(path.as_str(), &error))?;
            config::parse(path.as_str(), &text).map_err(|error| anyhow!("{error}"))?
        }
    };
    if let Some(name) = &job.name {
        config.package.name = Some(name.clone());
    }
    Ok(config)
}

/// `file: message`, or `file:line:column: message` where the message begins with a place.
fn located(path: &str, error: &anyhow::Error) -> anyhow::Error {
    let message = error.to_string();
    let gap = if message.starts_with(|c: char| c.is_ascii_digit()) {
        ""
    } else {
        " "
    };
    anyhow!("{path}:{gap}{message}")
}

/// All diagnostics as text that ends with a newline, or none at all.
fn rendered(sources: &Sources, diagnostics: &Diagnostics, format: MessageFormat) -> String {
    let mut text = String::new();
    for diagnostic in diagnostics.iter() {
        match format {
            MessageFormat::Human => {
                text.push_str(sources.render(diagnostic).trim_end());
                text.push_str("\n\n");
            }
            MessageFormat::Json => {
                text.push_str(sources.render_json(diagnostic).trim_end());
                text.push('\n');
            }
        }
    }
    text
}

impl Outcome {
    /// How many diagnostics of this severity there are.
    pub(crate) fn count(&self, severity: Severity) -> usize {
        self.of(severity).count()
    }

    fn of(&self, severity: Severity) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics
            .iter()
            .filter(move |diagnostic| diagnostic.severity == severity)
    }

    /// Whether nothing may be written.
    pub(crate) fn failed(&self, strict: bool) -> bool {
        self.diagnostics.has_errors() || (strict && self.count(Severity::Warning) > 0)
    }

    /// All diagnostics as text that ends with a newline, or none at all.
    pub(crate) fn render(&self, format: MessageFormat) -> String {
        rendered(&self.sources, &self.diagnostics, format)
    }

    /// The first errors, each in its first line.
    pub(crate) fn first_errors(&self, at_most: usize) -> Vec<String> {
        self.of(Severity::Error)
            .take(at_most)
            .map(|diagnostic| {
                let rendered = self.sources.render(diagnostic);
                rendered.lines().next().unwrap_or_default().to_owned()
            })
            .collect()
    }

    /// `2 errors, 1 warning`; empty if there is nothing to say.
    pub(crate) fn tally(&self) -> String {
        let counted = [
            (self.count(Severity::Error), "error"),
            (self.count(Severity::Warning), "warning"),
        ];
        let said: Vec<String> = counted
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, noun)| format!("{count} {noun}{}", if *count == 1 { "" } else { "s" }))
            .collect();
        said.join(", ")
    }

    /// The files that the document's root names, directly or not.
    pub(crate) fn parts(&self) -> Vec<Utf8PathBuf> {
        self.sources
            .ids()
            .filter(|id| *id != Sources::ROOT)
            .map(|id| Utf8PathBuf::from(self.sources.file(id).0))
            .collect()
    }
}

/// The number of lines in all files.
pub(crate) fn lines(files: &Files) -> usize {
    files.values().map(|content| content.lines().count()).sum()
}

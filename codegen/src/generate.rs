//! The whole path as one call: load, parse, lower, emit.

use crate::api::Api;
use crate::backend::{Backend, Files, Options};
use crate::compare::{self, Comparison};
use crate::config::Config;
use crate::diagnostic::Diagnostics;
use crate::document::Document;
use crate::lower::{Coverage, Lowered};
use crate::source::{Limits, Reader, Sources};
use crate::{document, lower, source};

/// A document, and what is needed to understand it.
pub struct Input<'a> {
    /// The root's path, as diagnostics name it and as relative references are resolved against.
    pub path: &'a str,
    /// The root's text.
    pub text: String,
    /// Overlays to apply first, in this order: path and text.
    pub overlays: Vec<(String, String)>,
    /// Brings the further files that the document names.
    pub reader: &'a dyn Reader,
    /// What a document may cost.
    pub limits: Limits,
    /// What the people behind the SDK decided.
    pub config: &'a Config,
}

/// A document, understood.
pub struct Understood {
    /// Its files; they render the diagnostics.
    pub sources: Sources,
    /// All that was said on the way. With an error among them, `api` is not to be emitted.
    pub diagnostics: Diagnostics,
    /// What it says. It is large: who ends the process need not take it apart.
    pub document: Document,
    /// What the document means.
    pub api: Api,
    /// How much of it has a type.
    pub coverage: Coverage,
}

/// What [`generate`] gives.
pub struct Generated {
    /// The document, understood.
    pub understood: Understood,
    /// The crate; none if there were errors.
    pub files: Option<Files>,
}

/// What [`compare()`] gives.
pub struct Compared {
    /// The files of each document, and what was said while it was read: ours, theirs.
    pub read: [(Sources, Diagnostics); 2],
    /// How they differ; none if one of them could not be understood.
    pub comparison: Option<Comparison>,
}

/// A step of the path. This crate has no clock: whoever calls can take the time between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Text → tree.
    Load,
    /// Tree → document.
    Parse,
    /// Document → API.
    Lower,
    /// API → files.
    Emit,
}

impl Stage {
    /// Its verb.
    pub fn name(self) -> &'static str {
        match self {
            Self::Load => "load",
            Self::Parse => "parse",
            Self::Lower => "lower",
            Self::Emit => "emit",
        }
    }
}

/// Understands a document and renders it. `ended` hears of each stage when it is over.
pub fn generate(
    input: Input<'_>,
    backend: &Backend,
    options: &Options,
    ended: &mut dyn FnMut(Stage),
) -> Generated {
    let understood = ir(input, ended);
    let files = (!understood.diagnostics.has_errors()).then(|| {
        let files = (backend.emit)(&understood.api, options);
        ended(Stage::Emit);
        files
    });
    Generated { understood, files }
}

/// Understands a document: the path up to the resolved API.
pub fn ir(input: Input<'_>, ended: &mut dyn FnMut(Stage)) -> Understood {
    let config = input.config;
    let (sources, document, mut diagnostics) = read(input, ended);
    // What is broken would be told once more by what it leads to.
    let lowered = if diagnostics.has_errors() {
        Lowered::default()
    } else {
        lower::lower(&document, config, &mut diagnostics)
    };
    let Lowered { api, coverage } = lowered;
    ended(Stage::Lower);
    Understood {
        sources,
        diagnostics,
        document,
        api,
        coverage,
    }
}

/// Compares a document with another one; the configurations have no say in it.
pub fn compare(ours: Input<'_>, theirs: Input<'_>) -> Compared {
    let (sources, document, diagnostics) = read(ours, &mut |_| {});
    let (other_sources, other, other_diagnostics) = read(theirs, &mut |_| {});
    let broken = diagnostics.has_errors() || other_diagnostics.has_errors();
    let comparison = (!broken).then(|| compare::compare(&sources, &document, &other));
    Compared {
        read: [(sources, diagnostics), (other_sources, other_diagnostics)],
        comparison,
    }
}

/// Loads and parses.
fn read(input: Input<'_>, ended: &mut dyn FnMut(Stage)) -> (Sources, Document, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let sources = source::load_with_overlays(
        input.path,
        input.text,
        &input.overlays,
        input.reader,
        &input.limits,
        &mut diagnostics,
    );
    ended(Stage::Load);
    let document = document::parse(&sources, &mut diagnostics);
    ended(Stage::Parse);
    (sources, document, diagnostics)
}

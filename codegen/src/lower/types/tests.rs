//! Schemas and the types that they become, as text on both sides.

mod print;

use std::collections::BTreeMap;

use super::{Coverage, Types, TypesConfig};
use crate::diagnostic::Diagnostics;
use crate::document::{self, Document};
use crate::source::{self, Limits};

/// What came of component schemas.
struct Lowered {
    types: String,
    warnings: Vec<String>,
    coverage: Coverage,
}

/// The document of these component schemas, given as YAML.
fn document_of(schemas: &str) -> Document {
    let indented: String = schemas
        .lines()
        .map(|line| format!("    {line}\n"))
        .collect();
    document(&format!(
        "openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\npaths: {{}}\ncomponents:\n  schemas:\n{indented}"
    ))
}

fn document(text: &str) -> Document {
    let mut diagnostics = Diagnostics::default();
    let reader: BTreeMap<String, String> = BTreeMap::new();
    let sources = source::load(
        "api.yaml",
        text.to_owned(),
        &reader,
        &Limits::default(),
        &mut diagnostics,
    );
    let document = document::parse(&sources, &mut diagnostics);
    assert!(!diagnostics.has_errors(), "{diagnostics:#?}");
    document
}

fn lower(document: &Document, config: &TypesConfig) -> Lowered {
    let mut diagnostics = Diagnostics::default();
    let types = Types::new(document, config, &mut diagnostics);
    let coverage = types.coverage();
    let defs = types.finish();
    Lowered {
        types: print::all(&defs),
        coverage,
        warnings: diagnostics
            .iter()
            .map(|one| format!("{} {}: {}", one.code, one.at.pointer, one.message))
            .collect(),
    }
}

/// The types of component schemas that nothing is said against.
fn types(schemas: &str) -> String {
    let lowered = lower(&document_of(schemas), &TypesConfig::default());
    assert!(lowered.warnings.is_empty(), "{:#?}", lowered.warnings);
    lowered.types
}

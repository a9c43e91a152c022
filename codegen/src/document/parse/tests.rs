//! Parsing, a feature at a time.

mod cycles;
mod files;
mod operations;
mod parameters;
mod paths;
mod responses;
mod schemas;
mod security;
mod slips;
mod swagger;
mod versions;

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::{Document, Operation, Schema, SchemaId, parse};
use crate::source::{Limits, load};

/// Reads one file.
fn read(text: &str) -> (Document, Vec<Diagnostic>) {
    read_files(&[("api.yaml", text)])
}

/// Reads a document of several files; the first is the root.
fn read_files(files: &[(&str, &str)]) -> (Document, Vec<Diagnostic>) {
    let (root, others) = files.split_first().expect("a document has a root");
    let others: BTreeMap<String, String> = others
        .iter()
        .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))
        .collect();
    let mut diagnostics = Diagnostics::default();
    let sources = load(
        root.0,
        root.1.to_owned(),
        &others,
        &Limits::default(),
        &mut diagnostics,
    );
    let document = parse(&sources, &mut diagnostics);
    (document, diagnostics.iter().cloned().collect())
}

/// Reads a document that nothing is wrong with.
fn read_well(text: &str) -> Document {
    let (document, diagnostics) = read(text);
    assert_eq!(told(&diagnostics), Vec::<String>::new());
    document
}

/// `error unknown-reference /paths/~1pets/get`, for each.
fn told(diagnostics: &[Diagnostic]) -> Vec<String> {
    diagnostics
        .iter()
        .map(|d| format!("{} {} {}", d.severity, d.code, d.at.pointer))
        .collect()
}

/// The first operation of the first path.
fn first(document: &Document) -> &Operation {
    &document.paths[0].operations[0]
}

/// A component schema.
fn component<'d>(document: &'d Document, name: &str) -> &'d Schema {
    document.schema(document.component_schemas[name])
}

/// A property of a component schema.
fn property<'d>(document: &'d Document, name: &str, key: &str) -> &'d Schema {
    document.schema(component(document, name).properties[key])
}

/// What a schema refers to.
fn target<'d>(document: &'d Document, schema: &Schema) -> &'d Schema {
    let id: SchemaId = schema.reference.expect("the schema is a reference");
    document.schema(id)
}

/// A 3.1 document with these component schemas, each line a member of `schemas`.
fn with_schemas(schemas: &str) -> String {
    let indented = schemas.trim_matches('\n').replace('\n', "\n    ");
    format!("openapi: 3.1.0\npaths: {{}}\ncomponents:\n  schemas:\n    {indented}\n")
}

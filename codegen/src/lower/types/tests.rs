//! Schemas and the types that they become, as text on both sides.

mod arrays;
mod composition;
mod direction;
mod enums;
mod hostile;
mod objects;
mod print;
mod reports;
mod scalars;
mod unions;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::{Coverage, Direction, Types};
use crate::api::{Additional, OperationId, Owner};
use crate::config::TypesConfig;
use crate::diagnostic::Diagnostics;
use crate::document::{self, Document};
use crate::lower::copies::Copies;
use crate::lower::resources::Tree;
use crate::source::{self, Limits};

/// What came of component schemas.
struct Lowered {
    types: String,
    warnings: Vec<String>,
    coverage: Coverage,
}

/// The document of these component schemas, given as YAML.
fn document_of(schemas: &str) -> Document {
    let mut text = String::from(
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n",
    );
    for line in schemas.lines() {
        text.push_str("    ");
        text.push_str(line);
        text.push('\n');
    }
    document(&text)
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
    let copies = Copies::find(document, config, &[], &Tree::default());
    let types = Types::new(document, config, &copies, &mut diagnostics);
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

/// The types of a document whose operations send and answer, their members as forms behind.
fn travelled(text: &str) -> String {
    let document = document(text);
    let config = TypesConfig::default();
    let mut diagnostics = Diagnostics::default();
    let copies = Copies::find(&document, &config, &[], &Tree::default());
    let mut types = Types::new(&document, &config, &copies, &mut diagnostics);
    let mut used = Vec::new();
    let operations = document.paths.iter().flat_map(|path| &path.operations);
    for (at, operation) in operations.enumerate() {
        let id = operation
            .operation_id
            .as_deref()
            .expect("tests name their operations");
        let owner = Owner::Operation(OperationId(at));
        for content in operation.request_body.iter().flat_map(|body| &body.content) {
            let schema = content.schema.expect("tests give schemas");
            let wish = format!("{id} request");
            if content.key.starts_with("multipart") {
                let form = types.members(schema, &wish, owner, Direction::Input);
                let form = form.expect("a form has members");
                assert_eq!(form.additional, Additional::Open);
                let fields = form.fields.into_iter();
                used.extend(fields.map(|field| (format!("{id} {}", field.name), field.ty)));
            } else {
                let ty = types.lower(schema, &wish, owner, Direction::Input);
                used.push((format!("{id} sends"), ty));
            }
        }
        let answers = operation
            .responses
            .iter()
            .flat_map(|(_, response)| &response.content);
        for content in answers {
            let schema = content.schema.expect("tests give schemas");
            let wish = format!("{id} response");
            let ty = types.lower(schema, &wish, owner, Direction::Output);
            used.push((format!("{id} gives"), ty));
        }
    }
    let defs = types.finish();
    let mut out = print::all(&defs);
    for (what, ty) in used {
        let _ = writeln!(out, "{what} {}", print::ty(&defs, &ty));
    }
    out
}

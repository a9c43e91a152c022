//! How diagnostics read.

use std::collections::BTreeMap;

use super::*;
use crate::diagnostic::{Diagnostics, FileId};
use crate::source::{Limits, load};

fn sources(text: &str) -> (Sources, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let files = BTreeMap::new();
    let sources = load(
        "spec/api.yaml",
        text.into(),
        &files,
        &Limits::default(),
        &mut diagnostics,
    );
    (sources, diagnostics)
}

fn at(pointer: &str) -> Location {
    Location {
        file: FileId(0),
        pointer: pointer.into(),
    }
}

#[test]
fn show() {
    let (sources, _) = sources("openapi: 3.1.0\ninfo:\n  title: Pets\n  version: 1\n");
    let d = Diagnostic::error("wrong-title", at("/info/title"), "this title is wrong")
        .related(at("/info/version"), "the version stands here")
        .help("take another one");
    println!("{}", sources.render(&d));
    println!("{}", sources.render_json(&d));
}

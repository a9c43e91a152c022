//! The stages, each with what has to hold whatever comes in.

use std::collections::BTreeMap;

use specwright::Input;
use specwright::backend::{BACKENDS, Options};
use specwright::config::Config;
use specwright::diagnostic::{Diagnostics, Location};
use specwright::document;
use specwright::source::{Limits, Node, Sources, load_with_overlays};

use crate::soundness;

/// So many places of a tree are looked for in its text.
const PLACES: usize = 40;

/// A text that takes long here would be too large for any purpose.
fn limits() -> Limits {
    Limits {
        max_bytes: 1 << 20,
        max_files: 8,
        max_nodes: 20_000,
        ..Limits::default()
    }
}

/// Loads a text, with a second file beside it and an overlay over it, if they are not empty.
pub fn load(text: &str, other: &str, overlay: &str) {
    let mut diagnostics = Diagnostics::default();
    let files = BTreeMap::from([("other.yaml".to_owned(), other.to_owned())]);
    let overlays = [("overlay.yaml".to_owned(), overlay.to_owned())];
    let overlays = &overlays[..usize::from(!overlay.is_empty())];
    let sources = load_with_overlays(
        "root.yaml",
        text.to_owned(),
        overlays,
        &files,
        &limits(),
        &mut diagnostics,
    );
    print(&sources, &diagnostics);
    for id in sources.ids() {
        let (_, _, node) = sources.file(id);
        let mut open = vec![(
            Location {
                file: id,
                pointer: String::new(),
            },
            node,
        )];
        let mut left = PLACES;
        while let Some((at, node)) = open.pop() {
            assert!(sources.node(&at).is_some(), "{at:?} is there");
            let _ = sources.position(&at, true);
            let _ = sources.scalar_text(&at);
            if let Some(reference) = node.get("$ref").and_then(Node::as_str) {
                let _ = sources.resolve(&at, reference);
            }
            left = left.saturating_sub(1);
            if left == 0 {
                break;
            }
            match node {
                Node::Map(members) => {
                    open.extend(members.iter().map(|(key, node)| (at.join(key), node)));
                }
                Node::Seq(items) => {
                    let items = items.iter().enumerate();
                    open.extend(items.map(|(index, node)| (at.index(index), node)));
                }
                Node::Null | Node::Bool(_) | Node::Int(_) | Node::Float(_) | Node::Str(_) => {}
            }
        }
    }
}

/// Reads a text as an OpenAPI document.
pub fn parse(text: &str) {
    let mut diagnostics = Diagnostics::default();
    let files = BTreeMap::new();
    let sources = load_with_overlays(
        "root.yaml",
        text.to_owned(),
        &[],
        &files,
        &limits(),
        &mut diagnostics,
    );
    let _ = document::parse(&sources, &mut diagnostics);
    print(&sources, &diagnostics);
}

/// Understands a document.
pub fn lower(text: &str) {
    let config = Config::default();
    let understood = specwright::ir(input(text, &config), &mut |_| {});
    print(&understood.sources, &understood.diagnostics);
}

/// Renders a document twice.
pub fn emit(text: &str) {
    let config = Config::default();
    let client = BACKENDS.iter().find(|backend| backend.name == "client");
    let client = client.expect("the client is a backend");
    let generate = || {
        specwright::generate(
            input(text, &config),
            client,
            &Options::default(),
            &mut |_| {},
        )
    };
    let first = generate();
    let Some(files) = &first.files else {
        return;
    };
    soundness::assert_sound(files);
    let second = generate();
    assert_eq!(first.files, second.files, "the same text, other files");
    assert_eq!(first.understood.diagnostics, second.understood.diagnostics);
}

fn input<'a>(text: &str, config: &'a Config) -> Input<'a> {
    const NO_FILES: &BTreeMap<String, String> = &BTreeMap::new();
    Input {
        path: "root.json",
        text: text.to_owned(),
        overlays: Vec::new(),
        reader: NO_FILES,
        limits: limits(),
        config,
    }
}

fn print(sources: &Sources, diagnostics: &Diagnostics) {
    for diagnostic in diagnostics.iter() {
        let text = sources.render(diagnostic);
        assert!(text.contains(diagnostic.code), "{text}");
        let json = sources.render_json(diagnostic);
        let json: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
        assert_eq!(json["code"], diagnostic.code);
    }
}

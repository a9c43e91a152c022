//! The root and every file that a reference in it, or in one of those, names.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::survey::{Survey, survey};
use super::syntax::{self, Allowance, SyntaxError};
use super::{File, Limits, Node, Reader, Sources, overlay, position, uri};
use crate::diagnostic::{Diagnostic, Diagnostics, FileId, Location};

/// Loads a document: `text` is what stands in the file at `path`.
///
/// Other files are read through `reader` as soon as a reference names them. One that cannot be
/// had is not spoken of here, but by [`Sources::resolve`] where it is needed.
pub fn load(
    path: &str,
    text: String,
    reader: &dyn Reader,
    limits: &Limits,
    diagnostics: &mut Diagnostics,
) -> Sources {
    load_overlaid(path, text, &[], reader, limits, diagnostics)
}

/// Loads a document and changes its root by overlays, one after another, before any reference is
/// followed.
pub fn load_overlaid(
    path: &str,
    text: String,
    overlays: &[(String, String)],
    reader: &dyn Reader,
    limits: &Limits,
    diagnostics: &mut Diagnostics,
) -> Sources {
    let mut crawl = Crawl {
        sources: Sources {
            files: Vec::new(),
            by_path: HashMap::new(),
            by_name: HashMap::new(),
        },
        limits: *limits,
        bytes_left: limits.max_bytes,
        nodes_left: limits.max_nodes,
        diagnostics,
    };
    crawl.root(path, text);
    crawl.overlays(overlays);
    crawl.others(reader);
    crawl.sources
}

struct Crawl<'a> {
    sources: Sources,
    limits: Limits,
    bytes_left: usize,
    nodes_left: usize,
    diagnostics: &'a mut Diagnostics,
}

impl Crawl<'_> {
    fn root(&mut self, path: &str, text: String) {
        let key = uri::plain_path(path);
        let (node, text, broken_at) = self.spoken_of(text);
        let node = node.unwrap_or(Node::Null);
        let survey = survey(&key, &node);
        self.add(path, key, text, node, survey, broken_at);
    }

    /// Changes the root by overlays. References in it stay relative to the root.
    fn overlays(&mut self, overlays: &[(String, String)]) {
        for (path, text) in overlays {
            let at = Location {
                file: next_id(&self.sources),
                pointer: String::new(),
            };
            let (node, text, broken_at) = self.spoken_of(text.clone());
            if let Some(node) = &node {
                let bounds = overlay::Bounds {
                    nodes: self.nodes_left,
                    depth: self.limits.max_depth,
                };
                let tree = &mut self.sources.files[0].node;
                overlay::apply(tree, node, &at, bounds, self.diagnostics);
            }
            let key = format!("overlay {}", uri::plain_path(path));
            let node = node.unwrap_or(Node::Null);
            self.add(path, key, text, node, Survey::default(), broken_at);
        }
        if overlays.is_empty() {
            return;
        }
        let root = &self.sources.files[0];
        let survey = survey(&uri::plain_path(&root.path), &root.node);
        self.name(Sources::ROOT, &survey);
        self.sources.files[0].survey = survey;
    }

    /// Parses a file that the user named; what is wrong with it is said, and where.
    fn spoken_of(&mut self, text: String) -> (Option<Node>, String, Option<usize>) {
        let text = without_mark(text);
        match self.parse(&text) {
            Ok(node) => (Some(node), text, None),
            Err(error) => {
                let at = Location {
                    file: next_id(&self.sources),
                    pointer: String::new(),
                };
                let mut diagnostic = Diagnostic::error(error.code, at, error.message);
                diagnostic.help = error.help.map(Into::into);
                self.diagnostics.push(diagnostic);
                // Nobody looks at more of a file that is too large than its place.
                let text = if text.len() > self.limits.max_bytes {
                    String::new()
                } else {
                    text
                };
                (None, text, error.offset)
            }
        }
    }

    /// Reads one file after another; the files that those name come to the end of the list.
    fn others(&mut self, reader: &dyn Reader) {
        let mut next = 0;
        while next < self.sources.files.len() {
            let wanted = std::mem::take(&mut self.sources.files[next].survey.wanted);
            for candidates in wanted {
                for path in candidates {
                    if self.fetch(&path, reader) {
                        break;
                    }
                }
            }
            next += 1;
        }
    }

    /// Whether the file is there, now or already.
    fn fetch(&mut self, path: &str, reader: &dyn Reader) -> bool {
        if self.sources.by_name.contains_key(path) {
            return true;
        }
        if uri::scheme(path).is_some() {
            return false;
        }
        if let Some(known) = self.sources.by_path.get(path) {
            return known.is_ok();
        }
        match self.read(path, reader) {
            Ok((text, node)) => {
                let survey = survey(path, &node);
                self.add(path, path.to_owned(), text, node, survey, None);
                true
            }
            Err(reason) => {
                self.sources.by_path.insert(path.to_owned(), Err(reason));
                false
            }
        }
    }

    fn read(&mut self, path: &str, reader: &dyn Reader) -> Result<(String, Node), String> {
        if self.sources.by_path.len() > self.limits.max_files {
            return Err(format!(
                "the document has more than {} files",
                self.limits.max_files
            ));
        }
        let text = without_mark(reader.read(path).map_err(|error| error.message)?);
        let node = self.parse(&text).map_err(|error| {
            let place = error.offset.map(|offset| {
                let (line, column) = position::line_and_column(&text, offset);
                format!("{line}:{column}: ")
            });
            format!("{}{}", place.unwrap_or_default(), error.message)
        })?;
        let extension = camino::Utf8Path::new(path).extension().unwrap_or_default();
        let of_that_kind = ["json", "yaml", "yml"]
            .iter()
            .any(|kind| extension.eq_ignore_ascii_case(kind));
        if !of_that_kind && !matches!(node, Node::Map(_) | Node::Seq(_)) {
            return Err("neither YAML nor JSON".into());
        }
        Ok((text, node))
    }

    fn parse(&mut self, text: &str) -> Result<Node, SyntaxError> {
        let Some(bytes_left) = self.bytes_left.checked_sub(text.len()) else {
            let most = size(self.limits.max_bytes);
            let message = format!("the document is larger than {most}");
            return Err(SyntaxError::new("too-large", message));
        };
        let allowance = Allowance {
            depth: self.limits.max_depth,
            nodes: self.nodes_left,
        };
        let parsed = syntax::parse(text, allowance)?;
        self.bytes_left = bytes_left;
        self.nodes_left = parsed.nodes_left;
        for mut at in parsed.duplicates {
            at.file = next_id(&self.sources);
            let key = at.pointer.rsplit('/').next().unwrap_or_default();
            let message = format!("the key `{}` is given twice", super::node::unescape(key));
            self.diagnostics.push(
                Diagnostic::warning("duplicate-key", at, message)
                    .on_key()
                    .help("the last one counts; remove the other"),
            );
        }
        Ok(parsed.node)
    }

    fn add(
        &mut self,
        path: &str,
        key: String,
        text: String,
        node: Node,
        survey: Survey,
        broken_at: Option<usize>,
    ) {
        let id = next_id(&self.sources);
        self.name(id, &survey);
        self.sources.by_path.insert(key, Ok(id));
        self.sources.files.push(File {
            path: path.to_owned(),
            text,
            node,
            survey,
            broken_at,
            positions: OnceLock::new(),
        });
    }
}

impl Crawl<'_> {
    /// Remembers by which names the file and objects in it go.
    fn name(&mut self, id: FileId, survey: &Survey) {
        for resource in &survey.resources {
            let at = Location {
                file: id,
                pointer: resource.pointer.clone(),
            };
            self.sources
                .by_name
                .entry(resource.name.clone())
                .or_insert(at);
        }
    }
}

/// A byte order mark is no part of the text, and no column.
fn without_mark(mut text: String) -> String {
    if text.starts_with('\u{feff}') {
        text.remove(0);
    }
    text
}

fn next_id(sources: &Sources) -> FileId {
    FileId(u32::try_from(sources.files.len()).unwrap_or(u32::MAX))
}

fn size(bytes: usize) -> String {
    match bytes >> 20 {
        0 => format!("{bytes} bytes"),
        megabytes => format!("{megabytes} MB"),
    }
}

#[cfg(test)]
mod tests;

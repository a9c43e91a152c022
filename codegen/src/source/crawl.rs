//! The root and every file that a reference in it, or in one of those, names.

use std::collections::HashMap;
use std::sync::OnceLock;
use std::sync::atomic::AtomicUsize;

use super::position::Lines;
use super::survey::{Survey, survey};
use super::syntax::{self, Allowance, Notation, SyntaxError};
use super::{Broken, File, Limits, Node, Reader, Sources, overlay, uri};
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
    load_with_overlays(path, text, &[], reader, limits, diagnostics)
}

/// Loads a document, and changes it as OpenAPI Overlay documents say (path and text of each)
/// before anything else looks at it.
pub fn load_with_overlays(
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
            misses: AtomicUsize::new(0),
        },
        limits: *limits,
        bytes_left: limits.max_bytes,
        nodes_left: limits.max_nodes,
        diagnostics,
    };
    let mut root = crawl.given(Sources::ROOT, path, text);
    let mut files = Vec::new();
    for (id, (path, text)) in (1..).map(FileId).zip(overlays) {
        let overlay = crawl.given(id, path, text.clone());
        if overlay.broken.is_none() && root.broken.is_none() {
            overlay::apply(&mut root.node, &overlay.node, id, limits, crawl.diagnostics);
        }
        files.push(overlay);
    }
    crawl.add(uri::plain_path(path), root);
    crawl.sources.files.extend(files);
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
    /// A file that was named on the command line: what is wrong with it is said at once.
    fn given(&mut self, id: FileId, path: &str, text: String) -> File {
        let text = without_mark(text);
        let (node, notation, broken) = match self.parse(id, &text) {
            Ok((node, notation)) => (node, notation, None),
            Err(error) => {
                let at = Location {
                    file: id,
                    pointer: String::new(),
                };
                let mut diagnostic = Diagnostic::error(error.code, at, error.message);
                diagnostic.help = error.help.map(Into::into);
                self.diagnostics.push(diagnostic);
                let offset = error.offset;
                (Node::Null, Notation::Yaml, Some(Broken { offset }))
            }
        };
        // Nobody looks at more of a file that is too large than its name.
        let is_too_large = text.len() > self.limits.max_bytes;
        let text = if is_too_large { String::new() } else { text };
        File {
            broken,
            ..File::new(path, text, notation, node)
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
            Ok(file) => {
                self.add(path.to_owned(), file);
                true
            }
            Err(reason) => {
                self.sources.by_path.insert(path.to_owned(), Err(reason));
                false
            }
        }
    }

    fn read(&mut self, path: &str, reader: &dyn Reader) -> Result<File, String> {
        if self.sources.by_path.len() > self.limits.max_files {
            return Err(format!(
                "the document has more than {} files",
                self.limits.max_files
            ));
        }
        let text = without_mark(reader.read(path).map_err(|error| error.message)?);
        let id = next_id(&self.sources);
        let (node, notation) = self.parse(id, &text).map_err(|error| {
            let place = error.offset.map(|offset| {
                let (line, column) = Lines::of(&text).line_and_column(&text, offset);
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
        Ok(File::new(path, text, notation, node))
    }

    fn parse(&mut self, id: FileId, text: &str) -> Result<(Node, Notation), SyntaxError> {
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
            at.file = id;
            let key = at.pointer.rsplit('/').next().unwrap_or_default();
            let message = format!("the key `{}` is given twice", super::node::unescape(key));
            self.diagnostics.push(
                Diagnostic::warning("duplicate-key", at, message)
                    .on_key()
                    .help("the last one counts; remove the other"),
            );
        }
        Ok((parsed.node, parsed.notation))
    }

    /// Makes a file known by its path, and by the names in it.
    fn add(&mut self, key: String, mut file: File) {
        let id = next_id(&self.sources);
        file.survey = survey(&key, &file.node);
        for resource in &file.survey.resources {
            let at = Location {
                file: id,
                pointer: resource.pointer.clone(),
            };
            let names = &mut self.sources.by_name;
            names.entry(resource.name.clone()).or_insert(at);
        }
        self.sources.by_path.insert(key, Ok(id));
        self.sources.files.push(file);
    }
}

impl File {
    fn new(path: &str, text: String, notation: Notation, node: Node) -> Self {
        Self {
            path: path.to_owned(),
            text,
            notation,
            node,
            survey: Survey::default(),
            broken: None,
            positions: OnceLock::new(),
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

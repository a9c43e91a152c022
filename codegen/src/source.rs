//! Loading: text becomes a tree of [`Node`]s, several files become one set of sources.
//!
//! Only this room knows the parsers. It knows nothing of OpenAPI.

mod block;
mod crawl;
mod guard;
mod jsonpath;
mod map;
mod node;
mod overlay;
mod position;
mod render;
mod resolve;
mod suggest;
mod survey;
mod syntax;
mod tree;
mod uri;

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;
use std::sync::atomic::AtomicUsize;

pub use crawl::{load, load_with_overlays};
pub use map::Map;
pub use node::Node;
pub use position::Comment;

use crate::diagnostic::{FileId, Location};

/// Brings the other files of a document.
pub trait Reader {
    /// The text of a file. The path is relative to where the root's path is relative to.
    fn read(&self, path: &str) -> Result<String, ReadError>;
}

/// Why a file cannot be had: "no such file", "outside the document's folder".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// The reason, to stand after the file's name and a colon.
    pub message: String,
}

/// The files of a document by their paths.
impl Reader for BTreeMap<String, String> {
    fn read(&self, path: &str) -> Result<String, ReadError> {
        self.get(path).cloned().ok_or_else(|| ReadError {
            message: "no such file".into(),
        })
    }
}

/// How much a document may cost.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of all files together.
    pub max_bytes: usize,
    /// Files besides the root.
    pub max_files: usize,
    /// Objects and arrays within each other; the parsers stop at 128 themselves.
    pub max_depth: usize,
    /// Values in all files together.
    pub max_nodes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_bytes: 64 << 20,
            max_files: 10_000,
            max_depth: 120,
            max_nodes: 2_000_000,
        }
    }
}

/// All files of a document. Nothing changes in it once it is loaded.
#[derive(Debug)]
pub struct Sources {
    files: Vec<File>,
    /// Every file that was asked for, by path: which it is, or why it cannot be had.
    by_path: HashMap<String, Result<FileId, String>>,
    /// Files and objects by the name that they give themselves.
    by_name: HashMap<String, Location>,
    /// How many references led nowhere.
    misses: AtomicUsize,
}

#[derive(Debug)]
struct File {
    path: String,
    text: String,
    notation: syntax::Notation,
    node: Node,
    survey: survey::Survey,
    /// Why there is no tree, if there is none.
    broken: Option<Broken>,
    positions: OnceLock<position::Positions>,
}

#[derive(Clone, Copy, Debug)]
struct Broken {
    /// Where the parser gave up.
    offset: Option<usize>,
}

impl Sources {
    /// The root, always.
    pub const ROOT: FileId = FileId(0);

    /// Path, text and tree of a file.
    pub fn file(&self, id: FileId) -> (&str, &str, &Node) {
        let file = self.at(id);
        (&file.path, &file.text, &file.node)
    }

    /// The tree of the root.
    pub fn root(&self) -> &Node {
        &self.at(Self::ROOT).node
    }

    /// All files in the order of loading.
    pub fn ids(&self) -> impl Iterator<Item = FileId> {
        (0..u32::try_from(self.files.len()).unwrap_or(u32::MAX)).map(FileId)
    }

    /// What stands at a place.
    pub fn node(&self, at: &Location) -> Option<&Node> {
        self.files
            .get(at.file.0 as usize)
            .and_then(|file| file.node.pointer(&at.pointer))
    }

    /// The size of all files together.
    pub fn bytes(&self) -> usize {
        self.files.iter().map(|file| file.text.len()).sum()
    }

    fn at(&self, id: FileId) -> &File {
        self.files
            .get(id.0 as usize)
            .expect("a file id comes from these sources")
    }
}

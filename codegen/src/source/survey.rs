//! What a tree says about its own names and about other files.

use std::collections::HashMap;

use indexmap::IndexSet;

use super::node::{Node, push};
use super::uri;

/// The names in one file, and the files that it names.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// The file and each object in it that has an identity of its own, outermost first.
    pub(super) resources: Vec<Resource>,
    /// The objects with an identity, by where they stand.
    by_pointer: HashMap<String, usize>,
    /// `(resource, name)` to the pointer of the object with that anchor.
    pub(super) anchors: HashMap<(usize, String), String>,
    /// What other files references may mean, first choice first, in the order of the document.
    pub(super) wanted: IndexSet<Vec<String>>,
}

/// A part of a file that references are relative to: all of it, or an object with an `$id`.
#[derive(Debug)]
pub(super) struct Resource {
    pub(super) pointer: String,
    pub(super) name: String,
}

impl Survey {
    /// The innermost resource around a place.
    pub(super) fn resource_of(&self, pointer: &str) -> usize {
        let mut around = Some(pointer).filter(|_| self.resources.len() > 1);
        while let Some(pointer) = around {
            if let Some(resource) = self.by_pointer.get(pointer) {
                return *resource;
            }
            around = pointer.rfind('/').map(|end| &pointer[..end]);
        }
        0
    }

    /// What a reference at a place in this file may name, first choice first: seen from the
    /// innermost `$id`, from the file's own name for itself, from where the file lies. Of a path
    /// that is absolute on this machine nothing is made: a document is to be read anywhere.
    pub(super) fn candidates(&self, resource: usize, path: &str, reference: &str) -> Vec<String> {
        let innermost = self.resources.get(resource);
        let whole = self.resources.first();
        let bases = [innermost, whole].into_iter().flatten();
        let is_absolute = uri::is_absolute_path(&uri::decode(reference));
        let mut candidates = Vec::new();
        for base in bases.map(|resource| resource.name.as_str()).chain([path]) {
            let candidate = uri::join(base, reference);
            let is_local = uri::scheme(&candidate).is_none();
            if !(candidates.contains(&candidate) || is_absolute && is_local) {
                candidates.push(candidate);
            }
        }
        candidates
    }
}

/// Looks through a whole tree, once.
pub(super) fn survey(path: &str, root: &Node) -> Survey {
    let own_name = root.get("$self").and_then(Node::as_str);
    let name = own_name.map_or_else(
        || path.to_owned(),
        |name| uri::join(path, uri::split(name).0),
    );
    let mut walk = Walk {
        path,
        at: String::new(),
        survey: Survey {
            resources: vec![Resource {
                pointer: String::new(),
                name,
            }],
            ..Survey::default()
        },
    };
    walk.node(root, 0);
    walk.survey
}

struct Walk<'a> {
    path: &'a str,
    at: String,
    survey: Survey,
}

impl Walk<'_> {
    fn node(&mut self, node: &Node, resource: usize) {
        let length = self.at.len();
        match node {
            Node::Map(map) => {
                let resource = self.identity(node, resource);
                for (key, value) in map {
                    if let Node::Str(text) = value {
                        self.text(key, text, resource);
                    } else if is_container(value) {
                        push(&mut self.at, key);
                        self.node(value, resource);
                        self.at.truncate(length);
                    }
                }
            }
            Node::Seq(items) => {
                for (index, item) in items
                    .iter()
                    .enumerate()
                    .filter(|(_, item)| is_container(item))
                {
                    push(&mut self.at, &index.to_string());
                    self.node(item, resource);
                    self.at.truncate(length);
                }
            }
            Node::Null | Node::Bool(_) | Node::Int(_) | Node::Float(_) | Node::Str(_) => {}
        }
    }

    /// Notes `$id` and returns the resource that the object belongs to.
    fn identity(&mut self, node: &Node, outer: usize) -> usize {
        let Some(id) = node.get("$id").and_then(Node::as_str) else {
            return outer;
        };
        let (name, fragment) = uri::split(id);
        let base = &self.survey.resources[outer].name;
        if let Some(anchor) = fragment.filter(|fragment| !fragment.is_empty() && name.is_empty()) {
            // The older way to write `$anchor`.
            self.anchor(outer, anchor);
            return outer;
        }
        if name.is_empty() {
            return outer;
        }
        let name = uri::join(base, name);
        if self.at.is_empty() {
            self.survey.resources[0].name = name;
            return 0;
        }
        let resource = self.survey.resources.len();
        self.survey.by_pointer.insert(self.at.clone(), resource);
        self.survey.resources.push(Resource {
            pointer: self.at.clone(),
            name,
        });
        resource
    }

    fn text(&mut self, key: &str, text: &str, resource: usize) {
        match key {
            "$ref" | "$dynamicRef" | "operationRef" => self.reference(text, resource),
            "$anchor" | "$dynamicAnchor" => self.anchor(resource, text),
            // A discriminator names schemas in this way.
            _ if self.at.ends_with("/mapping") && text.contains(['#', '/', '.']) => {
                self.reference(text, resource);
            }
            _ => {}
        }
    }

    fn anchor(&mut self, resource: usize, name: &str) {
        let key = (resource, name.to_owned());
        let pointer = self.at.clone();
        self.survey.anchors.entry(key).or_insert(pointer);
    }

    fn reference(&mut self, text: &str, resource: usize) {
        let (name, _) = uri::split(text);
        if name.is_empty() {
            return;
        }
        let candidates = self.survey.candidates(resource, self.path, name);
        self.survey.wanted.insert(candidates);
    }
}

fn is_container(node: &Node) -> bool {
    matches!(node, Node::Map(_) | Node::Seq(_))
}

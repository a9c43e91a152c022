//! Following references.

use std::cell::Cell;
use std::sync::atomic::Ordering;

use super::map::Map;
use super::node::{Node, unescape};
use super::suggest::nearest;
use super::{Sources, uri};
use crate::diagnostic::{FileId, Location};

/// So many references may stand on the way to a place, on all ways that are tried together.
const MOST_HOPS: usize = 64;

/// So often it is looked what may have been meant, which takes a while and which people read.
const MOST_HINTS: usize = 500;

/// How a place is looked for.
#[derive(Clone, Copy)]
struct Search<'h> {
    /// So many more references may be followed.
    hops: &'h Cell<usize>,
    /// Whether it is to be said what may have been meant.
    hints: bool,
}

impl Search<'_> {
    fn may_hop(self) -> bool {
        let left = self.hops.get();
        self.hops.set(left.saturating_sub(1));
        left > 0
    }
}

impl Sources {
    /// Follows one reference as it is written at `base`: to a file, `#/pointer`, `#anchor`, or the
    /// name that a file or an object gives itself. What it leads to is there. It may be another
    /// reference; those that stand on the way (`#/paths/~1a/get` where `/a` is one) are followed.
    ///
    /// The error says what is wrong, for a diagnostic at `base`.
    pub fn resolve(&self, base: &Location, reference: &str) -> Result<Location, String> {
        if let Some(place) = self.lookup(base, reference) {
            return Ok(place);
        }
        let search = Search {
            hops: &Cell::new(MOST_HOPS),
            hints: self.misses.fetch_add(1, Ordering::Relaxed) < MOST_HINTS,
        };
        self.resolve_within(base, reference, search)
            .map_err(|reason| format!("no such place: `{reference}`: {reason}"))
    }

    /// The same for what may be no reference at all.
    pub fn lookup(&self, base: &Location, reference: &str) -> Option<Location> {
        let search = Search {
            hops: &Cell::new(MOST_HOPS),
            hints: false,
        };
        self.resolve_within(base, reference, search).ok()
    }

    fn resolve_within(
        &self,
        base: &Location,
        reference: &str,
        search: Search<'_>,
    ) -> Result<Location, String> {
        let (name, fragment) = uri::split(reference);
        let fragment = fragment.unwrap_or_default();
        let mut error = None;
        for start in self.starts(base, name, search)? {
            match self.within(start, fragment, search) {
                Ok(place) => return Ok(place),
                // Of several places to start from, the first is the one that was meant.
                Err(reason) => error = error.or(Some(reason)),
            }
        }
        Err(error.unwrap_or_else(|| "there is nothing to start from".into()))
    }

    fn within(
        &self,
        start: Location,
        fragment: &str,
        search: Search<'_>,
    ) -> Result<Location, String> {
        if fragment.is_empty() {
            return Ok(start);
        }
        if !fragment.starts_with(['/', '%']) {
            return self.anchor(&start, fragment, search);
        }
        // By the book a fragment is decoded before it is split. Most who write `%2F` mean a slash
        // within a step all the same.
        let decoded = uri::decode(fragment);
        let as_written = self.follow(&start, fragment, search);
        if as_written.is_err() && decoded != fragment {
            return self.follow(&start, &decoded, search).or(as_written);
        }
        as_written
    }

    /// The objects that the part before `#` may mean.
    fn starts(
        &self,
        base: &Location,
        name: &str,
        search: Search<'_>,
    ) -> Result<Vec<Location>, String> {
        let file = self.at(base.file);
        let resource = file.survey.resource_of(&base.pointer);
        if name.is_empty() {
            let own = file.survey.resources.get(resource);
            let whole = Location {
                file: base.file,
                pointer: String::new(),
            };
            // Many tools write `$id` and still mean the whole file.
            let own = own
                .filter(|own| !own.pointer.is_empty())
                .map(|own| Location {
                    file: base.file,
                    pointer: own.pointer.clone(),
                });
            return Ok(own.into_iter().chain([whole]).collect());
        }
        let path = uri::plain_path(&file.path);
        let candidates = file.survey.candidates(resource, &path, name);
        let mut reason = None;
        for candidate in &candidates {
            if let Some(place) = self.by_name.get(candidate) {
                return Ok(vec![place.clone()]);
            }
            match self.by_path.get(candidate) {
                Some(Ok(file)) => {
                    return Ok(vec![Location {
                        file: *file,
                        pointer: String::new(),
                    }]);
                }
                Some(Err(why)) => reason = Some(format!("`{candidate}` cannot be read: {why}")),
                None => {}
            }
        }
        let last = candidates.last().map_or(name, String::as_str);
        let reason = reason.unwrap_or_else(|| unreachable_file(last));
        Err(if search.hints {
            self.with_hint(name, reason)
        } else {
            reason
        })
    }

    fn anchor(&self, start: &Location, name: &str, search: Search<'_>) -> Result<Location, String> {
        let name = uri::decode(name);
        let survey = &self.at(start.file).survey;
        let resource = survey.resource_of(&start.pointer);
        if let Some(pointer) = survey.anchors.get(&(resource, name.clone())) {
            return Ok(Location {
                file: start.file,
                pointer: pointer.clone(),
            });
        }
        if !search.hints {
            return Err("there is no anchor of that name".into());
        }
        let slash = format!("/{name}");
        if self.straight(start, &slash).is_some() {
            return Err(format!(
                "a pointer begins with a slash; did you mean `#{slash}`?"
            ));
        }
        let mut names: Vec<&str> = survey
            .anchors
            .keys()
            .map(|(_, name)| name.as_str())
            .collect();
        names.sort_unstable();
        let hint = nearest(&name, names.into_iter());
        let hint = hint.map_or(String::new(), |hint| format!("; did you mean `#{hint}`?"));
        Err(format!("there is no anchor of that name{hint}"))
    }

    fn follow(
        &self,
        start: &Location,
        fragment: &str,
        search: Search<'_>,
    ) -> Result<Location, String> {
        let mut at = start.clone();
        let mut node = self.node(start).ok_or("its start is not there")?;
        let steps: Vec<&str> = fragment.split('/').skip(1).collect();
        for (index, step) in steps.iter().enumerate() {
            let rest = &steps[index + 1..];
            loop {
                if let Some((key, child)) = child(node, step) {
                    at = at.join(&key);
                    node = child;
                    break;
                }
                let onward = node
                    .get("$ref")
                    .and_then(Node::as_str)
                    .filter(|_| search.may_hop());
                let Some(onward) = onward else {
                    return Err(self.not_there(&at, node, step, rest, search));
                };
                let onward = self.resolve_within(
                    &at,
                    onward,
                    Search {
                        hints: false,
                        ..search
                    },
                );
                at = onward
                    .map_err(|_| format!("`{}` is a reference that leads nowhere", at.pointer))?;
                node = self.node(&at).ok_or("its start is not there")?;
            }
        }
        Ok(at)
    }

    /// What stands at a pointer without any reference on the way.
    fn straight(&self, start: &Location, pointer: &str) -> Option<Location> {
        let search = Search {
            hops: &Cell::new(0),
            hints: false,
        };
        self.follow(start, pointer, search).ok()
    }

    fn not_there(
        &self,
        at: &Location,
        node: &Node,
        step: &str,
        rest: &[&str],
        search: Search<'_>,
    ) -> String {
        let wish = unescape(&uri::decode(step));
        let whole = if at.pointer.is_empty() {
            format!("`{}`", self.at(at.file).path)
        } else {
            format!("`{}`", at.pointer)
        };
        let Some(map) = node.as_map() else {
            return match node {
                Node::Seq(items) => format!("{whole} has {} items and no `{wish}`", items.len()),
                other => format!("{whole} is {} and has no members", other.type_name()),
            };
        };
        let hint = if search.hints {
            self.hint(at, map, &wish, rest)
        } else {
            None
        };
        format!("{whole} has no `{wish}`{}", hint.unwrap_or_default())
    }

    fn hint(&self, at: &Location, siblings: &Map, wish: &str, rest: &[&str]) -> Option<String> {
        let meant = |key: &str| {
            let mut place = at.join(key);
            for step in rest {
                place = place.join(&unescape(&uri::decode(step)));
            }
            self.node(&place).is_some().then_some(place)
        };
        if let Some(key) = nearest(wish, siblings.keys().map(String::as_str)) {
            let place = meant(key).unwrap_or_else(|| at.join(key));
            let case = if key.eq_ignore_ascii_case(wish) {
                " (upper and lower case matter)"
            } else {
                ""
            };
            return Some(format!("; did you mean `#{}`?{case}", place.pointer));
        }
        let last = rest
            .last()
            .map_or_else(|| wish.to_owned(), |last| unescape(&uri::decode(last)));
        let place = self.elsewhere(at.file, &last)?;
        Some(format!("; did you mean `#{}`?", place.pointer))
    }

    /// A place of that name near the top of the file: components have moved between versions.
    fn elsewhere(&self, file: FileId, name: &str) -> Option<Location> {
        let whole = Location {
            file,
            pointer: String::new(),
        };
        let members = |at: &Location| -> Vec<Location> {
            let map = self.node(at).and_then(Node::as_map);
            map.into_iter()
                .flatten()
                .take(100)
                .map(|(key, _)| at.join(key))
                .collect()
        };
        let sections = members(&whole);
        let inner = sections.iter().flat_map(members);
        let found = |at: &Location| self.node(at).is_some_and(|node| node.get(name).is_some());
        sections
            .iter()
            .cloned()
            .chain(inner)
            .find(found)
            .map(|at| at.join(name))
    }

    /// A bare `Pet` was once a way to write `#/definitions/Pet`, and `#/` is easily forgotten.
    fn with_hint(&self, name: &str, reason: String) -> String {
        let root = Location {
            file: Self::ROOT,
            pointer: String::new(),
        };
        let place = if name.contains([':', '.']) {
            None
        } else if name.contains('/') {
            let pointer = format!("/{name}");
            self.straight(&root, &pointer)
        } else {
            self.elsewhere(Self::ROOT, name)
        };
        match place {
            Some(place) => format!("{reason}; did you mean `#{}`?", place.pointer),
            None => reason,
        }
    }
}

/// The member or item that a step names: as it is decoded, or failing that as it is written.
fn child<'a>(node: &'a Node, step: &str) -> Option<(String, &'a Node)> {
    let decoded = unescape(&uri::decode(step));
    if let Some(child) = node.step(&decoded) {
        return Some((decoded, child));
    }
    let written = unescape(step);
    node.step(&written).map(|child| (written, child))
}

fn unreachable_file(name: &str) -> String {
    match uri::scheme(name).as_deref() {
        Some("http" | "https") => format!(
            "`{name}` is not among the files of this document, and there is no network access; \
             save it beside the document and refer to that file"
        ),
        Some("file") => format!("`{name}` cannot be read: refer to a file by its relative path"),
        Some(_) => format!("`{name}` is not the name of anything in this document"),
        None if uri::is_absolute_path(&uri::decode(name)) => {
            format!("`{name}` is an absolute path: refer to a file by its relative path")
        }
        None => format!("`{name}` is not among the files of this document"),
    }
}

#[cfg(test)]
mod tests;

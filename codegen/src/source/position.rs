//! Where in the text a place of the tree stands. Looked for only when something is said about it.

mod comments;
mod json;
mod lines;
mod mend;
mod record;
mod yaml;

use std::collections::HashMap;
use std::ops::Range;

pub use comments::Comment;
pub(super) use lines::Lines;

use super::node::{Node, index, segments};
use super::syntax::Notation;
use super::{File, Sources};
use crate::diagnostic::Location;

/// Where each value of one file stands: a tree like the file's own, children chained.
#[derive(Debug, Default)]
pub(super) struct Positions {
    /// The first entry is the whole file; 0 as a link means none.
    entries: Vec<Entry>,
    keys: String,
    /// Whether the whole file could be scanned.
    complete: bool,
    lines: Lines,
    /// The children of those that have many: of a map by key, then as they come.
    many: HashMap<usize, Vec<usize>>,
}

#[derive(Debug)]
struct Entry {
    /// The key, as a part of `keys`.
    key: Span,
    /// The key in the text.
    key_at: Span,
    value_at: Span,
    kind: Kind,
    first_child: u32,
    last_child: u32,
    next: u32,
}

#[derive(Clone, Copy, Debug, Default)]
struct Span {
    start: u32,
    end: u32,
}

impl Span {
    fn new(start: usize, end: usize) -> Self {
        let narrow = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
        Self {
            start: narrow(start),
            end: narrow(end),
        }
    }

    fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    fn is_empty(self) -> bool {
        self.start >= self.end
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Map,
    Seq,
    Scalar,
    /// Stands for another entry.
    Alias(u32),
}

/// A place that was found.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    pub(super) bytes: Range<usize>,
    /// The alias through which the place is reached.
    pub(super) through: Option<Range<usize>>,
}

impl Sources {
    /// Line and column of a place, both from 1, columns in characters; if it can be found.
    ///
    /// An object or array is shown at its key. A place that is not in the text is shown where the
    /// nearest one around it is; in a file that could not be read, that is where reading stopped.
    pub fn position(&self, at: &Location, on_key: bool) -> Option<(usize, usize)> {
        let found = self.find(at, on_key)?;
        Some(self.line_and_column(at, found.bytes.start))
    }

    /// A scalar as it is written: `1.10` where the tree holds the number 1.1.
    pub fn scalar_text(&self, at: &Location) -> Option<String> {
        match self.node(at)? {
            Node::Str(text) => Some(text.clone()),
            Node::Seq(_) | Node::Map(_) => None,
            Node::Null | Node::Bool(_) | Node::Int(_) | Node::Float(_) => {
                let file = self.at(at.file);
                let positions = file.positions();
                let place = positions.descend(&at.pointer)?;
                let entry = &positions.entries[positions.real(place.entry)];
                let exact = place.exact && entry.kind == Kind::Scalar;
                let text = file.text.get(entry.value_at.range())?;
                exact.then(|| without_properties(text).to_owned())
            }
        }
    }

    pub(super) fn find(&self, at: &Location, on_key: bool) -> Option<Found> {
        let file = self.at(at.file);
        match file.broken {
            Some(broken) => broken.offset.map(|offset| Found {
                bytes: offset..offset,
                through: None,
            }),
            None => file.positions().find(&at.pointer, on_key),
        }
    }

    /// Line and column of a byte in the file of a place.
    pub(super) fn line_and_column(&self, at: &Location, offset: usize) -> (usize, usize) {
        let file = self.at(at.file);
        file.positions().lines.line_and_column(&file.text, offset)
    }

    /// The line that a byte in the file of a place stands on.
    pub(super) fn line(&self, at: &Location, offset: usize) -> Range<usize> {
        let file = self.at(at.file);
        file.positions().lines.around(&file.text, offset)
    }
}

/// A scalar without its anchor and tag.
fn without_properties(text: &str) -> &str {
    let mut text = text.trim();
    while text.starts_with(['&', '!']) {
        let rest = text
            .find(char::is_whitespace)
            .map_or("", |end| &text[end..]);
        text = rest.trim_start();
    }
    text
}

impl File {
    fn positions(&self) -> &Positions {
        self.positions.get_or_init(|| {
            let is_readable = self.broken.is_none() && u32::try_from(self.text.len()).is_ok();
            let mut positions = match self.notation {
                Notation::Json if is_readable => json::scan(&self.text),
                Notation::Yaml if is_readable => yaml::scan(&self.text),
                Notation::Json | Notation::Yaml => Positions::default(),
            };
            positions.lines = Lines::of(&self.text);
            positions.sort_children();
            positions
        })
    }
}

struct Descent {
    entry: usize,
    exact: bool,
    through: Option<usize>,
}

impl Positions {
    fn find(&self, pointer: &str, on_key: bool) -> Option<Found> {
        let place = self.descend(pointer)?;
        if !place.exact && !self.complete {
            return None;
        }
        let entry = &self.entries[place.entry];
        let at_key = match entry.kind {
            Kind::Map | Kind::Seq => true,
            Kind::Scalar | Kind::Alias(_) => on_key || !place.exact || entry.value_at.is_empty(),
        };
        let span = if at_key && !entry.key_at.is_empty() {
            entry.key_at
        } else {
            entry.value_at
        };
        Some(Found {
            bytes: span.range(),
            through: place
                .through
                .map(|alias| self.entries[alias].value_at.range()),
        })
    }

    fn descend(&self, pointer: &str) -> Option<Descent> {
        let mut place = Descent {
            entry: 0,
            exact: true,
            through: None,
        };
        self.entries.first()?;
        for segment in segments(pointer)? {
            if let Kind::Alias(_) = self.entries[place.entry].kind {
                place.through = place.through.or(Some(place.entry));
            }
            let Some((entry, merge)) = self.child(place.entry, &segment, MOST_MERGES) else {
                place.exact = false;
                break;
            };
            place.entry = entry;
            place.through = place.through.or(merge);
        }
        Some(place)
    }

    /// What the entry stands for, if it is an alias.
    fn real(&self, entry: usize) -> usize {
        match self.entries[entry].kind {
            Kind::Alias(target) => target as usize,
            Kind::Map | Kind::Seq | Kind::Scalar => entry,
        }
    }

    /// The child of that name, and the alias through which it was merged in. Of equal keys the
    /// last one counts.
    fn child(&self, parent: usize, segment: &str, merges: usize) -> Option<(usize, Option<usize>)> {
        let parent = self.real(parent);
        match self.entries[parent].kind {
            Kind::Map => {
                if let Some(child) = self.member(parent, segment) {
                    return Some((child, None));
                }
                let merge = self.member(parent, "<<").filter(|_| merges > 0)?;
                let sources = match self.entries[self.real(merge)].kind {
                    Kind::Seq => self.children(self.real(merge)).collect(),
                    Kind::Map | Kind::Scalar | Kind::Alias(_) => vec![merge],
                };
                sources.into_iter().find_map(|source| {
                    let (child, inner) = self.child(source, segment, merges - 1)?;
                    let alias =
                        matches!(self.entries[source].kind, Kind::Alias(_)).then_some(source);
                    Some((child, alias.or(inner)))
                })
            }
            Kind::Seq => {
                let index = index(segment)?;
                let child = match self.many.get(&parent) {
                    Some(items) => *items.get(index)?,
                    None => self.children(parent).nth(index)?,
                };
                Some((child, None))
            }
            Kind::Scalar | Kind::Alias(_) => None,
        }
    }

    /// The last member of that name.
    fn member(&self, map: usize, name: &str) -> Option<usize> {
        let Some(members) = self.many.get(&map) else {
            let named = |child: &usize| self.key(*child) == name;
            return self.children(map).filter(named).last();
        };
        let end = members.partition_point(|member| self.key(*member) <= name);
        let last = *members.get(end.checked_sub(1)?)?;
        (self.key(last) == name).then_some(last)
    }

    /// Makes what has many children quick to look up in, since much may be said about it.
    fn sort_children(&mut self) {
        let parents = 0..self.entries.len();
        let many = parents.filter(|&parent| self.children(parent).nth(MANY).is_some());
        self.many = many
            .map(|parent| {
                let mut children: Vec<usize> = self.children(parent).collect();
                if self.entries[parent].kind == Kind::Map {
                    children.sort_by_key(|child| self.key(*child));
                }
                (parent, children)
            })
            .collect();
    }

    fn children(&self, parent: usize) -> impl Iterator<Item = usize> {
        let link = |entry: u32| (entry != 0).then_some(entry as usize);
        let first = link(self.entries[parent].first_child);
        std::iter::successors(first, move |entry| link(self.entries[*entry].next))
    }

    fn key(&self, entry: usize) -> &str {
        self.keys
            .get(self.entries[entry].key.range())
            .unwrap_or_default()
    }
}

/// So many `<<` within each other are looked through.
const MOST_MERGES: usize = 8;

/// Fewer children than this are looked through one after the other.
const MANY: usize = 32;

#[cfg(test)]
mod tests;

//! Comparing two documents, and holding what differs against the reasons that one of them gives.
//!
//! A document that is written after another one says in comments where it departs from that, and
//! why:
//!
//! ```yaml
//! # differs: extra, format: the reference pages say so.
//! created_at: { type: string, format: date-time }
//! ```
//!
//! Such a comment speaks of what follows it and of all that stands in there; one that is not
//! indented speaks of its whole file, and in the root of the whole document. `extra` is what only
//! this document has, `missing` what only the other one has, each with a subject if it needs one
//! (`missing 201`, in which `*` stands for any text); the other respects are keywords.
//!
//! Prose is not compared, nor are examples, names of operations and tags: they go over no wire.

mod bodies;
mod operations;
mod parameters;
mod reasons;
mod responses;
mod schemas;
mod shape;

use std::fmt;

use indexmap::IndexMap;

use crate::diagnostic::Location;
use crate::document::Document;
use crate::source::Sources;

/// What came of a comparison.
#[derive(Debug, Default)]
pub struct Comparison {
    /// Differences with the reason that a comment gives.
    pub explained: Vec<(Difference, String)>,
    /// Differences for which there is no reason.
    pub unexplained: Vec<Difference>,
    /// Comments that explain nothing, or that cannot be understood: place and what is wrong.
    pub idle: Vec<(String, String)>,
    /// How many operations both documents have.
    pub operations: usize,
}

/// One way in which the documents differ, however often it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Where in this document, as `file:line:column`.
    pub place: String,
    /// In which respect, and of what if that needs to be said.
    pub aspect: Aspect,
    /// What this document says.
    pub ours: String,
    /// What the other document says.
    pub theirs: String,
    /// Where it shows first, from the operation on.
    pub trail: String,
    /// How often it shows.
    pub count: usize,
}

/// A respect in which documents differ: a keyword, and of what if that needs to be said.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Aspect {
    /// One of [`KEYWORDS`].
    pub keyword: &'static str,
    /// A property, parameter, status or media type.
    pub subject: String,
}

/// Every respect in which documents are compared.
pub const KEYWORDS: &[&str] = &[
    "extra",
    "missing",
    "additionalProperties",
    "allowEmptyValue",
    "allowReserved",
    "body-required",
    "const",
    "default",
    "enum",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "explode",
    "format",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "multipleOf",
    "nullable",
    "pattern",
    "readOnly",
    "required",
    "schema",
    "security",
    "servers",
    "status",
    "style",
    "type",
    "uniqueItems",
    "writeOnly",
];

impl fmt::Display for Aspect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.keyword)?;
        if self.subject.is_empty() {
            return Ok(());
        }
        write!(f, " {}", self.subject)
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { place, aspect, .. } = self;
        let often = match self.count {
            1 => String::new(),
            count => format!(" ({count} times)"),
        };
        write!(
            f,
            "{place}: {aspect}: {} here, {} there{often}\n    {}",
            self.ours, self.theirs, self.trail
        )
    }
}

/// Compares a document with another one.
pub fn compare(sources: &Sources, ours: &Document, theirs: &Document) -> Comparison {
    let mut found = Found::default();
    let operations = operations::compare(ours, theirs, &mut found);
    let mut comparison = reasons::weigh(sources, found);
    comparison.operations = operations;
    comparison
}

/// What a place holds against the other document.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Finding {
    at: Location,
    aspect: Aspect,
    ours: String,
    theirs: String,
}

/// All findings, each with where it showed first and how often it showed.
#[derive(Default)]
struct Found(IndexMap<Finding, (String, usize)>);

impl Found {
    fn add(
        &mut self,
        at: &Location,
        trail: &str,
        (keyword, subject): (&'static str, &str),
        ours: impl Into<String>,
        theirs: impl Into<String>,
    ) {
        let finding = Finding {
            at: at.clone(),
            aspect: Aspect {
                keyword,
                subject: subject.to_owned(),
            },
            ours: ours.into(),
            theirs: theirs.into(),
        };
        let (_, count) = self
            .0
            .entry(finding)
            .or_insert_with(|| (trail.to_owned(), 0));
        *count += 1;
    }

    /// Adds a finding if the two sides do not say the same.
    fn unless_same(
        &mut self,
        at: &Location,
        trail: &str,
        keyword: &'static str,
        ours: impl Into<String>,
        theirs: impl Into<String>,
    ) {
        let (ours, theirs) = (ours.into(), theirs.into());
        if ours != theirs {
            self.add(at, trail, (keyword, ""), ours, theirs);
        }
    }

    fn extra(&mut self, at: &Location, trail: &str, subject: &str) {
        self.add(at, trail, ("extra", subject), "it is", "it is not");
    }

    fn missing(&mut self, at: &Location, trail: &str, subject: &str) {
        self.add(at, trail, ("missing", subject), "it is not", "it is");
    }
}

/// Both documents.
#[derive(Clone, Copy)]
struct Both<'a> {
    ours: &'a Document,
    theirs: &'a Document,
}

#[cfg(test)]
mod tests;

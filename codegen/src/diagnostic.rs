//! What Specwright has to say about a document, and where.
//!
//! Every room reports here, by place in the document; `source` alone knows lines and columns.

use std::fmt;

use indexmap::IndexSet;

/// Index of a file of the document, in the order of loading; the root is 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(pub u32);

/// A place in the document: a file, and a JSON pointer (RFC 6901) in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Location {
    /// Which file.
    pub file: FileId,
    /// The pointer: empty for the whole file, else `/paths/~1pets/get`.
    pub pointer: String,
}

impl Location {
    /// The place of a member or item of this one; `key` is escaped here.
    #[must_use]
    pub fn join(&self, key: &str) -> Self {
        let mut pointer = String::with_capacity(self.pointer.len() + key.len() + 1);
        pointer.push_str(&self.pointer);
        pointer.push('/');
        for c in key.chars() {
            match c {
                '~' => pointer.push_str("~0"),
                '/' => pointer.push_str("~1"),
                other => pointer.push(other),
            }
        }
        Self {
            file: self.file,
            pointer,
        }
    }

    /// The place of an item of a list.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.join(&index.to_string())
    }
}

/// A place in a file that is not part of the document.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Outside {
    /// Which file.
    pub path: String,
    /// Line and column, from 1 on, if the thing that is meant stands in the file.
    pub position: Option<(usize, usize)>,
}

impl fmt::Display for Outside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.position {
            Some((line, column)) => write!(f, "{}:{line}:{column}", self.path),
            None => f.write_str(&self.path),
        }
    }
}

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// The output is as good as it can be, and yet the user should know.
    Warning,
    /// The output would be wrong or impossible: there is none.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

/// One thing to say.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// A short stable word for machines, `unknown-reference`.
    pub code: &'static str,
    /// What is wrong: one sentence, no full stop.
    pub message: String,
    /// Where.
    pub at: Location,
    /// Whether the key at the place is meant, not its value.
    pub on_key: bool,
    /// A place outside of the document that is meant instead, such as in its configuration.
    pub outside: Option<Outside>,
    /// Other places that matter, each with what it is.
    pub related: Vec<(Location, String)>,
    /// What to do about it.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A diagnostic that only has to say what and where.
    pub fn new(
        severity: Severity,
        code: &'static str,
        at: Location,
        message: impl Into<String>,
    ) -> Self {
        Self {
            severity,
            code,
            message: message.into(),
            at,
            on_key: false,
            outside: None,
            related: Vec::new(),
            help: None,
        }
    }

    /// An error.
    pub fn error(code: &'static str, at: Location, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, at, message)
    }

    /// A warning.
    pub fn warning(code: &'static str, at: Location, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, at, message)
    }

    /// Says what to do about it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Points at the key, not at its value.
    #[must_use]
    pub fn on_key(mut self) -> Self {
        self.on_key = true;
        self
    }

    /// Points outside of the document.
    #[must_use]
    pub fn outside(mut self, place: Outside) -> Self {
        self.outside = Some(place);
        self
    }

    /// Names another place that matters.
    #[must_use]
    pub fn related(mut self, at: Location, what: impl Into<String>) -> Self {
        self.related.push((at, what.into()));
        self
    }
}

/// All that was said in a run, in the order of saying.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics(IndexSet<Diagnostic>);

impl Diagnostics {
    /// Says one more thing; the same thing at the same place is said once.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.insert(diagnostic);
    }

    /// Whether there is an error among them.
    pub fn has_errors(&self) -> bool {
        self.0
            .iter()
            .any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.0.iter()
    }
}

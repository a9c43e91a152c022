//! JSONPath (RFC 9535) over [`Node`]s: which places an expression selects.

mod compare;
mod parse;
mod select;

use std::fmt;

use super::node::Node;

/// One step down the tree. The order is that of the items of an array.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Step<Name = String> {
    Item(usize),
    Member(Name),
}

/// A place beneath the root.
pub(super) type Path = Vec<Step>;

/// What is wrong with an expression.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PathError {
    message: String,
}

impl PathError {
    fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
        }
    }
}

impl fmt::Display for PathError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

/// The places that an expression selects, each once, in the order of the expression.
pub(super) fn select(root: &Node, expression: &str) -> Result<Vec<Path>, PathError> {
    let query = parse::parse(expression)?;
    select::select(root, &query)
}

/// `$` or `@`, and the way down from there.
#[derive(Debug)]
struct Query {
    from_root: bool,
    segments: Vec<Segment>,
}

impl Query {
    /// Whether it can select one place at most.
    fn is_singular(&self) -> bool {
        self.segments.iter().all(|segment| {
            !segment.descendants
                && matches!(
                    segment.selectors.as_slice(),
                    [Selector::Name(_) | Selector::Index(_)]
                )
        })
    }
}

#[derive(Debug)]
struct Segment {
    /// Written `..`: the node itself and everything beneath it are looked at.
    descendants: bool,
    selectors: Vec<Selector>,
}

#[derive(Debug)]
enum Selector {
    Name(String),
    Wildcard,
    Index(i64),
    Slice {
        start: Option<i64>,
        end: Option<i64>,
        step: i64,
    },
    Filter(Condition),
}

#[derive(Debug)]
enum Condition {
    Any(Vec<Condition>),
    All(Vec<Condition>),
    Not(Box<Condition>),
    Exists(Query),
    Compare(Operand, Operator, Operand),
    /// `match` (the whole text) and `search` (a part of it).
    Matches {
        text: Operand,
        pattern: Operand,
        whole: bool,
    },
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Operator {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

#[derive(Debug)]
enum Operand {
    Literal(Node),
    /// Selects one place at most.
    One(Query),
    Length(Box<Operand>),
    Count(Query),
    Value(Query),
}

#[cfg(test)]
mod tests;

//! JSONPath (RFC 9535): queries that select places of a tree.

mod parse;
mod select;

#[cfg(test)]
mod tests;

/// A query.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Query {
    /// Where it starts.
    start: Start,
    segments: Vec<Segment>,
}

/// Where a query starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Start {
    /// `$`
    Root,
    /// `@`
    Current,
}

/// One step of a query.
#[derive(Clone, Debug, PartialEq)]
enum Segment {
    /// To members and items.
    Children(Vec<Selector>),
    /// To members and items of the place and of everything beneath it.
    Descendants(Vec<Selector>),
}

/// Which members or items.
#[derive(Clone, Debug, PartialEq)]
enum Selector {
    Name(String),
    Wildcard,
    Index(i64),
    Slice {
        from: Option<i64>,
        to: Option<i64>,
        step: i64,
    },
    Filter(Condition),
}

/// What a filter asks of a place.
#[derive(Clone, Debug, PartialEq)]
enum Condition {
    Or(Vec<Condition>),
    And(Vec<Condition>),
    Not(Box<Condition>),
    Exists(Query),
    Compare(Value, Comparison, Value),
}

/// One side of a comparison.
#[derive(Clone, Debug, PartialEq)]
enum Value {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    Query(Query),
    /// `length(…)`: of a text in characters, of an array or object in members.
    Length(Box<Value>),
    /// `count(…)`: how many places a query selects.
    Count(Query),
}

/// How two values are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// One step down a tree.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Step {
    Key(String),
    Index(usize),
}

/// A place in a tree, from its root.
pub(super) type Steps = Vec<Step>;

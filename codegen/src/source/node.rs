//! The tree that every document is loaded into.

use indexmap::IndexMap;

/// The members of an object in document order.
pub type Map = IndexMap<String, Node>;

/// A value of a YAML or JSON document. Keys are text: `200:` is `"200"`, `yes:` is `"yes"`.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// An integer; an integral float outside this range stays a float.
    Int(i128),
    /// Any other number.
    Float(f64),
    /// Text.
    Str(String),
    /// An array.
    Seq(Vec<Node>),
    /// An object.
    Map(Map),
}

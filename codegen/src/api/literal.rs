//! Values that stand in a document: defaults, constants, enum members, examples.

/// A JSON value from the document. Members keep the document's order.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// An integer of any width that documents hold.
    Int(i128),
    /// Any other number.
    Float(f64),
    /// Text.
    String(String),
    /// An array.
    List(Vec<Literal>),
    /// An object.
    Map(Vec<(String, Literal)>),
}

impl Literal {
    /// The text of a string literal.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The value of a number, the nearest that there is.
    #[expect(
        clippy::cast_precision_loss,
        reason = "numbers that large need not be exact"
    )]
    pub fn as_f64(&self) -> Option<f64> {
        match self {
            Self::Int(value) => Some(*value as f64),
            Self::Float(value) => Some(*value),
            Self::Null | Self::Bool(_) | Self::String(_) | Self::List(_) | Self::Map(_) => None,
        }
    }
}

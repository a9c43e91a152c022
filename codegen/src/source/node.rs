//! The tree that every document is loaded into.

use super::map::Map;

/// A value of a YAML or JSON document. Keys are text: `200:` is `"200"`, `yes:` is `"yes"`.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// An integer; an integral float is one too, and stays a float only outside this range.
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

impl Node {
    /// A number as the tree holds it: `1.0` is the integer 1, whichever parser read it.
    pub fn number(value: f64) -> Self {
        // Every float in this range converts without loss once its fraction is nought.
        const BOUND: f64 = 170_141_183_460_469_231_731_687_303_715_884_105_728.0;
        if value.fract() == 0.0 && (-BOUND..BOUND).contains(&value) {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "integral and in the range of i128"
            )]
            return Self::Int(value as i128);
        }
        Self::Float(value)
    }

    /// An integer as the tree holds it. Outside 64 bits it is rounded to a float's precision, as
    /// JSON parsers do, so that both notations of a document give one tree.
    pub fn integer(value: i128) -> Self {
        if i128::from(i64::MIN) <= value && value <= i128::from(u64::MAX) {
            Self::Int(value)
        } else {
            #[expect(clippy::cast_precision_loss, reason = "the rounding is what is wanted")]
            Self::number(value as f64)
        }
    }

    /// The text, if it is text.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Str(text) => Some(text),
            _ => None,
        }
    }

    /// The members, if it is an object.
    pub fn as_map(&self) -> Option<&Map> {
        match self {
            Self::Map(map) => Some(map),
            _ => None,
        }
    }

    /// The items, if it is an array.
    pub fn as_seq(&self) -> Option<&[Node]> {
        match self {
            Self::Seq(items) => Some(items),
            _ => None,
        }
    }

    /// The truth value, if it is one.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(value) => Some(*value),
            _ => None,
        }
    }

    /// The integer, if it is one.
    pub fn as_i128(&self) -> Option<i128> {
        match self {
            Self::Int(value) => Some(*value),
            _ => None,
        }
    }

    /// The integer, if it is one that a `u64` holds.
    pub fn as_u64(&self) -> Option<u64> {
        self.as_i128().and_then(|value| u64::try_from(value).ok())
    }

    /// The number, if it is one.
    pub fn as_f64(&self) -> Option<f64> {
        match self {
            #[expect(clippy::cast_precision_loss, reason = "a float was asked for")]
            Self::Int(value) => Some(*value as f64),
            Self::Float(value) => Some(*value),
            _ => None,
        }
    }

    /// Whether it is `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The member of that name, if it is an object that has one.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.as_map().and_then(|map| map.get(key))
    }

    /// The node at a JSON pointer beneath this one.
    pub fn pointer(&self, pointer: &str) -> Option<&Node> {
        segments(pointer)?.try_fold(self, |node, segment| node.step(&segment))
    }

    /// The node at a JSON pointer beneath this one, to be changed.
    pub fn pointer_mut(&mut self, pointer: &str) -> Option<&mut Node> {
        segments(pointer)?.try_fold(self, |node, segment| match node {
            Self::Map(map) => map.get_mut(&segment),
            Self::Seq(items) => items.get_mut(index(&segment)?),
            _ => None,
        })
    }

    /// One step of a JSON pointer, already unescaped.
    pub(super) fn step(&self, segment: &str) -> Option<&Node> {
        match self {
            Self::Map(map) => map.get(segment),
            Self::Seq(items) => items.get(index(segment)?),
            _ => None,
        }
    }

    /// What it is, for messages: "an object".
    pub fn type_name(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "a boolean",
            Self::Int(_) => "an integer",
            Self::Float(_) => "a number",
            Self::Str(_) => "a string",
            Self::Seq(_) => "an array",
            Self::Map(_) => "an object",
        }
    }
}

/// The steps of a JSON pointer, unescaped; nothing if it is no pointer.
pub(super) fn segments(pointer: &str) -> Option<impl Iterator<Item = String>> {
    let mut parts = pointer.split('/');
    if parts.next() != Some("") {
        return None;
    }
    Some(parts.map(unescape))
}

/// A step of a JSON pointer as it was before `~` and `/` were escaped.
pub(super) fn unescape(segment: &str) -> String {
    segment.replace("~1", "/").replace("~0", "~")
}

/// Makes a JSON pointer one step longer; the step is escaped here.
pub(super) fn push(pointer: &mut String, segment: &str) {
    pointer.push('/');
    for c in segment.chars() {
        match c {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}

/// The index that a step of a JSON pointer names: digits without a leading nought.
pub(super) fn index(segment: &str) -> Option<usize> {
    let plain = segment == "0"
        || (!segment.starts_with('0') && segment.bytes().all(|byte| byte.is_ascii_digit()));
    if plain { segment.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integral_floats_are_integers() {
        assert_eq!(Node::number(3.0), Node::Int(3));
        assert_eq!(Node::number(-0.0), Node::Int(0));
        assert_eq!(Node::number(2.5), Node::Float(2.5));
        assert_eq!(Node::number(1e300), Node::Float(1e300));
        assert!(matches!(Node::number(f64::NAN), Node::Float(_)));
    }

    #[test]
    fn integers_outside_64_bits_are_what_json_makes_of_them() {
        assert_eq!(
            Node::integer(i128::from(u64::MAX)),
            Node::Int(i128::from(u64::MAX))
        );
        assert_eq!(
            Node::integer(-9_223_372_036_854_776_000),
            Node::Int(i128::from(i64::MIN))
        );
    }

    #[test]
    fn pointers_step_through_objects_and_arrays() {
        let mut inner = Map::new();
        inner.insert(
            "a/b~c".into(),
            Node::Seq(vec![Node::Null, Node::Bool(true)]),
        );
        let mut root = Node::Map(inner);
        assert_eq!(root.pointer("/a~1b~0c/1"), Some(&Node::Bool(true)));
        assert_eq!(root.pointer("/a~1b~0c/01"), None);
        assert_eq!(root.pointer("/a~1b~0c/+1"), None);
        assert_eq!(root.pointer("/a~1b~0c/2"), None);
        assert_eq!(root.pointer("a"), None);
        assert_eq!(root.pointer(""), Some(&root));
        *root.pointer_mut("/a~1b~0c/0").expect("the place exists") = Node::Int(1);
        assert_eq!(root.pointer("/a~1b~0c/0"), Some(&Node::Int(1)));
    }
}

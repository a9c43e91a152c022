//! Whether a place meets the condition of a filter.

use std::borrow::Cow;
use std::cmp::Ordering;

use regex::Regex;

use super::select::Selection;
use super::{Condition, Node, Operand, Operator, PathError};

/// A compiled pattern takes no more memory than this.
const LARGEST_PATTERN: usize = 1 << 20;

impl Selection<'_> {
    pub(super) fn holds(&mut self, condition: &Condition, here: &Node) -> Result<bool, PathError> {
        match condition {
            Condition::Any(conditions) => {
                for condition in conditions {
                    if self.holds(condition, here)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            Condition::All(conditions) => {
                for condition in conditions {
                    if !self.holds(condition, here)? {
                        return Ok(false);
                    }
                }
                Ok(true)
            }
            Condition::Not(condition) => Ok(!self.holds(condition, here)?),
            Condition::Exists(query) => Ok(!self.nodes(query, here)?.is_empty()),
            Condition::Compare(left, operator, right) => {
                let left = self.value(left, here)?.map(Cow::into_owned);
                let right = self.value(right, here)?;
                Ok(compare(left.as_ref(), *operator, right.as_deref()))
            }
            Condition::Matches {
                text,
                pattern,
                whole,
            } => {
                let text = self.value(text, here)?.map(Cow::into_owned);
                let pattern = self.value(pattern, here)?;
                let both = (
                    text.as_ref().and_then(Node::as_str),
                    pattern.as_deref().and_then(Node::as_str),
                );
                match both {
                    (Some(text), Some(pattern)) => matches(text, pattern, *whole),
                    _ => Ok(false),
                }
            }
        }
    }

    /// Nothing where there is no value.
    fn value<'a>(
        &mut self,
        operand: &'a Operand,
        here: &'a Node,
    ) -> Result<Option<Cow<'a, Node>>, PathError> {
        Ok(match operand {
            Operand::Literal(node) => Some(Cow::Borrowed(node)),
            Operand::One(query) | Operand::Value(query) => {
                match self.nodes(query, here)?.as_slice() {
                    [one] => Some(Cow::Owned((*one).clone())),
                    _ => None,
                }
            }
            Operand::Length(operand) => {
                let length = match self.value(operand, here)?.as_deref() {
                    Some(Node::Str(text)) => Some(text.chars().count()),
                    Some(Node::Seq(items)) => Some(items.len()),
                    Some(Node::Map(map)) => Some(map.len()),
                    Some(Node::Null | Node::Bool(_) | Node::Int(_) | Node::Float(_)) | None => None,
                };
                length.map(number)
            }
            Operand::Count(query) => Some(number(self.nodes(query, here)?.len())),
        })
    }
}

fn number(value: usize) -> Cow<'static, Node> {
    Cow::Owned(Node::Int(i128::try_from(value).unwrap_or(i128::MAX)))
}

fn compare(left: Option<&Node>, operator: Operator, right: Option<&Node>) -> bool {
    let order = || -> Option<Ordering> {
        match (left?, right?) {
            (Node::Str(left), Node::Str(right)) => Some(left.cmp(right)),
            (Node::Int(left), Node::Int(right)) => Some(left.cmp(right)),
            (left, right) => left.as_f64()?.partial_cmp(&right.as_f64()?),
        }
    };
    match operator {
        Operator::Equal => left == right,
        Operator::NotEqual => left != right,
        Operator::Less => order() == Some(Ordering::Less),
        Operator::Greater => order() == Some(Ordering::Greater),
        Operator::LessOrEqual => left == right || order() == Some(Ordering::Less),
        Operator::GreaterOrEqual => left == right || order() == Some(Ordering::Greater),
    }
}

/// In the patterns of RFC 9485 a dot is any character but a line break, `\r` included.
fn matches(text: &str, pattern: &str, whole: bool) -> Result<bool, PathError> {
    let dots = dots(pattern);
    let pattern = if whole {
        format!(r"\A(?:{dots})\z")
    } else {
        dots
    };
    let regex = regex::RegexBuilder::new(&pattern)
        .size_limit(LARGEST_PATTERN)
        .build();
    match regex {
        Ok(regex) => Ok(Regex::is_match(&regex, text)),
        Err(_) => Err(PathError::new("a pattern is not a regular expression")),
    }
}

fn dots(pattern: &str) -> String {
    let mut result = String::with_capacity(pattern.len());
    let mut in_class = false;
    let mut chars = pattern.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => {
                result.push(c);
                result.extend(chars.next());
                continue;
            }
            '[' => in_class = true,
            ']' => in_class = false,
            '.' if !in_class => {
                result.push_str(r"[^\n\r]");
                continue;
            }
            _ => {}
        }
        result.push(c);
    }
    result
}

//! Query and tree → places.

use std::collections::HashSet;

use super::{Comparison, Condition, Query, Segment, Selector, Start, Step, Steps, Value};
use crate::source::Node;

/// More places than this are refused: queries with several `..` multiply.
const MOST_PLACES: usize = 1_000_000;

/// A place and what stands there.
#[derive(Clone)]
struct Place<'a> {
    steps: Steps,
    node: &'a Node,
}

impl<'a> Place<'a> {
    fn key(&self, key: &str, node: &'a Node) -> Self {
        self.step(Step::Key(key.to_owned()), node)
    }

    fn index(&self, index: usize, node: &'a Node) -> Self {
        self.step(Step::Index(index), node)
    }

    fn step(&self, step: Step, node: &'a Node) -> Self {
        let mut steps = Steps::with_capacity(self.steps.len() + 1);
        steps.extend_from_slice(&self.steps);
        steps.push(step);
        Self { steps, node }
    }
}

impl Query {
    /// The places that the query selects, each once, in the order of selection.
    pub(in crate::source) fn select(&self, root: &Node) -> Result<Vec<Steps>, String> {
        let mut seen = HashSet::new();
        let places = self.places(root, root)?;
        Ok(places
            .into_iter()
            .map(|place| place.steps)
            .filter(|steps| seen.insert(steps.clone()))
            .collect())
    }

    fn places<'a>(&self, root: &'a Node, current: &'a Node) -> Result<Vec<Place<'a>>, String> {
        let node = match self.start {
            Start::Root => root,
            Start::Current => current,
        };
        let mut places = vec![Place {
            steps: Steps::new(),
            node,
        }];
        for segment in &self.segments {
            let mut next = Vec::new();
            for place in &places {
                match segment {
                    Segment::Children(selectors) => {
                        children(place, selectors, root, &mut next)?;
                    }
                    Segment::Descendants(selectors) => {
                        descendants(place, selectors, root, &mut next)?;
                    }
                }
            }
            places = next;
        }
        Ok(places)
    }

    fn nodes<'a>(&self, root: &'a Node, current: &'a Node) -> Vec<&'a Node> {
        // Too many places are as good as none: the outer query refuses them before.
        let places = self.places(root, current).unwrap_or_default();
        places.into_iter().map(|place| place.node).collect()
    }
}

fn descendants<'a>(
    place: &Place<'a>,
    selectors: &[Selector],
    root: &'a Node,
    found: &mut Vec<Place<'a>>,
) -> Result<(), String> {
    children(place, selectors, root, found)?;
    match place.node {
        Node::Map(map) => map
            .iter()
            .try_for_each(|(key, node)| descendants(&place.key(key, node), selectors, root, found)),
        Node::Seq(items) => items.iter().enumerate().try_for_each(|(index, node)| {
            descendants(&place.index(index, node), selectors, root, found)
        }),
        _ => Ok(()),
    }
}

fn children<'a>(
    place: &Place<'a>,
    selectors: &[Selector],
    root: &'a Node,
    found: &mut Vec<Place<'a>>,
) -> Result<(), String> {
    for selector in selectors {
        match (selector, place.node) {
            (Selector::Name(name), Node::Map(map)) => {
                found.extend(map.get(name).map(|node| place.key(name, node)));
            }
            (Selector::Wildcard, Node::Map(map)) => {
                found.extend(map.iter().map(|(key, node)| place.key(key, node)));
            }
            (Selector::Filter(condition), Node::Map(map)) => {
                let fitting = map.iter().filter(|(_, node)| condition.holds(root, node));
                found.extend(fitting.map(|(key, node)| place.key(key, node)));
            }
            (Selector::Name(_), _) | (_, Node::Map(_)) => {}
            (selector, Node::Seq(items)) => {
                let fitting = selector.indices(items, root);
                found.extend(
                    fitting
                        .into_iter()
                        .map(|index| place.index(index, &items[index])),
                );
            }
            _ => {}
        }
        if found.len() > MOST_PLACES {
            return Err(format!("it selects more than {MOST_PLACES} places"));
        }
    }
    Ok(())
}

impl Selector {
    /// The items of an array that it selects.
    fn indices(&self, items: &[Node], root: &Node) -> Vec<usize> {
        match self {
            Self::Name(_) => Vec::new(),
            Self::Wildcard => (0..items.len()).collect(),
            Self::Index(index) => absolute(*index, items.len())
                .filter(|index| *index < items.len())
                .into_iter()
                .collect(),
            Self::Slice { from, to, step } => slice(*from, *to, *step, items.len()),
            Self::Filter(condition) => (0..items.len())
                .filter(|index| condition.holds(root, &items[*index]))
                .collect(),
        }
    }
}

/// An index that may count from the end; absent before the start.
fn absolute(index: i64, length: usize) -> Option<usize> {
    if index >= 0 {
        return usize::try_from(index).ok();
    }
    let back = usize::try_from(index.unsigned_abs()).ok()?;
    length.checked_sub(back)
}

fn slice(from: Option<i64>, to: Option<i64>, step: i64, length: usize) -> Vec<usize> {
    let bound = |index: i64| absolute(index, length).unwrap_or(0).min(length);
    let Ok(stride) = usize::try_from(step.unsigned_abs()) else {
        return Vec::new();
    };
    match step {
        0 => Vec::new(),
        1.. => {
            let (from, to) = (from.map_or(0, bound), to.map_or(length, bound));
            (from..to.max(from)).step_by(stride).collect()
        }
        _ => {
            // Downwards: both bounds count as the item after them.
            let after = |index: i64| absolute(index, length).map_or(0, |at| (at + 1).min(length));
            let (from, to) = (from.map_or(length, after), to.map_or(0, after));
            (to..from.max(to)).rev().step_by(stride).collect()
        }
    }
}

impl Condition {
    fn holds(&self, root: &Node, current: &Node) -> bool {
        match self {
            Self::Or(any) => any.iter().any(|condition| condition.holds(root, current)),
            Self::And(all) => all.iter().all(|condition| condition.holds(root, current)),
            Self::Not(condition) => !condition.holds(root, current),
            Self::Exists(query) => !query.nodes(root, current).is_empty(),
            Self::Compare(left, comparison, right) => {
                let left = left.evaluate(root, current);
                let right = right.evaluate(root, current);
                comparison.holds(left.as_ref(), right.as_ref())
            }
        }
    }
}

impl Value {
    /// The value; absent where a query selects not exactly one place.
    fn evaluate(&self, root: &Node, current: &Node) -> Option<Node> {
        match self {
            Self::Null => Some(Node::Null),
            Self::Bool(value) => Some(Node::Bool(*value)),
            Self::Number(value) => Some(Node::number(*value)),
            Self::Text(text) => Some(Node::Str(text.clone())),
            Self::Query(query) => match query.nodes(root, current).as_slice() {
                [node] => Some((*node).clone()),
                _ => None,
            },
            Self::Length(value) => {
                let length = match value.evaluate(root, current)? {
                    Node::Str(text) => text.chars().count(),
                    Node::Seq(items) => items.len(),
                    Node::Map(map) => map.len(),
                    Node::Null | Node::Bool(_) | Node::Int(_) | Node::Float(_) => return None,
                };
                Some(number(length))
            }
            Self::Count(query) => Some(number(query.nodes(root, current).len())),
        }
    }
}

fn number(count: usize) -> Node {
    Node::Int(i128::try_from(count).unwrap_or(i128::MAX))
}

impl Comparison {
    fn holds(self, left: Option<&Node>, right: Option<&Node>) -> bool {
        match self {
            Self::Equal => left == right,
            Self::NotEqual => left != right,
            Self::Less => less(left, right),
            Self::LessOrEqual => left == right || less(left, right),
            Self::Greater => less(right, left),
            Self::GreaterOrEqual => left == right || less(right, left),
        }
    }
}

/// Only numbers and texts have an order.
fn less(left: Option<&Node>, right: Option<&Node>) -> bool {
    match (left, right) {
        (Some(Node::Str(left)), Some(Node::Str(right))) => left < right,
        (Some(left), Some(right)) => match (left.as_f64(), right.as_f64()) {
            (Some(left), Some(right)) => left < right,
            _ => false,
        },
        _ => false,
    }
}

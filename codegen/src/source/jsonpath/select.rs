//! Walking the tree as an expression says.

use std::collections::HashSet;

use super::{Node, Path, PathError, Query, Segment, Selector, Step};

/// Places looked at before an expression is taken to be malicious.
const MOST_VISITS: usize = 4_000_000;

pub(super) fn select(root: &Node, query: &Query) -> Result<Vec<Path>, PathError> {
    let mut selection = Selection {
        root,
        visits_left: MOST_VISITS,
    };
    let places = selection.walk(&query.segments, root)?;
    let mut known = HashSet::new();
    let paths = places.iter().map(|(path, _)| path);
    let paths = paths.filter(|path| known.insert(path.as_slice()));
    let owned = |step: &Step<&str>| match step {
        Step::Item(index) => Step::Item(*index),
        Step::Member(name) => Step::Member((*name).to_owned()),
    };
    Ok(paths.map(|path| path.iter().map(owned).collect()).collect())
}

pub(super) struct Selection<'r> {
    root: &'r Node,
    visits_left: usize,
}

/// While the tree is walked its own keys name the steps.
type Walked<'n> = Vec<Step<&'n str>>;
type Places<'n> = Vec<(Walked<'n>, &'n Node)>;

impl Selection<'_> {
    /// What a query in a filter selects.
    pub(super) fn nodes<'n>(
        &mut self,
        query: &Query,
        here: &'n Node,
    ) -> Result<Vec<&'n Node>, PathError>
    where
        Self: 'n,
    {
        let start = if query.from_root { self.root } else { here };
        let places = self.walk(&query.segments, start)?;
        Ok(places.into_iter().map(|(_, node)| node).collect())
    }

    fn walk<'n>(&mut self, segments: &[Segment], start: &'n Node) -> Result<Places<'n>, PathError> {
        let mut places = vec![(Walked::new(), start)];
        for segment in segments {
            let mut next = Vec::new();
            for (path, node) in &places {
                if segment.descendants {
                    for (path, node) in self.descendants(path, node)? {
                        self.children(&segment.selectors, &path, node, &mut next)?;
                    }
                } else {
                    self.children(&segment.selectors, path, node, &mut next)?;
                }
            }
            places = next;
        }
        Ok(places)
    }

    fn visit(&mut self, cost: usize) -> Result<(), PathError> {
        self.visits_left = self
            .visits_left
            .checked_sub(cost)
            .ok_or_else(|| PathError::new("the expression looks at too many places"))?;
        Ok(())
    }

    /// The node and all beneath it, parents first.
    fn descendants<'n>(
        &mut self,
        path: &Walked<'n>,
        node: &'n Node,
    ) -> Result<Places<'n>, PathError> {
        let mut found = vec![(path.clone(), node)];
        let mut next = 0;
        let mut stack = vec![(path.clone(), node)];
        while let Some((path, node)) = stack.pop() {
            if next > 0 {
                found.push((path.clone(), node));
            }
            next += 1;
            let children = all_children(&path, node);
            self.visit(children.len() + 1)?;
            stack.extend(children.into_iter().rev());
        }
        Ok(found)
    }

    fn children<'n>(
        &mut self,
        selectors: &[Selector],
        path: &Walked<'n>,
        node: &'n Node,
        found: &mut Places<'n>,
    ) -> Result<(), PathError> {
        for selector in selectors {
            self.visit(1)?;
            match selector {
                Selector::Name(name) => {
                    let child = node.as_map().and_then(|map| map.get_key_value(name));
                    let place = child.map(|(key, child)| (down(path, Step::Member(key)), child));
                    found.extend(place);
                }
                Selector::Wildcard => {
                    let children = all_children(path, node);
                    self.visit(children.len())?;
                    found.extend(children);
                }
                Selector::Index(index) => found.extend(item(path, node, *index)),
                Selector::Slice { start, end, step } => {
                    let length = node.as_seq().map_or(0, <[Node]>::len);
                    let indices = slice(length, *start, *end, *step);
                    self.visit(indices.len())?;
                    found.extend(
                        indices
                            .into_iter()
                            .filter_map(|index| item(path, node, index)),
                    );
                }
                Selector::Filter(condition) => {
                    for (path, child) in all_children(path, node) {
                        self.visit(1)?;
                        if self.holds(condition, child)? {
                            found.push((path, child));
                        }
                    }
                }
            }
        }
        Ok(())
    }
}

fn down<'n>(path: &Walked<'n>, step: Step<&'n str>) -> Walked<'n> {
    let mut longer = Vec::with_capacity(path.len() + 1);
    longer.extend_from_slice(path);
    longer.push(step);
    longer
}

fn all_children<'n>(path: &Walked<'n>, node: &'n Node) -> Places<'n> {
    match node {
        Node::Map(map) => map
            .iter()
            .map(|(key, child)| (down(path, Step::Member(key.as_str())), child))
            .collect(),
        Node::Seq(items) => items
            .iter()
            .enumerate()
            .map(|(index, child)| (down(path, Step::Item(index)), child))
            .collect(),
        Node::Null | Node::Bool(_) | Node::Int(_) | Node::Float(_) | Node::Str(_) => Vec::new(),
    }
}

/// An item; a negative index counts from the end.
fn item<'n>(path: &Walked<'n>, node: &'n Node, index: i64) -> Option<(Walked<'n>, &'n Node)> {
    let items = node.as_seq()?;
    let length = i64::try_from(items.len()).ok()?;
    let index = if index < 0 { index + length } else { index };
    let index = usize::try_from(index).ok()?;
    Some((down(path, Step::Item(index)), items.get(index)?))
}

/// The indices that `start:end:step` names in an array of that length (RFC 9535, 2.3.4.2).
fn slice(length: usize, start: Option<i64>, end: Option<i64>, step: i64) -> Vec<i64> {
    let length = i64::try_from(length).unwrap_or(i64::MAX);
    let from_end = |index: i64| if index < 0 { index + length } else { index };
    let mut indices = Vec::new();
    if step > 0 {
        let mut index = from_end(start.unwrap_or(0)).clamp(0, length);
        let end = from_end(end.unwrap_or(length)).clamp(0, length);
        while index < end {
            indices.push(index);
            index = index.saturating_add(step);
        }
    } else if step < 0 {
        let mut index = start.map_or(length - 1, from_end).clamp(-1, length - 1);
        let end = end.map_or(-1, from_end).clamp(-1, length - 1);
        while index > end {
            indices.push(index);
            index = index.saturating_add(step);
        }
    }
    indices
}

//! Cycles among types: where a `Box` is needed, and which aliases must be types of their own.

use super::references::{self, Reach};
use crate::api::{Api, Shape, TypeDef, TypeId};

/// What is known of the cycles of an API.
#[derive(Debug)]
pub(crate) struct Cycles {
    /// The group of types that hold each other, by type.
    holding: Vec<usize>,
    /// Aliases that cannot be aliases, since they come back to themselves.
    newtypes: Vec<bool>,
    /// How many types a chain of types that name one another has at most.
    longest_chain: usize,
}

impl Cycles {
    /// Finds them.
    pub(crate) fn find(api: &Api) -> Self {
        let held: Vec<Vec<usize>> = api
            .types
            .iter()
            .map(|def| references(def, Reach::Held))
            .collect();
        let naming: Vec<Vec<usize>> = api
            .types
            .iter()
            .map(|def| references(def, Reach::Named))
            .collect();
        let named: Vec<Vec<usize>> = api
            .types
            .iter()
            .zip(&naming)
            .map(|(def, names)| match def.shape {
                Shape::Alias(_) => names
                    .iter()
                    .copied()
                    .filter(|to| is_alias(api, *to))
                    .collect(),
                Shape::Struct(_) | Shape::Enum(_) | Shape::Union(_) => Vec::new(),
            })
            .collect();
        let groups = components(&named);
        let newtypes = (0..named.len())
            .map(|id| {
                let again = |to: &usize| groups[*to] == groups[id];
                named[id].iter().any(again)
            })
            .collect();
        Self {
            holding: components(&held),
            newtypes,
            longest_chain: longest_chain(&naming),
        }
    }

    /// Whether a value of `to` that stands in a value of `owner` without a list or map between
    /// must be boxed.
    pub(crate) fn needs_box(&self, owner: TypeId, to: TypeId) -> bool {
        self.holding[owner.0] == self.holding[to.0]
    }

    /// No chain of types that name one another, each once, is longer. What asks a question of a type and of all
    /// within it, as the compiler does for `Send`, goes as deep.
    pub(crate) fn longest_chain(&self) -> usize {
        self.longest_chain
    }

    /// Whether an alias must be a type of its own.
    pub(crate) fn is_newtype(&self, id: TypeId) -> bool {
        self.newtypes[id.0]
    }
}

fn is_alias(api: &Api, id: usize) -> bool {
    let def = &api.types[id];
    def.substitute.is_none() && matches!(def.shape, Shape::Alias(_))
}

/// What a type that the user does not bring refers to.
fn references(def: &TypeDef, reach: Reach) -> Vec<usize> {
    if def.substitute.is_some() {
        return Vec::new();
    }
    let found = references::of_definition(def, reach);
    found.into_iter().map(|TypeId(id)| id).collect()
}

/// An upper bound of the longest path: one may pass all nodes of a component, and each component once.
fn longest_chain(edges: &[Vec<usize>]) -> usize {
    let component = components(edges);
    let mut members: Vec<Vec<usize>> = Vec::new();
    for (node, group) in component.iter().enumerate() {
        if members.len() <= *group {
            members.resize_with(group + 1, Vec::new);
        }
        members[*group].push(node);
    }
    let mut longest: Vec<usize> = Vec::with_capacity(members.len());
    for (group, nodes) in members.iter().enumerate() {
        let onward = nodes.iter().flat_map(|node| &edges[*node]);
        let beyond = onward.map(|to| component[*to]).filter(|to| *to != group);
        let rest = beyond.map(|to| longest[to]).max().unwrap_or(0);
        longest.push(nodes.len() + rest);
    }
    longest.into_iter().max().unwrap_or(0)
}

/// The strongly connected component of each node (Tarjan), without recursion: documents may chain
/// thousands of types. A component's number is higher than those of the components it leads to.
fn components(edges: &[Vec<usize>]) -> Vec<usize> {
    const NEW: usize = usize::MAX;
    let mut order = vec![NEW; edges.len()];
    let mut low = vec![0; edges.len()];
    let mut component = vec![NEW; edges.len()];
    let mut stack = Vec::new();
    let mut clock = 0;
    let mut found = 0;
    for root in 0..edges.len() {
        if order[root] != NEW {
            continue;
        }
        let mut path = vec![(root, 0)];
        while let Some((node, next)) = path.last_mut() {
            let node = *node;
            if *next == 0 {
                order[node] = clock;
                low[node] = clock;
                clock += 1;
                stack.push(node);
            }
            if let Some(&to) = edges[node].get(*next) {
                *next += 1;
                if order[to] == NEW {
                    path.push((to, 0));
                } else if component[to] == NEW {
                    low[node] = low[node].min(order[to]);
                }
                continue;
            }
            path.pop();
            if let Some((parent, _)) = path.last() {
                low[*parent] = low[*parent].min(low[node]);
            }
            if low[node] == order[node] {
                while let Some(member) = stack.pop() {
                    component[member] = found;
                    if member == node {
                        break;
                    }
                }
                found += 1;
            }
        }
    }
    component
}

#[cfg(test)]
mod tests;

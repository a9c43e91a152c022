//! Cycles among types: where a `Box` is needed, and which aliases must be types of their own.

use crate::api::{Additional, Api, Shape, Type, TypeDef, TypeId};

/// What is known of the cycles of an API.
#[derive(Debug)]
pub(crate) struct Cycles {
    /// The group of types that hold each other, by type.
    holding: Vec<usize>,
    /// Aliases that cannot be aliases, since they come back to themselves.
    newtypes: Vec<bool>,
}

impl Cycles {
    /// Finds them.
    pub(crate) fn find(api: &Api) -> Self {
        let held: Vec<Vec<usize>> = api
            .types
            .iter()
            .map(|def| references(def, Reach::Held))
            .collect();
        let named: Vec<Vec<usize>> = api
            .types
            .iter()
            .map(|def| match def.shape {
                Shape::Alias(_) => references(def, Reach::Named)
                    .into_iter()
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
        }
    }

    /// Whether a value of `to` that stands in a value of `owner` without a list or map between
    /// must be boxed.
    pub(crate) fn needs_box(&self, owner: TypeId, to: TypeId) -> bool {
        self.holding[owner.0] == self.holding[to.0]
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

/// Which references count.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// Those whose values lie inside the value.
    Held,
    /// All that the type's text names.
    Named,
}

fn references(def: &TypeDef, reach: Reach) -> Vec<usize> {
    let mut found = Vec::new();
    if def.substitute.is_some() {
        return found;
    }
    match &def.shape {
        Shape::Struct(object) => {
            for field in &object.fields {
                collect(&field.ty, reach, &mut found);
            }
            if let (Additional::Typed(_, ty), Reach::Named) = (&object.additional, reach) {
                collect(ty, reach, &mut found);
            }
        }
        Shape::Enum(_) => {}
        Shape::Union(union) => {
            for variant in &union.variants {
                collect(&variant.ty, reach, &mut found);
            }
        }
        Shape::Alias(ty) => collect(ty, reach, &mut found),
    }
    found
}

fn collect(ty: &Type, reach: Reach, found: &mut Vec<usize>) {
    match ty {
        Type::Named(id) => found.push(id.0),
        Type::Nullable(inner) => collect(inner, reach, found),
        Type::Tuple(items, None) => {
            for item in items {
                collect(item, reach, found);
            }
        }
        Type::Array(inner) | Type::Set(inner) | Type::Map(inner) if reach == Reach::Named => {
            collect(inner, reach, found);
        }
        // A tuple with a rest is spelled as a list of anything.
        Type::Array(_)
        | Type::Set(_)
        | Type::Map(_)
        | Type::Tuple(_, Some(_))
        | Type::Any
        | Type::Null
        | Type::Boolean
        | Type::Integer(_)
        | Type::Number(_)
        | Type::String
        | Type::Secret
        | Type::Bytes(_)
        | Type::Binary
        | Type::DateTime
        | Type::Date
        | Type::Time
        | Type::Duration
        | Type::Uuid
        | Type::Uri
        | Type::Ipv4
        | Type::Ipv6 => {}
    }
}

/// The strongly connected component of each node (Tarjan), without recursion: documents may chain
/// thousands of types.
fn components(edges: &[Vec<usize>]) -> Vec<usize> {
    const NEW: usize = usize::MAX;
    let mut order = vec![NEW; edges.len()];
    let mut low = vec![0; edges.len()];
    let mut component = vec![NEW; edges.len()];
    let mut stack = Vec::new();
    let mut clock = 0;
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
                    component[member] = node;
                    if member == node {
                        break;
                    }
                }
            }
        }
    }
    component
}

#[cfg(test)]
mod tests;

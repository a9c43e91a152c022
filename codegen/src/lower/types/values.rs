//! Constants: what `enum` and `const` of schemas leave together.

use std::collections::HashSet;

use crate::document::Schema;
use crate::source::Node;

use super::view::Conflict;

/// The constants of a schema, without `null`.
#[derive(Clone, Debug)]
pub(super) struct Values<'a> {
    /// In document order, each once.
    pub(super) nodes: Vec<&'a Node>,
    /// The schema that lists them: names and descriptions stand there.
    pub(super) listed_by: &'a Schema,
}

/// What each schema allows; where nothing is left the last one's word is taken.
pub(super) fn merged<'a>(
    base_first: &[&'a Schema],
    conflicts: &mut Vec<Conflict<'a>>,
) -> Option<Values<'a>> {
    let mut merged: Option<Values<'a>> = None;
    for schema in base_first {
        let Some(nodes) = listed(schema) else {
            continue;
        };
        let Some(before) = &merged else {
            merged = Some(Values {
                nodes,
                listed_by: schema,
            });
            continue;
        };
        let also: HashSet<String> = nodes.iter().map(|node| mark(node)).collect();
        let both: Vec<&Node> = before
            .nodes
            .iter()
            .copied()
            .filter(|value| also.contains(&mark(value)))
            .collect();
        if both.is_empty() {
            conflicts.push(Conflict {
                at: &schema.at,
                what: "constants that",
            });
            merged = Some(Values {
                nodes,
                listed_by: schema,
            });
        } else {
            merged = Some(Values {
                nodes: both,
                listed_by: before.listed_by,
            });
        }
    }
    merged
}

/// The constants that one schema lists itself; `None` if it lists none beside `null`.
fn listed(schema: &Schema) -> Option<Vec<&Node>> {
    let constant = schema.constant.iter().filter(|value| **value != Node::Null);
    let mut nodes: Vec<&Node> = constant.collect();
    if nodes.is_empty() {
        let mut known = HashSet::new();
        let listed = schema.enumeration.iter().flatten();
        nodes.extend(listed.filter(|value| **value != Node::Null && known.insert(mark(value))));
    }
    (!nodes.is_empty()).then_some(nodes)
}

/// A text that values have in common if they are equal as JSON, whatever the order of members. (A
/// float that is whole is an integer in the tree.)
fn mark(value: &Node) -> String {
    match value {
        Node::Seq(items) => {
            let items: Vec<String> = items.iter().map(mark).collect();
            format!("[{}]", items.join(","))
        }
        Node::Map(members) => {
            let mut members: Vec<String> = members
                .iter()
                .map(|(key, value)| format!("{key:?}:{}", mark(value)))
                .collect();
            members.sort_unstable();
            format!("{{{}}}", members.join(","))
        }
        Node::Null | Node::Bool(_) | Node::Int(_) | Node::Float(_) | Node::Str(_) => {
            format!("{value:?}")
        }
    }
}

//! Overlays (1.0 and 1.1): files of changes to a tree, applied before anybody reads it.

mod change;

#[cfg(test)]
mod tests;

use super::Node;
use super::json_path::{Query, Steps};
use crate::diagnostic::{Diagnostic, Diagnostics, Location};

/// What a tree may grow to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    pub(super) nodes: usize,
    pub(super) depth: usize,
}

/// Applies an overlay that stands at `at` to a tree, action by action.
pub(super) fn apply(
    tree: &mut Node,
    overlay: &Node,
    at: &Location,
    bounds: Bounds,
    diagnostics: &mut Diagnostics,
) {
    let version = overlay.get("overlay").and_then(Node::as_str);
    let version = match version {
        Some(version) if version.starts_with("1.") => version,
        _ => {
            diagnostics.push(Diagnostic::error(
                "overlay-version",
                at.clone(),
                "an overlay says `overlay: 1.0.0` or `overlay: 1.1.0`",
            ));
            return;
        }
    };
    let Some(actions) = overlay.get("actions").and_then(Node::as_seq) else {
        let message = "an overlay has a list of `actions`";
        diagnostics.push(Diagnostic::error("overlay-actions", at.clone(), message));
        return;
    };
    for (index, action) in actions.iter().enumerate() {
        let place = at.join("actions").index(index);
        match apply_action(tree, action, version, bounds) {
            Ok(0) => diagnostics.push(Diagnostic::warning(
                "overlay-without-target",
                place.join("target"),
                "this selects nothing in the document",
            )),
            Ok(_) => {}
            Err(Refusal { member, message }) => {
                let place = if action.get(member).is_some() {
                    place.join(member)
                } else {
                    place
                };
                diagnostics.push(Diagnostic::error("overlay-action", place, message));
                return;
            }
        }
    }
}

/// Why an action cannot be applied, and which member of it is to blame.
struct Refusal {
    member: &'static str,
    message: String,
}

impl Refusal {
    fn new(member: &'static str, message: impl Into<String>) -> Self {
        Self {
            member,
            message: message.into(),
        }
    }
}

/// Applies one action; how many places it changed.
fn apply_action(
    tree: &mut Node,
    action: &Node,
    version: &str,
    bounds: Bounds,
) -> Result<usize, Refusal> {
    let targets = places(tree, action, "target")?
        .ok_or_else(|| Refusal::new("target", "an action has a `target`, a JSONPath query"))?;
    if action.get("remove").and_then(Node::as_bool) == Some(true) {
        change::remove(tree, &targets).map_err(|message| Refusal::new("target", message))?;
        return Ok(targets.len());
    }
    let (member, update) = match action.get("update") {
        Some(update) => ("update", Some(update.clone())),
        None => ("copy", copied(tree, action)?),
    };
    let Some(update) = update else {
        return Ok(targets.len());
    };
    let growth = change::size(&update).saturating_mul(targets.len());
    if change::size(tree).saturating_add(growth) > bounds.nodes {
        return Err(Refusal::new(member, "the document grows too large with it"));
    }
    let entries = if version.starts_with("1.0") {
        change::Entries::One
    } else {
        change::Entries::Each
    };
    for target in &targets {
        change::update(tree, target, &update, entries);
    }
    if change::depth(tree) > bounds.depth {
        return Err(Refusal::new(
            member,
            "the document is nested too deeply with it",
        ));
    }
    Ok(targets.len())
}

/// What `copy` selects, if the action has it.
fn copied(tree: &Node, action: &Node) -> Result<Option<Node>, Refusal> {
    let Some(sources) = places(tree, action, "copy")? else {
        return Ok(None);
    };
    match sources.as_slice() {
        [source] => Ok(change::at(tree, source).cloned()),
        several => Err(Refusal::new(
            "copy",
            format!("`copy` selects one place, this selects {}", several.len()),
        )),
    }
}

/// The places that the query in a member selects, if there is that member.
fn places(tree: &Node, action: &Node, member: &'static str) -> Result<Option<Vec<Steps>>, Refusal> {
    let Some(query) = action.get(member) else {
        return Ok(None);
    };
    let text = query
        .as_str()
        .ok_or_else(|| Refusal::new(member, "this is a JSONPath query, so a text"))?;
    Query::parse(text)
        .and_then(|query| query.select(tree))
        .map(Some)
        .map_err(|message| Refusal::new(member, message))
}

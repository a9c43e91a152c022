//! Values in the pairs of a query or a form.

use super::read::{Types, of_text};
use super::{Kind, Raw, Tree};
use crate::operations::Style;

type Found = (Tree, Vec<String>);

/// The tree in the pairs of a query or form, and the keys that it used.
pub(super) fn of_pairs(
    style: Style,
    explode: bool,
    name: &str,
    kind: Kind,
    pairs: &[(String, String)],
    types: &Types<'_>,
) -> Option<Found> {
    if style == Style::DeepObject {
        return deep(name, pairs);
    }
    let own: Vec<&str> = pairs
        .iter()
        .filter(|(key, _)| decoded(key) == name)
        .map(|(_, value)| value.as_str())
        .collect();
    let used = vec![name.to_owned()];
    match (kind, explode, own.as_slice()) {
        (Kind::Object, true, _) if style == Style::Form || style == Style::Cookie => {
            let fits = |key: &str| types.knows(key) || !types.closed();
            let members: Vec<(String, Vec<&str>)> = grouped(pairs, fits);
            if members.is_empty() {
                return None;
            }
            let used = members.iter().map(|(key, _)| key.clone()).collect();
            let members = members.into_iter().map(|(key, values)| {
                let texts = values.iter().map(|value| Tree::Scalar(decoded(value)));
                let mut texts: Vec<Tree> = texts.collect();
                let list = texts.len() > 1 || !types.member(&key).kinds().contains(&Kind::Scalar);
                let tree = if list {
                    Tree::Array(texts)
                } else {
                    texts.remove(0)
                };
                (key, tree)
            });
            Some((Tree::Object(members.collect()), used))
        }
        (_, _, []) => None,
        (Kind::Array, true, values) => {
            let items = values.iter().map(|value| Tree::Scalar(decoded(value)));
            Some((Tree::Array(items.collect()), used))
        }
        (_, _, [value]) => {
            let text = value.replace('+', "%20");
            let raw = Raw {
                text: &text,
                encoded: true,
            };
            of_text(style, false, name, kind, raw).map(|tree| (tree, used))
        }
        _ => None,
    }
}

/// Values by their keys, in the order of the first of each.
fn grouped(pairs: &[(String, String)], fits: impl Fn(&str) -> bool) -> Vec<(String, Vec<&str>)> {
    let mut groups: Vec<(String, Vec<&str>)> = Vec::new();
    for (key, value) in pairs {
        let key = decoded(key);
        if !fits(&key) {
            continue;
        }
        match groups.iter_mut().find(|(known, _)| *known == key) {
            Some((_, values)) => values.push(value),
            None => groups.push((key, vec![value])),
        }
    }
    groups
}

/// `name[a]=1&name[b][c]=2`
fn deep(name: &str, pairs: &[(String, String)]) -> Option<Found> {
    let mut root = Vec::new();
    let mut used = Vec::new();
    for (key, value) in pairs {
        let key = decoded(key);
        let Some(rest) = key.strip_prefix(name).filter(|rest| rest.starts_with('[')) else {
            continue;
        };
        let path: Vec<&str> = rest
            .strip_prefix('[')?
            .strip_suffix(']')?
            .split("][")
            .collect();
        plant(&mut root, &path, decoded(value));
        used.push(key);
    }
    (!used.is_empty()).then_some((Tree::Object(root), used))
}

fn plant(members: &mut Vec<(String, Tree)>, path: &[&str], value: String) {
    let Some((first, rest)) = path.split_first() else {
        return;
    };
    let at = members.iter().position(|(key, _)| key == first);
    let leaf = Tree::Scalar(value.clone());
    match (rest, at) {
        ([] | [""], None) => {
            let tree = if rest.is_empty() {
                leaf
            } else {
                Tree::Array(vec![leaf])
            };
            members.push(((*first).to_owned(), tree));
        }
        ([] | [""], Some(at)) => {
            let known = std::mem::replace(&mut members[at].1, Tree::Array(Vec::new()));
            members[at].1 = match known {
                Tree::Array(mut items) => {
                    items.push(leaf);
                    Tree::Array(items)
                }
                other => Tree::Array(vec![other, leaf]),
            };
        }
        (_, at) => {
            let at = at.unwrap_or_else(|| {
                members.push(((*first).to_owned(), Tree::Object(Vec::new())));
                members.len() - 1
            });
            if let Tree::Object(inner) = &mut members[at].1 {
                plant(inner, rest, value);
            }
        }
    }
}

fn decoded(text: &str) -> String {
    let text = text.replace('+', "%20");
    Raw {
        text: &text,
        encoded: true,
    }
    .decoded()
    .into_owned()
}

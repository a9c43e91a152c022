//! What the features are called, and how resources share them where there are too many.

use std::collections::BTreeSet;

use crate::api::{Api, ResourceId};
use crate::backend::client::manifest;
use crate::backend::rust::spell;

/// A registry takes three hundred features of a crate; some are the runtime's.
pub(super) const AT_MOST: usize = 270;

/// The names, and for each resource the index of its own.
pub(super) fn of_resources(api: &Api) -> (Vec<String>, Vec<usize>) {
    let roots = roots(api);
    let names: Vec<String> = { 0..api.resources.len() }
        .filter(|index| roots[*index] == *index)
        .map(|index| spell::module(&api.resource(ResourceId(index)).name))
        .collect();
    let groups = groups(&names);
    let mut claimed: Vec<String> = Vec::new();
    let mut keys: Vec<&str> = Vec::new();
    let mut of_root = vec![0; api.resources.len()];
    let positions = { 0..api.resources.len() }.filter(|index| roots[*index] == *index);
    for (position, group) in positions.zip(&groups) {
        of_root[position] = keys.iter().position(|key| key == group).unwrap_or_else(|| {
            claimed.push(claim(group, &claimed));
            keys.push(group);
            keys.len() - 1
        });
    }
    let resources = roots.iter().map(|root| of_root[*root]).collect();
    (claimed, resources)
}

/// The feature of the webhooks beside those.
pub(super) fn of_webhooks(taken: &[String]) -> String {
    let wish = "webhooks";
    if taken.iter().any(|name| name == wish) {
        claim("webhook_payloads", taken)
    } else {
        wish.to_owned()
    }
}

/// The root above each resource. A parent stands before its children.
fn roots(api: &Api) -> Vec<usize> {
    let mut roots: Vec<usize> = Vec::with_capacity(api.resources.len());
    for (index, resource) in api.resources.iter().enumerate() {
        let root = resource.parent.map_or(index, |parent| roots[parent.0]);
        roots.push(root);
    }
    roots
}

/// What each name is grouped under: itself, or fewer of its words if there are too many.
pub(super) fn groups(names: &[String]) -> Vec<String> {
    let ways: [fn(&str) -> String; 4] = [
        |name| name.to_owned(),
        |name| first_words(name, 2),
        |name| first_words(name, 1),
        |name| first_letter(name).to_string(),
    ];
    let grouped = |way: fn(&str) -> String| -> Vec<String> {
        let names = names.iter().map(|name| name.trim_matches('_'));
        names.map(way).collect()
    };
    let few = |groups: &Vec<String>| groups.iter().collect::<BTreeSet<_>>().len() <= AT_MOST;
    let found = ways.into_iter().map(grouped).find(few);
    found.expect("there are fewer letters than features")
}

fn first_words(name: &str, count: usize) -> String {
    name.split('_').take(count).collect::<Vec<_>>().join("_")
}

fn first_letter(name: &str) -> char {
    name.chars().next().unwrap_or('_')
}

/// A feature's name that nothing else has.
fn claim(wish: &str, taken: &[String]) -> String {
    let wish = wish.trim_matches('_').replace('_', "-");
    let mut name = if wish.is_empty() {
        String::from("api")
    } else if manifest::is_reserved_feature(&wish) {
        format!("{wish}-api")
    } else {
        wish
    };
    let stem = name.clone();
    let mut number = 2;
    while taken.contains(&name) {
        name = format!("{stem}-{number}");
        number += 1;
    }
    name
}

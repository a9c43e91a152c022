//! Members that depend on each other: alternatives that only say which members must be there.

use super::view::{Group, View};
use crate::api::{Choice, Field, Presence};
use crate::document::Document;

/// Whether the branches only say which members must be there, or which values are too many.
pub(super) fn only_requires(document: &Document, group: &Group<'_>) -> bool {
    group.branches.iter().all(|&id| {
        let schema = document.schema(id);
        schema.reference.is_none()
            && schema.all_of.is_empty()
            && schema.one_of.is_empty()
            && schema.any_of.is_empty()
            && schema.properties.is_empty()
            && schema.items.is_none()
            && schema.prefix_items.is_empty()
            && schema.enumeration.is_none()
            && schema.constant.is_none()
            && schema
                .additional_properties
                .is_none_or(|id| document.schema(id).boolean.is_some())
            && schema.pattern_properties.is_empty()
            && schema.format.is_none()
            && (!schema.required.is_empty() || schema.not.is_some() || schema.conditional)
    })
}

/// Alternatives that name more members than this depend on each other in a way that nobody reads.
const MOST_KEYS: usize = 64;

/// What each branch requires, if the group only says that.
fn required<'a>(document: &'a Document, group: &Group<'_>) -> Option<Vec<&'a [String]>> {
    if group.branches.len() > MOST_KEYS || !only_requires(document, group) {
        return None;
    }
    let lists = group.branches.iter();
    let lists: Vec<&[String]> = lists
        .map(|&id| document.schema(id).required.as_slice())
        .collect();
    let keys: usize = lists.iter().map(|list| list.len()).sum();
    (keys <= MOST_KEYS).then_some(lists)
}

/// The members that each of the branches requires, if the group only says such.
pub(super) fn in_all<'a>(document: &'a Document, group: &Group<'_>) -> Vec<&'a str> {
    let lists = required(document, group).unwrap_or_default();
    let Some((first, others)) = lists.split_first() else {
        return Vec::new();
    };
    let in_others = |key: &&String| others.iter().all(|list| list.contains(key));
    first.iter().filter(in_others).map(String::as_str).collect()
}

/// What the alternatives of a view ask for beside what is required anyway.
pub(super) fn choices(document: &Document, view: &View<'_>, fields: &[Field]) -> Vec<Choice> {
    let optional = |key: &String| {
        let mut fields = fields.iter();
        fields.any(|field| field.key == *key && field.presence == Presence::Optional)
    };
    let asking = view.groups.iter().take(MOST_KEYS);
    asking
        .filter_map(|group| {
            let lists = required(document, group)?.into_iter().map(|required| {
                let free = required
                    .iter()
                    .filter(|key| !view.required.contains(key.as_str()));
                let list: Vec<String> = free.cloned().collect();
                // What is asked for in vain would make the others a must.
                (!list.is_empty() && list.iter().all(optional)).then_some(list)
            });
            Some(Choice {
                lists: lists.collect::<Option<_>>()?,
                exclusive: group.exclusive,
            })
        })
        .collect()
}

//! Members that depend on each other: alternatives that only say which members must be there.

use super::view::{Group, View};
use crate::api::{Choice, Field, Presence};
use crate::document::{Document, SchemaId};

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

/// The members that each of the branches requires.
pub(super) fn in_all<'a>(document: &'a Document, branches: &[SchemaId]) -> Vec<&'a str> {
    let mut lists = branches.iter().map(|&id| &document.schema(id).required);
    let Some(first) = lists.next() else {
        return Vec::new();
    };
    let first = first.iter().map(String::as_str);
    let mut all: Vec<&str> = first.collect();
    for list in lists {
        all.retain(|key| list.iter().any(|other| other == key));
    }
    all
}

/// What the alternatives of a view ask for beside what is required anyway.
pub(super) fn choices(document: &Document, view: &View<'_>, fields: &[Field]) -> Vec<Choice> {
    let optional = |key: &String| {
        let mut fields = fields.iter();
        fields.any(|field| field.key == *key && field.presence == Presence::Optional)
    };
    let asking = view
        .groups
        .iter()
        .filter(|group| only_requires(document, group));
    asking
        .filter_map(|group| {
            let lists = group.branches.iter().map(|&id| {
                let required = document.schema(id).required.iter();
                let free = required.filter(|key| !view.required.contains(key.as_str()));
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

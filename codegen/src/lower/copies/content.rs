//! What copies are called by what they are, where their places do not give a name.

use std::collections::HashMap;

use crate::document::{Document, Schema, SchemaId, SchemaType};
use crate::lower::names::words;
use crate::source::Node;

/// How many alternatives a name may list, and how many words it may have.
const MOST_ALTERNATIVES: usize = 3;
const MOST_WORDS: usize = 8;

/// What a choice between components and plain values is called: `account or string`.
pub(super) fn of_union(
    document: &Document,
    wishes: &HashMap<SchemaId, String>,
    schema: SchemaId,
) -> Option<Vec<String>> {
    let schema = document.schema(schema);
    if !schema.properties.is_empty() || !schema.all_of.is_empty() || schema.discriminator.is_some()
    {
        return None;
    }
    let ((branches, []) | ([], branches)) = (&schema.one_of[..], &schema.any_of[..]) else {
        return None;
    };
    if !(2..=MOST_ALTERNATIVES).contains(&branches.len()) {
        return None;
    }
    let mut components = Vec::new();
    let mut scalars = Vec::new();
    for &branch in branches {
        let branch = document.schema(branch);
        match branch.reference {
            Some(target) => components.push(words(wishes.get(&target)?)),
            None => scalars.push(vec![scalar(branch)?.to_owned()]),
        }
    }
    if components.is_empty() {
        return None;
    }
    let all: Vec<Vec<String>> = components.into_iter().chain(scalars).collect();
    let name = all.join(&"or".to_owned());
    (name.len() <= MOST_WORDS).then_some(name)
}

/// What a plain value is called.
fn scalar(schema: &Schema) -> Option<&'static str> {
    let plain = schema.format.is_none()
        && schema.enumeration.is_none()
        && schema.constant.is_none()
        && schema.properties.is_empty();
    match &schema.types[..] {
        [SchemaType::String] if plain => Some("string"),
        [SchemaType::Integer] if plain => Some("integer"),
        [SchemaType::Number] if plain => Some("number"),
        [SchemaType::Boolean] if plain => Some("boolean"),
        _ => None,
    }
}

/// What a choice of few texts is called, behind what its member is called.
pub(super) fn of_enum(document: &Document, schema: SchemaId) -> Option<Vec<String>> {
    let schema = document.schema(schema);
    let values = schema.enumeration.iter().flatten().chain(&schema.constant);
    let mut name = Vec::new();
    for (index, value) in values.filter(|value| **value != Node::Null).enumerate() {
        let words = words(value.as_str()?);
        if index == MOST_ALTERNATIVES || words.is_empty() {
            return None;
        }
        if index > 0 {
            name.push("or".to_owned());
        }
        name.extend(words);
    }
    (!name.is_empty() && name.len() <= MOST_WORDS).then_some(name)
}

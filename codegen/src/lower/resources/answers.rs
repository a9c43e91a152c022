//! Whether an operation answers with several things, judged by the schema of its answer.

use crate::document::{Document, Operation, ResponseKey, SchemaId, SchemaType};
use crate::lower::media;

/// How deep in an answer a list is looked for: `{ data: { sessions: [] } }`.
const DEPTH: usize = 3;

/// How many schemas are looked at for one answer.
const STEPS: usize = 400;

/// Whether the answer may hold a list. Of an answer that the document leaves open, it is believed.
pub(super) fn may_hold_list(document: &Document, operation: &Operation) -> bool {
    let success = operation.responses.iter().find(|(key, _)| match key {
        ResponseKey::Code(code) => (200..300).contains(code),
        ResponseKey::Range(first) => *first == 2,
        ResponseKey::Default => false,
    });
    let Some((_, response)) = success else {
        return true;
    };
    let Some(content) = response.content.first() else {
        return true;
    };
    match content.schema {
        Some(schema) if media::kind(&content.key).is_json() => {
            holds_list(document, schema, DEPTH, &mut STEPS.clone()).unwrap_or(true)
        }
        Some(_) | None => true,
    }
}

/// `None`: the schema leaves it open.
fn holds_list(document: &Document, id: SchemaId, depth: usize, steps: &mut usize) -> Option<bool> {
    if *steps == 0 {
        return None;
    }
    *steps -= 1;
    let schema = document.schema(id);
    if schema.types.contains(&SchemaType::Array) || schema.items.is_some() {
        return Some(true);
    }
    let composed = schema.reference.iter();
    let composed = composed
        .chain(&schema.all_of)
        .chain(&schema.one_of)
        .chain(&schema.any_of);
    let mut known = !schema.types.is_empty() && schema.types != [SchemaType::Object];
    for &part in composed {
        match holds_list(document, part, depth, steps) {
            Some(true) => return Some(true),
            Some(false) => known = true,
            None => {}
        }
    }
    for &member in schema.properties.values() {
        known = true;
        if depth > 0 && holds_list(document, member, depth - 1, steps) == Some(true) {
            return Some(true);
        }
    }
    known.then_some(false)
}

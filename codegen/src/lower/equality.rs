//! Whether two schemas allow the same, whatever their descriptions say.

use crate::document::{Document, Extensions, Schema, SchemaId};

/// How many pairs are compared before two schemas count as different.
const STEPS: usize = 2_000;

/// Whether two schemas allow the same.
pub(super) fn same_schema(document: &Document, left: SchemaId, right: SchemaId) -> bool {
    let mut pending = vec![(left, right)];
    let mut steps = 0;
    while let Some((left, right)) = pending.pop() {
        let (left, right) = (followed(document, left), followed(document, right));
        if left == right {
            continue;
        }
        steps += 1;
        if steps > STEPS {
            return false;
        }
        let (left, right) = (document.schema(left), document.schema(right));
        // A recursive schema ends in its own component, which two copies of it share.
        if shell(left) != shell(right) {
            return false;
        }
        pending.extend(parts(left).into_iter().zip(parts(right)));
    }
    true
}

fn followed(document: &Document, id: SchemaId) -> SchemaId {
    let mut id = id;
    for _ in 0..32 {
        let schema = document.schema(id);
        match schema.reference {
            Some(next) if schema.properties.is_empty() && schema.types.is_empty() => id = next,
            Some(_) | None => break,
        }
    }
    id
}

/// A schema without its parts, and without what is only said.
fn shell(schema: &Schema) -> Schema {
    let same = SchemaId(0);
    let mut shell = schema.clone();
    shell.at = crate::diagnostic::Location::default();
    shell.component = None;
    shell.title = None;
    shell.description = None;
    shell.external_docs = None;
    shell.examples.clear();
    shell.extensions = Extensions::new();
    if let Some(discriminator) = &mut shell.discriminator {
        discriminator.at = crate::diagnostic::Location::default();
    }
    let optional = [
        &mut shell.reference,
        &mut shell.additional_properties,
        &mut shell.property_names,
        &mut shell.unevaluated_properties,
        &mut shell.items,
        &mut shell.not,
        &mut shell.content_schema,
    ];
    for id in optional.into_iter().flatten() {
        *id = same;
    }
    let many = shell
        .properties
        .values_mut()
        .chain(shell.pattern_properties.values_mut())
        .chain(&mut shell.prefix_items)
        .chain(&mut shell.all_of)
        .chain(&mut shell.one_of)
        .chain(&mut shell.any_of);
    for id in many {
        *id = same;
    }
    shell
}

/// The parts of a schema. Those of two schemas with equal shells stand in the same order.
fn parts(schema: &Schema) -> Vec<SchemaId> {
    let optional = [
        schema.reference,
        schema.additional_properties,
        schema.property_names,
        schema.unevaluated_properties,
        schema.items,
        schema.not,
        schema.content_schema,
    ];
    let mut parts: Vec<SchemaId> = optional.into_iter().flatten().collect();
    // Properties are compared by key: an equal map may stand in another order.
    let mut properties: Vec<(&String, &SchemaId)> = schema
        .properties
        .iter()
        .chain(&schema.pattern_properties)
        .collect();
    properties.sort();
    parts.extend(properties.into_iter().map(|(_, &id)| id));
    parts.extend(&schema.prefix_items);
    parts.extend(&schema.all_of);
    parts.extend(&schema.one_of);
    parts.extend(&schema.any_of);
    parts
}

//! Errors that a document describes again at each operation: the same schema, written many times.

use std::collections::HashMap;

use crate::api::OperationId;
use crate::document::{Document, ResponseKey, SchemaId};
use crate::lower::equality::same_schema;
use crate::lower::media;
use crate::lower::plan::Plan;

/// Of schemas that are the same, which is taken for all, and what its type is called.
#[derive(Debug, Default)]
pub(in crate::lower) struct Twins {
    /// From each inline schema of an error to its family.
    family: HashMap<SchemaId, usize>,
    families: Vec<Family>,
}

#[derive(Debug)]
struct Family {
    first: SchemaId,
    /// The one status under which it stands, as long as it is one.
    status: Option<ResponseKey>,
    /// The one operation that has it, as long as it is one.
    operation: Option<OperationId>,
}

impl Twins {
    /// Finds the schemas of errors that are the same.
    pub(in crate::lower) fn find(plans: &[Plan<'_>], document: &Document) -> Self {
        let mut twins = Self::default();
        let mut alike: HashMap<String, Vec<usize>> = HashMap::new();
        for plan in plans.iter().filter(|plan| plan.main.is_none()) {
            let (_, errors) = super::sorted(plan.operation);
            for (key, response) in errors {
                let json = response
                    .content
                    .iter()
                    .filter(|content| media::kind(&content.key).is_json());
                for schema in json.filter_map(|content| content.schema) {
                    if document.schema(schema).reference.is_none() {
                        twins.add(schema, key, plan.id, document, &mut alike);
                    }
                }
            }
        }
        twins
    }

    fn add(
        &mut self,
        schema: SchemaId,
        key: ResponseKey,
        operation: OperationId,
        document: &Document,
        alike: &mut HashMap<String, Vec<usize>>,
    ) {
        let candidates = alike.entry(outline(document, schema)).or_default();
        let found = self.family.get(&schema).copied().or_else(|| {
            let mut candidates = candidates.iter().copied();
            candidates.find(|&index| same_schema(document, self.families[index].first, schema))
        });
        let index = found.unwrap_or_else(|| {
            candidates.push(self.families.len());
            self.families.push(Family {
                first: schema,
                status: Some(key),
                operation: Some(operation),
            });
            self.families.len() - 1
        });
        let family = &mut self.families[index];
        family.status = family.status.filter(|&status| status == key);
        family.operation = family.operation.filter(|&only| only == operation);
        self.family.insert(schema, index);
    }

    /// The schema that stands for this one.
    pub(super) fn first(&self, schema: SchemaId) -> SchemaId {
        match self.family.get(&schema) {
            Some(&index) => self.families[index].first,
            None => schema,
        }
    }

    /// What the type of a schema is called if several operations share it.
    pub(super) fn shared_name(&self, schema: SchemaId) -> Option<String> {
        let family = &self.families[*self.family.get(&schema)?];
        if family.operation.is_some() {
            return None;
        }
        Some(match family.status {
            Some(ResponseKey::Default) | None => "error response".to_owned(),
            Some(status) => format!("{} error", super::status::words(status)),
        })
    }
}

/// What two schemas have in common that may be the same.
fn outline(document: &Document, schema: SchemaId) -> String {
    let schema = document.schema(schema);
    let mut keys: Vec<&String> = schema.properties.keys().collect();
    keys.sort();
    format!("{:?} {keys:?} {}", schema.types, schema.all_of.len())
}

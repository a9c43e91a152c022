//! What a schema says beside its type: for parameters, headers and members alike.

use super::composition::{Depth, gather};
use super::view::View;
use super::{Types, fields};
use crate::api::{Constraints, Docs, Literal, Type};
use crate::document::{Document, SchemaId, SchemaType};
use crate::lower::docs::{self, said};

/// What a schema says beside its type.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in super::super) struct Facts {
    pub(in super::super) docs: Docs,
    pub(in super::super) default: Option<Literal>,
    pub(in super::super) constraints: Constraints,
}

impl Types<'_> {
    /// What the schema of a parameter or header called `name` says beside its type `ty`.
    pub(in super::super) fn facts(&mut self, schema: SchemaId, name: &str, ty: &Type) -> Facts {
        let view = self.view(&[schema]);
        Facts {
            docs: docs(self.document, &[schema], &view, name),
            default: fields::default(&view),
            constraints: self.constraints(&view, ty),
        }
    }
}

/// What is said where the schemas stand. What a component says of itself is read there, unless it
/// is no more than text or a number.
pub(super) fn docs(document: &Document, schemas: &[SchemaId], view: &View<'_>, name: &str) -> Docs {
    let own = gather(document, schemas, Depth::ToComponents(None)).outer_first;
    let mut docs = Docs::default();
    for id in own {
        let more = docs::schema_docs(document.schema(id), name);
        docs.summary = docs.summary.or(more.summary);
        docs.description = docs.description.or(more.description);
        docs.link = docs.link.or(more.link);
        if docs.examples.is_empty() {
            docs.examples = more.examples;
        }
        docs.deprecated |= more.deprecated;
        docs.notes.extend(more.notes);
    }
    let plain = view.groups.is_empty()
        && view.values.is_none()
        && view.types.as_ref().is_some_and(|types| {
            !types.contains(&SchemaType::Object) && !types.contains(&SchemaType::Array)
        });
    if plain {
        docs.description = docs
            .description
            .or_else(|| view.first(|schema| said(schema.description.as_ref())));
        if docs.examples.is_empty() {
            docs.examples = view
                .first(|schema| {
                    Some(docs::examples(&schema.examples)).filter(|all| !all.is_empty())
                })
                .unwrap_or_default();
        }
    }
    docs
}

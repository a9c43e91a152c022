//! Whether the crate has anything deprecated: its own code uses that, too, and shall not be warned.

use crate::api::{Api, BodyKind, Operation, Part, PartKind, Shape};

/// Whether an item of the crate carries `#[deprecated]`.
pub(super) fn is_any(api: &Api) -> bool {
    let in_types = api.types.iter().any(|def| {
        def.docs.deprecated
            || match &def.shape {
                Shape::Struct(object) => object.fields.iter().any(|it| it.docs.deprecated),
                Shape::Enum(choice) => choice.variants.iter().any(|it| it.docs.deprecated),
                Shape::Union(union) => union.variants.iter().any(|it| it.docs.deprecated),
                Shape::Alias(_) => false,
            }
    });
    in_types
        || api.operations.iter().any(operation)
        || api.webhooks.iter().any(|it| it.docs.deprecated)
}

fn operation(operation: &Operation) -> bool {
    operation.docs.deprecated
        || operation.parameters.iter().any(|it| it.docs.deprecated)
        || operation.body.as_ref().is_some_and(|body| {
            body.docs.deprecated
                || match &body.kind {
                    BodyKind::Multipart { parts, .. } => parts.iter().any(part),
                    BodyKind::Json(_)
                    | BodyKind::JsonLines(_)
                    | BodyKind::Form(..)
                    | BodyKind::Text
                    | BodyKind::Binary => false,
                }
        })
}

fn part(part: &Part) -> bool {
    part.docs.deprecated
        || part.headers.iter().any(|it| it.docs.deprecated)
        || match &part.kind {
            PartKind::Multipart { parts, .. } => parts.iter().any(self::part),
            PartKind::File | PartKind::Text(_) | PartKind::Styled(..) | PartKind::Json(_) => false,
        }
}

//! `application/x-www-form-urlencoded`

use super::Place;
use crate::api::{self, BodyKind, FieldEncoding, Serialization, Type};
use crate::document::{Encoding, MediaType};
use crate::lower::media;
use crate::lower::parameters::spelled;
use crate::lower::types::{Direction, Types};

/// A form: its members, and how they are written where the document says so, or where the usual
/// way has no place for what they hold.
pub(super) fn lower(content: &MediaType, place: Place<'_>, types: &mut Types<'_>) -> BodyKind {
    let Some(schema) = content.schema else {
        return BodyKind::Form(Type::Map(Box::new(Type::String)), Vec::new());
    };
    let ty = types.lower(schema, place.wish, place.owner, Direction::Input);
    let mut encodings: Vec<FieldEncoding> = content
        .encoding
        .by_name
        .iter()
        .filter_map(|(key, encoding)| {
            Some(FieldEncoding {
                key: key.clone(),
                serialization: serialization(encoding)?,
            })
        })
        .collect();
    let fields = types.struct_of(&ty).map(|object| &object.fields);
    for field in fields.into_iter().flatten() {
        let known = encodings.iter().any(|encoding| encoding.key == field.key);
        if !known && is_document(&field.ty, types) {
            encodings.push(FieldEncoding {
                key: field.key.clone(),
                serialization: Serialization::Content("application/json".to_owned()),
            });
        }
    }
    BodyKind::Form(ty, encodings)
}

/// How an encoding says a member is written: by style if it names one, else by content type.
pub(super) fn serialization(encoding: &Encoding) -> Option<Serialization> {
    let by_style =
        encoding.style.is_some() || encoding.explode.is_some() || encoding.allow_reserved;
    if by_style {
        let style = encoding.style.map_or(api::Style::Form, spelled);
        return Some(Serialization::Style {
            style,
            explode: encoding.explode.unwrap_or(style == api::Style::Form),
            allow_reserved: encoding.allow_reserved,
        });
    }
    let content_type = encoding.content_type.as_deref()?;
    let first = content_type.split(',').next()?.trim();
    media::kind(first)
        .is_json()
        .then(|| Serialization::Content(first.to_owned()))
}

/// Whether a member holds what `key=value` has no place for: the standard then writes JSON.
fn is_document(ty: &Type, types: &Types<'_>) -> bool {
    match ty.split_null().0 {
        Type::Array(item) | Type::Set(item) => is_object(item, types),
        Type::Tuple(..) => true,
        other => is_object(other, types),
    }
}

fn is_object(ty: &Type, types: &Types<'_>) -> bool {
    matches!(ty.split_null().0, Type::Map(_)) || types.struct_of(ty).is_some()
}

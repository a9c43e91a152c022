//! `multipart/*`

use super::Place;
use super::choice::is_bytes;
use crate::api::{BodyKind, Field, Part, PartKind, Shape, Type};
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Encoding, MediaType, SchemaId};
use crate::lower::docs::said;
use crate::lower::media::{self, MediaKind};
use crate::lower::names::Scope;
use crate::lower::types::{Direction, Types};

/// A multipart form: a part for each member, a repeated one for a list.
pub(super) fn lower(
    content: &MediaType,
    place: Place<'_>,
    document: &Document,
    types: &mut Types<'_>,
) -> BodyKind {
    let object = content
        .schema
        .and_then(|schema| types.members(schema, place.wish, place.owner, Direction::Input));
    if object.is_none() {
        types.diagnostics.push(
            Diagnostic::warning(
                "untyped",
                content.at.clone(),
                "the parts of this multipart body are not documented",
            )
            .help("give it a `schema` of type object, with a property for each part"),
        );
    }
    let name = types.claim_type_name(place.wish);
    let mut scope = Scope::default();
    let fields = object.map(|object| object.fields).unwrap_or_default();
    let parts = fields.into_iter().map(|field| {
        let encoding = content.encoding.get(&field.key);
        let files = content
            .schema
            .and_then(|schema| property(document, schema, &field.key, 8));
        let files = files.map_or(Files::None, |schema| files_in(document, schema));
        part(field, files, encoding, types, &mut scope)
    });
    BodyKind::Multipart {
        parts: parts.collect(),
        name,
    }
}

/// The schema of a member, through references and compositions.
fn property(document: &Document, schema: SchemaId, key: &str, depth: usize) -> Option<SchemaId> {
    let schema = document.schema(schema);
    if let Some(&found) = schema.properties.get(key) {
        return Some(found);
    }
    if depth == 0 {
        return None;
    }
    let mut parts = schema
        .reference
        .iter()
        .chain(&schema.all_of)
        .chain(&schema.one_of)
        .chain(&schema.any_of);
    parts.find_map(|&part| property(document, part, key, depth - 1))
}

/// Whether a choice of schemas holds bytes: one file, or several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Files {
    None,
    One,
    Several,
}

fn files_in(document: &Document, schema: SchemaId) -> Files {
    let schema = document.schema(schema);
    let choices = schema.one_of.iter().chain(&schema.any_of);
    choices.fold(Files::None, |found, &choice| {
        let items = document.schema(choice).items;
        if items.is_some_and(|items| is_bytes(document, items)) {
            Files::Several
        } else if found == Files::None && is_bytes(document, choice) {
            Files::One
        } else {
            found
        }
    })
}

fn part(
    field: Field,
    files: Files,
    encoding: Option<&Encoding>,
    types: &Types<'_>,
    scope: &mut Scope,
) -> Part {
    let content_type = encoding.and_then(|encoding| encoding.content_type.as_deref());
    let content_type = content_type
        .and_then(|list| list.split(',').next())
        .map(str::trim);
    let wanted = content_type.map(media::kind);
    let (ty, _) = field.ty.split_null();
    let (item, repeated) = match ty {
        // A list goes as parts of one name, unless it is said to be one document.
        Type::Array(item) | Type::Set(item) if !wanted.is_some_and(MediaKind::is_json) => {
            (item.split_null().0, true)
        }
        other => (other, false),
    };
    let (item, repeated) = match files {
        Files::None => (item, repeated),
        Files::One => (&Type::Binary, repeated),
        Files::Several => (&Type::Binary, true),
    };
    let kind = match (item, wanted) {
        (Type::Binary, _) => PartKind::File,
        (_, Some(wanted)) if wanted.is_json() => PartKind::Json(item.clone()),
        (Type::String | Type::Any, Some(MediaKind::Binary | MediaKind::Any)) => PartKind::File,
        (item, _) if is_plain(item, types) => PartKind::Text(item.clone()),
        (item, _) => PartKind::Json(item.clone()),
    };
    let mut docs = field.docs;
    let headers = encoding.into_iter().flat_map(|encoding| &encoding.headers);
    for (key, header) in headers {
        let description = said(header.description.as_ref());
        let description = description.map_or(String::new(), |text| format!(": {text}"));
        docs.notes
            .push(format!("The part may have a header `{key}`{description}"));
    }
    Part {
        name: scope.claim(&field.key),
        key: field.key,
        kind,
        presence: field.presence,
        repeated,
        // A range is no media type to send.
        content_type: content_type
            .filter(|content_type| !content_type.contains('*') && !content_type.is_empty())
            .map(str::to_owned),
        docs,
    }
}

/// Whether a value is written as text: no object, no list, nothing open.
fn is_plain(ty: &Type, types: &Types<'_>) -> bool {
    match ty.split_null().0 {
        Type::Boolean
        | Type::Integer(_)
        | Type::Number(_)
        | Type::String
        | Type::Secret
        | Type::Bytes(_)
        | Type::Binary
        | Type::DateTime
        | Type::Date
        | Type::Time
        | Type::Duration
        | Type::Uuid
        | Type::Uri
        | Type::Ipv4
        | Type::Ipv6 => true,
        Type::Any
        | Type::Null
        | Type::Array(_)
        | Type::Set(_)
        | Type::Tuple(..)
        | Type::Map(_)
        | Type::Nullable(_) => false,
        Type::Named(_) => match types.resolved(ty) {
            Some((_, Shape::Enum(_))) => true,
            Some((_, Shape::Alias(inner))) => is_plain(inner, types),
            Some((_, Shape::Struct(_) | Shape::Union(_))) | None => false,
        },
    }
}

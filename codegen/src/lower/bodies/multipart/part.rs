//! What a part holds, by its schema and its encoding.

use crate::api::{self, Field, Part, PartKind, Serialization, Shape, Type};
use crate::document::{Document, Encoding, SchemaId};
use crate::lower::bodies::choice::is_bytes;
use crate::lower::bodies::form;
use crate::lower::docs::said;
use crate::lower::media::{self, MediaKind};
use crate::lower::names::Scope;
use crate::lower::types::Types;

/// Whether a choice of schemas holds bytes: one file, or several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Files {
    None,
    One,
    Several,
}

pub(super) fn files_in(document: &Document, schema: SchemaId) -> Files {
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

/// How a part is to be written, as far as its encoding says so.
pub(super) struct Kind<'e> {
    encoding: Option<&'e Encoding>,
    content_type: Option<&'e str>,
    wanted: Option<MediaKind>,
}

impl<'e> Kind<'e> {
    pub(super) fn of(encoding: Option<&'e Encoding>) -> Self {
        let listed = encoding.and_then(|encoding| encoding.content_type.as_deref());
        let content_type = listed
            .and_then(|list| list.split(',').next())
            .map(str::trim)
            .filter(|content_type| !content_type.is_empty());
        Self {
            encoding,
            content_type,
            wanted: content_type.map(media::kind),
        }
    }

    pub(super) fn is_multipart(&self) -> bool {
        self.wanted == Some(MediaKind::Multipart)
    }

    /// The media type to send. A range is none.
    pub(super) fn content_type(&self) -> Option<String> {
        self.content_type
            .filter(|content_type| !content_type.contains('*'))
            .map(str::to_owned)
    }

    /// What a part with this value is.
    pub(super) fn of_value(&self, ty: &Type, types: &Types<'_>) -> PartKind {
        let item = ty.split_null().0;
        let plain = is_plain(item, types);
        match self.wanted {
            _ if *item == Type::Binary => PartKind::File,
            Some(wanted) if wanted.is_json() => PartKind::Json(item.clone()),
            Some(MediaKind::Binary | MediaKind::Any) if is_open(item) => PartKind::File,
            // There is no other way to write structure as such a document than as its author did.
            Some(MediaKind::Xml | MediaKind::Text | MediaKind::Binary) if !plain => PartKind::File,
            Some(_) | None if plain => PartKind::Text(item.clone()),
            Some(_) | None => PartKind::Json(item.clone()),
        }
    }

    /// The style in which the value is written, if that is another than a part for each item.
    fn style(&self) -> Option<Serialization> {
        let serialization = form::serialization(self.encoding?)?;
        match serialization {
            Serialization::Style {
                style: api::Style::Form,
                explode: true,
                ..
            }
            | Serialization::Content(_) => None,
            Serialization::Style { .. } => Some(serialization),
        }
    }
}

/// A part for a member; a repeated one for a list.
pub(super) fn by_name(
    field: Field,
    files: Files,
    encoding: Option<&Encoding>,
    types: &Types<'_>,
    scope: &mut Scope,
) -> Part {
    let kind = Kind::of(encoding);
    let (ty, _) = field.ty.split_null();
    let list = match ty {
        Type::Array(item) | Type::Set(item) => Some(item.split_null().0),
        _ => None,
    };
    let styled = kind.style().filter(|_| {
        let holds_files = list.unwrap_or(ty) == &Type::Binary || files != Files::None;
        !holds_files && (list.is_some() || !is_plain(ty, types))
    });
    // A list goes as parts of one name, unless it is said to be one document.
    let apart = list.filter(|_| !kind.wanted.is_some_and(MediaKind::is_json));
    let (value, repeated) = match (files, styled) {
        (Files::One, _) => (PartKind::File, apart.is_some()),
        (Files::Several, _) => (PartKind::File, true),
        (Files::None, Some(style)) => (PartKind::Styled(ty.clone(), style), false),
        (Files::None, None) => (kind.of_value(apart.unwrap_or(ty), types), apart.is_some()),
    };
    let content_type = match value {
        PartKind::Styled(..) => None,
        PartKind::File | PartKind::Text(_) | PartKind::Json(_) | PartKind::Multipart { .. } => {
            kind.content_type()
        }
    };
    Part {
        name: scope.claim(&field.key),
        key: Some(field.key),
        kind: value,
        presence: field.presence,
        repeated,
        content_type,
        headers: Vec::new(),
        docs: field.docs,
    }
}

/// Headers of a part that has no name to set them by.
pub(super) fn header_notes(encoding: &Encoding) -> Vec<String> {
    let notes = encoding.headers.iter().map(|(key, header)| {
        let description = said(header.description.as_ref());
        let description = description.map_or(String::new(), |text| format!(": {text}"));
        format!("The part may have a header `{key}`{description}")
    });
    notes.collect()
}

fn is_open(ty: &Type) -> bool {
    matches!(ty, Type::String | Type::Any)
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

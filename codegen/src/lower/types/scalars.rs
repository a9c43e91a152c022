//! Text, numbers and truth values, with their formats.

use super::Types;
use super::view::View;
use crate::api::{BytesEncoding, Constraints, IntegerFormat, NumberFormat, Type};
use crate::document::{Schema, SchemaId, SchemaType};
use crate::lower::literal::literal;
use crate::source::Node;

impl<'a> Types<'a> {
    /// The type of a value that is neither list nor object.
    pub(super) fn scalar(view: &View<'a>, ty: SchemaType) -> Type {
        if ty == SchemaType::String && is_secret(view) {
            return Type::Secret;
        }
        let format = view.first(|schema| schema.format.as_deref());
        match ty {
            SchemaType::Boolean => Type::Boolean,
            SchemaType::Integer => {
                Type::Integer(format.and_then(integer).unwrap_or(IntegerFormat::I64))
            }
            SchemaType::Number => number(format),
            SchemaType::String => text(view, format),
            SchemaType::Null | SchemaType::Array | SchemaType::Object => Type::Any,
        }
    }

    /// [`Type::Binary`] if the schemas are bytes as they are, or a list of such.
    pub(super) fn binary(&mut self, schemas: &[SchemaId]) -> Option<Type> {
        let view = self.view(schemas);
        let ty = if is_binary(&view) {
            Type::Binary
        } else if view.groups.is_empty() && !view.items.is_empty() {
            let items = self.view(&view.items);
            if !is_binary(&items) {
                return None;
            }
            Type::Array(Box::new(Type::Binary))
        } else {
            return None;
        };
        Some(self.nullable_if(schemas, ty))
    }

    /// The limits that a type does not express, and those of its items.
    pub(super) fn constraints(&mut self, view: &View<'a>, ty: &Type) -> Constraints {
        self.constraints_within(view, ty, DEEPEST_ITEM)
    }

    fn constraints_within(&mut self, view: &View<'a>, ty: &Type, deeper: u8) -> Constraints {
        let own = constraints(view, ty);
        let (inner, schemas) = match ty.split_null().0 {
            Type::Array(inner) | Type::Set(inner) => (&**inner, &view.items),
            Type::Map(inner) => (&**inner, &view.additional),
            // A list under a name of its own.
            Type::Named(_) => (&Type::Any, &view.items),
            _ => return own,
        };
        if schemas.is_empty() || deeper == 0 {
            return own;
        }
        let items = self.view(schemas);
        let item = self.constraints_within(&items, inner, deeper - 1);
        let item = (item != Constraints::default()).then(|| Box::new(item));
        Constraints { item, ..own }
    }
}

/// Lists in lists: so deep is told what limits their items.
const DEEPEST_ITEM: u8 = 3;

fn is_binary(view: &View<'_>) -> bool {
    let text = match &view.types {
        None => true,
        Some(types) => types[..] == [SchemaType::String],
    };
    let encoded = view.any(|schema| schema.content_encoding.is_some());
    let bytes = view.any(|schema| {
        schema.format.as_deref() == Some("binary")
            || schema.content_encoding.as_deref() == Some("binary")
    });
    let media = view.any(|schema| schema.content_media_type.is_some());
    text && view.groups.is_empty() && view.values.is_none() && (bytes || media && !encoded)
}

/// `x-sensitive` and `x-secret`, by themselves or as `format: password`.
pub(super) fn is_secret(view: &View<'_>) -> bool {
    let marked = |schema: &Schema| {
        ["x-sensitive", "x-secret"]
            .iter()
            .any(|key| schema.extensions.get(key) == Some(&Node::Bool(true)))
    };
    view.any(|schema| marked(schema) || schema.format.as_deref() == Some("password"))
}

fn integer(format: &str) -> Option<IntegerFormat> {
    Some(match format {
        "int8" => IntegerFormat::I8,
        "int16" | "short" => IntegerFormat::I16,
        "int32" | "int" | "integer" => IntegerFormat::I32,
        "int64" | "long" | "bigint" => IntegerFormat::I64,
        "uint8" => IntegerFormat::U8,
        "uint16" => IntegerFormat::U16,
        "uint32" | "uint" => IntegerFormat::U32,
        "uint64" | "ulong" => IntegerFormat::U64,
        _ => return None,
    })
}

fn number(format: Option<&str>) -> Type {
    match format {
        Some("float") => Type::Number(NumberFormat::Float),
        Some("integer") | None => Type::Number(NumberFormat::Double),
        Some(format) => match integer(format) {
            Some(integer) => Type::Integer(integer),
            None => Type::Number(NumberFormat::Double),
        },
    }
}

fn text(view: &View<'_>, format: Option<&str>) -> Type {
    let encoding = view.first(|schema| schema.content_encoding.as_deref());
    match encoding.map(str::to_ascii_lowercase).as_deref() {
        Some("base64") => return Type::Bytes(BytesEncoding::Base64),
        Some("base64url") => return Type::Bytes(BytesEncoding::Base64Url),
        Some(_) | None => {}
    }
    match format.unwrap_or_default() {
        "date-time" => Type::DateTime,
        "date" => Type::Date,
        "time" => Type::Time,
        "duration" => Type::Duration,
        "uuid" => Type::Uuid,
        "uri" | "url" => Type::Uri,
        "ipv4" => Type::Ipv4,
        "ipv6" => Type::Ipv6,
        "byte" | "base64" => Type::Bytes(BytesEncoding::Base64),
        "base64url" => Type::Bytes(BytesEncoding::Base64Url),
        _ => Type::String,
    }
}

/// Whether the type says all that the format did.
fn is_told(format: &str, ty: &Type) -> bool {
    match ty {
        Type::Integer(_) => integer(format).is_some(),
        Type::Number(_) => matches!(format, "float" | "double"),
        Type::Any
        | Type::Null
        | Type::Boolean
        | Type::String
        | Type::Array(_)
        | Type::Set(_)
        | Type::Tuple(..)
        | Type::Map(_)
        | Type::Named(_) => false,
        Type::Secret
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
        Type::Nullable(inner) => is_told(format, inner),
    }
}

/// The limits that a type does not express, each from the outermost schema that sets it.
fn constraints(view: &View<'_>, ty: &Type) -> Constraints {
    let bound = |inclusive: Option<&Node>, exclusive: Option<&Node>| match (inclusive, exclusive) {
        (_, Some(node)) => Some((literal(node), true)),
        (Some(node), None) => Some((literal(node), false)),
        (None, None) => None,
    };
    Constraints {
        minimum: view
            .first(|schema| bound(schema.minimum.as_ref(), schema.exclusive_minimum.as_ref())),
        maximum: view
            .first(|schema| bound(schema.maximum.as_ref(), schema.exclusive_maximum.as_ref())),
        multiple_of: view
            .first(|schema| schema.multiple_of.as_ref())
            .map(literal),
        length: (
            view.first(|schema| schema.min_length),
            view.first(|schema| schema.max_length),
        ),
        items: (
            view.first(|schema| schema.min_items.or(schema.min_properties)),
            view.first(|schema| schema.max_items.or(schema.max_properties)),
        ),
        pattern: view.first(|schema| schema.pattern.clone()),
        format: view
            .first(|schema| schema.format.clone())
            .filter(|format| !is_told(format, ty)),
        item: None,
    }
}

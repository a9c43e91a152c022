//! Which variants of a union have values that no other variant takes.

use crate::api::{Api, Literal, Presence, Shape, Type, Union, WhichVariant};

/// The variants, those first whose values are told apart from those of all others.
pub(super) fn first<'a>(api: &Api, union: &'a Union) -> Vec<&'a WhichVariant> {
    let apart = |own: &WhichVariant| {
        let mut others = union.variants.iter();
        others.all(|other| std::ptr::eq(own, other) || differ(api, &own.ty, &other.ty))
    };
    let (mut first, rest): (Vec<_>, Vec<_>) = union.variants.iter().partition(|own| apart(own));
    first.extend(rest);
    first
}

/// Whether no value of `own` is one of `other`, as far as that is easily seen.
fn differ(api: &Api, own: &Type, other: &Type) -> bool {
    let (own, other) = (resolved(api, own), resolved(api, other));
    // A sample of anything is text.
    let own_kind = if *own == Type::Any {
        Kind::Text
    } else {
        kind(api, own)
    };
    if own_kind != kind(api, other) {
        return own_kind != Kind::Any && kind(api, other) != Kind::Any;
    }
    let (Some(own), Some(other)) = (object(api, own), object(api, other)) else {
        return false;
    };
    // Something that the other cannot do without is no member of this one, or has another value.
    let mut required = other
        .fields
        .iter()
        .filter(|field| field.presence == Presence::Required);
    required.any(|field| {
        let same = own.fields.iter().find(|known| known.key == field.key);
        match same {
            None => true,
            Some(same) => {
                let constants = (&same.constant, &field.constant);
                matches!(constants, (Some(own), Some(other)) if own != other)
                    || differ_in_kind(api, &same.ty, &field.ty)
            }
        }
    })
}

fn differ_in_kind(api: &Api, own: &Type, other: &Type) -> bool {
    let (own, other) = (
        kind(api, resolved(api, own)),
        kind(api, resolved(api, other)),
    );
    own != other && own != Kind::Any && other != Kind::Any
}

/// What JSON makes of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Null,
    Boolean,
    Number,
    Text,
    List,
    Object,
    /// More than one of these.
    Any,
}

fn kind(api: &Api, ty: &Type) -> Kind {
    match ty {
        Type::Any | Type::Nullable(_) => Kind::Any,
        Type::Null => Kind::Null,
        Type::Boolean => Kind::Boolean,
        Type::Integer(_) | Type::Number(_) => Kind::Number,
        Type::String
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
        | Type::Ipv6 => Kind::Text,
        Type::Array(_) | Type::Set(_) | Type::Tuple(..) => Kind::List,
        Type::Map(_) => Kind::Object,
        Type::Named(id) => match &api.type_def(*id).shape {
            Shape::Struct(_) => Kind::Object,
            Shape::Enum(choice) => {
                let mut values = choice.variants.iter().map(|variant| &variant.value);
                if values.all(|value| matches!(value, Literal::String(_))) {
                    Kind::Text
                } else {
                    Kind::Any
                }
            }
            Shape::Union(_) | Shape::Alias(_) => Kind::Any,
        },
    }
}

/// The type behind aliases.
fn resolved<'a>(api: &'a Api, ty: &'a Type) -> &'a Type {
    let mut ty = ty;
    // Aliases may come back to themselves.
    for _ in 0..16 {
        match ty {
            Type::Named(id) => match &api.type_def(*id).shape {
                Shape::Alias(target) => ty = target,
                Shape::Struct(_) | Shape::Enum(_) | Shape::Union(_) => break,
            },
            _ => break,
        }
    }
    ty
}

fn object<'a>(api: &'a Api, ty: &Type) -> Option<&'a crate::api::Struct> {
    match ty {
        Type::Named(id) => match &api.type_def(*id).shape {
            Shape::Struct(object) => Some(object),
            Shape::Enum(_) | Shape::Union(_) | Shape::Alias(_) => None,
        },
        _ => None,
    }
}

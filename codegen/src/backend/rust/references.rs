//! Which types a type refers to.

use crate::api::{Additional, Shape, Type, TypeDef, TypeId};

/// Which references count.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Those whose values lie inside the value.
    Held,
    /// All that the type's text names.
    Named,
}

/// The types that a definition refers to.
pub(crate) fn of_definition(def: &TypeDef, reach: Reach) -> Vec<TypeId> {
    let mut found = Vec::new();
    match &def.shape {
        Shape::Struct(object) => {
            for field in &object.fields {
                collect(&field.ty, reach, &mut found);
            }
            if let (Additional::Typed(_, ty), Reach::Named) = (&object.additional, reach) {
                collect(ty, reach, &mut found);
            }
        }
        Shape::Enum(_) => {}
        Shape::Union(union) => {
            for variant in &union.variants {
                collect(&variant.ty, reach, &mut found);
            }
        }
        Shape::Alias(ty) => collect(ty, reach, &mut found),
    }
    found
}

/// The types that a type refers to.
pub(crate) fn of_type(ty: &Type, reach: Reach) -> Vec<TypeId> {
    let mut found = Vec::new();
    collect(ty, reach, &mut found);
    found
}

fn collect(ty: &Type, reach: Reach, found: &mut Vec<TypeId>) {
    match ty {
        Type::Named(id) => found.push(*id),
        Type::Nullable(inner) => collect(inner, reach, found),
        Type::Tuple(items, None) => {
            for item in items {
                collect(item, reach, found);
            }
        }
        Type::Array(inner) | Type::Set(inner) | Type::Map(inner) if reach == Reach::Named => {
            collect(inner, reach, found);
        }
        // A tuple with a rest is spelled as a list of anything.
        Type::Array(_)
        | Type::Set(_)
        | Type::Map(_)
        | Type::Tuple(_, Some(_))
        | Type::Any
        | Type::Null
        | Type::Boolean
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
        | Type::Ipv6 => {}
    }
}

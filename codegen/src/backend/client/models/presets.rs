//! Defaults of members that must be there, as expressions: a user who does not care sends these.

use crate::api::{Constraints, Field, Literal, Shape, Type};
use crate::backend::client::layout::Layout;
use crate::backend::rust::literal;

/// What the member starts with; nothing if its default cannot be written, or is not allowed itself.
pub(super) fn of(layout: &Layout<'_>, field: &Field) -> Option<String> {
    let default = field.default.as_ref()?;
    keeps_to(&field.constraints, default).then(|| expression(layout, &field.ty, default))?
}

fn expression(layout: &Layout<'_>, ty: &Type, value: &Literal) -> Option<String> {
    match (ty, value) {
        (Type::Boolean, Literal::Bool(value)) => Some(value.to_string()),
        (Type::Integer(format), Literal::Int(value)) => {
            let (lowest, highest) = format.range();
            (lowest..=highest)
                .contains(value)
                .then(|| value.to_string())
        }
        (Type::Number(_), Literal::Int(value)) => Some(format!("{value}.0")),
        (Type::Number(_), Literal::Float(value)) => value.is_finite().then(|| format!("{value:?}")),
        (Type::String, Literal::String(text)) => {
            Some(format!("{}.to_owned()", literal::string(text)))
        }
        (Type::Array(item) | Type::Set(item), Literal::List(values)) => {
            let items = values.iter().map(|value| expression(layout, item, value));
            let items: Vec<String> = items.collect::<Option<_>>()?;
            Some(format!("vec![{}]", items.join(", ")))
        }
        (Type::Named(id), value) if layout.spelling.substitute(*id).is_none() => {
            match &layout.api.type_def(*id).shape {
                Shape::Enum(choice) => super::choices::variant_path(layout, *id, choice, value),
                Shape::Alias(target) if !layout.spelling.cycles().is_newtype(*id) => {
                    expression(layout, target, value)
                }
                Shape::Struct(_) | Shape::Union(_) | Shape::Alias(_) => None,
            }
        }
        _ => None,
    }
}

/// Whether a default is within the limits, as far as that is easily seen: `""` stands for nothing
/// where a text must not be empty.
fn keeps_to(limits: &Constraints, default: &Literal) -> bool {
    let within = |count: usize, (least, most): (Option<u64>, Option<u64>)| {
        let count = count as u64;
        least.is_none_or(|least| count >= least) && most.is_none_or(|most| count <= most)
    };
    match default {
        Literal::String(text) => within(text.chars().count(), limits.length),
        Literal::List(items) => within(items.len(), limits.items),
        Literal::Int(_) | Literal::Float(_) => {
            let value = default.as_f64().unwrap_or_default();
            let least = limits.minimum.as_ref();
            let above = least.is_none_or(|(least, exclusive)| {
                least
                    .as_f64()
                    .is_none_or(|least| value > least || !exclusive && value >= least)
            });
            let most = limits.maximum.as_ref();
            let below = most.is_none_or(|(most, exclusive)| {
                most.as_f64()
                    .is_none_or(|most| value < most || !exclusive && value <= most)
            });
            above && below
        }
        Literal::Null | Literal::Bool(_) | Literal::Map(_) => true,
    }
}

//! Enums and unions.

use super::docs;
use crate::api::{Enum, EnumKind, Literal, Shape, Type, TypeId, Union, Variant, WhichVariant};
use crate::backend::client::layout::Layout;
use crate::backend::rust::docs::Comment;
use crate::backend::rust::render::{Declaration, Entry};
use crate::backend::rust::types::{Spelling, View};
use crate::backend::rust::{literal, spell};

/// An enum; nothing if its constants are lists or objects, which no macro takes.
pub(super) fn emit_enum(
    layout: &Layout<'_>,
    id: TypeId,
    choice: &Enum,
    view: &mut View,
) -> Option<Declaration> {
    let mac = enum_macro(choice)?;
    let entries: Vec<Entry> = choice
        .variants
        .iter()
        .map(|variant| enum_variant(variant, mac == "literal_enum"))
        .collect();
    view.need(mac);
    Some(Declaration {
        mac,
        docs: docs(layout.api.type_def(id), []),
        deprecated: layout.api.type_def(id).docs.deprecated,
        head: format!("pub enum {}", layout.spelling.name(id)),
        entries: Some(entries),
    })
}

/// The macro that can hold the constants of an enum.
pub(in crate::backend::client) fn enum_macro(choice: &Enum) -> Option<&'static str> {
    let is_i64 = |value: &Literal| matches!(value, Literal::Int(n) if i64::try_from(*n).is_ok());
    let is_text = |value: &Literal| value.as_str().is_some();
    let is_scalar = |value: &Literal| match value {
        Literal::Int(n) => i64::try_from(*n).is_ok(),
        Literal::Bool(_) | Literal::Float(_) | Literal::String(_) => true,
        Literal::Null | Literal::List(_) | Literal::Map(_) => false,
    };
    let all = |fits: &dyn Fn(&Literal) -> bool| {
        choice.variants.iter().all(|variant| fits(&variant.value))
    };
    match choice.kind {
        EnumKind::String if all(&is_text) => Some("open_enum"),
        EnumKind::Integer if all(&is_i64) => Some("integer_enum"),
        EnumKind::String | EnumKind::Integer | EnumKind::Mixed => {
            all(&is_scalar).then_some("literal_enum")
        }
    }
}

/// The variant that stands for a value: `SessionStatus::Live`.
pub(super) fn variant_path(
    layout: &Layout<'_>,
    id: TypeId,
    choice: &Enum,
    value: &Literal,
) -> Option<String> {
    enum_macro(choice)?;
    let mut variants = choice.variants.iter();
    let variant = variants.find(|variant| variant.value == *value)?;
    let name = layout.spelling.name(id);
    Some(format!("{name}::{}", spell::variant(&variant.name)))
}

fn enum_variant(variant: &Variant, suffixed: bool) -> Entry {
    let name = spell::variant(&variant.name);
    let value = match &variant.value {
        Literal::String(text) => literal::string(text),
        Literal::Float(value) => format!("{value:?}"),
        // Where the type is not said, a literal is an `i32`.
        Literal::Int(value) if suffixed && i32::try_from(*value).is_err() => format!("{value}i64"),
        Literal::Null | Literal::Bool(_) | Literal::Int(_) | Literal::List(_) | Literal::Map(_) => {
            literal::json(&variant.value)
        }
    };
    Entry {
        docs: Comment::of(&variant.docs, &variant.name).into_lines(),
        deprecated: variant.docs.deprecated,
        code: format!("{name} = {value}"),
    }
}

/// A union, decoded by its tag or by what fits best.
pub(super) fn emit_union(
    layout: &Layout<'_>,
    id: TypeId,
    union: &Union,
    view: &mut View,
) -> Declaration {
    let usage = layout.api.type_def(id).usage;
    let sent_only = usage.input && !usage.output;
    let mac = if sent_only { "input_union" } else { "union" };
    view.need(mac);
    let name = layout.spelling.name(id);
    let tag = match &union.tag {
        Some(tag) => format!(" by {}", literal::string(tag)),
        None => String::new(),
    };
    let plain: Vec<String> = union
        .variants
        .iter()
        .map(|variant| resolved(&layout.spelling, &variant.ty))
        .collect();
    let entries = union
        .variants
        .iter()
        .enumerate()
        .map(|(index, variant)| {
            let unique = plain.iter().filter(|other| **other == plain[index]).count() == 1;
            let tagged = union.tag.is_some();
            let is_base = variant.is_base && !sent_only;
            let ty = layout.spelling.spell_held(&variant.ty, id, view);
            let from = match (is_base, unique) {
                (true, _) => " base",
                (false, true) if ty.starts_with("Box<") => " boxed",
                (false, true) if ty == "String" => " text",
                (false, true) => " from",
                (false, false) => "",
            };
            union_variant(variant, &ty, from, tagged)
        })
        .collect();
    Declaration {
        mac,
        docs: docs(layout.api.type_def(id), []),
        deprecated: layout.api.type_def(id).docs.deprecated,
        head: format!("pub enum {name}{tag}"),
        entries: Some(entries),
    }
}

fn union_variant(variant: &WhichVariant, ty: &str, from: &str, tagged: bool) -> Entry {
    let name = spell::variant(&variant.name);
    let values: Vec<String> = variant
        .tag_values
        .iter()
        .map(|value| literal::string(value))
        .collect();
    let tags = if tagged && !values.is_empty() {
        format!(" = {}", values.join(" | "))
    } else {
        String::new()
    };
    Entry {
        docs: Comment::of(&variant.docs, &variant.name).into_lines(),
        deprecated: variant.docs.deprecated,
        code: format!("{name}({ty}){from}{tags}"),
    }
}

/// The type behind all aliases: two variants with the same one cannot both be made from it.
fn resolved(spelling: &Spelling<'_>, ty: &Type) -> String {
    let mut ty = ty;
    // Aliases that come back to themselves are newtypes, so this ends.
    while let Type::Named(id) = ty {
        match &spelling.api().type_def(*id).shape {
            Shape::Alias(target)
                if spelling.substitute(*id).is_none() && !spelling.cycles().is_newtype(*id) =>
            {
                ty = target;
            }
            Shape::Struct(_) | Shape::Enum(_) | Shape::Union(_) | Shape::Alias(_) => break,
        }
    }
    match ty {
        Type::Array(item) | Type::Set(item) => format!("Vec<{}>", resolved(spelling, item)),
        Type::Map(value) => format!("Map<{}>", resolved(spelling, value)),
        Type::Nullable(inner) => format!("Option<{}>", resolved(spelling, inner)),
        Type::Tuple(items, None) => {
            let items: Vec<String> = items.iter().map(|item| resolved(spelling, item)).collect();
            format!("({})", items.join(", "))
        }
        other => spelling.spell(other, &mut View::default()),
    }
}

//! Types in a line or a few, for tests to read.

use std::fmt::Write as _;

use crate::api::{
    Additional, BytesEncoding, Enum, Field, IntegerFormat, Literal, NumberFormat, Presence, Shape,
    Struct, Type, TypeDef, Union,
};

/// All definitions, one after the other.
pub(super) fn all(defs: &[TypeDef]) -> String {
    let mut out = String::new();
    for def in defs {
        let usage = match (def.usage.input, def.usage.output) {
            (true, true) => " (both ways)",
            (true, false) => " (input)",
            (false, true) => " (output)",
            (false, false) => "",
        };
        let shape = match &def.shape {
            Shape::Struct(object) => members(defs, object),
            Shape::Enum(choice) => constants(choice),
            Shape::Union(choice) => alternatives(defs, choice),
            Shape::Alias(inner) => format!("is {}", ty(defs, inner)),
        };
        let _ = writeln!(out, "{}{usage} {shape}", def.name);
    }
    out
}

pub(super) fn members(defs: &[TypeDef], object: &Struct) -> String {
    let mut parts: Vec<String> = object.fields.iter().map(|one| field(defs, one)).collect();
    match &object.additional {
        Additional::Open => {}
        Additional::Closed => parts.push("closed".to_owned()),
        Additional::Typed(name, inner) => parts.push(format!("{name}...: {}", ty(defs, inner))),
    }
    format!("{{ {} }}", parts.join(", "))
}

fn field(defs: &[TypeDef], field: &Field) -> String {
    let optional = match field.presence {
        Presence::Required => "",
        Presence::Optional => "?",
    };
    let mut out = format!("{}{optional}: {}", field.name, ty(defs, &field.ty));
    if let Some(constant) = &field.constant {
        let _ = write!(out, " = {}", literal(constant));
    }
    if let Some(default) = &field.default {
        let _ = write!(out, " default {}", literal(default));
    }
    out
}

fn constants(choice: &Enum) -> String {
    let parts: Vec<String> = choice
        .variants
        .iter()
        .map(|one| format!("{} = {}", one.name, literal(&one.value)))
        .collect();
    format!("{:?} enum [ {} ]", choice.kind, parts.join(", "))
}

fn alternatives(defs: &[TypeDef], choice: &Union) -> String {
    let parts: Vec<String> = choice
        .variants
        .iter()
        .map(|one| {
            let tags = if one.tag_values.is_empty() {
                String::new()
            } else {
                format!(" = {}", one.tag_values.join("|"))
            };
            format!("{}({}){tags}", one.name, ty(defs, &one.ty))
        })
        .collect();
    let tag = choice
        .tag
        .as_ref()
        .map_or(String::new(), |tag| format!(" by {tag}"));
    format!("union{tag} [ {} ]", parts.join(", "))
}

pub(super) fn ty(defs: &[TypeDef], of: &Type) -> String {
    match of {
        Type::Any => "any".to_owned(),
        Type::Null => "null".to_owned(),
        Type::Boolean => "bool".to_owned(),
        Type::Integer(IntegerFormat::I64) => "int".to_owned(),
        Type::Integer(format) => format!("{format:?}").to_lowercase(),
        Type::Number(NumberFormat::Double) => "number".to_owned(),
        Type::Number(NumberFormat::Float) => "float".to_owned(),
        Type::String => "text".to_owned(),
        Type::Bytes(BytesEncoding::Base64) => "base64".to_owned(),
        Type::Bytes(BytesEncoding::Base64Url) => "base64url".to_owned(),
        Type::Secret
        | Type::Binary
        | Type::DateTime
        | Type::Date
        | Type::Time
        | Type::Duration
        | Type::Uuid
        | Type::Uri
        | Type::Ipv4
        | Type::Ipv6 => format!("{of:?}").to_lowercase(),
        Type::Array(item) => format!("[{}]", ty(defs, item)),
        Type::Set(item) => format!("set[{}]", ty(defs, item)),
        Type::Tuple(items, rest) => {
            let mut parts: Vec<String> = items.iter().map(|item| ty(defs, item)).collect();
            parts.extend(rest.iter().map(|rest| format!("{}...", ty(defs, rest))));
            format!("({})", parts.join(", "))
        }
        Type::Map(value) => format!("map[{}]", ty(defs, value)),
        Type::Nullable(inner) => format!("{}|null", ty(defs, inner)),
        Type::Named(id) => format!("<{}>", defs[id.0].name),
    }
}

fn literal(value: &Literal) -> String {
    match value {
        Literal::Null => "null".to_owned(),
        Literal::Bool(value) => value.to_string(),
        Literal::Int(value) => value.to_string(),
        Literal::Float(value) => format!("{value:?}"),
        Literal::String(text) => format!("{text:?}"),
        Literal::List(items) => {
            let parts: Vec<String> = items.iter().map(literal).collect();
            format!("[{}]", parts.join(", "))
        }
        Literal::Map(_) => "{..}".to_owned(),
    }
}

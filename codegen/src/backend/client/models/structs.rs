//! Structs: `model!` for what is only received, `input!` for what is only sent, `shared!` for both.

use super::{docs, presets};
use crate::api::{Additional, Choice, Field, Literal, Presence, Shape, Struct, Type, TypeId};
use crate::backend::client::layout::Layout;
use crate::backend::rust::render::{self, Declaration, Entry};
use crate::backend::rust::types::View;
use crate::backend::rust::{docs as rust_docs, literal, spell};

pub(super) fn emit(
    layout: &Layout<'_>,
    id: TypeId,
    object: &Struct,
    view: &mut View,
) -> Declaration {
    let def = layout.api.type_def(id);
    let mac = match (def.usage.input, def.usage.output) {
        (true, true) => "shared",
        (true, false) => "input",
        (false, _) => "model",
    };
    view.need(mac);
    let mut entries: Vec<Entry> = object
        .fields
        .iter()
        .map(|field| entry(layout, id, field, view))
        .collect();
    entries.extend(rest(layout, &object.additional, view));
    let head = format!("pub struct {}", layout.spelling.name(id));
    let head = if def.usage.input {
        let arguments = arguments(layout, id, object, view);
        render::arguments(&(head + " new"), &arguments)
    } else {
        head
    };
    let choices = object.choices.iter().filter(|_| def.usage.input);
    let asked = choices.map(|choice| asked(choice, object));
    Declaration {
        mac,
        docs: docs(def, asked),
        deprecated: def.docs.deprecated,
        head,
        entries: Some(entries),
    }
}

/// What `new` of an input takes: `id: String` and the like.
fn arguments(layout: &Layout<'_>, id: TypeId, object: &Struct, view: &mut View) -> Vec<String> {
    let required = object
        .fields
        .iter()
        .filter(|field| kind(layout, field, true) == Kind::Required);
    required
        .map(|field| {
            let ty = layout.spelling.spell_held(&field.ty, id, view);
            format!("{}: {ty}", spell::field(&field.name))
        })
        .collect()
}

/// A sentence about members that depend on each other.
fn asked(choice: &Choice, object: &Struct) -> String {
    let named = |key: &String| {
        let field = object.fields.iter().find(|field| field.key == *key);
        let field = field.expect("a choice is among fields of its struct");
        format!("`{}`", spell::field(&field.name))
    };
    let lists = choice.lists.iter().map(|list| {
        let names: Vec<String> = list.iter().map(named).collect();
        names.join(" with ")
    });
    let mut lists: Vec<String> = lists.collect();
    let last = lists.pop().expect("a choice has lists");
    let how = if choice.exclusive {
        "Exactly one is to be set"
    } else {
        "At least one is to be set"
    };
    format!("{how}: {} or {last}.", lists.join(", "))
}

/// How a field is declared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::backend::client) enum Kind {
    Required,
    Optional,
    Nullable,
    Maybe,
    /// Starts empty and is always sent.
    Listed,
    /// Starts with this expression and is always sent.
    Preset(String),
    /// Filled in with this variant of an enum.
    Constant(String),
    /// Filled in with this literal.
    Literal(String),
}

fn entry(layout: &Layout<'_>, id: TypeId, field: &Field, view: &mut View) -> Entry {
    let usage = layout.api.type_def(id).usage;
    let input = usage.input;
    let (inner, _) = field.ty.split_null();
    let ty = layout.spelling.spell_held(inner, id, view);
    let name = spell::field(&field.name);
    let key = literal::string(&field.key);
    let code = match kind(layout, field, input) {
        Kind::Required => format!("required {name}: {ty} = {key}"),
        Kind::Optional => format!("optional {name}: {ty} = {key}"),
        Kind::Nullable => format!("nullable {name}: {ty} = {key}"),
        Kind::Maybe => format!("maybe {name}: {ty} = {key}"),
        Kind::Listed => format!("listed {name}: {ty} = {key}"),
        Kind::Preset(start) => format!("preset({start}) {name}: {ty} = {key}"),
        Kind::Constant(value) => format!("constant {name}: {ty} = {key} => {value}"),
        Kind::Literal(value) => format!("literal {name}: {ty} = {key} => {value}"),
    };
    // To a reader of what only a server sends, its default says nothing.
    let received = (usage.output && !input) || field.read_only;
    let default = field.default.as_ref().filter(|_| !received);
    Entry {
        docs: rust_docs::field(field, default),
        deprecated: field.docs.deprecated,
        code,
    }
}

/// How a field is declared, in a struct that users make or that they only receive.
pub(in crate::backend::client) fn kind(layout: &Layout<'_>, field: &Field, input: bool) -> Kind {
    match (field.presence, &field.ty) {
        // Where `null` is all there is, it still differs from nothing.
        (Presence::Optional, Type::Nullable(_) | Type::Null) => Kind::Maybe,
        (Presence::Optional, _) => Kind::Optional,
        (Presence::Required, Type::Nullable(_)) => Kind::Nullable,
        (Presence::Required, _) => {
            let constant = field.constant.as_ref();
            match constant.and_then(|value| constant_value(layout, &field.ty, value)) {
                Some(kind) => kind,
                None if input && starts_empty(field) => Kind::Listed,
                None if input => presets::of(layout, field).map_or(Kind::Required, Kind::Preset),
                None => Kind::Required,
            }
        }
    }
}

fn starts_empty(field: &Field) -> bool {
    let list = matches!(field.ty, Type::Array(_) | Type::Set(_));
    list && matches!(&field.default, Some(Literal::List(items)) if items.is_empty())
}

/// A constant: the one variant of an enum, a text or a truth. Others are given like any value.
fn constant_value(layout: &Layout<'_>, ty: &Type, value: &Literal) -> Option<Kind> {
    let id = match (ty, value) {
        (Type::Named(id), _) => id,
        (Type::String, Literal::String(text)) => {
            return Some(Kind::Literal(literal::string(text)));
        }
        (Type::Boolean, Literal::Bool(truth)) => return Some(Kind::Literal(truth.to_string())),
        _ => return None,
    };
    match &layout.api.type_def(*id).shape {
        Shape::Enum(choice) if layout.spelling.substitute(*id).is_none() => {
            super::choices::variant_path(layout, *id, choice, value).map(Kind::Constant)
        }
        Shape::Struct(_) | Shape::Enum(_) | Shape::Union(_) | Shape::Alias(_) => None,
    }
}

fn rest(layout: &Layout<'_>, additional: &Additional, view: &mut View) -> Option<Entry> {
    match additional {
        Additional::Open | Additional::Closed => None,
        Additional::Typed(name, ty) => {
            let ty = layout.spelling.spell(ty, view);
            Some(Entry {
                docs: Vec::new(),
                deprecated: false,
                code: format!("..{}: {ty}", spell::field(name)),
            })
        }
    }
}

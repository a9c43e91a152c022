//! Every type that stands somewhere in an API: to bring what was decided late to all of them.

use std::collections::BTreeSet;

use crate::api::{
    Additional, Api, Body, BodyKind, Content, Output, Owner, Part, PartKind, Response, Shape, Type,
    TypeDef, TypeId,
};
use crate::config::{Config, FormatChoice};

/// Makes text of the formats that the configuration wants as text.
pub(super) fn apply_formats(api: &mut Api, config: &Config) {
    let formats = config.formats;
    if formats == crate::config::FormatsConfig::default() {
        return;
    }
    let text = |choice: FormatChoice| match choice {
        FormatChoice::Typed => false,
        FormatChoice::Text => true,
    };
    let mut change = |ty: &mut Type| match ty {
        Type::DateTime | Type::Date if text(formats.date_time) => *ty = Type::String,
        Type::Uuid if text(formats.uuid) => *ty = Type::String,
        _ => {}
    };
    in_operations(api, &mut change);
    for def in &mut api.types {
        in_def(def, &mut change);
    }
}

/// Drops the types that no operation and no webhook reaches.
pub(super) fn drop_unreached(api: &mut Api) {
    let mut pending = Vec::new();
    let mut note = |ty: &mut Type| {
        if let Type::Named(id) = ty {
            pending.push(*id);
        }
    };
    in_operations(api, &mut note);
    let mut reached = BTreeSet::new();
    while let Some(id) = pending.pop() {
        if !reached.insert(id) {
            continue;
        }
        let def = &mut api.types[id.0];
        if let Owner::Component(owner) = def.owner {
            pending.push(owner);
        }
        in_def(def, &mut |ty| {
            if let Type::Named(id) = ty {
                pending.push(*id);
            }
        });
    }
    let reached: Vec<TypeId> = reached.into_iter().collect();
    let moved = |id: TypeId| {
        let place = reached.binary_search(&id);
        TypeId(place.expect("what a kept type refers to is kept"))
    };
    let mut index = 0;
    api.types.retain(|_| {
        index += 1;
        reached.binary_search(&TypeId(index - 1)).is_ok()
    });
    let mut renumber = |ty: &mut Type| {
        if let Type::Named(id) = ty {
            *id = moved(*id);
        }
    };
    in_operations(api, &mut renumber);
    for def in &mut api.types {
        in_def(def, &mut renumber);
        if let Owner::Component(owner) = &mut def.owner {
            *owner = moved(*owner);
        }
    }
}

/// Calls `visit` for every type outside of the definitions, those inside of others included.
fn in_operations(api: &mut Api, visit: &mut dyn FnMut(&mut Type)) {
    for operation in &mut api.operations {
        for parameter in &mut operation.parameters {
            deep(&mut parameter.ty, visit);
        }
        if let Some(body) = &mut operation.body {
            in_body(body, visit);
        }
        for response in operation.responses.iter_mut().chain(&mut operation.errors) {
            in_response(response, visit);
        }
        match &mut operation.output {
            Output::Single(content) => in_content(content, visit),
            Output::PerStatus(_, cases) => {
                for case in cases {
                    in_content(&mut case.content, visit);
                }
            }
        }
        if let Some(body) = &mut operation.error_body {
            deep(body, visit);
        }
        if let Some(pagination) = &mut operation.pagination {
            deep(&mut pagination.item, visit);
        }
    }
    for webhook in &mut api.webhooks {
        if let Some(payload) = &mut webhook.payload {
            deep(payload, visit);
        }
    }
}

fn in_body(body: &mut Body, visit: &mut dyn FnMut(&mut Type)) {
    match &mut body.kind {
        BodyKind::Json(ty) | BodyKind::JsonLines(ty) | BodyKind::Form(ty, _) => deep(ty, visit),
        BodyKind::Multipart { parts, .. } => in_parts(parts, visit),
        BodyKind::Text | BodyKind::Binary => {}
    }
}

fn in_parts(parts: &mut [Part], visit: &mut dyn FnMut(&mut Type)) {
    for part in parts {
        match &mut part.kind {
            PartKind::Text(ty) | PartKind::Styled(ty, _) | PartKind::Json(ty) => deep(ty, visit),
            PartKind::Multipart { parts, .. } => in_parts(parts, visit),
            PartKind::File => {}
        }
        for header in &mut part.headers {
            deep(&mut header.ty, visit);
        }
    }
}

fn in_response(response: &mut Response, visit: &mut dyn FnMut(&mut Type)) {
    in_content(&mut response.content, visit);
    for header in &mut response.headers {
        deep(&mut header.ty, visit);
    }
}

fn in_content(content: &mut Content, visit: &mut dyn FnMut(&mut Type)) {
    match content {
        Content::Json(ty) | Content::EventStream(ty) | Content::JsonLines(ty) => deep(ty, visit),
        Content::Empty | Content::Text | Content::Binary => {}
    }
}

fn in_def(def: &mut TypeDef, visit: &mut dyn FnMut(&mut Type)) {
    match &mut def.shape {
        Shape::Struct(object) => {
            for field in &mut object.fields {
                deep(&mut field.ty, visit);
            }
            match &mut object.additional {
                Additional::Typed(_, ty) => deep(ty, visit),
                Additional::Open | Additional::Closed => {}
            }
        }
        Shape::Union(union) => {
            for variant in &mut union.variants {
                deep(&mut variant.ty, visit);
            }
        }
        Shape::Alias(ty) => deep(ty, visit),
        Shape::Enum(_) => {}
    }
}

fn deep(ty: &mut Type, visit: &mut dyn FnMut(&mut Type)) {
    match ty {
        Type::Array(inner) | Type::Set(inner) | Type::Map(inner) | Type::Nullable(inner) => {
            deep(inner, visit);
        }
        Type::Tuple(items, rest) => {
            for item in items {
                deep(item, visit);
            }
            if let Some(rest) = rest {
                deep(rest, visit);
            }
        }
        Type::Any
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
        | Type::Ipv6
        | Type::Named(_) => {}
    }
    visit(ty);
}

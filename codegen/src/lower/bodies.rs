//! Request bodies: what an operation sends.

mod choice;
mod form;
mod multipart;

pub(super) use choice::choices;

use super::docs::{examples, said};
use super::media::{self, MediaKind};
use super::names::{self, Scope};
use super::plan::Plan;
use super::types::{Direction, Types};
use crate::api::{self, BodyKind, Constraints, Docs, Literal, Owner, Presence, Type};
use crate::diagnostic::Diagnostic;
use crate::document::{Document, MediaType, RequestBody, SchemaType};

/// Where a body's types belong, and what they are called.
#[derive(Clone, Copy)]
struct Place<'p> {
    wish: &'p str,
    owner: Owner,
}

/// The body of an operation, in the form that was planned.
pub(super) fn lower(
    plan: &Plan<'_>,
    document: &Document,
    types: &mut Types<'_>,
    scope: &mut Scope,
) -> Option<api::Body> {
    let body = plan.operation.request_body.as_deref()?;
    let content = &body.content[plan.form.body?];
    if !body.required && holds_nothing(content, document) {
        return None;
    }
    tell_odd_method(plan, body, types);
    let wish = type_wish(plan, body, types);
    let place = Place {
        wish: &wish,
        owner: Owner::Operation(plan.id),
    };
    let kind = choice::effective_kind(document, content);
    let media_type = media::without_wildcard(&content.key, kind);
    let kind = lower_content(kind, content, place, document, types);
    let constraints = constraints(&kind, content, types);
    let presence = if body.required || is_needed(&kind, types) {
        Presence::Required
    } else {
        Presence::Optional
    };
    Some(api::Body {
        name: claim(scope, body),
        presence,
        media_type,
        kind,
        constraints,
        docs: docs(plan, body, content),
    })
}

/// What the caller has to say of a body that may be of many media types, as `image/*` is: which.
pub(super) fn media_type(
    plan: &Plan<'_>,
    document: &Document,
    scope: &mut Scope,
) -> Option<api::Parameter> {
    let body = plan.operation.request_body.as_deref()?;
    let content = &body.content[plan.form.body?];
    let top = media::open_range(&content.key)?;
    if choice::effective_kind(document, content) != MediaKind::Binary {
        return None;
    }
    let example = match top {
        "image" => Some("image/png"),
        "audio" => Some("audio/mpeg"),
        "video" => Some("video/mp4"),
        _ => None,
    };
    let example = example.map(|example| Literal::String(example.to_owned()));
    Some(api::Parameter {
        name: scope.claim("content type"),
        key: "Content-Type".to_owned(),
        location: api::ParameterIn::Header,
        ty: Type::String,
        presence: if body.required {
            Presence::Required
        } else {
            Presence::Optional
        },
        serialization: api::Serialization::Style {
            style: api::Style::Simple,
            explode: false,
            allow_reserved: false,
        },
        docs: Docs {
            description: Some(format!("The media type of the body, one of `{top}/*`.")),
            examples: example.into_iter().collect(),
            ..Docs::default()
        },
        default: None,
        constraints: Constraints::default(),
        client: None,
    })
}

/// Limits of a document that is sent whole.
fn constraints(kind: &BodyKind, content: &MediaType, types: &mut Types<'_>) -> Constraints {
    match (kind, content.schema) {
        (BodyKind::Json(ty) | BodyKind::Form(ty, _), Some(schema)) => {
            types.facts(schema, "", ty).constraints
        }
        (BodyKind::Json(_) | BodyKind::Form(..), None)
        | (
            BodyKind::JsonLines(_) | BodyKind::Multipart { .. } | BodyKind::Text | BodyKind::Binary,
            _,
        ) => Constraints::default(),
    }
}

fn claim(scope: &mut Scope, body: &RequestBody) -> api::Name {
    let wishes = [body.name.as_deref(), Some("body"), Some("request body")];
    let mut free = wishes
        .into_iter()
        .flatten()
        .filter(|wish| scope.is_free(wish));
    let wish = free.next().unwrap_or("body").to_owned();
    scope.claim(&wish)
}

fn lower_content(
    kind: MediaKind,
    content: &MediaType,
    place: Place<'_>,
    document: &Document,
    types: &mut Types<'_>,
) -> BodyKind {
    let input = |types: &mut Types<'_>, schema| {
        types.lower(schema, place.wish, place.owner, Direction::Input)
    };
    match kind {
        MediaKind::Json | MediaKind::JsonProfile | MediaKind::Any => {
            match content.schema.map(|schema| input(types, schema)) {
                Some(Type::Binary) => BodyKind::Binary,
                Some(ty) => BodyKind::Json(ty),
                None => BodyKind::Json(Type::Any),
            }
        }
        MediaKind::JsonLines => {
            // Before 3.2 the schema of a list, or of a line, stood where all else has its schema.
            let line = match content.item_schema.or(content.schema) {
                Some(schema) => match input(types, schema) {
                    Type::Array(item) if content.item_schema.is_none() => *item,
                    ty => ty,
                },
                None => Type::Any,
            };
            BodyKind::JsonLines(line)
        }
        MediaKind::Form => form::lower(content, place, types),
        MediaKind::Multipart => multipart::lower(content, place, document, types),
        MediaKind::Text | MediaKind::Xml | MediaKind::EventStream => BodyKind::Text,
        MediaKind::Binary => BodyKind::Binary,
    }
}

/// Whether a body cannot hold anything: an object without members that allows no others.
fn holds_nothing(content: &MediaType, document: &Document) -> bool {
    let Some(mut id) = content.schema else {
        return false;
    };
    for _ in 0..32 {
        match document.schema(id).reference {
            Some(next) => id = next,
            None => break,
        }
    }
    let schema = document.schema(id);
    let closed = schema
        .additional_properties
        .is_some_and(|additional| document.schema(additional).boolean == Some(false));
    let composed = schema.all_of.len() + schema.one_of.len() + schema.any_of.len();
    closed
        && composed == 0
        && schema.properties.is_empty()
        && schema.pattern_properties.is_empty()
        && schema.types == [SchemaType::Object]
}

/// Whether a body is needed though the document forgot to say `required`: most that do want one,
/// and an object with required members cannot be left out in earnest.
fn is_needed(kind: &BodyKind, types: &Types<'_>) -> bool {
    match kind {
        BodyKind::Json(ty) | BodyKind::Form(ty, _) => {
            let fields = types.struct_of(ty).map(|object| &object.fields);
            fields
                .into_iter()
                .flatten()
                .any(|field| field.presence == Presence::Required && !field.read_only)
        }
        BodyKind::Multipart { parts, .. } => {
            parts.iter().any(|part| part.presence == Presence::Required)
        }
        BodyKind::JsonLines(_) | BodyKind::Text | BodyKind::Binary => false,
    }
}

/// `CreatePoll` for the body of `create poll`, unless a component has that name.
fn type_wish(plan: &Plan<'_>, body: &RequestBody, types: &Types<'_>) -> String {
    let says_so = |words: &[String]| {
        let last = words.last().map(String::as_str);
        matches!(
            last,
            Some("body" | "request" | "input" | "payload" | "params")
        )
    };
    let (name, words) = match &body.component {
        Some(component) => (component.clone(), names::words(component)),
        None => (plan.name.to_string(), names::words(plan.name.as_str())),
    };
    let is_free = || body.component.is_none() && !types.has_component(&words.concat());
    if says_so(&words) || (words.len() > 1 && is_free()) {
        return name;
    }
    format!("{name} request")
}

fn tell_odd_method(plan: &Plan<'_>, body: &RequestBody, types: &mut Types<'_>) {
    if matches!(plan.operation.method.as_str(), "GET" | "HEAD") {
        types.diagnostics.push(Diagnostic::warning(
            "body-without-meaning",
            body.at.clone(),
            format!(
                "HTTP gives the body of a {} request no meaning; it is sent as documented",
                plan.operation.method
            ),
        ));
    }
}

fn docs(plan: &Plan<'_>, body: &RequestBody, content: &MediaType) -> Docs {
    let mut docs = Docs {
        description: said(body.description.as_ref()),
        examples: examples(&content.examples),
        ..Docs::default()
    };
    let others: Vec<String> = body
        .content
        .iter()
        .filter(|other| other.key != content.key)
        .map(|other| format!("`{}`", other.key))
        .collect();
    if plan.main.is_none() && !others.is_empty() {
        docs.notes
            .push(format!("The server also takes {}.", others.join(", ")));
    }
    docs
}

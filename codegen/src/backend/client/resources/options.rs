//! `request!`: the optional inputs of an operation.

use super::{method, style};
use crate::api::{Body, BodyKind, OperationId, Parameter, ParameterIn, Presence};
use crate::backend::client::layout::Layout;
use crate::backend::rust::docs::{self, Comment};
use crate::backend::rust::render::{Declaration, Entry};
use crate::backend::rust::types::View;
use crate::backend::rust::{literal, spell};

/// The request of an operation that has options.
pub(super) fn emit(layout: &Layout<'_>, id: OperationId, view: &mut View) -> Option<String> {
    let name = layout.options(id)?;
    let operation = layout.api.operation(id);
    view.need("request");
    let output = method::output(layout, id, view);
    let items = operation
        .pagination
        .as_ref()
        .map(|pagination| format!(", items: {}", layout.spelling.spell(&pagination.item, view)));
    let optional = operation
        .parameters
        .iter()
        .filter(|parameter| parameter.client.is_none() && parameter.presence == Presence::Optional);
    let mut entries: Vec<Entry> = optional
        .map(|parameter| parameter_entry(layout, parameter, view))
        .collect();
    let body = operation.body.as_ref();
    let body = body.filter(|body| body.presence == Presence::Optional);
    entries.extend(body.map(|body| body_entry(layout, body, view)));
    let resource = layout.resource_type(operation.resource);
    let method = layout.method(id);
    let declaration = Declaration {
        mac: "request",
        docs: vec![format!("Options of [`{resource}::{method}`].")],
        deprecated: false,
        head: format!("pub struct {name} -> {output}{}", items.unwrap_or_default()),
        entries: Some(entries),
    };
    Some(declaration.render())
}

fn parameter_entry(layout: &Layout<'_>, parameter: &Parameter, view: &mut View) -> Entry {
    let (inner, _) = parameter.ty.split_null();
    let ty = layout.spelling.spell(inner, view);
    let name = spell::option(&parameter.name);
    let key = literal::string(&parameter.key);
    let style = style::of_parameter(parameter).map(|style| {
        view.need("Style");
        format!(" as {style}")
    });
    let style = style.unwrap_or_default();
    let code = match parameter.location {
        // A path has a place for each of its parameters: they are arguments.
        ParameterIn::Path | ParameterIn::Query => format!("query {name}: {ty} = {key}{style}"),
        ParameterIn::QueryString => format!("query_string {name}: {ty}"),
        ParameterIn::Header => format!("header {name}: {ty} = {key}{style}"),
        ParameterIn::Cookie => format!("cookie {name}: {ty} = {key}{style}"),
    };
    Entry {
        docs: docs::parameter(parameter),
        deprecated: parameter.docs.deprecated,
        code,
    }
}

fn body_entry(layout: &Layout<'_>, body: &Body, view: &mut View) -> Entry {
    let name = spell::option(&body.name);
    let code = match &body.kind {
        BodyKind::Json(ty) => {
            format!("json_body {name}: {}", layout.spelling.spell(ty, view))
        }
        BodyKind::JsonLines(ty) => {
            format!(
                "json_lines_body {name}: Vec<{}>",
                layout.spelling.spell(ty, view)
            )
        }
        BodyKind::Form(ty, fields) => {
            let ty = layout.spelling.spell(ty, view);
            let styles = method::field_styles(fields, view);
            let styles = styles
                .map(|styles| format!(" as {}", crate::backend::rust::render::expression(&styles)));
            format!("form_body {name}: {ty}{}", styles.unwrap_or_default())
        }
        BodyKind::Multipart { name: form, .. } => {
            view.names_models = true;
            format!("multipart_body {name}: models::{}", spell::type_name(form))
        }
        BodyKind::Text => format!("text_body {name}: String"),
        BodyKind::Binary => {
            view.need("Body");
            format!("bytes_body {name}: Body")
        }
    };
    let mut comment = Comment::of(&body.docs, &body.name);
    comment.paragraph(&docs::facts(
        None,
        &crate::api::Constraints::default(),
        body.docs.examples.first(),
    ));
    Entry {
        docs: comment.into_lines(),
        deprecated: body.docs.deprecated,
        code,
    }
}

//! The doc comment of a method.

use super::arguments;
use crate::api::{Docs, Operation, OperationId, Response, StatusPattern, Type};
use crate::backend::client::layout::Layout;
use crate::backend::rust::docs::{self, Comment};
use crate::backend::rust::markdown::{self, code_span};
use crate::backend::rust::{literal, spell};

/// What it does, what goes over the wire, what it takes, how it fails.
pub(super) fn of_method(layout: &Layout<'_>, id: OperationId) -> Vec<String> {
    let operation = layout.api.operation(id);
    let mut comment = Comment::of(&operation.docs, &operation.name);
    let request = format!("{} {}", operation.method, operation.path);
    comment.lines(vec![code_span(&markdown::visible(&request))]);
    if let Some(body) = &operation.constant_body {
        let body = code_span(&markdown::visible(&literal::json(body)));
        comment.lines(vec![format!("with {body} as the body.")]);
    }
    arguments_section(operation, &mut comment);
    if let Some(errors) = errors(layout, operation) {
        comment.section("Errors");
        comment.paragraph(&errors);
    }
    comment.into_lines()
}

/// The arguments that the document says something about.
fn arguments_section(operation: &Operation, comment: &mut Comment) {
    let mut points = Vec::new();
    for parameter in arguments::parameters(operation) {
        let facts = docs::facts(
            parameter.default.as_ref(),
            &parameter.constraints,
            parameter.docs.examples.first(),
        );
        // An argument takes no `#[deprecated]`.
        let said_old = parameter.docs.deprecated.then_some("Deprecated.");
        let facts: Vec<&str> = said_old.into_iter().chain([facts.as_str()]).collect();
        let facts = facts.join(" ").trim_end().to_owned();
        points.push((
            spell::argument(&parameter.name),
            said(&parameter.docs),
            facts,
        ));
    }
    if let Some(body) = arguments::body(operation) {
        let limits = docs::facts(None, &body.constraints, None);
        points.push((spell::argument(&body.name), said(&body.docs), limits));
    }
    points.retain(|(_, text, facts)| !(text.is_empty() && facts.is_empty()));
    if points.is_empty() {
        return;
    }
    comment.section("Arguments");
    for (name, text, facts) in points {
        comment.point(&format!("`{name}`"), &text, &facts);
    }
}

fn said(docs: &Docs) -> String {
    let text = docs.description.as_ref().or(docs.summary.as_ref());
    text.map(|text| text.trim().to_owned()).unwrap_or_default()
}

/// The documented failures in one sentence.
fn errors(layout: &Layout<'_>, operation: &Operation) -> Option<String> {
    if operation.errors.is_empty() {
        return None;
    }
    let body = operation.error_body.as_ref();
    let body = body
        .and_then(|ty| error_type(layout, ty))
        .unwrap_or_default();
    let statuses = statuses(&operation.errors);
    Some(format!(
        "[`Error::Api`](crate::Error::Api){body} on {statuses}."
    ))
}

/// The type of the body, as a link.
fn error_type(layout: &Layout<'_>, ty: &Type) -> Option<String> {
    let Type::Named(id) = ty.split_null().0 else {
        return None;
    };
    let name = layout.spelling.name(*id).to_string();
    let article = if name
        .trim_start_matches('_')
        .starts_with(['A', 'E', 'I', 'O', 'U'])
    {
        "an"
    } else {
        "a"
    };
    Some(format!(" with {article} [`{name}`](crate::models::{name})"))
}

fn statuses(errors: &[Response]) -> String {
    let mut named: Vec<String> = Vec::new();
    let mut others = false;
    for error in errors {
        match error.status {
            StatusPattern::Code(code) => named.push(code.to_string()),
            StatusPattern::Range(hundred) => named.push(format!("{hundred}XX")),
            StatusPattern::Default => others = true,
        }
    }
    let listed = named.join(", ");
    match (named.is_empty(), others) {
        (true, _) => String::from("any other status"),
        (false, true) => format!("{listed} and any other status"),
        (false, false) => listed,
    }
}

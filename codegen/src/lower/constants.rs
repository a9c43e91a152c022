//! Methods for bodies that are always the same: the configuration names them, each is a form of
//! its operation.

use super::media::{self, MediaKind};
use super::plan::{Form, Plan};
use super::selection::Selected;
use super::types::Types;
use crate::api::Literal;
use crate::config::BodyValue;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::{MediaType, Operation};

/// The forms that the configuration wishes for, in the order of their names.
pub(super) fn forms(selected: &Selected<'_>, diagnostics: &mut Diagnostics) -> Vec<Form> {
    let Some(config) = selected.config else {
        return Vec::new();
    };
    for method in config.summaries.keys() {
        if !config.bodies.contains_key(method) {
            diagnostics.push(Diagnostic::warning(
                "unused-config",
                selected.operation.at.clone(),
                format!(
                    "the configuration has a summary of `{method}` for this operation, and no body"
                ),
            ));
        }
    }
    if config.bodies.is_empty() {
        return Vec::new();
    }
    if json(selected.operation).is_none() {
        diagnostics.push(Diagnostic::warning(
            "unused-config",
            selected.operation.at.clone(),
            "the configuration has bodies for this operation, which takes no JSON",
        ));
        return Vec::new();
    }
    let forms = config.bodies.iter().map(|(method, members)| {
        let members = members.iter();
        let members = members.map(|(key, value)| (key.clone(), literal(value)));
        Form {
            suffix: method.clone(),
            constant: Some(Literal::Map(members.collect())),
            ..Form::default()
        }
    });
    forms.collect()
}

/// Tells what speaks against the body that a form always sends.
pub(super) fn check(plan: &Plan<'_>, types: &mut Types<'_>) {
    let Some(Literal::Map(members)) = &plan.form.constant else {
        return;
    };
    let Some(schema) = json(plan.operation).and_then(|content| content.schema) else {
        return;
    };
    let method = &plan.form.suffix;
    for objection in types.objections(schema, members) {
        let message = format!("the body that `{method}` always sends: {objection}");
        types.diagnostics.push(
            Diagnostic::warning("constant-body", plan.operation.at.clone(), message)
                .help("mend `bodies` of this operation in the configuration"),
        );
    }
}

fn json(operation: &Operation) -> Option<&MediaType> {
    let body = operation.request_body.as_deref();
    let mut content = body.into_iter().flat_map(|body| &body.content);
    content.find(|content| match media::kind(&content.key) {
        MediaKind::Json => true,
        MediaKind::JsonProfile
        | MediaKind::Any
        | MediaKind::JsonLines
        | MediaKind::Form
        | MediaKind::Multipart
        | MediaKind::Text
        | MediaKind::Xml
        | MediaKind::EventStream
        | MediaKind::Binary => false,
    })
}

fn literal(value: &BodyValue) -> Literal {
    match value {
        BodyValue::Bool(value) => Literal::Bool(*value),
        BodyValue::Int(value) => Literal::Int(i128::from(*value)),
        BodyValue::Text(text) => Literal::String(text.clone()),
    }
}

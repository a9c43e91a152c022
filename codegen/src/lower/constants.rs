//! Methods for bodies that are always the same: the configuration names them, each is a form of
//! its operation.

use super::media::{self, MediaKind};
use super::plan::Form;
use super::selection::Selected;
use crate::api::Literal;
use crate::config::BodyValue;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::Operation;

/// The forms that the configuration wishes for, in the order of their names.
pub(super) fn forms(selected: &Selected<'_>, diagnostics: &mut Diagnostics) -> Vec<Form> {
    let Some(config) = selected.config.filter(|config| !config.bodies.is_empty()) else {
        return Vec::new();
    };
    if !takes_json(selected.operation) {
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

fn takes_json(operation: &Operation) -> bool {
    let body = operation.request_body.as_deref();
    let mut content = body.into_iter().flat_map(|body| &body.content);
    content.any(|content| match media::kind(&content.key) {
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

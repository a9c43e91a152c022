//! What a method takes: the inputs that a user cannot leave out.

use crate::api::{Body, BodyKind, Operation, Parameter, Presence, Shape, Type};
use crate::backend::client::layout::Layout;
use crate::backend::rust::spell;
use crate::backend::rust::types::View;

/// The parameters that are arguments, in order.
pub(super) fn parameters(operation: &Operation) -> impl Iterator<Item = &Parameter> {
    operation
        .parameters
        .iter()
        .filter(|parameter| parameter.client.is_none() && parameter.presence == Presence::Required)
}

/// The body, if it is an argument.
pub(super) fn body(operation: &Operation) -> Option<&Body> {
    let body = operation.body.as_ref();
    body.filter(|body| body.presence == Presence::Required)
}

/// How an argument is declared and read.
pub(super) struct Argument {
    pub(super) name: String,
    /// `impl Input<String>`
    pub(super) ty: String,
    /// `name.input()`
    pub(super) value: String,
}

pub(super) fn of_parameter(
    layout: &Layout<'_>,
    parameter: &Parameter,
    view: &mut View,
) -> Argument {
    let name = spell::argument(&parameter.name).to_string();
    let ty = layout.spelling.spell(&parameter.ty, view);
    converted(name, &ty, view)
}

pub(super) fn of_body(layout: &Layout<'_>, body: &Body, view: &mut View) -> Argument {
    let name = spell::argument(&body.name).to_string();
    match &body.kind {
        BodyKind::Json(ty) | BodyKind::Form(ty, _) => {
            let spelled = layout.spelling.spell(ty, view);
            if is_struct(layout, ty) {
                Argument {
                    value: name.clone(),
                    name,
                    ty: spelled,
                }
            } else {
                converted(name, &spelled, view)
            }
        }
        BodyKind::JsonLines(ty) => {
            let item = layout.spelling.spell(ty, view);
            converted(name, &format!("Vec<{item}>"), view)
        }
        BodyKind::Multipart { name: form, .. } => {
            view.names_models = true;
            let ty = format!("models::{}", spell::type_name(form));
            Argument {
                value: name.clone(),
                name,
                ty,
            }
        }
        BodyKind::Text => converted(name, "String", view),
        BodyKind::Binary => {
            view.need("Body");
            Argument {
                value: name.clone(),
                name,
                ty: String::from("impl Into<Body>"),
            }
        }
    }
}

fn converted(name: String, ty: &str, view: &mut View) -> Argument {
    view.need("Input");
    Argument {
        value: format!("{name}.input()"),
        name,
        ty: format!("impl Input<{ty}>"),
    }
}

/// Whether a type is made with its own `new`: then an argument takes just that.
fn is_struct(layout: &Layout<'_>, ty: &Type) -> bool {
    match ty {
        Type::Named(id) => match &layout.api.type_def(*id).shape {
            Shape::Struct(_) => layout.spelling.substitute(*id).is_none(),
            Shape::Enum(_) | Shape::Union(_) | Shape::Alias(_) => false,
        },
        _ => false,
    }
}

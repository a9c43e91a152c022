//! The example: in the crate's documentation, in the README, and as a program.

use super::layout::Layout;
use super::methods_table;
use crate::api::{BodyKind, Content, Operation, OperationId, Output, Presence, Type};
use crate::backend::Files;
use crate::backend::rust::spell;

/// The program beneath `examples/`.
pub(super) fn emit(layout: &Layout<'_>) -> Files {
    let text = format!("//! The first call.\n\n{}", program(layout));
    Files::from([("examples/first_call.rs".into(), text)])
}

/// A whole program.
pub(super) fn program(layout: &Layout<'_>) -> String {
    let name = layout.crate_name();
    format!(
        "use {name}::Client;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {{
{}    Ok(())
}}
",
        indented(&steps(layout))
    )
}

/// The lines of it that matter.
pub(super) fn steps(layout: &Layout<'_>) -> Vec<String> {
    let mut lines = vec![String::from("let client = Client::from_env()?;")];
    match choose(layout) {
        None => lines.push(String::from("println!(\"{client:?}\");")),
        Some(id) => {
            lines.push(format!("let answer = {}.await?;", call(layout, id)));
            let shown = match &layout.api.operation(id).output {
                Output::Single(Content::Empty) => "println!(\"done\");",
                Output::Single(_) | Output::PerStatus(..) => "println!(\"{answer:#?}\");",
            };
            if shown.contains("done")
                && let Some(line) = lines.last_mut()
            {
                *line = line.replace("let answer = ", "");
            }
            lines.push(shown.to_owned());
        }
    }
    lines
}

/// The call of the program, without what sends it.
pub(super) fn called(layout: &Layout<'_>) -> Option<String> {
    choose(layout).map(|id| call(layout, id))
}

/// The type of that call's errors, if the document says one.
pub(super) fn error_body(layout: &Layout<'_>) -> Option<String> {
    let body = layout.api.operation(choose(layout)?).error_body.as_ref();
    let Type::Named(id) = body?.split_null().0 else {
        return None;
    };
    Some(format!("models::{}", layout.spelling.name(*id)))
}

/// The feature that the program needs.
pub(super) fn feature<'a>(layout: &'a Layout<'_>) -> Option<&'a str> {
    let operation = layout.api.operation(choose(layout)?);
    Some(layout.features.of_resource(operation.resource))
}

fn indented(lines: &[String]) -> String {
    lines.iter().flat_map(|line| ["    ", line, "\n"]).collect()
}

/// The operation that shows best how calls look: a list, else something that is read.
fn choose(layout: &Layout<'_>) -> Option<OperationId> {
    let operations = layout.api.operations.iter().enumerate();
    operations
        .filter(|(_, operation)| is_simple(operation))
        .min_by_key(|(index, operation)| (rank(operation), *index))
        .map(|(index, _)| OperationId(index))
}

fn rank(operation: &Operation) -> u8 {
    let lists = operation.method_name.words().next() == Some("list");
    match (operation.method.as_str(), lists) {
        ("GET", true) => 0,
        ("GET", false) => 1,
        _ => 2,
    }
}

/// Whether its arguments can be written without knowing more, and its answer can be shown.
fn is_simple(operation: &Operation) -> bool {
    let body = operation.body.as_ref();
    let body = body.is_none_or(|body| {
        body.presence == Presence::Optional || matches!(body.kind, BodyKind::Text)
    });
    let required = operation
        .parameters
        .iter()
        .filter(|parameter| parameter.client.is_none() && parameter.presence == Presence::Required);
    let shown = match &operation.output {
        Output::Single(Content::Json(_) | Content::Text | Content::Empty) => true,
        Output::Single(Content::Binary | Content::EventStream(_) | Content::JsonLines(_))
        | Output::PerStatus(..) => false,
    };
    body && shown && !operation.docs.deprecated && { required }
        .all(|parameter| sample(&parameter.ty, "").is_some())
}

/// An expression for an argument.
fn sample(ty: &Type, name: &str) -> Option<String> {
    match ty {
        Type::String | Type::Uri => Some(format!("\"{name}\"")),
        Type::Integer(_) => Some(String::from("1")),
        Type::Boolean => Some(String::from("true")),
        Type::Nullable(_)
        | Type::Any
        | Type::Null
        | Type::Number(_)
        | Type::Secret
        | Type::Bytes(_)
        | Type::Binary
        | Type::DateTime
        | Type::Date
        | Type::Time
        | Type::Duration
        | Type::Uuid
        | Type::Ipv4
        | Type::Ipv6
        | Type::Array(_)
        | Type::Set(_)
        | Type::Tuple(..)
        | Type::Map(_)
        | Type::Named(_) => None,
    }
}

fn call(layout: &Layout<'_>, id: OperationId) -> String {
    let operation = layout.api.operation(id);
    let required = operation
        .parameters
        .iter()
        .filter(|parameter| parameter.client.is_none() && parameter.presence == Presence::Required);
    let mut arguments: Vec<String> = required
        .filter_map(|parameter| sample(&parameter.ty, &spell::field(&parameter.name).to_string()))
        .collect();
    let body = operation.body.as_ref();
    if body.is_some_and(|body| body.presence == Presence::Required) {
        arguments.push(String::from("\"text\""));
    }
    format!(
        "client.{}({})",
        methods_table::path(layout, id),
        arguments.join(", ")
    )
}

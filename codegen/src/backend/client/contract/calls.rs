//! The test of one call.

use super::expression::Expression;
use super::facts::Facts;
use super::sample::{Extent, Given, Sampler};
use super::{Function, Needs};
use crate::api::{
    Body, BodyKind, Content, Header, Name, OperationId, Output, OutputCase, ParameterIn, Part,
    PartKind, Presence, Type,
};
use crate::backend::client::layout::{Layout, has_options};
use crate::backend::client::methods_table;
use crate::backend::client::resources::is_text;
use crate::backend::rust::types::View;
use crate::backend::rust::{literal, spell};

/// The test of an operation.
pub(super) fn test(
    layout: &Layout<'_>,
    id: OperationId,
    extent: Extent,
    view: &mut View,
    needs: &mut Needs,
) -> String {
    let operation = layout.api.operation(id);
    let method = layout.method(id).to_string();
    let name = format!("{}_with_{}", method.trim_end_matches('_'), extent.name());
    let label = literal::string(&format!("{} {}", operation.method, operation.path));
    let mut sampler = Sampler::new(layout, extent);
    let Some(call) = call(&mut sampler, layout, id, extent) else {
        // A test that cannot be made is a test that fails: nothing is passed over.
        return format!(
            "#[test]\nfn {name}() {{\n    panic!(\"no sample can be made of what {} takes\");\n}}\n",
            label.trim_matches('"')
        );
    };
    view.runtime.extend(sampler.view.runtime);
    view.names_models |= sampler.view.names_models;
    if sampler.instants {
        needs.functions.insert(Function::Instant);
    }
    let mut lines = vec![format!(
        "let (client, call) = call({label}, {});",
        literal::string(extent.prefer())
    )];
    if let Some(body) = call.body {
        lines.push(format!("let body = {};", body.laid_out(1, 11, 1)));
    }
    let request = call.request.laid_out(1, 13, 7);
    lines.push(format!("let answer = {request}.await;"));
    lines.extend(check(layout, id, view, needs));
    let lines: String = lines.iter().flat_map(|line| ["    ", line, "\n"]).collect();
    format!("#[tokio::test]\nasync fn {name}() {{\n{lines}}}\n")
}

/// A call: its body, if it deserves a line of its own, and the request.
struct Call {
    body: Option<Expression>,
    request: Expression,
}

fn call(
    sampler: &mut Sampler<'_>,
    layout: &Layout<'_>,
    id: OperationId,
    extent: Extent,
) -> Option<Call> {
    let operation = layout.api.operation(id);
    let paths = layout.api.operations.iter();
    let segments: Vec<&str> = paths.flat_map(|known| known.path.split('/')).collect();
    let mut arguments = Vec::new();
    let mut setters = Vec::new();
    for parameter in &operation.parameters {
        if parameter.client.is_some() {
            continue;
        }
        let facts = Facts::of_parameter(parameter, extent);
        let facts = match parameter.location {
            ParameterIn::Path => facts.apart_from(&segments),
            ParameterIn::Query
            | ParameterIn::QueryString
            | ParameterIn::Header
            | ParameterIn::Cookie => facts,
        };
        match parameter.presence {
            Presence::Required => {
                // An object without members leaves nothing in a path.
                if parameter.location == ParameterIn::Path {
                    sampler.extent = Extent::Full;
                }
                let value = sampler.value(&parameter.ty, Given::Input, &facts);
                sampler.extent = extent;
                arguments.push(value?);
            }
            Presence::Optional if extent == Extent::Full => {
                let (inner, _) = parameter.ty.split_null();
                if let Some(value) = sampler.value(inner, Given::Input, &facts) {
                    let setter = spell::option(&parameter.name).to_string();
                    setters.push((setter, vec![value]));
                }
            }
            Presence::Optional => {}
        }
    }
    let mut body = None;
    if let Some(sent) = &operation.body {
        let required = sent.presence == Presence::Required;
        if required || extent == Extent::Full {
            let value = body_value(sampler, sent)?;
            let own_line = !matches!(value, Expression::Plain(_));
            let given = if own_line {
                body = Some(value);
                Expression::plain("body")
            } else {
                value
            };
            if required {
                arguments.push(given);
            } else {
                setters.push((spell::option(&sent.name).to_string(), vec![given]));
            }
        }
    }
    let method = format!("client.{}", methods_table::path(layout, id));
    let first = Expression::Call(method, arguments);
    debug_assert!(
        setters.is_empty() || has_options(operation),
        "setters are of options"
    );
    let request = if setters.is_empty() {
        first
    } else {
        Expression::Chain(Box::new(first), setters)
    };
    Some(Call { body, request })
}

fn body_value(sampler: &mut Sampler<'_>, body: &Body) -> Option<Expression> {
    let facts = Facts::of_body(body);
    match &body.kind {
        BodyKind::Json(ty) | BodyKind::Form(ty, _) => sampler.value(ty, Given::Exact, &facts),
        BodyKind::JsonLines(ty) => {
            let item = sampler.value(ty, Given::Exact, &facts)?;
            Some(Expression::List("vec!", vec![item]))
        }
        BodyKind::Multipart { name, parts } => {
            sampler.view.names_models = true;
            let new = format!("models::{}::new", spell::type_name(name));
            form(sampler, new, parts)
        }
        BodyKind::Text => Some(Expression::plain("\"text\"")),
        BodyKind::Binary => Some(Expression::plain("\"bytes\"")),
    }
}

fn form(sampler: &mut Sampler<'_>, new: String, parts: &[Part]) -> Option<Expression> {
    let mut inputs = Vec::new();
    for part in parts {
        inputs.push(FormInput {
            name: &part.name,
            required: part.presence == Presence::Required,
            repeated: part.repeated,
            holds: Holds::Part(part),
        });
    }
    for part in parts {
        inputs.extend(part.headers.iter().map(|header| FormInput {
            name: &header.name,
            required: part.presence == Presence::Required && header.presence == Presence::Required,
            repeated: false,
            holds: Holds::Header(header),
        }));
    }
    let mut arguments = Vec::new();
    let mut setters = Vec::new();
    for input in inputs {
        if !input.required && sampler.extent != Extent::Full {
            continue;
        }
        match form_value(sampler, &input.holds) {
            Some(value) if input.required && !input.repeated => arguments.push(value),
            Some(value) => {
                let value = if input.repeated {
                    Expression::List("", vec![value])
                } else {
                    value
                };
                setters.push((spell::part(input.name).to_string(), vec![value]));
            }
            None if input.required => return None,
            None => {}
        }
    }
    let first = Expression::Call(new, arguments);
    Some(if setters.is_empty() {
        first
    } else {
        Expression::Chain(Box::new(first), setters)
    })
}

/// What a user gives to a form: parts first, then their headers.
struct FormInput<'a> {
    name: &'a Name,
    required: bool,
    repeated: bool,
    holds: Holds<'a>,
}

enum Holds<'a> {
    Part(&'a Part),
    Header(&'a Header),
}

fn form_value(sampler: &mut Sampler<'_>, holds: &Holds<'_>) -> Option<Expression> {
    let part = match holds {
        Holds::Header(header) => {
            return sampler.value(&header.ty, Given::Input, &Facts::of_header(header));
        }
        Holds::Part(part) => part,
    };
    match &part.kind {
        PartKind::File | PartKind::Text(Type::Binary) => Some(Expression::plain("\"content\"")),
        PartKind::Text(ty) | PartKind::Json(ty) | PartKind::Styled(ty, _) => {
            sampler.value(ty, Given::Input, &Facts::of_part(part))
        }
        PartKind::Multipart { name, parts } => {
            let new = format!("models::{}::new", spell::type_name(name));
            form(sampler, new, parts)
        }
    }
}

/// What is held of the answer.
fn check(layout: &Layout<'_>, id: OperationId, view: &mut View, needs: &mut Needs) -> Vec<String> {
    match &layout.api.operation(id).output {
        Output::Single(content) => vec![single(content, "answer", needs)],
        Output::PerStatus(name, cases) => {
            view.names_models = true;
            let name = spell::type_name(name).to_string();
            per_status(&name, cases, needs)
        }
    }
}

fn single(content: &Content, answer: &str, needs: &mut Needs) -> String {
    let mut through = |function: Function| {
        needs.functions.insert(function);
        format!("{}({answer}).await", function.name())
    };
    match content {
        Content::Empty => format!("call.done({answer});"),
        Content::Json(_) => format!("call.json({answer});"),
        Content::Text => format!("call.text({answer});"),
        Content::Binary => format!("call.bytes({});", through(Function::Bytes)),
        Content::EventStream(ty) if is_text(ty) => {
            format!("call.values({});", through(Function::RawEvents))
        }
        Content::EventStream(_) => format!("call.values({});", through(Function::Events)),
        Content::JsonLines(_) => format!("call.values({});", through(Function::Lines)),
    }
}

fn per_status(name: &str, cases: &[OutputCase], needs: &mut Needs) -> Vec<String> {
    let mut lines = vec![String::from("match answer {")];
    for case in cases {
        let variant = spell::variant(&case.name);
        let (pattern, value) = match &case.content {
            Content::Empty => (format!("models::{name}::{variant}"), "Ok::<_, String>(())"),
            Content::Json(_)
            | Content::Text
            | Content::Binary
            | Content::EventStream(_)
            | Content::JsonLines(_) => (format!("models::{name}::{variant}(value)"), "Ok(value)"),
        };
        let value = match &case.content {
            Content::Json(_) | Content::Text => "Ok::<_, String>(value)",
            _ => value,
        };
        let held = single(&case.content, value, needs);
        let held = held.trim_end_matches(';');
        lines.push(format!("    Ok({pattern}) => {held},"));
    }
    lines.push(String::from(
        "    Ok(other) => call.done(Err::<(), _>(format!(\"{other:?} was not expected\"))),",
    ));
    lines.push(String::from(
        "    Err(error) => call.done(Err::<(), _>(error)),",
    ));
    lines.push(String::from("}"));
    lines
}

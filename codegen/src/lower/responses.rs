//! Responses: what comes back, and what of it a successful call gives its user.

mod content;
mod errors;
mod status;
mod twins;

pub(super) use errors::ErrorBodies;
pub(super) use twins::Twins;

use super::docs::said;
use super::headers;
use super::names::{self, Scope};
use super::plan::Plan;
use super::types::{Direction, Types};
use crate::api::{self, Content, Docs, Output, OutputCase, Owner, Response, StatusPattern, Type};
use crate::document::{self, Document, Link, Operation, ResponseKey};

/// The answers of one operation.
pub(super) struct Responses {
    pub(super) successes: Vec<Response>,
    pub(super) errors: Vec<Response>,
    pub(super) output: Output,
}

/// Whether an operation can answer with JSON and also with a stream of events.
pub(super) fn can_stream(operation: &Operation) -> bool {
    let (successes, _) = sorted(operation);
    successes
        .into_iter()
        .any(|(_, response)| content::can_stream(response))
}

/// Lowers the answers of an operation.
pub(super) fn lower(
    plan: &Plan<'_>,
    document: &Document,
    twins: &Twins,
    types: &mut Types<'_>,
) -> Responses {
    let (successes, errors) = sorted(plan.operation);
    let alone = successes.len() < 2;
    let successes: Vec<Response> = successes
        .into_iter()
        .map(|(key, response)| {
            let wish = match &response.component {
                Some(component) => called(component, "response"),
                None if alone => format!("{} response", plan.name),
                None => format!("{} {} response", plan.name, status::words(key)),
            };
            lower_one(key, response, &place(plan, &wish, twins), document, types)
        })
        .collect();
    let errors: Vec<Response> = errors
        .into_iter()
        .map(|(key, response)| {
            let wish = match (&response.component, key) {
                (Some(component), _) => called(component, "error"),
                (None, ResponseKey::Default) => format!("{} error", plan.name),
                (None, _) => format!("{} {} error", plan.name, status::words(key)),
            };
            lower_one(key, response, &place(plan, &wish, twins), document, types)
        })
        .collect();
    Responses {
        output: output(&successes, plan, types),
        successes,
        errors,
    }
}

type Documented<'a> = (ResponseKey, &'a document::Response);

/// Answers that mean success, and those that mean failure.
///
/// `default` is a failure beside a success, and a success where it is all there is, unless its
/// body is named an error. A redirect is the success of an operation that has no other.
fn sorted(operation: &Operation) -> (Vec<Documented<'_>>, Vec<Documented<'_>>) {
    let (mut successes, mut redirects, mut errors) = (Vec::new(), Vec::new(), Vec::new());
    let mut default = None;
    for (key, response) in &operation.responses {
        let documented = (*key, &**response);
        match key {
            ResponseKey::Code(code) => match code / 100 {
                1 => {}
                2 => successes.push(documented),
                3 => redirects.push(documented),
                _ => errors.push(documented),
            },
            ResponseKey::Range(2) => successes.push(documented),
            ResponseKey::Range(3) => redirects.push(documented),
            ResponseKey::Range(1) => {}
            ResponseKey::Range(_) => errors.push(documented),
            ResponseKey::Default => default = Some(documented),
        }
    }
    if successes.is_empty() {
        match default {
            Some(documented) if redirects.is_empty() && !content::names_error(documented.1) => {
                successes.push(documented);
                default = None;
            }
            Some(_) | None => successes.append(&mut redirects),
        }
    }
    errors.splice(0..0, redirects);
    errors.extend(default);
    (successes, errors)
}

fn lower_one(
    key: ResponseKey,
    response: &document::Response,
    place: &Place<'_>,
    document: &Document,
    types: &mut Types<'_>,
) -> Response {
    let (media_type, content) = content::lower(response, place, document, types);
    Response {
        status: status::pattern(key),
        docs: docs(response),
        media_type,
        content,
        headers: headers::lower(
            &response.headers,
            &headers::Place {
                wish: place.wish,
                owner: place.owner,
                direction: Direction::Output,
                prefix: "",
            },
            &mut Scope::default(),
            types,
        ),
    }
}

/// Where the types of an answer belong, and what they are called.
struct Place<'p> {
    wish: &'p str,
    owner: Owner,
    /// Whether a stream of events is asked for.
    streams: bool,
    twins: &'p Twins,
}

fn place<'p>(plan: &Plan<'_>, wish: &'p str, twins: &'p Twins) -> Place<'p> {
    Place {
        wish,
        owner: Owner::Operation(plan.id),
        streams: plan.form.streams,
        twins,
    }
}

/// A response of the components names its types itself.
fn called(component: &str, what: &str) -> String {
    let words = names::words(component);
    let says_so = words
        .iter()
        .any(|word| matches!(word.as_str(), "error" | "errors" | "response" | "problem"));
    if says_so {
        words.join(" ")
    } else {
        format!("{} {what}", words.join(" "))
    }
}

/// What a successful call gives: one thing, or one by status where that decides.
fn output(successes: &[Response], plan: &Plan<'_>, types: &mut Types<'_>) -> Output {
    if plan.operation.method == "HEAD" {
        return Output::Single(Content::Empty);
    }
    // Nothing is created by reading: a 201 without a body is a slip of the pen.
    let slip = |response: &&Response| {
        let created = response.status == StatusPattern::Code(201);
        plan.operation.method == "GET" && created && response.content == Content::Empty
    };
    let mut answers: Vec<&Response> = successes.iter().collect();
    if answers.len() > 1 {
        answers.retain(|response| !slip(response));
    }
    let Some((first, others)) = answers.split_first() else {
        return Output::Single(Content::Empty);
    };
    if others.iter().all(|other| other.content == first.content) {
        // An answer that redirects is followed or looked at as it is.
        let redirects = matches!(
            first.status,
            StatusPattern::Code(300..=399) | StatusPattern::Range(3)
        );
        let content = if redirects {
            Content::Empty
        } else {
            first.content.clone()
        };
        return Output::Single(content);
    }
    let mut scope = Scope::default();
    let cases = answers.iter().map(|response| OutputCase {
        name: scope.claim(&status::pattern_words(response.status)),
        status: response.status,
        content: response.content.clone(),
    });
    let cases = cases.collect();
    Output::PerStatus(
        types.claim_type_name(&format!("{} response", plan.name)),
        cases,
    )
}

fn docs(response: &document::Response) -> Docs {
    let mut docs = Docs {
        summary: said(response.summary.as_ref()),
        description: said(response.description.as_ref()),
        ..Docs::default()
    };
    docs.examples = response
        .content
        .first()
        .map(|content| super::docs::examples(&content.examples))
        .unwrap_or_default();
    docs.notes.extend(
        response
            .links
            .iter()
            .map(|(name, link)| link_note(name, link)),
    );
    docs
}

fn link_note(name: &str, link: &Link) -> String {
    let operation = link.operation.as_ref();
    let operation = operation.map_or(String::new(), |operation| format!(" to `{operation}`"));
    let parameters: Vec<String> = link
        .parameters
        .iter()
        .map(|(key, value)| match super::literal::literal(value) {
            api::Literal::String(value) => format!("`{key}` from `{value}`"),
            _ => format!("`{key}`"),
        })
        .collect();
    let parameters = match parameters.as_slice() {
        [] => String::new(),
        some => format!(", with {}", some.join(", ")),
    };
    let description = said(link.description.as_ref());
    let description = description.map_or(String::new(), |text| format!(": {text}"));
    format!("Link `{name}`{operation}{parameters}{description}")
}

/// The type of a JSON body that says something.
fn json_body(content: &Content) -> Option<&Type> {
    match content {
        Content::Json(ty) => Some(ty).filter(|ty| **ty != Type::Any),
        Content::Empty
        | Content::Text
        | Content::Binary
        | Content::EventStream(_)
        | Content::JsonLines(_) => None,
    }
}

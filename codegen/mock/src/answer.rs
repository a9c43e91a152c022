//! Answers: which of the documented ones is given, and what stands in it.

use serde_json::{Value, json};

use crate::check::Violation;
use crate::media::{self, Kind};
use crate::operations::{Media, Operation, Response};
use crate::prefer::Prefer;
use crate::request::Request;
use crate::sample::{Extent, sample};
use crate::schema::Direction;
use crate::service::Service;

/// An answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The media type of the body, if there is one.
    pub content_type: Option<String>,
    /// Further headers.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
    /// The values in the body, where it is JSON: one, or those of a stream.
    pub values: Vec<Value>,
}

impl Answer {
    /// An answer that is a JSON document.
    pub fn json(status: u16, value: &Value) -> Self {
        Self {
            status,
            content_type: Some("application/json".into()),
            body: value.to_string().into_bytes(),
            values: vec![value.clone()],
            headers: Vec::new(),
        }
    }
}

/// What is wrong with an answer that somebody made: a body that its status does not have.
pub(crate) fn hold(
    service: &Service,
    operation: &Operation,
    answer: &Answer,
) -> Result<(), String> {
    let prefer = Prefer {
        code: Some(answer.status),
        ..Prefer::default()
    };
    let (Ok(Some((_, response))), Some(value)) =
        (choose(operation, &prefer), answer.values.first())
    else {
        return Ok(());
    };
    let mut schemas = response
        .content
        .iter()
        .filter_map(|media| media.schema.as_ref());
    let Some(place) = schemas.next() else {
        return Ok(());
    };
    let mismatches = service.schema(place, Direction::Response).check(value);
    match mismatches.first() {
        None => Ok(()),
        Some(first) => Err(format!(
            "the answer is not as documented: {} at `{}`",
            first.message, first.at
        )),
    }
}

/// The answer to a valid request; the reason where the document gives none.
pub(crate) fn of(
    service: &Service,
    operation: &Operation,
    request: &Request,
    prefer: &Prefer,
) -> Result<Answer, String> {
    let Some((status, response)) = choose(operation, prefer)? else {
        return Ok(Answer {
            status: 200,
            ..Answer::default()
        });
    };
    let mut answer = Answer {
        status,
        headers: headers(service, response)?,
        ..Answer::default()
    };
    let bare = matches!(status, 100..=199 | 204 | 205 | 304) || request.method == "HEAD";
    if response.content.is_empty() || bare {
        return Ok(answer);
    }
    let accept = request.header("accept").unwrap_or_else(|| "*/*".into());
    let wanted = |media: &&Media| media::wanted(&accept, &media.range);
    let usual = |media: &&Media| u8::from(media::kind(&media.range) == Kind::Json);
    let media = response
        .content
        .iter()
        .max_by_key(|media| (wanted(media), usual(media)))
        .filter(|media| wanted(media) > 0)
        .ok_or_else(|| format!("status {status} has no media type that `{accept}` accepts"))?;
    fill(&mut answer, service, media, prefer).map_err(|reason| {
        let place = service.document.told(&media.place);
        format!("the document gives no answer for status {status}: {reason} ({place})")
    })?;
    Ok(answer)
}

/// The status, and what the document says of it; nothing where it documents no success.
fn choose<'a>(
    operation: &'a Operation,
    prefer: &Prefer,
) -> Result<Option<(u16, &'a Response)>, String> {
    let named = |status: &str| {
        let mut all = operation.responses.iter();
        all.find(|response| response.status.eq_ignore_ascii_case(status))
    };
    if let Some(code) = prefer.code {
        let code_text = code.to_string();
        let range = format!("{}XX", &code_text[..1]);
        let found = named(&code_text)
            .or_else(|| named(&range))
            .or_else(|| named("default"));
        let known = |response| Some((code, response));
        return found
            .map(known)
            .ok_or_else(|| format!("status {code} is not documented"));
    }
    let mut codes: Vec<(u16, &Response)> = operation
        .responses
        .iter()
        .filter_map(|response| Some((response.status.parse().ok()?, response)))
        .collect();
    codes.sort_by_key(|(code, _)| *code);
    let success = codes.iter().find(|(code, _)| (200..300).contains(code));
    let success = success.copied();
    let range = || named("2XX").map(|response| (200, response));
    let other = || named("default").map(|response| (200, response));
    let redirect = || {
        codes
            .iter()
            .find(|(code, _)| (300..400).contains(code))
            .copied()
    };
    Ok(success.or_else(range).or_else(other).or_else(redirect))
}

fn headers(service: &Service, response: &Response) -> Result<Vec<(String, String)>, String> {
    let mut headers = Vec::new();
    for (name, required, schema) in &response.headers {
        if name.eq_ignore_ascii_case("content-type") {
            continue;
        }
        let Some(schema) = schema else { continue };
        let schema = service.schema(schema, Direction::Response);
        match sample(&schema, Extent::Full) {
            Ok(value) => headers.push((name.clone(), text(&value))),
            Err(reason) if *required => return Err(format!("header {name}: {reason}")),
            Err(_) => {}
        }
    }
    Ok(headers)
}

/// A value as a header has it.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(text).collect::<Vec<_>>().join(","),
        Value::Object(members) => {
            let members = members
                .iter()
                .map(|(key, value)| format!("{key},{}", text(value)));
            members.collect::<Vec<_>>().join(",")
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

fn fill(
    answer: &mut Answer,
    service: &Service,
    media: &Media,
    prefer: &Prefer,
) -> Result<(), String> {
    let content_type = concrete(service, media);
    let kind = media::kind(&content_type);
    answer.content_type = Some(content_type);
    match kind {
        Kind::Json => {
            let value = value(service, media, prefer)?;
            answer.body = value.to_string().into_bytes();
            answer.values = vec![value];
        }
        Kind::JsonLines => {
            let value = value(service, media, prefer)?;
            answer.body = format!("{value}\n{value}\n").into_bytes();
            answer.values = vec![value.clone(), value];
        }
        Kind::Events => events(answer, service, media, prefer)?,
        Kind::Form => answer.body = b"a=1".to_vec(),
        Kind::Multipart | Kind::Binary => answer.body = b"\x00\x01binary\xff".to_vec(),
        Kind::Text => {
            let value = value(service, media, prefer).unwrap_or_else(|_| "text".into());
            answer.body = match value {
                Value::String(text) => text.into_bytes(),
                other => other.to_string().into_bytes(),
            };
        }
    }
    Ok(())
}

/// Two events; with a schema for each, its members are those of the event.
fn events(
    answer: &mut Answer,
    service: &Service,
    media: &Media,
    prefer: &Prefer,
) -> Result<(), String> {
    let value = value(service, media, prefer)?;
    let whole = media.item.is_some();
    let member = |key: &str| value.get(key).filter(|_| whole);
    let data = match (whole, member("data")) {
        (true, Some(data)) => data.clone(),
        (true, None) | (false, _) => value.clone(),
    };
    let data_text = match &data {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let mut event = String::new();
    for key in ["event", "id", "retry"] {
        if let Some(said) = member(key) {
            event.extend([key, ": ", &text(said), "\n"]);
        }
    }
    for line in data_text.lines() {
        event.extend(["data: ", line, "\n"]);
    }
    answer.body = format!("{event}\n{event}\n").into_bytes();
    // A text that holds a document is read as that.
    let held = data
        .as_str()
        .and_then(|text| serde_json::from_str(text).ok());
    let data = held
        .filter(|held: &Value| held.is_object() || held.is_array())
        .unwrap_or(data);
    answer.values = vec![data.clone(), data];
    Ok(())
}

/// The documented example if it is one, else a sample.
fn value(service: &Service, media: &Media, prefer: &Prefer) -> Result<Value, String> {
    let place = media.item.as_ref().or(media.schema.as_ref());
    let schema = place.map(|place| service.schema(place, Direction::Response));
    let accepted = |value: &Value| schema.as_ref().is_none_or(|schema| schema.accepts(value));
    if let Some(name) = &prefer.example {
        let named = media.examples.iter().find(|(known, _)| known == name);
        let (_, value) = named.ok_or_else(|| format!("there is no example `{name}`"))?;
        return Ok(value.clone());
    }
    if prefer.sample.is_none()
        && media.item.is_none()
        && let Some((_, value)) = media.examples.iter().find(|(_, value)| accepted(value))
    {
        return Ok(value.clone());
    }
    let extent = match prefer.sample.as_deref() {
        Some("required") => Extent::Required,
        _ => Extent::Full,
    };
    match schema {
        Some(schema) => sample(&schema, extent),
        None => Ok(json!({})),
    }
}

/// A media type without wildcards: what is text and not bytes may be JSON where anything may be.
fn concrete(service: &Service, media: &Media) -> String {
    let format = media.schema.as_ref().map(|place| {
        let place = service.document.follow(place);
        let schema = service.document.at(&place);
        schema.get("format").cloned().unwrap_or_default()
    });
    match media.range.as_str() {
        "*/*" | "*" | "application/*" if format == Some("binary".into()) => {
            String::from("application/octet-stream")
        }
        "*/*" | "*" | "application/*" => String::from("application/json"),
        "text/*" => String::from("text/plain"),
        "image/*" => String::from("image/png"),
        other => other.replace('*', "sample"),
    }
}

/// The answer to a request that is not as the document says (RFC 9457).
pub(crate) fn refusal(violations: &[Violation]) -> Answer {
    let status = violations.first().map_or(400, |violation| violation.status);
    let told: Vec<Value> = violations
        .iter()
        .map(|violation| {
            json!({
                "about": violation.about,
                "message": violation.message,
                "pointer": violation.pointer,
            })
        })
        .collect();
    problem(
        status,
        "The request is not as the document says",
        &json!(told),
    )
}

/// An answer that no document describes.
pub(crate) fn problem(status: u16, title: &str, violations: &Value) -> Answer {
    let value = json!({
        "type": "about:blank",
        "title": title,
        "status": status,
        "detail": violations.get(0).and_then(|first| first.get("message")),
        "violations": violations,
    });
    Answer {
        status,
        content_type: Some("application/problem+json".into()),
        body: value.to_string().into_bytes(),
        ..Answer::default()
    }
}

//! One reading of the many envelopes in which servers put their errors.

use std::sync::LazyLock;

use memchr::memmem::Finder;
use serde_json::{Map, Value};

use super::api::Problem;

/// How deep `error_chain`, `errors` and the like are followed.
const DEEPEST: usize = 8;

const SUCCESS: &[u8] = b"\"success\"";

/// Everything that an error body says went wrong, the main thing first.
pub(super) fn problems(body: &Value) -> Vec<Problem> {
    let mut found = Vec::new();
    collect(body, &mut found, 0);
    found
}

/// Whether the body is an object with `"success": false` at its top.
pub(crate) fn says_failure(body: &[u8]) -> bool {
    /// Reads one member and skips the rest without keeping it.
    #[derive(serde::Deserialize)]
    struct Envelope {
        #[serde(default)]
        success: Option<Value>,
    }
    may_say_failure(body)
        && serde_json::from_slice(body)
            .is_ok_and(|Envelope { success }| success == Some(Value::Bool(false)))
}

/// Whether it is worth reading the body for that: most say right at their beginning that all is
/// well, or say nothing of it.
fn may_say_failure(body: &[u8]) -> bool {
    static KEY: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(SUCCESS));
    let says = |rest: &[u8], word: &[u8]| {
        let rest = rest.trim_ascii_start().strip_prefix(b":");
        rest.is_some_and(|rest| rest.trim_ascii_start().starts_with(word))
    };
    let members = body.trim_ascii_start().strip_prefix(b"{");
    let first = members.and_then(|members| members.trim_ascii_start().strip_prefix(SUCCESS));
    // A second one would be no document that is read at all.
    if first.is_some_and(|rest| says(rest, b"true")) {
        return false;
    }
    let mut rest = body;
    while let Some(at) = KEY.find(rest) {
        rest = &rest[at + SUCCESS.len()..];
        if says(rest, b"false") {
            return true;
        }
    }
    false
}

fn collect(body: &Value, found: &mut Vec<Problem>, depth: usize) {
    if depth > DEEPEST {
        return;
    }
    match body {
        Value::String(text) if !text.is_empty() => found.push(Problem::new(None, text.clone())),
        Value::Array(items) => {
            for item in items {
                collect(item, found, depth + 1);
            }
        }
        Value::Object(object) => collect_object(object, found, depth),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn collect_object(object: &Map<String, Value>, found: &mut Vec<Problem>, depth: usize) {
    // `{error: {…}}`, `{errors: […]}` and `{error: "text", error_description: "…"}` (OAuth).
    match object.get("error") {
        Some(Value::String(code)) => {
            let message = text(object, &["error_description", "message", "detail", "msg"]);
            found.push(match message {
                Some(message) => Problem::new(Some(code.clone()), message),
                None => Problem::new(scalar(object, &["code"]), code.clone()),
            });
        }
        Some(inner @ (Value::Object(_) | Value::Array(_))) => collect(inner, found, depth + 1),
        _ => {}
    }
    if found.is_empty() || depth > 0 {
        let code = scalar(
            object,
            &["code", "error_code", "errorCode", "type", "status"],
        );
        let message = text(
            object,
            &[
                "message",
                "detail",
                "title",
                "error_message",
                "msg",
                "reason",
                "description",
            ],
        );
        if let Some(message) = message {
            found.push(Problem::new(code, message));
        } else if depth > 0
            && !object.contains_key("error")
            && let Some(code) = code
        {
            found.push(Problem::new(Some(code), String::new()));
        }
    }
    for key in ["errors", "error_chain", "details"] {
        match object.get(key) {
            Some(Value::Array(items)) => {
                for item in items {
                    collect(item, found, depth + 1);
                }
            }
            // `{errors: {field: ["text", …]}}`
            Some(Value::Object(fields)) if key == "errors" => {
                for (field, value) in fields {
                    let before = found.len();
                    collect(value, found, depth + 1);
                    for problem in &mut found[before..] {
                        problem.prefix(field);
                    }
                }
            }
            _ => {}
        }
    }
}

fn text(object: &Map<String, Value>, keys: &[&str]) -> Option<String> {
    let mut values = keys.iter().filter_map(|key| object.get(*key)?.as_str());
    values.find(|text| !text.is_empty()).map(str::to_owned)
}

fn scalar(object: &Map<String, Value>, keys: &[&str]) -> Option<String> {
    keys.iter().find_map(|key| match object.get(*key)? {
        // RFC 9457, section 4.2.1: the type of a problem that its status says all about.
        Value::String(text) if text.is_empty() || text == "about:blank" => None,
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    })
}

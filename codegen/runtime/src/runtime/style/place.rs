//! Parameters in a path, a header and a cookie.

use super::{Form, Style, Value, encode};

/// Appends the text that stands for `{key}` in a path, encoded; false if it would be empty.
pub(crate) fn segment(key: &str, style: Style, value: &Value, out: &mut String) -> bool {
    let start = out.len();
    let explode = style.explode;
    let (lead, separator) = match style.form {
        Form::Matrix => (";", ";"),
        Form::Label => (".", if explode { "." } else { "," }),
        Form::Json => {
            encode(&value.to_json(), false, out);
            return out.len() > start;
        }
        Form::Simple
        | Form::Plain
        | Form::SpaceDelimited
        | Form::PipeDelimited
        | Form::DeepObject
        | Form::Cookie => ("", ","),
    };
    let named = style.form == Form::Matrix;
    match value {
        Value::Undefined => return false,
        Value::Text(text) | Value::Bare(text) if named => {
            out.push_str(lead);
            out.push_str(&matrix(&encoded(key), &encoded(text)));
        }
        Value::Text(text) | Value::Bare(text) if text.is_empty() => return false,
        Value::Text(text) | Value::Bare(text) => {
            out.push_str(lead);
            encode(text, false, out);
        }
        Value::List(_) | Value::Object(_) => {
            let key = encoded(key);
            let texts = texts(value, explode, &encoded);
            let text = match value {
                _ if texts.is_empty() => return false,
                Value::List(_) if named && explode => {
                    let items = texts.iter().map(|text| matrix(&key, text));
                    items.collect::<Vec<_>>().join(separator)
                }
                _ if named && !explode => matrix(&key, &texts.join(",")),
                _ => texts.join(separator),
            };
            if text.is_empty() {
                return false;
            }
            out.push_str(lead);
            out.push_str(&text);
        }
    }
    true
}

fn encoded(text: &str) -> String {
    let mut out = String::new();
    encode(text, false, &mut out);
    out
}

/// The value of a header; nothing if the header is to be left out.
pub(crate) fn header(style: Style, value: &Value) -> Option<String> {
    match value {
        Value::Undefined => None,
        _ if style.form == Form::Json => Some(value.to_json()),
        Value::Text(text) | Value::Bare(text) => Some(text.clone()),
        Value::List(_) | Value::Object(_) => {
            let texts = texts(value, style.explode, &str::to_owned);
            (!texts.is_empty()).then(|| texts.join(","))
        }
    }
}

/// Appends `key=value` pairs of a `Cookie` header, each after `; ` unless it is the first.
pub(crate) fn cookie(
    key: &str,
    style: Style,
    value: &Value,
    out: &mut String,
) -> Result<(), &'static str> {
    let verbatim = style.form == Form::Cookie;
    let written = |text: &str| {
        let mut out = String::new();
        if verbatim {
            out.push_str(text);
        } else {
            encode(text, false, &mut out);
        }
        out
    };
    let key = written(key);
    let pairs = match value {
        Value::Undefined => Vec::new(),
        _ if style.form == Form::Json => vec![format!("{key}={}", written(&value.to_json()))],
        Value::Text(text) | Value::Bare(text) => vec![format!("{key}={}", written(text))],
        Value::List(_) | Value::Object(_) => {
            let texts = texts(value, style.explode, &written);
            match value {
                _ if texts.is_empty() => Vec::new(),
                _ if !style.explode => vec![format!("{key}={}", texts.join(","))],
                Value::List(_) => texts.iter().map(|text| format!("{key}={text}")).collect(),
                _ => texts,
            }
        }
    };
    for pair in pairs {
        if pair.contains(';') {
            return Err("a cookie cannot hold `;`");
        }
        if !out.is_empty() {
            out.push_str("; ");
        }
        out.push_str(&pair);
    }
    Ok(())
}

/// The items of a list; the members of an object as `key=value`, or as keys and values by turns.
fn texts(value: &Value, explode: bool, written: &dyn Fn(&str) -> String) -> Vec<String> {
    let mut texts = Vec::new();
    match value {
        Value::Undefined => {}
        Value::Text(text) | Value::Bare(text) => texts.push(written(text)),
        Value::List(items) => {
            let items = items.iter().filter(|item| **item != Value::Undefined);
            texts.extend(items.map(|item| written(&item.to_text())));
        }
        Value::Object(members) => {
            for (key, value) in members.iter().filter(|(_, it)| *it != Value::Undefined) {
                let (key, value) = (written(key), written(&value.to_text()));
                if explode {
                    texts.push(format!("{key}={value}"));
                } else {
                    texts.extend([key, value]);
                }
            }
        }
    }
    texts
}

fn matrix(key: &str, text: &str) -> String {
    if text.is_empty() {
        return key.to_owned();
    }
    format!("{key}={text}")
}

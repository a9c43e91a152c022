//! Parameters in a query, and the fields of a form.

use super::{Form, Style, Value, encode};

/// Appends `key=value` pairs, each after `&` unless it is the first.
pub(crate) fn query(key: &str, style: Style, value: &Value, out: &mut String) {
    let Style {
        form,
        explode,
        reserved,
    } = style;
    match form {
        Form::Json => pair(key, &value.to_json(), reserved, out),
        Form::DeepObject => deep(key, value, reserved, out),
        Form::SpaceDelimited if !explode => joined(key, "%20", value, reserved, out),
        Form::PipeDelimited if !explode => joined(key, "%7C", value, reserved, out),
        Form::Plain | Form::Simple | Form::Matrix | Form::Label | Form::Cookie if !explode => {
            joined(key, ",", value, reserved, out);
        }
        Form::Plain
        | Form::SpaceDelimited
        | Form::PipeDelimited
        | Form::Simple
        | Form::Matrix
        | Form::Label
        | Form::Cookie => exploded(key, value, reserved, out),
    }
}

fn exploded(key: &str, value: &Value, reserved: bool, out: &mut String) {
    match value {
        Value::Undefined => {}
        Value::Text(text) | Value::Bare(text) => pair(key, text, reserved, out),
        Value::List(items) => {
            for item in items.iter().filter(|item| **item != Value::Undefined) {
                pair(key, &item.to_text(), reserved, out);
            }
        }
        Value::Object(members) => {
            for (member, value) in members {
                match value {
                    Value::Object(_) => pair(member, &value.to_json(), reserved, out),
                    _ => exploded(member, value, reserved, out),
                }
            }
        }
    }
}

fn joined(key: &str, delimiter: &str, value: &Value, reserved: bool, out: &mut String) {
    let mut texts = Vec::new();
    match value {
        Value::Undefined => {}
        Value::Text(text) | Value::Bare(text) => texts.push(text.clone()),
        Value::List(items) => {
            let items = items.iter().filter(|item| **item != Value::Undefined);
            texts.extend(items.map(Value::to_text));
        }
        Value::Object(members) => {
            for (member, value) in members.iter().filter(|(_, it)| *it != Value::Undefined) {
                texts.push(member.clone());
                texts.push(value.to_text());
            }
        }
    }
    if texts.is_empty() {
        return;
    }
    start(key, out);
    for (index, text) in texts.iter().enumerate() {
        if index > 0 {
            out.push_str(delimiter);
        }
        encode(text, reserved, out);
    }
}

fn deep(key: &str, value: &Value, reserved: bool, out: &mut String) {
    match value {
        Value::Undefined => {}
        Value::Text(text) | Value::Bare(text) => pair(key, text, reserved, out),
        Value::List(items) => {
            let compound = items.iter().any(Value::is_compound);
            for (index, item) in items.iter().enumerate() {
                let key = if compound {
                    format!("{key}[{index}]")
                } else {
                    format!("{key}[]")
                };
                deep(&key, item, reserved, out);
            }
        }
        Value::Object(members) => {
            for (member, value) in members {
                deep(&format!("{key}[{member}]"), value, reserved, out);
            }
        }
    }
}

fn pair(key: &str, text: &str, reserved: bool, out: &mut String) {
    start(key, out);
    encode(text, reserved, out);
}

fn start(key: &str, out: &mut String) {
    if !out.is_empty() {
        out.push('&');
    }
    encode(key, false, out);
    out.push('=');
}

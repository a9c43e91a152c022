//! Parameters in a query, and the fields of a form.

use super::{Form, Style, Value, encode};

/// What stands between the texts of one value, as it is.
pub(crate) type Delimiter = &'static str;

/// Appends `key=value` pairs, each after `&` unless it is the first.
pub(crate) fn query(key: &str, style: Style, value: &Value, out: &mut String) {
    pairs(key, style, value, &mut |key, texts, delimiter| {
        if !out.is_empty() {
            out.push('&');
        }
        encode(key, false, out);
        out.push('=');
        for (index, text) in texts.iter().enumerate() {
            match delimiter {
                _ if index == 0 => {}
                "," => out.push(','),
                other => encode(other, false, out),
            }
            encode(text, style.reserved, out);
        }
    });
}

/// Gives each key with the texts of its value.
pub(crate) fn pairs(
    key: &str,
    style: Style,
    value: &Value,
    give: &mut dyn FnMut(&str, &[String], Delimiter),
) {
    match style.form {
        Form::Json => give(key, &[value.to_json()], ","),
        Form::DeepObject => deep(key, value, give),
        Form::SpaceDelimited if !style.explode => joined(key, " ", value, give),
        Form::PipeDelimited if !style.explode => joined(key, "|", value, give),
        Form::Plain | Form::Simple | Form::Matrix | Form::Label | Form::Cookie
            if !style.explode =>
        {
            joined(key, ",", value, give);
        }
        Form::Plain
        | Form::SpaceDelimited
        | Form::PipeDelimited
        | Form::Simple
        | Form::Matrix
        | Form::Label
        | Form::Cookie => exploded(key, value, give),
    }
}

fn exploded(key: &str, value: &Value, give: &mut dyn FnMut(&str, &[String], Delimiter)) {
    match value {
        Value::Undefined => {}
        Value::Text(text) | Value::Bare(text) => give(key, std::slice::from_ref(text), ","),
        Value::List(items) => {
            for item in items.iter().filter(|item| **item != Value::Undefined) {
                give(key, &[item.to_text()], ",");
            }
        }
        Value::Object(members) => {
            for (member, value) in members {
                match value {
                    Value::Object(_) => give(member, &[value.to_json()], ","),
                    _ => exploded(member, value, give),
                }
            }
        }
    }
}

fn joined(
    key: &str,
    delimiter: Delimiter,
    value: &Value,
    give: &mut dyn FnMut(&str, &[String], Delimiter),
) {
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
    if !texts.is_empty() {
        give(key, &texts, delimiter);
    }
}

fn deep(key: &str, value: &Value, give: &mut dyn FnMut(&str, &[String], Delimiter)) {
    match value {
        Value::Undefined => {}
        Value::Text(text) | Value::Bare(text) => give(key, std::slice::from_ref(text), ","),
        Value::List(items) => {
            let compound = items.iter().any(Value::is_compound);
            for (index, item) in items.iter().enumerate() {
                let key = if compound {
                    format!("{key}[{index}]")
                } else {
                    format!("{key}[]")
                };
                deep(&key, item, give);
            }
        }
        Value::Object(members) => {
            for (member, value) in members {
                deep(&format!("{key}[{member}]"), value, give);
            }
        }
    }
}

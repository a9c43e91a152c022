//! A parameter's value before it becomes text.

mod serializer;

use serde::Serialize;

/// What any value is to the rules of the styles. Members keep their order.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    /// Null, or absent: RFC 6570's undefined.
    Undefined,
    /// A string.
    Text(String),
    /// A number or a boolean, as JSON writes it.
    Bare(String),
    /// An array.
    List(Vec<Value>),
    /// An object, its members in their order.
    Object(Vec<(String, Value)>),
}

impl Value {
    pub(crate) fn of<T: Serialize + ?Sized>(value: &T) -> Result<Value, String> {
        value
            .serialize(serializer::ValueSerializer)
            .map_err(|error| error.0)
    }

    /// The text of a value where there is no room for structure: lists and objects become JSON.
    pub(crate) fn to_text(&self) -> String {
        match self {
            Value::Undefined => String::new(),
            Value::Text(text) | Value::Bare(text) => text.clone(),
            Value::List(_) | Value::Object(_) => self.to_json(),
        }
    }

    /// Whether it is a list or an object.
    pub(crate) fn is_compound(&self) -> bool {
        matches!(self, Value::List(_) | Value::Object(_))
    }

    /// The value as a JSON document.
    pub(crate) fn to_json(&self) -> String {
        let mut out = String::new();
        self.write_json(&mut out);
        out
    }

    fn write_json(&self, out: &mut String) {
        match self {
            Value::Undefined => out.push_str("null"),
            Value::Bare(text) => out.push_str(text),
            Value::Text(text) => write_string(text, out),
            Value::List(items) => {
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    if index > 0 {
                        out.push(',');
                    }
                    item.write_json(out);
                }
                out.push(']');
            }
            Value::Object(members) => {
                out.push('{');
                for (index, (key, value)) in members.iter().enumerate() {
                    if index > 0 {
                        out.push(',');
                    }
                    write_string(key, out);
                    out.push(':');
                    value.write_json(out);
                }
                out.push('}');
            }
        }
    }
}

fn write_string(text: &str, out: &mut String) {
    // Writing a string as JSON cannot fail.
    out.push_str(&serde_json::Value::from(text).to_string());
}

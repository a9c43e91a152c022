//! Bodies of `application/x-www-form-urlencoded`.

use super::style::{self, Style, Value};

/// Each member of the object as a query would have it, in its own style.
pub(crate) fn encode(value: &Value, styles: &[(&'static str, Style)]) -> Result<String, String> {
    let Value::Object(members) = value else {
        return Err("a form is made of an object's members".to_owned());
    };
    let mut out = String::new();
    for (key, value) in members {
        let own = styles.iter().find(|(name, _)| name == key);
        match (own, value) {
            (Some((_, style)), _) => style::query(key, *style, value, &mut out),
            // Without an encoding of its own, an object in a form is JSON.
            (None, Value::Object(_)) => style::query(key, Style::JSON, value, &mut out),
            (None, _) => style::query(key, Style::FORM, value, &mut out),
        }
    }
    Ok(out)
}

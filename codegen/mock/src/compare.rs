//! Comparing JSON values: numbers by what they are worth, objects whatever the order.

use serde_json::{Number, Value};

/// The first difference between what was sent and what was made of it, and where it is.
pub(crate) fn difference(sent: &Value, made: &Value) -> Option<String> {
    at(sent, made, &mut String::new())
}

fn at(sent: &Value, made: &Value, path: &mut String) -> Option<String> {
    match (sent, made) {
        (Value::Number(a), Value::Number(b)) if same_number(a, b) => None,
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            let mut pairs = a.iter().zip(b).enumerate();
            pairs.find_map(|(index, (a, b))| within(path, &index.to_string(), a, b))
        }
        (Value::Object(a), Value::Object(b)) => {
            let missing = a.iter().find(|(key, _)| !b.contains_key(*key));
            if let Some((key, value)) = missing {
                return Some(format!("`{path}/{key}` was {value} and is missing"));
            }
            let added = b.iter().find(|(key, _)| !a.contains_key(*key));
            if let Some((key, value)) = added {
                return Some(format!("`{path}/{key}` was missing and is {value}"));
            }
            a.iter().find_map(|(key, a)| within(path, key, a, &b[key]))
        }
        _ if sent == made => None,
        _ => Some(format!("`{path}` was {sent} and is {made}")),
    }
}

/// Whole numbers to the last digit, which a float does not hold.
fn same_number(a: &Number, b: &Number) -> bool {
    a == b || ((a.is_f64() || b.is_f64()) && a.as_f64() == b.as_f64())
}

fn within(path: &mut String, key: &str, sent: &Value, made: &Value) -> Option<String> {
    let length = path.len();
    path.push('/');
    path.push_str(key);
    let found = at(sent, made, path);
    path.truncate(length);
    found
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::difference;

    #[test]
    fn numbers_are_compared_by_value() {
        assert_eq!(
            difference(&json!({"a": 1, "b": [1.0]}), &json!({"b": [1], "a": 1.0})),
            None
        );
        let told = difference(
            &json!(9_007_199_254_740_993_u64),
            &json!(9_007_199_254_740_992_u64),
        );
        assert!(told.is_some(), "no digit may be lost");
    }

    #[test]
    fn the_place_of_a_difference_is_told() {
        let told = difference(&json!({"a": [{"b": 1}]}), &json!({"a": [{"b": "1"}]}));
        assert_eq!(told.as_deref(), Some("`/a/0/b` was 1 and is \"1\""));
        let told = difference(&json!({"a": null}), &json!({}));
        assert_eq!(told.as_deref(), Some("`/a` was null and is missing"));
    }
}

//! Merging: references, `allOf` and one variant of each union into one flat schema.

use serde_json::{Map, Value, json};

use super::Sampler;

/// More than so many references are not followed for one schema.
const MOST_ENTERED: usize = 40;

impl Sampler<'_> {
    /// The schema without references and compositions, and the definitions it is made of. Nothing
    /// if it holds itself.
    pub(super) fn flatten(&self, schema: &Value) -> Option<(Map<String, Value>, Vec<String>)> {
        let mut entered = Vec::new();
        let flat = self.flat(schema, &mut entered)?;
        Some((flat, entered))
    }

    /// What a local reference leads to.
    pub(super) fn definition(&self, reference: &str) -> Option<&Value> {
        self.bundle.pointer(reference.strip_prefix('#')?)
    }

    fn flat(&self, schema: &Value, entered: &mut Vec<String>) -> Option<Map<String, Value>> {
        let schema = match schema {
            Value::Object(schema) => schema,
            Value::Bool(false) => return None,
            _ => return Some(Map::new()),
        };
        let mut out = Map::new();
        for (key, value) in schema {
            if !matches!(key.as_str(), "$ref" | "$defs" | "allOf" | "anyOf" | "oneOf") {
                out.insert(key.clone(), value.clone());
            }
        }
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            // The second time around, what is optional ends here.
            let again = self.path.iter().filter(|known| *known == reference).count() > 1;
            if again
                || entered.len() > MOST_ENTERED
                || entered.iter().any(|known| known == reference)
            {
                return None;
            }
            entered.push(reference.to_owned());
            let target = self.definition(reference)?;
            let target = self.flat(target, entered)?;
            merge(&mut out, target);
        }
        for part in list(schema, "allOf") {
            let part = self.flat(part, entered)?;
            merge(&mut out, part);
        }
        for key in ["anyOf", "oneOf"] {
            let variants: Vec<&Value> = list(schema, key).collect();
            if !variants.is_empty() {
                let tags = schema.get("discriminator");
                let variant = self.variant(&variants, tags, entered)?;
                merge(&mut out, variant);
            }
        }
        Some(out)
    }

    /// The first variant that has a value, from the one whose turn it is; `null` comes last.
    fn variant(
        &self,
        variants: &[&Value],
        discriminator: Option<&Value>,
        entered: &mut Vec<String>,
    ) -> Option<Map<String, Value>> {
        let is_null = |variant: &&&Value| variant.get("type") == Some(&json!("null"));
        let some = variants.iter().filter(|variant| !is_null(variant));
        let some: Vec<&&Value> = some.collect();
        let none = variants.iter().filter(is_null);
        let start = self.attempt % some.len().max(1);
        let turn = some[start..].iter().chain(&some[..start]).copied();
        turn.chain(none).find_map(|variant| {
            let mark = entered.len();
            let Some(mut flat) = self.flat(variant, entered) else {
                entered.truncate(mark);
                return None;
            };
            if let Some(discriminator) = discriminator {
                tag(&mut flat, variant, discriminator);
            }
            Some(flat)
        })
    }
}

/// Sets the value by which a variant is known.
fn tag(flat: &mut Map<String, Value>, variant: &Value, discriminator: &Value) {
    let key = discriminator.get("key").and_then(Value::as_str);
    let reference = variant.get("$ref").and_then(Value::as_str);
    let (Some(key), Some(reference)) = (key, reference) else {
        return;
    };
    let Some(value) = discriminator
        .get("tags")
        .and_then(|tags| tags.get(reference))
    else {
        return;
    };
    merge_member(flat, "properties", &json!({ key: {"const": value} }));
    merge_member(flat, "required", &json!([key]));
}

fn list<'s>(
    schema: &'s Map<String, Value>,
    key: &str,
) -> impl Iterator<Item = &'s Value> + use<'s> {
    let list = schema.get(key).and_then(Value::as_array);
    list.into_iter().flatten()
}

/// Both schemas at once.
fn merge(into: &mut Map<String, Value>, other: Map<String, Value>) {
    for (key, value) in other {
        merge_member(into, &key, &value);
    }
}

fn merge_member(into: &mut Map<String, Value>, key: &str, value: &Value) {
    let Some(own) = into.get_mut(key) else {
        into.insert(key.to_owned(), value.clone());
        return;
    };
    match (key, own, value) {
        ("properties" | "patternProperties", Value::Object(own), Value::Object(other)) => {
            for (name, schema) in other {
                match own.get_mut(name) {
                    Some(known) if known != schema => {
                        *known = json!({"allOf": [known, schema]});
                    }
                    Some(_) => {}
                    None => {
                        own.insert(name.clone(), schema.clone());
                    }
                }
            }
        }
        ("required", Value::Array(own), Value::Array(other)) => {
            own.extend(other.iter().cloned());
        }
        ("type" | "enum", own, other) => *own = common(own, other),
        ("items" | "additionalProperties", own, other) if own != other => {
            *own = json!({"allOf": [own, other]});
        }
        (
            "minimum" | "exclusiveMinimum" | "minLength" | "minItems" | "minProperties",
            own,
            other,
        ) if other.as_f64() > own.as_f64() => {
            *own = other.clone();
        }
        (
            "maximum" | "exclusiveMaximum" | "maxLength" | "maxItems" | "maxProperties",
            own,
            other,
        ) if other.as_f64() < own.as_f64() => {
            *own = other.clone();
        }
        _ => {}
    }
}

/// What both lists hold; a single value is a list of it.
fn common(own: &Value, other: &Value) -> Value {
    let all = |value: &Value| match value {
        Value::Array(list) => list.clone(),
        one => vec![one.clone()],
    };
    let (own, other) = (all(own), all(other));
    let mut both: Vec<Value> = own
        .iter()
        .filter(|value| {
            other.contains(value) || (*value == "integer" && other.contains(&json!("number")))
        })
        .cloned()
        .collect();
    if both.is_empty() && own.contains(&json!("number")) && other.contains(&json!("integer")) {
        both.push("integer".into());
    }
    match both.len() {
        0 => own.into(),
        1 => both.remove(0),
        _ => both.into(),
    }
}

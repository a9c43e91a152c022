//! Random schemas: every keyword that the generator looks at, in each other to some depth.

use arbitrary::{Result, Unstructured};
use serde_json::{Map, Value, json};

use crate::words::{name, text, value};

const TYPES: &[&str] = &[
    "string", "integer", "number", "boolean", "array", "object", "null",
];

const FORMATS: &[&str] = &[
    "int32",
    "int64",
    "uint8",
    "float",
    "double",
    "date",
    "date-time",
    "time",
    "duration",
    "uuid",
    "uri",
    "byte",
    "binary",
    "base64url",
    "ipv4",
    "ipv6",
    "password",
    "decimal",
    "x",
];

const PLACES: &[&str] = &[
    "",
    "/properties/a",
    "/items",
    "/allOf/0",
    "/oneOf/1",
    "/$defs/a",
    "/additionalProperties",
];

/// A schema that may refer to so many components, and has no more than so many levels.
pub fn schema(u: &mut Unstructured<'_>, components: usize, depth: usize) -> Result<Value> {
    if u.ratio(1, 24)? {
        return Ok(json!(u.arbitrary::<bool>()?));
    }
    let mut schema = Map::new();
    if components > 0 && u.ratio(1, 4)? {
        schema.insert("$ref".to_owned(), json!(reference(u, components)?));
        if u.ratio(3, 4)? {
            return Ok(Value::Object(schema));
        }
    }
    let keywords = u.int_in_range(1..=4)?;
    for _ in 0..keywords {
        if depth > 0 && u.ratio(1, 2)? {
            applicator(u, &mut schema, components, depth - 1)?;
        } else {
            assertion(u, &mut schema)?;
        }
    }
    Ok(Value::Object(schema))
}

fn reference(u: &mut Unstructured<'_>, components: usize) -> Result<String> {
    let index = u.int_in_range(0..=components - 1)?;
    let place = if u.ratio(1, 6)? {
        *u.choose(PLACES)?
    } else {
        ""
    };
    Ok(format!("#/components/schemas/S{index}{place}"))
}

fn applicator(
    u: &mut Unstructured<'_>,
    schema: &mut Map<String, Value>,
    components: usize,
    depth: usize,
) -> Result<()> {
    let one = |u: &mut Unstructured<'_>| self::schema(u, components, depth);
    let (keyword, value) = match u.int_in_range(0..=13)? {
        0..=3 => {
            schema.insert("type".to_owned(), json!("object"));
            if u.arbitrary()? {
                let required = [name(u)?, name(u)?];
                schema.insert("required".to_owned(), json!(required));
            }
            ("properties", members(u, components, depth)?)
        }
        4 => ("items", one(u)?),
        5 => {
            schema.insert("type".to_owned(), json!("array"));
            ("items", one(u)?)
        }
        6 => ("additionalProperties", one(u)?),
        7 => ("allOf", list(u, components, depth)?),
        8 => ("anyOf", list(u, components, depth)?),
        9 => {
            if u.ratio(1, 2)? {
                let discriminator = discriminator(u, components)?;
                schema.insert("discriminator".to_owned(), discriminator);
            }
            ("oneOf", list(u, components, depth)?)
        }
        10 => ("prefixItems", list(u, components, depth)?),
        11 => ("patternProperties", members(u, components, depth)?),
        12 => ("$defs", members(u, components, depth)?),
        _ => (
            *u.choose(&[
                "not",
                "if",
                "then",
                "propertyNames",
                "unevaluatedProperties",
                "contentSchema",
            ])?,
            one(u)?,
        ),
    };
    schema.insert(keyword.to_owned(), value);
    Ok(())
}

fn members(u: &mut Unstructured<'_>, components: usize, depth: usize) -> Result<Value> {
    let count = u.int_in_range(0..=4)?;
    let members: Result<Map<String, Value>> = (0..count)
        .map(|_| Ok((name(u)?, schema(u, components, depth)?)))
        .collect();
    Ok(Value::Object(members?))
}

fn list(u: &mut Unstructured<'_>, components: usize, depth: usize) -> Result<Value> {
    let count = u.int_in_range(0..=3)?;
    let items: Result<Vec<Value>> = (0..count).map(|_| schema(u, components, depth)).collect();
    Ok(Value::Array(items?))
}

fn discriminator(u: &mut Unstructured<'_>, components: usize) -> Result<Value> {
    let mut discriminator = json!({ "propertyName": name(u)? });
    if components > 0 && u.arbitrary()? {
        let mapping = json!({ name(u)?: reference(u, components)?, name(u)?: "S0" });
        discriminator["mapping"] = mapping;
    }
    Ok(discriminator)
}

fn assertion(u: &mut Unstructured<'_>, schema: &mut Map<String, Value>) -> Result<()> {
    let (keyword, value) = match u.int_in_range(0..=15)? {
        0..=3 => ("type", json!(u.choose(TYPES)?)),
        4 => {
            let types: Result<Vec<&&str>> = (0..3).map(|_| u.choose(TYPES)).collect();
            ("type", json!(types?))
        }
        5 => ("format", json!(u.choose(FORMATS)?)),
        6 | 7 => {
            let count = u.int_in_range(0..=5)?;
            let values: Result<Vec<Value>> = (0..count).map(|_| value(u, 1)).collect();
            ("enum", json!(values?))
        }
        8 => ("const", value(u, 1)?),
        9 => ("default", value(u, 2)?),
        10 => ("description", json!(text(u)?)),
        11 => ("title", json!(name(u)?)),
        12 => ("example", value(u, 2)?),
        13 => (
            *u.choose(&[
                "nullable",
                "readOnly",
                "writeOnly",
                "deprecated",
                "uniqueItems",
                "x-nullable",
            ])?,
            json!(u.arbitrary::<bool>()?),
        ),
        14 => (
            *u.choose(&[
                "minimum",
                "maximum",
                "minLength",
                "maxItems",
                "minItems",
                "exclusiveMinimum",
                "multipleOf",
            ])?,
            json!(u.arbitrary::<i16>()?),
        ),
        _ => (
            *u.choose(&[
                "pattern",
                "x-rust-name",
                "x-enum-varnames",
                "contentEncoding",
                "contentMediaType",
                "$anchor",
                "$id",
            ])?,
            json!(name(u)?),
        ),
    };
    schema.insert(keyword.to_owned(), value);
    Ok(())
}

//! Random operations: parameters, bodies, responses.

use arbitrary::{Result, Unstructured};
use serde_json::{Map, Value, json};

use crate::schemas::schema;
use crate::words::{name, text, value};

const MEDIA_TYPES: &[&str] = &[
    "application/json",
    "application/problem+json",
    "text/plain",
    "application/octet-stream",
    "multipart/form-data",
    "application/x-www-form-urlencoded",
    "text/event-stream",
    "application/jsonl",
    "application/xml",
    "image/*",
    "*/*",
    "x",
    "",
];

const STYLES: &[&str] = &[
    "form",
    "simple",
    "matrix",
    "label",
    "spaceDelimited",
    "pipeDelimited",
    "deepObject",
    "x",
];

const STATUS: &[&str] = &[
    "200", "201", "204", "2XX", "400", "404", "4XX", "500", "default", "x",
];

/// A path item with the path that it belongs to.
pub fn path_item(u: &mut Unstructured<'_>, components: usize) -> Result<(String, Value)> {
    let mut path = String::new();
    let mut declared = Vec::new();
    for _ in 0..u.int_in_range(1..=4)? {
        let name = name(u)?;
        if u.ratio(1, 3)? {
            path.push_str(&format!("/{{{name}}}"));
            let parameter = parameter(u, components, Some(name))?;
            declared.push(parameter);
        } else {
            path.push_str(&format!("/{}", name.replace(['{', '}'], "")));
        }
    }
    let mut item = Map::new();
    if u.ratio(1, 2)? {
        item.insert("parameters".to_owned(), json!(declared));
    }
    for _ in 0..u.int_in_range(1..=3)? {
        let methods = [
            "get", "post", "put", "patch", "delete", "head", "query", "trace",
        ];
        let method = *u.choose(&methods)?;
        item.insert(method.to_owned(), operation(u, components)?);
    }
    Ok((path, Value::Object(item)))
}

/// An operation.
pub fn operation(u: &mut Unstructured<'_>, components: usize) -> Result<Value> {
    let mut operation = Map::new();
    let mut put = |key: &str, value: Value| operation.insert(key.to_owned(), value);
    if u.ratio(3, 4)? {
        put("operationId", json!(name(u)?));
    }
    if u.ratio(1, 2)? {
        put("tags", json!([name(u)?]));
    }
    if u.ratio(1, 4)? {
        put("description", json!(text(u)?));
    }
    let count = u.int_in_range(0..=4)?;
    let parameters: Result<Vec<Value>> =
        (0..count).map(|_| parameter(u, components, None)).collect();
    put("parameters", json!(parameters?));
    if u.ratio(1, 2)? {
        let body =
            json!({ "required": u.arbitrary::<bool>()?, "content": content(u, components)? });
        put("requestBody", body);
    }
    let mut responses = Map::new();
    for _ in 0..u.int_in_range(0..=3)? {
        let mut response = json!({ "description": text(u)?, "content": content(u, components)? });
        if u.ratio(1, 4)? {
            response["headers"] = json!({ name(u)?: { "schema": schema(u, components, 1)? } });
        }
        responses.insert((*u.choose(STATUS)?).to_owned(), response);
    }
    put("responses", Value::Object(responses));
    if u.ratio(1, 6)? {
        put("security", json!([{ name(u)?: [] }, {}]));
    }
    if u.ratio(1, 8)? {
        let called = json!({ "post": { "requestBody": { "content": content(u, components)? }, "responses": {} } });
        put(
            "callbacks",
            json!({ name(u)?: { "{$request.body#/a}": called } }),
        );
    }
    Ok(Value::Object(operation))
}

fn parameter(
    u: &mut Unstructured<'_>,
    components: usize,
    of_path: Option<String>,
) -> Result<Value> {
    let places = ["query", "header", "cookie", "path", "querystring"];
    let place = if of_path.is_some() {
        "path"
    } else {
        *u.choose(&places)?
    };
    let name = match of_path {
        Some(name) => name,
        None => name(u)?,
    };
    let mut parameter =
        json!({ "name": name, "in": place, "required": place == "path" || u.arbitrary()? });
    if u.ratio(1, 8)? {
        parameter["content"] =
            json!({ "application/json": { "schema": schema(u, components, 2)? } });
    } else {
        parameter["schema"] = schema(u, components, 2)?;
    }
    if u.ratio(1, 3)? {
        parameter["style"] = json!(u.choose(STYLES)?);
        parameter["explode"] = json!(u.arbitrary::<bool>()?);
    }
    if u.ratio(1, 8)? {
        parameter["example"] = value(u, 2)?;
    }
    Ok(parameter)
}

fn content(u: &mut Unstructured<'_>, components: usize) -> Result<Value> {
    let count = u.int_in_range(0..=2)?;
    let mut content = Map::new();
    for _ in 0..count {
        let mut media = Map::new();
        if u.ratio(7, 8)? {
            media.insert("schema".to_owned(), schema(u, components, 3)?);
        }
        if u.ratio(1, 8)? {
            media.insert("itemSchema".to_owned(), schema(u, components, 2)?);
        }
        if u.ratio(1, 6)? {
            let encoding = json!({ name(u)?: { "contentType": u.choose(MEDIA_TYPES)?, "style": u.choose(STYLES)? } });
            media.insert("encoding".to_owned(), encoding);
        }
        content.insert((*u.choose(MEDIA_TYPES)?).to_owned(), Value::Object(media));
    }
    Ok(Value::Object(content))
}

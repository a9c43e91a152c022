//! Random documents that are OpenAPI documents as far as anybody looks.

use arbitrary::{Result, Unstructured};
use serde_json::{Map, Value, json};

use crate::operations::{operation, path_item};
use crate::schemas::schema;
use crate::words::{name, text};

/// A document.
pub fn document(u: &mut Unstructured<'_>) -> Result<Value> {
    let components = u.int_in_range(0..=8)?;
    let mut schemas = Map::new();
    for index in 0..components {
        schemas.insert(format!("S{index}"), schema(u, components, 4)?);
    }
    if u.ratio(1, 3)? {
        schemas.insert(name(u)?, schema(u, components, 3)?);
    }
    let mut paths = Map::new();
    for _ in 0..u.int_in_range(0..=4)? {
        let (path, item) = path_item(u, components)?;
        paths.insert(path, item);
    }
    let mut document = json!({
        "openapi": u.choose(&["3.0.3", "3.1.0", "3.2.0"])?,
        "info": { "title": name(u)?, "version": "1", "description": text(u)? },
        "paths": paths,
        "components": { "schemas": schemas },
    });
    if u.ratio(1, 8)? {
        document["webhooks"] = json!({ name(u)?: { "post": operation(u, components)? } });
    }
    if u.ratio(1, 8)? {
        let scheme = json!({ "type": u.choose(&["apiKey", "http", "oauth2", "mutualTLS", "x"])?, "in": "header", "name": name(u)?, "scheme": "bearer", "flows": {} });
        document["components"]["securitySchemes"] = json!({ name(u)?: scheme });
    }
    if u.ratio(1, 8)? {
        document["servers"] = json!([{ "url": format!("https://{}/{{v}}", name(u)?), "variables": { "v": { "default": name(u)? } } }]);
    }
    if u.ratio(1, 8)? {
        document["tags"] = json!([{ "name": name(u)?, "description": text(u)? }]);
    }
    Ok(document)
}

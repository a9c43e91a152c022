//! Whether a body that is always the same is one that its schema takes.

use super::Types;
use super::shapes::implied;
use super::{enums, survey};
use crate::api::Literal;
use crate::document::{SchemaId, SchemaType};
use crate::lower::literal::literal;

impl Types<'_> {
    /// What speaks against sending an object, as far as that is easily seen: alternatives are not
    /// looked into.
    pub(in crate::lower) fn objections(
        &mut self,
        schema: SchemaId,
        members: &[(String, Literal)],
    ) -> Vec<String> {
        let view = self.view(&[schema]);
        let mut found = Vec::new();
        if let Some(types) = &view.types
            && !types.contains(&SchemaType::Object)
        {
            found.push("the document wants no object".to_owned());
            return found;
        }
        if view.groups.is_empty() {
            for key in &view.required {
                let schemas = view.properties.get(key).into_iter().flatten();
                let mut sides = schemas.map(|&id| survey::one_way(self.document, id));
                let from_server = sides.any(|(read_only, _)| read_only);
                if !from_server && !members.iter().any(|(known, _)| known == key) {
                    found.push(format!("`{key}` is required and missing"));
                }
            }
        }
        let open = !view.groups.is_empty() || !view.additional.is_empty();
        let open = open || !view.patterns.is_empty();
        for (key, value) in members {
            match view.properties.get(key.as_str()).cloned() {
                Some(schemas) => found.extend(self.objection(&schemas, key, value)),
                None if open => {}
                None => found.push(format!("the document has no member `{key}`")),
            }
        }
        found
    }

    fn objection(&mut self, schemas: &[SchemaId], key: &str, value: &Literal) -> Option<String> {
        let view = self.view(schemas);
        if !view.groups.is_empty() {
            return None;
        }
        if let Some(values) = &view.values {
            let allowed: Vec<Literal> = values.nodes.iter().map(|node| literal(node)).collect();
            let known = allowed
                .iter()
                .any(|allowed| enums::mark(allowed) == enums::mark(value));
            return (!known).then(|| format!("`{key}` has no such constant"));
        }
        let types = view.types.clone().unwrap_or_else(|| implied(&view));
        let fits = types.is_empty() || types.iter().any(|ty| is_of(value, *ty));
        (!fits).then(|| format!("`{key}` is of another type"))
    }
}

fn is_of(value: &Literal, ty: SchemaType) -> bool {
    match ty {
        SchemaType::Null => matches!(value, Literal::Null),
        SchemaType::Boolean => matches!(value, Literal::Bool(_)),
        SchemaType::Integer => matches!(value, Literal::Int(_)),
        SchemaType::Number => matches!(value, Literal::Int(_) | Literal::Float(_)),
        SchemaType::String => matches!(value, Literal::String(_)),
        SchemaType::Array => matches!(value, Literal::List(_)),
        SchemaType::Object => matches!(value, Literal::Map(_)),
    }
}

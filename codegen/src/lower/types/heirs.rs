//! Inheritance: a component with a `discriminator` and no alternatives, of which others say in
//! their `allOf` that they are one. Where such a base is asked for, any of its heirs may come.

use std::collections::{HashMap, HashSet};

use super::lowering::{Key, Place, Shaped};
use super::tags;
use super::variants::Alternative;
use super::view::View;
use super::{Direction, Types};
use crate::api::{Docs, Field, Literal, Presence, Shape, Type};
use crate::document::{Discriminator, Document, Schema, SchemaId};

/// How many heirs all bases may have together; a document of more is not typed so.
const MOST: usize = 50_000;

/// Who inherits from whom.
#[derive(Debug, Default)]
pub(super) struct Heirs {
    /// The components that are built on a base, in document order, theirs included.
    of: HashMap<SchemaId, Vec<SchemaId>>,
    /// The nearest base of a component, and how far it is.
    base: HashMap<SchemaId, (SchemaId, usize)>,
}

impl Heirs {
    pub(super) fn new(document: &Document) -> Self {
        let mut heirs = Self::default();
        let components = || document.component_schemas.values().copied();
        let bases: Vec<SchemaId> = components()
            .filter(|&id| tag(document.schema(id)).is_some())
            .collect();
        if bases.is_empty() {
            return heirs;
        }
        let mut built_on: HashMap<SchemaId, Vec<SchemaId>> = HashMap::new();
        for id in components() {
            for parent in parents(document, id) {
                built_on.entry(parent).or_default().push(id);
            }
        }
        let asked_for = asked_for(document);
        let mut left = MOST;
        for base in bases {
            let mut found = vec![(base, 0)];
            let mut seen = HashSet::from([base]);
            let mut at = 0;
            while let Some(&(id, distance)) = found.get(at) {
                at += 1;
                let next = built_on.get(&id).into_iter().flatten();
                for &heir in next.filter(|id| seen.insert(**id)) {
                    found.push((heir, distance + 1));
                }
                if found.len() > left {
                    return heirs;
                }
            }
            left -= found.len() - 1;
            for &(heir, distance) in &found[1..] {
                let nearest = heirs.base.entry(heir).or_insert((base, distance));
                if distance < nearest.1 {
                    *nearest = (base, distance);
                }
            }
            if asked_for.contains(&base) && found.len() > 1 {
                let mut ids: Vec<SchemaId> = found[1..].iter().map(|(id, _)| *id).collect();
                ids.sort_unstable();
                heirs.of.insert(base, ids);
            }
        }
        heirs
    }

    /// What may come in the place of a component, if it is a base that is asked for.
    pub(super) fn of(&self, base: SchemaId) -> &[SchemaId] {
        self.of.get(&base).map_or(&[], Vec::as_slice)
    }

    /// The base of a component.
    pub(super) fn base(&self, heir: SchemaId) -> Option<SchemaId> {
        self.base.get(&heir).map(|(base, _)| *base)
    }
}

/// The discriminator of a base.
fn tag(schema: &Schema) -> Option<&Discriminator> {
    let alternatives = schema.one_of.len() + schema.any_of.len();
    let tag = schema.discriminator.as_ref()?;
    let is_base = alternatives == 0 && schema.properties.contains_key(&tag.property_name);
    is_base.then_some(tag)
}

/// The components that a component is built on directly.
fn parents(document: &Document, id: SchemaId) -> Vec<SchemaId> {
    let mut found = Vec::new();
    let mut seen = HashSet::from([id]);
    let mut open = document.schema(id).all_of.clone();
    while let Some(id) = open.pop() {
        let schema = document.schema(id);
        if !seen.insert(id) {
            continue;
        }
        if schema.component.is_some() {
            found.push(id);
        } else {
            open.extend(schema.reference);
            open.extend(&schema.all_of);
        }
    }
    found
}

/// The components that stand somewhere as a value, not only as a part of another.
fn asked_for(document: &Document) -> HashSet<SchemaId> {
    let is_bare = |schema: &Schema| {
        schema.component.is_none() && schema.all_of.len() == 1 && schema.properties.is_empty()
    };
    let parts: HashSet<SchemaId> = document
        .schemas
        .iter()
        .filter(|schema| !is_bare(schema))
        .flat_map(|schema| schema.all_of.iter().copied())
        .collect();
    let mut asked_for = HashSet::new();
    for (index, schema) in document.schemas.iter().enumerate() {
        let id = SchemaId(u32::try_from(index).expect("ids of schemas are u32"));
        if let Some(target) = schema.reference
            && !parts.contains(&id)
        {
            asked_for.insert(target);
        }
    }
    asked_for
}

impl<'a> Types<'a> {
    /// The union of the heirs of a base, and of the base itself, for what the document does not know.
    pub(super) fn union_of_heirs(
        &mut self,
        base: SchemaId,
        key: &Key,
        place: Place<'_>,
    ) -> Option<Shaped> {
        let heirs = self.heirs.of(base).to_vec();
        let discriminator = tag(self.document.schema(base)).filter(|_| !heirs.is_empty())?;
        let mut taken = HashSet::new();
        let mut alternatives = Vec::new();
        for heir in heirs {
            let mut values = tags::values_of_heir(self, discriminator, heir);
            values.retain(|value| taken.insert(value.clone()));
            if values.is_empty() {
                continue;
            }
            let ty = Type::Named(self.component_type(heir, place.direction));
            alternatives.push(Alternative {
                name: Some(self.components[&heir].name.clone()),
                tag_values: values.into_iter().collect(),
                ..Alternative::of(ty)
            });
        }
        let view = self.view(&[base]);
        let travels = self.survey.travels(base);
        let is_second = place.direction == Direction::Input
            && travels.input
            && travels.output
            && self.survey.is_directional(base);
        let wish = if is_second {
            format!("{} base input", place.wish)
        } else {
            format!("{} base", place.wish)
        };
        let own = Place {
            wish: &wish,
            ..place
        };
        let members = Shape::Struct(self.members_of(&view, own));
        alternatives.push(Alternative {
            name: Some("base".to_owned()),
            is_base: true,
            docs: Docs {
                description: Some("Any other: what all of them have in common.".to_owned()),
                ..Docs::default()
            },
            ..Alternative::of(self.define_inline(members, Self::schemas_of(key), own))
        });
        let tag = discriminator.property_name.clone();
        Some(self.union(alternatives, Some(tag), place))
    }

    /// The field of the tag in an heir: the one value that says which it is, sent by itself.
    pub(super) fn tag_of_heir(&mut self, object: &View<'a>, key: &str, field: Field) -> Field {
        let Some(value) = self.own_tag(object, key) else {
            return field;
        };
        let literal = Literal::String(value.clone());
        let ty = match self.resolved(&field.ty) {
            Some((id, Shape::Enum(known)))
                if known.variants.iter().any(|one| one.value == literal) =>
            {
                Type::Named(id)
            }
            None if field.ty == Type::String => Type::String,
            Some(_) | None => return field,
        };
        Field {
            ty,
            presence: Presence::Required,
            constant: Some(literal),
            default: None,
            ..field
        }
    }

    /// An heir, and the one value of the tag by which it is known to its base.
    fn own_tag(&mut self, object: &View<'a>, key: &str) -> Option<String> {
        let own = object.schemas.first()?;
        let id = *self
            .document
            .component_schemas
            .get(own.component.as_ref()?)?;
        let base = self.heirs.base(id)?;
        let discriminator = tag(self.document.schema(base))?;
        if discriminator.property_name != key {
            return None;
        }
        let mut values = tags::values_of_heir(self, discriminator, id).into_iter();
        let value = values.next()?;
        values.next().is_none().then_some(value)
    }
}

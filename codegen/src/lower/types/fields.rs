//! The members of a struct, one by one.

use std::collections::HashSet;

use super::lowering::Place;
use super::view::View;
use super::{Types, enums, facts, scalars, survey};
use crate::api::{Docs, Field, Literal, Owner, Presence, Type};
use crate::config::TypesConfig;
use crate::diagnostic::Diagnostic;
use crate::document::{Schema, SchemaId, SchemaType};
use crate::lower::names::{Scope, letters};
use crate::source::Node;

/// `Type.member` of the configuration as pairs of letters; `*` is every type.
pub(super) fn secrets(config: &TypesConfig) -> HashSet<(String, String)> {
    let pairs = config
        .secrets
        .iter()
        .filter_map(|secret| secret.split_once('.'));
    pairs
        .map(|(ty, member)| {
            let ty = if ty == "*" {
                "*".to_owned()
            } else {
                letters(ty)
            };
            (ty, letters(member))
        })
        .collect()
}

/// An extension that is text.
pub(super) fn text_extension<'s>(schema: &'s Schema, key: &str) -> Option<&'s str> {
    match schema.extensions.get(key) {
        Some(Node::Str(text)) if !text.trim().is_empty() => Some(text),
        _ => None,
    }
}

impl<'a> Types<'a> {
    /// The field of a member for which all of `schemas` hold.
    pub(super) fn field(
        &mut self,
        object: &View<'a>,
        key: &str,
        schemas: &[SchemaId],
        scope: &mut Scope,
        place: Place<'_>,
    ) -> Field {
        let (owner_wish, owner) = self.declared_by(schemas, place);
        let wish = format!("{owner_wish} {}", self.called(schemas, key));
        let inner = Place {
            wish: &wish,
            owner,
            ..place
        };
        let ty = if object.required.contains(key) && self.is_one_text(schemas) {
            self.coverage.positions += 1;
            Type::String
        } else {
            self.lower_all(schemas, inner)
        };
        self.field_of_type(object, key, schemas, ty, scope, place)
    }

    /// Whether a member is always the same text and says so itself, such as `object: list`. It is
    /// filled in by itself, so a type of its own would be of no use to anybody.
    fn is_one_text(&mut self, schemas: &[SchemaId]) -> bool {
        let is_plain = |schema: &Schema| {
            let composed = schema.reference.is_some() || !schema.all_of.is_empty();
            !composed && schema.component.is_none()
        };
        let document = self.document;
        let plain = schemas.iter().all(|&id| is_plain(document.schema(id)));
        plain && !self.nullability.allows_null(document, schemas) && {
            let view = self.view(schemas);
            let is_text = view
                .types
                .as_deref()
                .is_none_or(|types| types == [SchemaType::String]);
            let substituted = view.first(|schema| schema.extensions.get("x-rust-type"));
            is_text
                && substituted.is_none()
                && matches!(enums::only_value(&view), Some(Literal::String(_)))
        }
    }

    /// What a member is called.
    pub(super) fn called<'k>(&self, schemas: &[SchemaId], key: &'k str) -> &'k str
    where
        'a: 'k,
    {
        let own: &'a Schema = self.document.schema(schemas[0]);
        text_extension(own, "x-rust-name").unwrap_or(key)
    }

    /// The field of a member whose type is decided.
    pub(super) fn field_of_type(
        &mut self,
        object: &View<'a>,
        key: &str,
        schemas: &[SchemaId],
        ty: Type,
        scope: &mut Scope,
        place: Place<'_>,
    ) -> Field {
        let view = self.view(schemas);
        let ty = if self.is_secret(object, key, place) || scalars::is_secret(&view) {
            secret(ty, &view)
        } else {
            ty
        };
        let presence = if object.required.contains(key) {
            Presence::Required
        } else {
            Presence::Optional
        };
        let constant = match presence {
            Presence::Required if !matches!(ty, Type::Nullable(_)) => enums::only_value(&view),
            Presence::Required | Presence::Optional => None,
        };
        let (read_only, write_only) = schemas
            .iter()
            .map(|&id| survey::one_way(self.document, id))
            .fold((false, false), |all, one| (all.0 | one.0, all.1 | one.1));
        let name = scope.claim(self.called(schemas, key));
        let constraints = self.constraints(&view, &ty);
        Field {
            docs: facts::docs(self.document, schemas, &view, name.as_str()),
            name,
            key: key.to_owned(),
            presence,
            default: default(&view),
            constant,
            constraints,
            read_only,
            write_only,
            ty,
        }
    }

    /// A member that is required and described nowhere. What holds for all further members holds
    /// for it; else it may be anything, which is rarely meant.
    pub(super) fn undeclared_field(
        &mut self,
        object: &View<'a>,
        key: &str,
        scope: &mut Scope,
        place: Place<'_>,
    ) -> Field {
        self.coverage.positions += 1;
        let ty = if object.additional.is_empty() && object.patterns.is_empty() {
            self.tell_undeclared(object, key);
            self.left_open()
        } else {
            self.further_members(object, place)
        };
        Field {
            name: scope.claim(key),
            key: key.to_owned(),
            docs: Docs::default(),
            ty,
            presence: Presence::Required,
            default: None,
            constant: None,
            constraints: crate::api::Constraints::default(),
            read_only: false,
            write_only: false,
        }
    }

    fn tell_undeclared(&mut self, object: &View<'a>, key: &str) {
        let mut schemas = object.schemas.iter();
        let requires = |schema: &&&Schema| schema.required.iter().any(|other| other == key);
        let Some(schema) = schemas.find(requires) else {
            return;
        };
        self.diagnostics.push(
            Diagnostic::warning(
                "undeclared-member",
                schema.at.join("required"),
                format!(
                    "`{key}` is required and not among the `properties`, so it may be anything"
                ),
            )
            .help("answers without it are refused: describe it, or take it off the list"),
        );
    }

    /// Whose member it is: what comes from another component by composition keeps that one's name
    /// for its inline types, so that all who share it share them.
    fn declared_by(&mut self, schemas: &[SchemaId], place: Place<'_>) -> (String, Owner) {
        let home = match schemas {
            [id] => self.survey.home(*id),
            _ => None,
        };
        if let Some(home) = home {
            let owner = Owner::Component(self.component_type(home, place.direction));
            if owner != place.owner {
                return (self.components[&home].name.clone(), owner);
            }
        }
        (place.wish.to_owned(), place.owner)
    }

    fn is_secret(&self, object: &View<'a>, key: &str, place: Place<'_>) -> bool {
        if self.secrets.is_empty() {
            return false;
        }
        let key = letters(key);
        let mut types = vec!["*".to_owned(), letters(place.wish)];
        let components = object
            .schemas
            .iter()
            .filter_map(|schema| schema.component.as_ref());
        types.extend(components.map(|component| letters(component)));
        types
            .into_iter()
            .any(|ty| self.secrets.contains(&(ty, key.clone())))
    }
}

/// The type with its text hidden.
fn secret(ty: Type, view: &View<'_>) -> Type {
    let text = view.types.as_deref() == Some(&[SchemaType::String]);
    match ty {
        Type::Nullable(inner) => secret(*inner, view).nullable(),
        Type::String | Type::Uri | Type::Uuid => Type::Secret,
        Type::Named(_) if text && view.values.is_none() && view.groups.is_empty() => Type::Secret,
        Type::Array(inner) if *inner == Type::String => Type::Array(Box::new(Type::Secret)),
        Type::Map(inner) if *inner == Type::String => Type::Map(Box::new(Type::Secret)),
        other => other,
    }
}

/// `default`, unless it is `null`: that is what a missing member is anyway.
pub(super) fn default(view: &View<'_>) -> Option<Literal> {
    view.first(|schema| schema.default.as_ref())
        .filter(|value| **value != Node::Null)
        .map(crate::lower::literal::literal)
}

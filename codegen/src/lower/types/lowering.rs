//! From schemas that hold together to a type: what was lowered before, what has a name already,
//! and who gets one now.

use super::view::View;
use super::{Direction, Types, fields};
use crate::api::{Docs, Name, Owner, Shape, Type, TypeDef, TypeId, Usage};
use crate::diagnostic::{Diagnostic, Location};
use crate::document::{SchemaId, SchemaType};
use crate::lower::docs;

/// How deep schemas may stand inside each other; deeper is not typed.
const DEEPEST: usize = 100;

/// So many words may a type have that has no name.
const LONGEST: usize = 24;

/// Where a type is wanted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'p> {
    /// What it is called if it needs a name.
    pub(super) wish: &'p str,
    pub(super) owner: Owner,
    pub(super) direction: Direction,
}

/// What a type is known by while lowering.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Key {
    schemas: Vec<SchemaId>,
    /// The schemas are alternatives.
    choice: bool,
    /// One of several `type`s.
    only: Option<SchemaType>,
    /// Absent where both directions are the same.
    direction: Option<Direction>,
}

/// What schemas turn out to be.
pub(super) enum Shaped {
    /// A type that needs no name.
    Plain(Type),
    /// A shape that needs one.
    Named(Shape),
}

impl<'a> Types<'a> {
    /// The type of a value for which all of the schemas hold.
    pub(super) fn lower_all(&mut self, schemas: &[SchemaId], place: Place<'_>) -> Type {
        if let Some(ty) = self.copied(schemas, place.direction) {
            return ty;
        }
        self.lower_here(schemas, place)
    }

    /// The same, whether or not it is a copy of something else.
    pub(super) fn lower_here(&mut self, schemas: &[SchemaId], place: Place<'_>) -> Type {
        if self.is_spent() {
            return Type::Any;
        }
        let key = self.key(schemas, place.direction);
        if let Some(known) = self.known.get(&key) {
            return known.clone();
        }
        if self.open.contains_key(&key) {
            let id = self.reserve(&key, place);
            return self.nullable_if(schemas, Type::Named(id));
        }
        self.coverage.positions += 1;
        if self.depth >= DEEPEST {
            let at = self.document.schema(schemas[0]).at.clone();
            return self.untyped(at, "schemas stand too deep inside each other here");
        }
        self.depth += 1;
        let ty = self.lower_new(schemas, &key, place);
        self.depth -= 1;
        let ty = self.readable(ty, schemas, place);
        self.known.insert(key, ty.clone());
        ty
    }

    fn lower_new(&mut self, schemas: &[SchemaId], key: &Key, place: Place<'_>) -> Type {
        if let Some(ty) = self.collapsed(schemas, None, place) {
            return ty;
        }
        let view = self.view(schemas);
        self.open.insert(key.clone(), None);
        let shaped = self.shape(&view, key, place);
        let ty = self.named(shaped, &view, key, place);
        self.open.remove(key);
        self.nullable_if(schemas, ty)
    }

    /// Gives a shape its name. A type that needs none gets one if somebody referred to it
    /// meanwhile, or if the user brings another.
    pub(super) fn named(
        &mut self,
        shaped: Shaped,
        view: &View<'a>,
        key: &Key,
        place: Place<'_>,
    ) -> Type {
        let reserved = self.open.get(key).copied().flatten();
        let substituted = !key.choice && view.schemas[0].extensions.contains_key("x-rust-type");
        let shape = match shaped {
            Shaped::Plain(ty) if reserved.is_none() && !substituted => return ty,
            Shaped::Plain(ty) => Shape::Alias(ty),
            Shaped::Named(shape) => shape,
        };
        let id = self.reserve(key, place);
        let name = self.defs[id.0].as_ref().map(|def| def.name.clone());
        let name = name.expect("a reserved type has its name");
        self.put(id, name, shape, key.schemas[0], place.owner);
        Type::Named(id)
    }

    /// The id of a type that is being lowered, and its name from now on.
    pub(super) fn reserve(&mut self, key: &Key, place: Place<'_>) -> TypeId {
        if let Some(Some(id)) = self.open.get(key) {
            return *id;
        }
        let travels = self.survey.travels(key.schemas[0]);
        let is_second = key.direction == Some(Direction::Input) && travels.input && travels.output;
        let announced = match key.schemas[..] {
            [schema] if !is_second && !key.choice && key.only.is_none() => {
                self.family_names.remove(&schema)
            }
            _ => None,
        };
        let name = match announced {
            Some(name) => name,
            None if is_second => self.scope.claim(&format!("{} input", place.wish)),
            None => self.scope.claim(place.wish),
        };
        let id = TypeId(self.defs.len());
        self.defs.push(None);
        self.put(
            id,
            name,
            Shape::Alias(Type::Any),
            key.schemas[0],
            place.owner,
        );
        self.open.insert(key.clone(), Some(id));
        id
    }

    pub(super) fn put(
        &mut self,
        id: TypeId,
        name: Name,
        shape: Shape,
        schema: SchemaId,
        owner: Owner,
    ) {
        let told_otherwise = self.copies.is_told_otherwise(schema);
        let schema = self.document.schema(schema);
        let configured = schema
            .component
            .as_ref()
            .and_then(|component| self.config.substitutes.get(component));
        let substitute = configured
            .map(String::as_str)
            .or_else(|| fields::text_extension(schema, "x-rust-type"));
        self.defs[id.0] = Some(TypeDef {
            docs: if told_otherwise {
                Docs::default()
            } else {
                docs::schema_docs(schema, name.as_str())
            },
            name,
            shape,
            owner,
            origin: format!("#{}", schema.at.pointer),
            usage: Usage::default(),
            substitute: substitute.map(str::to_owned),
        });
    }

    pub(super) fn nullable_if(&mut self, schemas: &[SchemaId], ty: Type) -> Type {
        if self.nullability.allows_null(self.document, schemas) {
            ty.nullable()
        } else {
            ty
        }
    }

    /// What several schemas are known by in a direction.
    pub(super) fn key(&self, schemas: &[SchemaId], direction: Direction) -> Key {
        let directional = schemas.iter().any(|&id| self.survey.is_directional(id));
        Key {
            schemas: schemas.to_vec(),
            choice: false,
            only: None,
            direction: directional.then_some(direction),
        }
    }

    /// The whole that a value of several `type`s is, as far as it is one of them.
    pub(super) fn lower_only(
        &mut self,
        view: &View<'a>,
        ty: SchemaType,
        key: &Key,
        place: Place<'_>,
    ) -> Type {
        let key = Key {
            only: Some(ty),
            ..key.clone()
        };
        self.open.insert(key.clone(), None);
        let shaped = self.shape_of_type(view, ty, &key, place);
        let lowered = self.named(shaped, view, &key, place);
        self.open.remove(&key);
        lowered
    }

    /// Says that a place could not be typed.
    pub(super) fn untyped(&mut self, at: Location, reason: &str) -> Type {
        self.coverage.untyped += 1;
        self.diagnostics.push(Diagnostic::warning(
            "untyped",
            at,
            format!("{reason}, so it stays any JSON value"),
        ));
        Type::Any
    }

    /// Counts a place that the document leaves open.
    pub(super) fn left_open(&mut self) -> Type {
        self.coverage.open += 1;
        Type::Any
    }

    /// The type of a value for which one of the schemas holds.
    pub(super) fn lower_choice(&mut self, branches: &[SchemaId], place: Place<'_>) -> Type {
        if let [only] = branches {
            return self.lower_all(&[*only], place);
        }
        if self.is_spent() {
            return Type::Any;
        }
        let key = Key {
            choice: true,
            ..self.key(branches, place.direction)
        };
        if let Some(known) = self.known.get(&key) {
            return known.clone();
        }
        if self.depth >= DEEPEST {
            let at = self.document.schema(branches[0]).at.clone();
            return self.untyped(at, "schemas stand too deep inside each other here");
        }
        let view = View::of_alternatives(self.document, branches);
        self.depth += 1;
        self.open.insert(key.clone(), None);
        let shaped = self.shape(&view, &key, place);
        let ty = self.named(shaped, &view, &key, place);
        self.open.remove(&key);
        self.depth -= 1;
        let mut null = false;
        for &branch in branches {
            null |= self.nullability.allows_null(self.document, &[branch]);
        }
        let ty = if null { ty.nullable() } else { ty };
        self.known.insert(key, ty.clone());
        ty
    }

    /// Names a shape that stands inside another type.
    pub(super) fn define_inline(
        &mut self,
        shape: Shape,
        schemas: &[SchemaId],
        place: Place<'_>,
    ) -> Type {
        let name = self.scope.claim(place.wish);
        let id = TypeId(self.defs.len());
        self.defs.push(None);
        self.put(id, name, shape, schemas[0], place.owner);
        Type::Named(id)
    }

    /// A type that is long to write gets a name: nobody could read it else, and where references
    /// share parts of it, it doubles with each step.
    fn readable(&mut self, ty: Type, schemas: &[SchemaId], place: Place<'_>) -> Type {
        match ty {
            ty if length(&ty) <= LONGEST => ty,
            Type::Nullable(inner) => self
                .define_inline(Shape::Alias(*inner), schemas, place)
                .nullable(),
            ty => self.define_inline(Shape::Alias(ty), schemas, place),
        }
    }

    /// The id that a type has got while it is being lowered.
    pub(super) fn reserved(&self, key: &Key) -> Option<TypeId> {
        self.open.get(key).copied().flatten()
    }

    /// The schemas behind a key.
    pub(super) fn schemas_of(key: &Key) -> &[SchemaId] {
        &key.schemas
    }
}

/// How many words a type is written in.
fn length(ty: &Type) -> usize {
    let inner = match ty {
        Type::Array(inner) | Type::Set(inner) | Type::Map(inner) | Type::Nullable(inner) => {
            length(inner)
        }
        Type::Tuple(items, rest) => items.iter().chain(rest.as_deref()).map(length).sum(),
        Type::Any
        | Type::Null
        | Type::Boolean
        | Type::Integer(_)
        | Type::Number(_)
        | Type::String
        | Type::Secret
        | Type::Bytes(_)
        | Type::Binary
        | Type::DateTime
        | Type::Date
        | Type::Time
        | Type::Duration
        | Type::Uuid
        | Type::Uri
        | Type::Ipv4
        | Type::Ipv6
        | Type::Named(_) => 0,
    };
    inner + 1
}

//! From schemas that hold together to a type: what was lowered before, what has a name already,
//! and who gets one now.

use super::composition::{Depth, Weight, gather, weight};
use super::view::View;
use super::{Direction, Types, fields};
use crate::api::{Name, Owner, Shape, Type, TypeDef, TypeId, Usage};
use crate::diagnostic::{Diagnostic, Location};
use crate::document::{SchemaId, SchemaType};
use crate::lower::docs;

/// How deep schemas may stand inside each other; deeper is not typed.
const DEEPEST: usize = 100;

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
    /// One of several `type`s.
    only: Option<SchemaType>,
    /// Absent where both directions are the same.
    direction: Option<Direction>,
}

/// A component schema: its name, and the types it became.
#[derive(Debug)]
pub(super) struct Component {
    pub(super) name: String,
    input: Option<TypeId>,
    output: Option<TypeId>,
    /// Whether one of them has the name as it is.
    named: bool,
}

impl Component {
    /// Whether a type is one of its.
    pub(super) fn is(&self, id: TypeId) -> bool {
        self.input == Some(id) || self.output == Some(id)
    }
}

/// What schemas turn out to be.
pub(super) enum Shaped {
    /// A type that needs no name.
    Plain(Type),
    /// A shape that needs one.
    Named(Shape),
}

impl<'a> Types<'a> {
    /// Claims names and ids of the components. One with members that travel one way only, and
    /// that itself travels both ways, becomes two.
    pub(super) fn announce_components(&mut self) {
        let document = self.document;
        let mut order = Vec::new();
        for (name, &id) in &document.component_schemas {
            if self.components.contains_key(&id) {
                continue;
            }
            let wish = self.component_wish(name, id);
            let component = Component {
                name: self.scope.claim(&wish).to_string(),
                input: None,
                output: None,
                named: false,
            };
            self.components.insert(id, component);
            order.push(id);
        }
        for id in order {
            let travels = self.survey.travels(id);
            if !travels.input || travels.output {
                self.component_type(id, Direction::Output);
            }
            if travels.input {
                self.component_type(id, Direction::Input);
            }
        }
        self.waiting.reverse();
    }

    /// The type of a component in a direction; its definition is made later, so that no chain of
    /// references is too long.
    pub(super) fn component_type(&mut self, id: SchemaId, direction: Direction) -> TypeId {
        let one_form = !self.survey.is_directional(id);
        let component = self
            .components
            .get_mut(&id)
            .expect("components are announced first");
        let known = match direction {
            Direction::Input => component.input,
            Direction::Output => component.output,
        };
        if let Some(known) = known {
            return known;
        }
        let ty = TypeId(self.defs.len());
        self.defs.push(None);
        self.waiting.push((id, direction, ty));
        match direction {
            _ if one_form => (component.input, component.output) = (Some(ty), Some(ty)),
            Direction::Input => component.input = Some(ty),
            Direction::Output => component.output = Some(ty),
        }
        ty
    }

    /// Makes the definitions that were put off.
    pub(super) fn define_waiting(&mut self) {
        while let Some((id, direction, ty)) = self.waiting.pop() {
            let component = self
                .components
                .get_mut(&id)
                .expect("components are announced first");
            let wish = component.name.clone();
            let output_has_it = direction == Direction::Input
                && component.output.is_some_and(|output| output != ty);
            let name = if output_has_it || component.named {
                let suffix = match direction {
                    Direction::Input => "input",
                    Direction::Output => "output",
                };
                self.scope.claim(&format!("{wish} {suffix}"))
            } else {
                component.named = true;
                Name::from_words([wish.as_str()])
            };
            let place = Place {
                wish: &wish,
                owner: Owner::Component(ty),
                direction,
            };
            self.coverage.positions += 1;
            self.depth += 1;
            let shape = match self.shape_of_component(id, place) {
                Shaped::Plain(plain) => Shape::Alias(plain),
                Shaped::Named(shape) => shape,
            };
            self.depth -= 1;
            self.put(ty, name, shape, id, place.owner);
        }
    }

    fn shape_of_component(&mut self, id: SchemaId, place: Place<'_>) -> Shaped {
        let key = self.key(&[id], place.direction);
        if let Some(ty) = self.collapsed(&[id], Some(id), place) {
            return Shaped::Plain(ty.split_null().0.clone());
        }
        let view = self.view(&[id]);
        let ty = self.component_type(id, place.direction);
        self.open.insert(key.clone(), Some(ty));
        let shaped = self.shape(&view, &key, place);
        self.open.remove(&key);
        match shaped {
            // `null` stands where the component is referred to.
            Shaped::Plain(ty) => Shaped::Plain(ty.split_null().0.clone()),
            Shaped::Named(shape) => Shaped::Named(shape),
        }
    }

    /// The type of a value for which all of the schemas hold.
    pub(super) fn lower_all(&mut self, schemas: &[SchemaId], place: Place<'_>) -> Type {
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
        let substituted = view.schemas[0].extensions.contains_key("x-rust-type");
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
        let name = if is_second {
            self.scope.claim(&format!("{} input", place.wish))
        } else {
            self.scope.claim(place.wish)
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

    fn put(&mut self, id: TypeId, name: Name, shape: Shape, schema: SchemaId, owner: Owner) {
        let schema = self.document.schema(schema);
        let configured = schema
            .component
            .as_ref()
            .and_then(|component| self.config.substitutes.get(component));
        let substitute = configured
            .map(String::as_str)
            .or_else(|| fields::text_extension(schema, "x-rust-type"));
        self.defs[id.0] = Some(TypeDef {
            docs: docs::schema_docs(schema, name.as_str()),
            name,
            shape,
            owner,
            origin: format!("#{}", schema.at.pointer),
            usage: Usage::default(),
            substitute: substitute.map(str::to_owned),
        });
    }

    /// The type of what the schemas refer to, if they add nothing to it: a component, or a schema
    /// that stands elsewhere.
    fn collapsed(
        &mut self,
        schemas: &[SchemaId],
        root: Option<SchemaId>,
        place: Place<'_>,
    ) -> Option<Type> {
        let parts = gather(self.document, schemas, Depth::ToComponents(root));
        let weigh = |id: &SchemaId| weight(self.document, self.document.schema(*id));
        let heaviest = parts
            .outer_first
            .iter()
            .map(weigh)
            .max()
            .unwrap_or(Weight::Bare);
        if let [component] = parts.components[..]
            && (heaviest == Weight::Bare
                || heaviest == Weight::Typed && self.says_more_than_type(component))
            && !self.brings_its_own(schemas)
        {
            let id = self.component_type(component, place.direction);
            return Some(self.nullable_if(schemas, Type::Named(id)));
        }
        let telling: Vec<SchemaId> = parts
            .outer_first
            .iter()
            .copied()
            .filter(|id| weigh(id) == heaviest)
            .collect();
        if let [told] = telling[..]
            && parts.components.is_empty()
            && heaviest > Weight::Bare
            && schemas != [told]
            && Some(told) != root
            && !self.brings_its_own(schemas)
        {
            let (wish, owner) = self.wish_at(told, place);
            let place = Place {
                wish: &wish,
                owner,
                ..place
            };
            let ty = self.lower_all(&[told], place);
            return Some(self.nullable_if(schemas, ty.split_null().0.clone()));
        }
        None
    }

    /// A component of which a `type` or `format` beside its reference says nothing new.
    fn says_more_than_type(&self, component: SchemaId) -> bool {
        gather(self.document, &[component], Depth::Full)
            .outer_first
            .iter()
            .any(|&id| weight(self.document, self.document.schema(id)) > Weight::Bare)
    }

    fn brings_its_own(&self, schemas: &[SchemaId]) -> bool {
        let schema = self.document.schema(schemas[0]);
        schema.component.is_none() && schema.extensions.contains_key("x-rust-type")
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

    /// The id that a type has got while it is being lowered.
    pub(super) fn reserved(&self, key: &Key) -> Option<TypeId> {
        self.open.get(key).copied().flatten()
    }

    /// The schemas behind a key.
    pub(super) fn schemas_of(key: &Key) -> &[SchemaId] {
        &key.schemas
    }
}

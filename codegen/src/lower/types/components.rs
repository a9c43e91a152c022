//! Component schemas: their names are claimed first, their definitions are made when nothing else
//! is under way.

use super::lowering::{Place, Shaped};
use super::{Direction, Types, component_wish};
use crate::api::{Name, Owner, Shape, Type, TypeId};
use crate::document::SchemaId;

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

impl Types<'_> {
    /// Claims names and ids of the components. One with members that travel one way only, and
    /// that itself travels both ways, becomes two.
    pub(super) fn announce_components(&mut self) {
        let document = self.document;
        let mut order = Vec::new();
        for (name, &id) in &document.component_schemas {
            if self.components.contains_key(&id) {
                continue;
            }
            let wish = component_wish(document, self.config, name, id);
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
        if self.is_spent() {
            return Shaped::Plain(Type::Any);
        }
        let key = self.key(&[id], place.direction);
        if let Some(shaped) = self.union_of_heirs(id, &key, place) {
            return shaped;
        }
        // An heir that adds nothing is still another than its base.
        if self.heirs.base(id).is_none()
            && let Some(ty) = self.collapsed(&[id], Some(id), place)
        {
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
}

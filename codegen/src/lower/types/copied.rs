//! Schemas that say word for word what another says become its type.

use super::lowering::Place;
use super::{Direction, Types};
use crate::api::{Owner, Type, TypeId};
use crate::document::SchemaId;
use crate::lower::copies::{Home, Original};

/// The owner of what gets one when it is made.
const NOBODY: Owner = Owner::Component(TypeId(usize::MAX));

impl Types<'_> {
    /// Claims the names of the families, behind those of the components.
    pub(super) fn announce_families(&mut self) {
        for family in self.copies.families() {
            let name = self.scope.claim(&family.wish);
            self.family_names.insert(family.first, name);
        }
    }

    /// The type of what a schema is a copy of.
    pub(super) fn copied(&mut self, schemas: &[SchemaId], direction: Direction) -> Option<Type> {
        let [schema] = *schemas else { return None };
        let ty = match self.copies.original(schema)? {
            Original::Component(id) => Type::Named(self.component_type(id, direction)),
            Original::Family(index) => self.family(index, direction),
        };
        Some(self.nullable_if(schemas, ty.split_null().0.clone()))
    }

    /// The type of a family. One whose places stand beneath several things belongs to itself, and
    /// what is inside it belongs to it.
    fn family(&mut self, index: usize, direction: Direction) -> Type {
        let family = &self.copies.families()[index];
        let owner = match family.home {
            _ if family.shared => NOBODY,
            Home::Component(id) => Owner::Component(self.component_type(id, direction)),
            Home::Operation(id) => Owner::Operation(id),
        };
        let place = Place {
            wish: &family.wish,
            owner,
            direction,
        };
        let before = self.defs.len();
        let ty = self.lower_here(&[family.first], place);
        if family.shared {
            self.adopt(before, &ty);
        }
        ty
    }

    /// Makes the new types that belong to nobody belong to the one that they are inside of.
    fn adopt(&mut self, before: usize, whole: &Type) {
        let is_orphan = |id: &TypeId| {
            let def = self.defs[id.0].as_ref();
            def.is_some_and(|def| def.owner == NOBODY)
        };
        let whole = match whole.split_null().0 {
            Type::Named(id) => Some(*id),
            _ => None,
        };
        let mut new = (before..self.defs.len()).map(TypeId);
        let Some(head) = whole.filter(is_orphan).or_else(|| new.find(is_orphan)) else {
            return;
        };
        for def in self.defs[before..].iter_mut().flatten() {
            if def.owner == NOBODY {
                def.owner = Owner::Component(head);
            }
        }
    }
}

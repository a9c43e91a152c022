//! Lists, sets and tuples.

use super::Types;
use super::lowering::Place;
use super::view::View;
use crate::api::Type;
use crate::document::SchemaId;

/// The longest tuple; what is longer is a list.
const LONGEST: usize = 8;

impl<'a> Types<'a> {
    /// The type of a list.
    pub(super) fn array(&mut self, view: &View<'a>, place: Place<'_>) -> Type {
        if !view.prefix_items.is_empty() {
            return self.tuple(view, place);
        }
        let item = self.item(&view.items, place);
        if view.any(|schema| schema.unique_items) {
            Type::Set(Box::new(item))
        } else {
            Type::Array(Box::new(item))
        }
    }

    fn item(&mut self, items: &[SchemaId], place: Place<'_>) -> Type {
        if items.is_empty() {
            return self.left_open();
        }
        let wish = self.item_wish(place.wish);
        self.lower_all(
            items,
            Place {
                wish: &wish,
                ..place
            },
        )
    }

    /// A tuple where the places are fixed and all there. Where a value may be shorter, or end in
    /// anything, a tuple would refuse it.
    fn tuple(&mut self, view: &View<'a>, place: Place<'_>) -> Type {
        let count = view.prefix_items.len();
        let limit = |limit: Option<u64>| limit.and_then(|limit| usize::try_from(limit).ok());
        let at_least = limit(view.first(|schema| schema.min_items)).unwrap_or(0);
        let at_most = limit(view.first(|schema| schema.max_items)).unwrap_or(usize::MAX);
        let item_wish = self.item_wish(place.wish);
        let mut types = Vec::new();
        for (at, &item) in view.prefix_items.iter().enumerate() {
            let wish = format!("{item_wish} {}", at + 1);
            types.push(self.lower_all(
                &[item],
                Place {
                    wish: &wish,
                    ..place
                },
            ));
        }
        let nothing_follows = at_most <= count
            || view
                .items
                .iter()
                .any(|&items| self.document.schema(items).boolean == Some(false));
        let rest = if nothing_follows {
            None
        } else {
            Some(self.item(&view.items, place))
        };

        let mut distinct: Vec<Type> = Vec::new();
        for ty in types
            .iter()
            .chain(rest.iter().filter(|_| !view.items.is_empty()))
        {
            if !distinct.contains(ty) {
                distinct.push(ty.clone());
            }
        }
        // What follows may be anything, but an author who asks for all the places means a list.
        let is_list = nothing_follows || !view.items.is_empty() || at_least >= count;
        if let [same] = &distinct[..]
            && is_list
        {
            return Type::Array(Box::new(same.clone()));
        }
        match rest {
            None if at_least >= count && count <= LONGEST => Type::Tuple(types, None),
            None => {
                let choice = self.choice(
                    &distinct,
                    view.prefix_items,
                    Place {
                        wish: &item_wish,
                        ..place
                    },
                );
                Type::Array(Box::new(choice))
            }
            Some(rest) if count <= LONGEST => Type::Tuple(types, Some(Box::new(rest))),
            Some(rest) => {
                if !distinct.contains(&rest) {
                    distinct.push(rest);
                }
                let choice = self.choice(
                    &distinct,
                    view.prefix_items,
                    Place {
                        wish: &item_wish,
                        ..place
                    },
                );
                Type::Array(Box::new(choice))
            }
        }
    }
}

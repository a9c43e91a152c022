//! Which shape a merged view has.

use super::Types;
use super::lowering::{Key, Place, Shaped};
use super::view::View;
use crate::api::Type;
use crate::document::SchemaType;

impl<'a> Types<'a> {
    /// The shape of what is not `null`.
    pub(super) fn shape(&mut self, view: &View<'a>, key: &Key, place: Place<'_>) -> Shaped {
        if view.nothing {
            return Shaped::Plain(self.left_open());
        }
        if view.only_null {
            return Shaped::Plain(Type::Null);
        }
        if let Some(constants) = self.constants(view) {
            return constants;
        }
        if !view.groups.is_empty() {
            return self.alternatives(view, key, place);
        }
        self.shape_of_types(view, key, place)
    }

    /// The shape that the types alone ask for, alternatives left aside.
    pub(super) fn shape_of_types(
        &mut self,
        view: &View<'a>,
        key: &Key,
        place: Place<'_>,
    ) -> Shaped {
        let types = view.types.clone().unwrap_or_else(|| implied(view));
        match types[..] {
            [] => Shaped::Plain(self.left_open()),
            [ty] => self.shape_of_type(view, ty, key, place),
            _ if is_everything(&types) => Shaped::Plain(self.left_open()),
            _ => self.union_of_types(view, &types, key, place),
        }
    }

    /// The shape of a value of this type.
    pub(super) fn shape_of_type(
        &mut self,
        view: &View<'a>,
        ty: SchemaType,
        key: &Key,
        place: Place<'_>,
    ) -> Shaped {
        match ty {
            SchemaType::Object => self.object(view, key, place),
            SchemaType::Array => Shaped::Plain(self.array(view, place)),
            SchemaType::Null
            | SchemaType::Boolean
            | SchemaType::Integer
            | SchemaType::Number
            | SchemaType::String => Shaped::Plain(Self::scalar(view, ty)),
        }
    }
}

fn is_everything(types: &[SchemaType]) -> bool {
    [
        SchemaType::Boolean,
        SchemaType::Number,
        SchemaType::String,
        SchemaType::Array,
        SchemaType::Object,
    ]
    .iter()
    .all(|ty| types.contains(ty))
}

/// The type that the keywords are about where no `type` is named.
pub(super) fn implied(view: &View<'_>) -> Vec<SchemaType> {
    let object = !view.properties.is_empty()
        || !view.required.is_empty()
        || !view.additional.is_empty()
        || view.closed
        || !view.patterns.is_empty()
        || view.any(|schema| {
            schema.additional_properties.is_some()
                || schema.property_names.is_some()
                || schema.min_properties.is_some()
                || schema.max_properties.is_some()
        });
    if object {
        return vec![SchemaType::Object];
    }
    let array = !view.items.is_empty()
        || !view.prefix_items.is_empty()
        || view.any(|schema| {
            schema.unique_items || schema.min_items.is_some() || schema.max_items.is_some()
        });
    if array {
        return vec![SchemaType::Array];
    }
    let format = view
        .first(|schema| schema.format.as_deref())
        .unwrap_or_default();
    let numeric = match format {
        "int8" | "int16" | "int32" | "int64" | "uint8" | "uint16" | "uint32" | "uint64" => {
            Some(SchemaType::Integer)
        }
        "float" | "double" => Some(SchemaType::Number),
        _ => None,
    };
    let bounded = view.any(|schema| {
        schema.minimum.is_some()
            || schema.maximum.is_some()
            || schema.exclusive_minimum.is_some()
            || schema.exclusive_maximum.is_some()
            || schema.multiple_of.is_some()
    });
    let text = view.any(|schema| {
        schema.pattern.is_some()
            || schema.min_length.is_some()
            || schema.max_length.is_some()
            || schema.content_encoding.is_some()
            || schema.content_media_type.is_some()
    });
    let text = text || numeric.is_none() && !bounded && !format.is_empty();
    match (text, numeric, bounded) {
        (true, _, false) => vec![SchemaType::String],
        (false, Some(ty), _) => vec![ty],
        (false, None, true) => vec![SchemaType::Number],
        (true, _, true) | (false, None, false) => Vec::new(),
    }
}

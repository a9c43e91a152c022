//! What remains when everything is lowered: cycles that no value can end, and who uses what.

use super::{Direction, Types};
use crate::api::{Additional, Shape, Type, TypeDef, TypeId, Usage};
use crate::diagnostic::{Diagnostic, Location};

impl Types<'_> {
    /// Notes that a type travels.
    pub(super) fn add_root(&mut self, ty: &Type, direction: Direction) {
        let usage = Usage {
            input: direction == Direction::Input,
            output: direction == Direction::Output,
        };
        for_each_name(ty, &mut |id| self.roots.push((id, usage)));
    }

    /// All types, those that nothing reaches too.
    pub(in super::super) fn finish(mut self) -> Vec<TypeDef> {
        self.define_waiting();
        let mut defs: Vec<TypeDef> = self
            .defs
            .into_iter()
            .map(|def| def.expect("every announced type is defined by now"))
            .collect();
        for id in endless(&defs) {
            let file = crate::diagnostic::FileId::default();
            let at = Location {
                file,
                pointer: defs[id.0].origin.trim_start_matches('#').to_owned(),
            };
            self.diagnostics.push(Diagnostic::warning(
                "untyped",
                at,
                "it is defined by itself alone, so it stays any JSON value",
            ));
            defs[id.0].shape = Shape::Alias(Type::Any);
        }
        for def in &mut defs {
            def.usage = Usage::default();
        }
        spread(&mut defs, self.roots);
        let read = inside_of_unused(&defs);
        spread(&mut defs, read);
        defs
    }
}

/// Types that are nothing but each other: aliases in a circle, unions of themselves.
fn endless(defs: &[TypeDef]) -> Vec<TypeId> {
    #[derive(Clone, Copy, PartialEq)]
    enum Mark {
        New,
        Open,
        Done,
    }
    let mut marks = vec![Mark::New; defs.len()];
    let mut found = Vec::new();
    for start in 0..defs.len() {
        let mut open = vec![(start, false)];
        while let Some((at, done)) = open.pop() {
            if done {
                marks[at] = Mark::Done;
                continue;
            }
            match marks[at] {
                Mark::Done | Mark::Open => continue,
                Mark::New => marks[at] = Mark::Open,
            }
            open.push((at, true));
            for next in same_value(&defs[at].shape) {
                match marks[next.0] {
                    Mark::New => open.push((next.0, false)),
                    Mark::Open => found.push(TypeId(at)),
                    Mark::Done => {}
                }
            }
        }
    }
    found
}

/// The named types that a value of this shape may be as a whole.
fn same_value(shape: &Shape) -> Vec<TypeId> {
    let name = |ty: &Type| match ty.split_null().0 {
        Type::Named(id) => Some(*id),
        _ => None,
    };
    match shape {
        Shape::Alias(ty) => name(ty).into_iter().collect(),
        Shape::Union(union) => union
            .variants
            .iter()
            .filter_map(|one| name(&one.ty))
            .collect(),
        Shape::Struct(_) | Shape::Enum(_) => Vec::new(),
    }
}

/// Carries the usage of the roots to all that is inside them.
fn spread(defs: &mut [TypeDef], mut open: Vec<(TypeId, Usage)>) {
    while let Some((id, usage)) = open.pop() {
        let def = &mut defs[id.0];
        let more = Usage {
            input: usage.input && !def.usage.input,
            output: usage.output && !def.usage.output,
        };
        if !more.input && !more.output {
            continue;
        }
        def.usage.input |= usage.input;
        def.usage.output |= usage.output;
        for_each_inside(&def.shape, &mut |inner| open.push((inner, more)));
    }
}

/// What is sent and stands inside of what no operation leads to. That is there to be read, so what
/// is inside of it can be read as well.
fn inside_of_unused(defs: &[TypeDef]) -> Vec<(TypeId, Usage)> {
    let mut found = Vec::new();
    for def in defs.iter().filter(|def| def.usage == Usage::default()) {
        for_each_inside(&def.shape, &mut |inner| {
            let output = defs[inner.0].usage.input;
            let usage = Usage {
                output,
                ..Usage::default()
            };
            found.push((inner, usage));
        });
    }
    found
}

fn for_each_inside(shape: &Shape, see: &mut impl FnMut(TypeId)) {
    match shape {
        Shape::Struct(object) => {
            for field in &object.fields {
                for_each_name(&field.ty, see);
            }
            match &object.additional {
                Additional::Typed(_, ty) => for_each_name(ty, see),
                Additional::Open | Additional::Closed => {}
            }
        }
        Shape::Union(union) => {
            for variant in &union.variants {
                for_each_name(&variant.ty, see);
            }
        }
        Shape::Alias(ty) => for_each_name(ty, see),
        Shape::Enum(_) => {}
    }
}

/// The named types inside a type.
fn for_each_name(ty: &Type, see: &mut impl FnMut(TypeId)) {
    match ty {
        Type::Named(id) => see(*id),
        Type::Array(inner) | Type::Set(inner) | Type::Map(inner) | Type::Nullable(inner) => {
            for_each_name(inner, see);
        }
        Type::Tuple(items, rest) => {
            for item in items.iter().chain(rest.as_deref()) {
                for_each_name(item, see);
            }
        }
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
        | Type::Ipv6 => {}
    }
}

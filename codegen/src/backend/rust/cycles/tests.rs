//! Boxes only where a value would hold itself.

use super::Cycles;
use crate::api::{
    Additional, Api, Constraints, Docs, Field, Name, Owner, Presence, Shape, Struct, Type, TypeDef,
    TypeId, Usage,
};

fn def(index: usize, shape: Shape) -> TypeDef {
    TypeDef {
        name: Name::from_words([format!("t{index}").as_str()]),
        docs: Docs::default(),
        shape,
        owner: Owner::Component(TypeId(index)),
        origin: String::new(),
        usage: Usage::default(),
        substitute: None,
    }
}

fn holding(types: &[Type]) -> Shape {
    let fields = types.iter().enumerate().map(|(index, ty)| Field {
        name: Name::from_words([format!("f{index}").as_str()]),
        key: format!("f{index}"),
        docs: Docs::default(),
        ty: ty.clone(),
        presence: Presence::Optional,
        default: None,
        constant: None,
        constraints: Constraints::default(),
        read_only: false,
        write_only: false,
    });
    Shape::Struct(Struct {
        fields: fields.collect(),
        additional: Additional::Open,
        choices: Vec::new(),
    })
}

fn named(index: usize) -> Type {
    Type::Named(TypeId(index))
}

fn cycles(shapes: Vec<Shape>) -> Cycles {
    let types = shapes
        .into_iter()
        .enumerate()
        .map(|(index, shape)| def(index, shape));
    Cycles::find(&Api {
        types: types.collect(),
        ..Api::default()
    })
}

#[test]
fn a_chain_needs_no_box_and_a_cycle_does() {
    let cycles = cycles(vec![
        holding(&[named(1), named(2)]),
        holding(&[named(0).nullable()]),
        holding(&[Type::Array(Box::new(named(0)))]),
    ]);
    assert!(cycles.needs_box(TypeId(0), TypeId(1)));
    assert!(cycles.needs_box(TypeId(1), TypeId(0)));
    assert!(!cycles.needs_box(TypeId(0), TypeId(2)));
}

#[test]
fn a_cycle_through_an_alias_is_one() {
    let cycles = cycles(vec![
        holding(&[named(1)]),
        Shape::Alias(named(0).nullable()),
    ]);
    assert!(cycles.needs_box(TypeId(0), TypeId(1)));
    assert!(!cycles.is_newtype(TypeId(1)));
}

#[test]
fn aliases_that_come_back_are_newtypes() {
    let list = |index| Shape::Alias(Type::Array(Box::new(named(index))));
    let cycles = cycles(vec![list(0), list(2), list(1), list(1)]);
    let newtypes: Vec<bool> = (0..4)
        .map(|index| cycles.is_newtype(TypeId(index)))
        .collect();
    assert_eq!(newtypes, [true, true, true, false]);
}

#[test]
fn long_chains_do_not_overflow() {
    let length = 100_000;
    let shapes = (0..length).map(|index| holding(&[named((index + 1) % length)]));
    let cycles = cycles(shapes.collect());
    assert!(cycles.needs_box(TypeId(7), TypeId(8)));
}

#[test]
fn the_longest_chain_passes_a_cycle_once_and_lists_too() {
    let list = |index| Type::Array(Box::new(named(index)));
    let cycles = cycles(vec![
        holding(&[list(1)]),
        holding(&[named(2), named(3)]),
        holding(&[named(1)]),
        holding(&[Type::Map(Box::new(named(4)))]),
        holding(&[]),
        holding(&[named(4)]),
    ]);
    assert_eq!(cycles.longest_chain(), 5);
}

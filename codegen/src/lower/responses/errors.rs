//! The bodies of documented errors: one type for each operation, a union where there are several.

use crate::api::{
    Docs, Name, Operation, OperationId, Owner, Response, Shape, Type, TypeDef, TypeId, Union,
    Usage, WhichVariant,
};
use crate::lower::names::Scope;
use crate::lower::types::Types;

/// The sets of error bodies that operations document.
#[derive(Debug, Default)]
pub(in crate::lower) struct ErrorBodies {
    sets: Vec<Set>,
}

/// Operations whose errors have the same bodies.
#[derive(Debug)]
struct Set {
    /// In the order in which the first operation documents them.
    bodies: Vec<Type>,
    operations: Vec<OperationId>,
}

impl ErrorBodies {
    /// Takes note of the errors of an operation.
    pub(in crate::lower) fn add(&mut self, operation: OperationId, errors: &[Response]) {
        let mut bodies: Vec<Type> = Vec::new();
        for error in errors {
            if let Some(ty) = super::json_body(&error.content) {
                let (ty, _) = ty.split_null();
                if !bodies.contains(ty) {
                    bodies.push(ty.clone());
                }
            }
        }
        if bodies.is_empty() {
            return;
        }
        let same = self.sets.iter_mut().find(|set| {
            set.bodies.len() == bodies.len() && set.bodies.iter().all(|ty| bodies.contains(ty))
        });
        match same {
            Some(set) => set.operations.push(operation),
            None => self.sets.push(Set {
                bodies,
                operations: vec![operation],
            }),
        }
    }

    /// Claims the names of the unions. One that operations share is called `error body`, the most
    /// common first; others are called by the only operation that has them.
    pub(in crate::lower) fn claim(self, operations: &[Operation], types: &mut Types<'_>) -> Named {
        let mut by_use: Vec<usize> = (0..self.sets.len()).collect();
        by_use.sort_by_key(|&set| std::cmp::Reverse(self.sets[set].operations.len()));
        let mut names: Vec<Option<Name>> = vec![None; self.sets.len()];
        for index in by_use {
            let set = &self.sets[index];
            if set.bodies.len() > 1 {
                names[index] = Some(if set.operations.len() > 1 {
                    types.claim_type_name("error body")
                } else {
                    types
                        .claim_type_name(&format!("{} error", operations[set.operations[0].0].name))
                });
            }
        }
        Named {
            sets: self.sets.into_iter().zip(names).collect(),
        }
    }
}

/// Error bodies whose unions have a name.
pub(in crate::lower) struct Named {
    sets: Vec<(Set, Option<Name>)>,
}

impl Named {
    /// Defines the unions, and gives each operation the type of its errors' bodies.
    pub(in crate::lower) fn define(self, operations: &mut [Operation], types: &mut Vec<TypeDef>) {
        for (set, name) in self.sets {
            let ty = match (name, set.bodies.as_slice()) {
                (Some(name), bodies) => {
                    let id = TypeId(types.len());
                    let owner = match set.operations.as_slice() {
                        [only] => Owner::Operation(*only),
                        _ => Owner::Component(id),
                    };
                    let union = union(bodies, types);
                    types.push(TypeDef {
                        name,
                        docs: Docs {
                            summary: Some("What the body of an error is.".to_owned()),
                            ..Docs::default()
                        },
                        shape: Shape::Union(union),
                        owner,
                        origin: "#/paths".to_owned(),
                        usage: Usage {
                            input: false,
                            output: true,
                        },
                        substitute: None,
                    });
                    Type::Named(id)
                }
                (None, bodies) => bodies[0].clone(),
            };
            for id in set.operations {
                operations[id.0].error_body = Some(ty.clone());
            }
        }
    }
}

fn union(bodies: &[Type], types: &[TypeDef]) -> Union {
    let mut scope = Scope::default();
    let variants = bodies.iter().map(|ty| WhichVariant {
        name: scope.claim(&variant_wish(ty, types)),
        ty: ty.clone(),
        docs: Docs::default(),
        tag_values: Vec::new(),
        is_base: false,
    });
    Union {
        tag: None,
        variants: variants.collect(),
    }
}

fn variant_wish(ty: &Type, types: &[TypeDef]) -> String {
    let wish = match ty {
        Type::Named(id) => return types[id.0].name.to_string(),
        Type::Array(_) | Type::Set(_) | Type::Tuple(..) => "list",
        Type::Map(_) => "map",
        Type::Boolean => "boolean",
        Type::Integer(_) | Type::Number(_) => "number",
        Type::Null | Type::Any | Type::Nullable(_) | Type::Binary | Type::Bytes(_) => "value",
        Type::String
        | Type::Secret
        | Type::DateTime
        | Type::Date
        | Type::Time
        | Type::Duration
        | Type::Uuid
        | Type::Uri
        | Type::Ipv4
        | Type::Ipv6 => "text",
    };
    wish.to_owned()
}

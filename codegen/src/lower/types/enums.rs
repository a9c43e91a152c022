//! Choices of constants.

use std::collections::{HashMap, HashSet};

use super::Types;
use super::lowering::Shaped;
use super::values::Values;
use super::view::View;
use crate::api::{Docs, Enum, EnumKind, Literal, Shape, Type, Variant};
use crate::diagnostic::Diagnostic;
use crate::document::{Schema, SchemaType};
use crate::lower::docs::{said, schema_docs};
use crate::lower::literal::literal;
use crate::lower::names::Scope;
use crate::source::{Map, Node};

/// The constants of a view, as its types allow them.
pub(super) struct Constants<'a> {
    pub(super) literals: Vec<(Literal, &'a Node)>,
    /// Some were not of the type, and became so or were left out.
    mended: bool,
}

/// The constants, unless they are lists and objects or none is of the type.
pub(super) fn constants<'a>(view: &View<'a>) -> Option<Constants<'a>> {
    let Values { nodes, .. } = view.values.as_ref()?;
    let allowed = |node: &Node| {
        view.types
            .as_ref()
            .is_none_or(|types| types.iter().any(|ty| ty.admits(node)))
    };
    let whole = view.types.as_deref() == Some(&[SchemaType::Integer]);
    let mut mended = false;
    let mut known = HashSet::new();
    let mut literals: Vec<(Literal, &Node)> = Vec::new();
    for &node in nodes {
        let value = if allowed(node) {
            Some(literal(node))
        } else {
            mended = true;
            brought_to(node, view.types.as_deref().unwrap_or_default())
        };
        let Some(value) = value else { continue };
        let value = if whole { as_integer(value) } else { value };
        if matches!(value, Literal::List(_) | Literal::Map(_)) {
            return None;
        }
        if known.insert(mark(&value)) {
            literals.push((value, node));
        }
    }
    (!literals.is_empty()).then_some(Constants { literals, mended })
}

/// A text that constants have in common if they are the same.
pub(super) fn mark(value: &Literal) -> String {
    format!("{value:?}")
}

/// A constant that was written as another type than the schema names: `type: string` with
/// `enum: [1.0, on]`, `type: integer` with `enum: ["1", "2"]`.
fn brought_to(node: &Node, types: &[SchemaType]) -> Option<Literal> {
    match (node, types) {
        (Node::Int(value), [SchemaType::String]) => Some(Literal::String(value.to_string())),
        (Node::Float(value), [SchemaType::String]) => Some(Literal::String(format!("{value:?}"))),
        (Node::Bool(value), [SchemaType::String]) => Some(Literal::String(value.to_string())),
        (Node::Str(text), [SchemaType::Integer | SchemaType::Number]) => {
            text.trim().parse().ok().map(Literal::Int)
        }
        (Node::Str(text), [SchemaType::Boolean]) => text.trim().parse().ok().map(Literal::Bool),
        _ => None,
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "only whole numbers get here"
)]
fn as_integer(value: Literal) -> Literal {
    match value {
        Literal::Float(float) if float.fract() == 0.0 => Literal::Int(float as i128),
        other => other,
    }
}

/// The one constant that a view allows.
pub(super) fn only_value(view: &View<'_>) -> Option<Literal> {
    let mut constants = constants(view)?.literals;
    let (only, _) = constants.pop()?;
    constants.is_empty().then_some(only)
}

impl<'a> Types<'a> {
    /// The enum of a view; `None` if it has no constants that a type can hold.
    pub(super) fn constants(&mut self, view: &View<'a>) -> Option<Shaped> {
        let values = view.values.as_ref()?;
        let Some(found) = constants(view) else {
            let of_type = |node: &&Node| {
                let types = view.types.iter().flatten();
                types.into_iter().any(|ty| ty.admits(node))
            };
            if values.nodes.iter().all(of_type) {
                return None;
            }
            let at = values.listed_by.at.clone();
            self.diagnostics.push(Diagnostic::warning(
                "constant",
                at,
                "these constants are not of a type that can be told apart by name, so any value of their type is taken",
            ));
            return kind_of_values(view).map(Shaped::Plain);
        };
        if found.mended {
            self.diagnostics.push(
                Diagnostic::warning(
                    "constant",
                    values.listed_by.at.clone(),
                    "not every constant is of the type beside it; they are taken as that type where they can be",
                )
                .help("quote the constants, or correct `type`"),
            );
        }
        let is_bool = |(value, _): &(Literal, &Node)| matches!(value, Literal::Bool(_));
        if found.literals.iter().all(is_bool) {
            return Some(Shaped::Plain(Type::Boolean));
        }
        let mut scope = Scope::default();
        let variants = variants(values.listed_by, &found.literals, &mut scope);
        Some(Shaped::Named(Shape::Enum(of_variants(variants))))
    }
}

/// An enum, its kind told from its constants.
pub(super) fn of_variants(variants: Vec<Variant>) -> Enum {
    let is_text = |variant: &Variant| matches!(variant.value, Literal::String(_));
    let is_whole = |variant: &Variant| match variant.value {
        Literal::Int(value) => i64::try_from(value).is_ok(),
        _ => false,
    };
    let kind = if variants.iter().all(is_text) {
        EnumKind::String
    } else if variants.iter().all(is_whole) {
        EnumKind::Integer
    } else {
        EnumKind::Mixed
    };
    Enum { kind, variants }
}

/// Lists and objects as constants: their common type is all that can be said. `None`: the type is
/// named beside them.
fn kind_of_values(view: &View<'_>) -> Option<Type> {
    if view.types.is_some() {
        return None;
    }
    let nodes = &view.values.as_ref()?.nodes;
    let any = || Box::new(Type::Any);
    if nodes.iter().all(|node| SchemaType::Object.admits(node)) {
        Some(Type::Map(any()))
    } else if nodes.iter().all(|node| SchemaType::Array.admits(node)) {
        Some(Type::Array(any()))
    } else {
        Some(Type::Any)
    }
}

/// The variants of one list of constants, with the names and descriptions that extensions give.
pub(super) fn variants(
    schema: &Schema,
    constants: &[(Literal, &Node)],
    scope: &mut Scope,
) -> Vec<Variant> {
    let sayings = Sayings::of(schema);
    constants
        .iter()
        .map(|(value, node)| {
            let said = sayings.about(value, node);
            let name = said.name.unwrap_or_else(|| wish(value));
            Variant {
                name: scope.claim(&name),
                value: value.clone(),
                docs: Docs {
                    description: said.description,
                    ..Docs::default()
                },
            }
        })
        .collect()
}

/// The variant of a branch that is one constant: `oneOf: [{const: 1, title: Low}]`.
pub(super) fn variant_of_branch(schema: &Schema, value: &Literal, scope: &mut Scope) -> Variant {
    let by_title = said(schema.title.as_ref()).filter(|_| value.as_str().is_none());
    let name = scope.claim(&by_title.unwrap_or_else(|| wish(value)));
    Variant {
        docs: schema_docs(schema, name.as_str()),
        name,
        value: value.clone(),
    }
}

/// What a constant is called if nobody names it.
pub(super) fn wish(value: &Literal) -> String {
    match value {
        Literal::Null => "null".to_owned(),
        Literal::Bool(value) => value.to_string(),
        Literal::Int(value) => value.to_string(),
        Literal::Float(value) => value.to_string().replace('.', " point "),
        Literal::String(text) => text.clone(),
        Literal::List(_) => "list".to_owned(),
        Literal::Map(_) => "object".to_owned(),
    }
}

/// What extensions say about a constant.
#[derive(Default)]
struct Told {
    name: Option<String>,
    description: Option<String>,
}

/// What extensions say about the constants of a schema.
struct Sayings<'s> {
    schema: &'s Schema,
    /// Where each constant stands in the list.
    places: HashMap<*const Node, usize>,
    /// `x-ms-enum: {values: [{value, name, description}]}`
    azure: HashMap<String, &'s Map>,
}

impl<'s> Sayings<'s> {
    fn of(schema: &'s Schema) -> Self {
        let listed = schema.enumeration.iter().flatten();
        let azure = match schema.extensions.get("x-ms-enum") {
            Some(Node::Map(extension)) => extension.get("values"),
            _ => None,
        };
        let mut by_value = HashMap::new();
        for entry in azure.and_then(Node::as_seq).unwrap_or_default() {
            if let Node::Map(entry) = entry
                && let Some(value) = entry.get("value")
            {
                by_value.entry(mark(&literal(value))).or_insert(entry);
            }
        }
        Self {
            schema,
            places: listed.map(std::ptr::from_ref).zip(0..).collect(),
            azure: by_value,
        }
    }

    fn about(&self, value: &Literal, node: &Node) -> Told {
        let place = self.places.get(&std::ptr::from_ref(node)).copied();
        let text = |keys: &[&str]| {
            keys.iter()
                .filter_map(|key| self.schema.extensions.get(key))
                .find_map(|node| entry(node, place, value))
        };
        let azure = |key: &str| match self.azure.get(&mark(value))?.get(key)? {
            Node::Str(text) => Some(text.clone()),
            _ => None,
        };
        Told {
            name: text(&["x-enum-varnames", "x-enumNames", "x-enum-names"])
                .or_else(|| azure("name")),
            description: text(&["x-enum-descriptions", "x-enumDescriptions"])
                .or_else(|| azure("description")),
        }
    }
}

/// The entry of a list by its place, or of an object by the constant.
fn entry(node: &Node, place: Option<usize>, value: &Literal) -> Option<String> {
    let found = match node {
        Node::Seq(items) => items.get(place?)?,
        Node::Map(members) => members.get(&wish(value))?,
        Node::Null | Node::Bool(_) | Node::Int(_) | Node::Float(_) | Node::Str(_) => return None,
    };
    match found {
        Node::Str(text) if !text.trim().is_empty() => Some(text.clone()),
        _ => None,
    }
}

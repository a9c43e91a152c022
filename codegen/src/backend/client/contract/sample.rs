//! Samples of what operations take, as expressions.

use super::expression::Expression;
use super::facts::{Facts, NO_LIMITS};
use super::{distinct, scalar};
use crate::api::{
    Additional, Field, Literal, Parameter, Presence, Shape, Struct, Type, TypeId, Union,
};
use crate::backend::client::layout::Layout;
use crate::backend::client::models::{FieldKind, enum_macro, field_kind};
use crate::backend::rust::types::View;
use crate::backend::rust::{literal, spell};

/// How much is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    /// What cannot be left out.
    Required,
    /// Everything.
    Full,
}

impl Extent {
    /// How tests are called.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Full => "all",
        }
    }

    /// How much of an answer the server is asked for.
    pub(super) fn prefer(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Full => "full",
        }
    }
}

/// Where a value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Given {
    /// Where anything may be given that means the type.
    Input,
    /// Where it has to be of the type.
    Exact,
}

/// The value of a parameter that the client holds, as text.
pub(super) fn plain(parameter: &Parameter) -> String {
    let facts = Facts::of_parameter(parameter, Extent::Required);
    match parameter.ty.split_null().0 {
        Type::Integer(format) => scalar::integer(*format, &facts).to_string(),
        Type::Number(_) => scalar::number(&facts).to_string(),
        Type::Boolean => String::from("true"),
        Type::Uuid => scalar::uuid(0),
        _ => scalar::text(&facts),
    }
}

/// When so many values were made for a call, only what is required follows.
const ENOUGH: usize = 250;

/// Makes the values of one call.
pub(super) struct Sampler<'a> {
    layout: &'a Layout<'a>,
    pub(super) extent: Extent,
    pub(super) view: View,
    pub(super) instants: bool,
    path: Vec<TypeId>,
    made: usize,
    /// The member that tells the next object from the other variants of its union.
    tag: Option<(String, String)>,
}

impl<'a> Sampler<'a> {
    pub(super) fn new(layout: &'a Layout<'a>, extent: Extent) -> Self {
        Self {
            layout,
            extent,
            view: View::default(),
            instants: false,
            path: Vec::new(),
            made: 0,
            tag: None,
        }
    }

    /// A value of a type; nothing if that holds itself without end.
    pub(super) fn value(
        &mut self,
        ty: &Type,
        given: Given,
        facts: &Facts<'_>,
    ) -> Option<Expression> {
        self.made += 1;
        Some(match ty {
            Type::Nullable(inner) => {
                Expression::Call("Some".into(), vec![self.value(inner, given, facts)?])
            }
            Type::Array(item) | Type::Set(item) => self.list(item, given, facts)?,
            Type::Tuple(items, None) if (1..=12).contains(&items.len()) => {
                let items = items.iter().enumerate();
                let items = items.map(|(at, item)| self.value(item, given, &facts.of_item(at)));
                let mut items: Vec<Expression> = items.collect::<Option<_>>()?;
                match items.len() {
                    1 => Expression::plain(format!("({},)", items.remove(0).laid_out(0, 0, 0))),
                    _ => Expression::Call(String::new(), items),
                }
            }
            Type::Tuple(items, _) => {
                let items = items.iter().enumerate();
                let items = items.map(|(at, item)| self.untyped(item, &facts.of_item(at)));
                Expression::List("vec!", items.collect())
            }
            Type::Map(value) => self.map(value, given, facts)?,
            Type::Named(id) => self.named(*id, given, facts)?,
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
            | Type::Ipv6 => self.scalar(ty, given, facts),
        })
    }

    /// A value where the crate has no type for it.
    fn untyped(&self, ty: &Type, facts: &Facts<'_>) -> Expression {
        let value = match ty {
            Type::Named(id) => match &self.layout.api.type_def(*id).shape {
                Shape::Enum(choice) => choice.variants.first().map(|first| first.value.clone()),
                Shape::Alias(ty) => return self.untyped(ty, facts),
                Shape::Struct(_) | Shape::Union(_) => None,
            },
            Type::Nullable(inner) => return self.untyped(inner, facts),
            Type::Boolean => Some(Literal::Bool(true)),
            Type::Integer(format) => Some(Literal::Int(scalar::integer(*format, facts))),
            Type::Number(_) => Some(Literal::Float(scalar::number(facts))),
            _ => None,
        };
        let value = value.unwrap_or_else(|| Literal::String(scalar::text(facts)));
        Expression::plain(scalar::json(&value))
    }

    fn scalar(&mut self, ty: &Type, given: Given, facts: &Facts<'_>) -> Expression {
        self.instants |= *ty == Type::DateTime;
        let made = scalar::expression(ty, given, facts);
        if let Some(name) = made.runtime {
            self.view.need(name);
        }
        Expression::plain(made.text)
    }

    fn list(&mut self, item: &Type, given: Given, facts: &Facts<'_>) -> Option<Expression> {
        let (least, most) = facts.constraints.items;
        let least = usize::try_from(least.unwrap_or(0)).ok()?;
        let wanted = match most {
            Some(0) => 0,
            None if facts.several => least.max(2),
            _ => least.max(1),
        };
        let mut items = Vec::new();
        for at in 0..wanted.min(1_000) {
            match self.value(item, given, &facts.of_item(at)) {
                // There may be no second value: a set of one constant.
                Some(value) if at >= least && items.contains(&value) => break,
                Some(value) => items.push(value),
                None if at < least => return None,
                None => break,
            }
        }
        let head = match given {
            Given::Input => "",
            Given::Exact => "vec!",
        };
        Some(if items.is_empty() {
            let item = self.layout.spelling.spell(item, &mut self.view);
            Expression::plain(format!("Vec::<{item}>::new()"))
        } else {
            Expression::List(head, items)
        })
    }

    fn map(&mut self, value: &Type, given: Given, facts: &Facts<'_>) -> Option<Expression> {
        let least = usize::try_from(facts.constraints.items.0.unwrap_or(0)).ok()?;
        let mut members = Vec::new();
        for at in 0..least.clamp(1, 100) {
            let Some(value) = self.value(value, given, &facts.of_item(at)) else {
                break;
            };
            let key = literal::string(&if at == 0 {
                String::from("key")
            } else {
                format!("key{at}")
            });
            let key = match given {
                Given::Input => key,
                Given::Exact => format!("{key}.to_owned()"),
            };
            members.push(Expression::Call(
                String::new(),
                vec![Expression::plain(key), value],
            ));
        }
        if members.is_empty() {
            let value = self.layout.spelling.spell(value, &mut self.view);
            self.view.need("Map");
            return Some(Expression::plain(format!("Map::<{value}>::new()")));
        }
        let list = Expression::List("", members);
        Some(match given {
            Given::Input => list,
            Given::Exact => {
                self.view.need("Map");
                Expression::Call("Map::from".into(), vec![list])
            }
        })
    }

    fn named(&mut self, id: TypeId, given: Given, facts: &Facts<'_>) -> Option<Expression> {
        let spelling = &self.layout.spelling;
        if spelling.substitute(id).is_some()
            || self.path.iter().filter(|known| **known == id).count() > 1
        {
            return None;
        }
        let def = self.layout.api.type_def(id);
        let own = Facts {
            examples: if facts.examples.is_empty() {
                &def.docs.examples
            } else {
                facts.examples
            },
            ..*facts
        };
        self.path.push(id);
        let made = match &def.shape {
            Shape::Struct(object) => self.object(id, object, facts.constraints.items),
            Shape::Union(union) => self.union(id, union, facts),
            Shape::Enum(choice) => match enum_macro(choice) {
                Some(_) => {
                    let chosen = self.tag.take().and_then(|(_, value)| {
                        let mut all = choice.variants.iter();
                        all.find(|variant| variant.value.as_str() == Some(value.as_str()))
                    });
                    let at = facts.salt % choice.variants.len();
                    let shown = || {
                        let mut examples = own.examples.iter().filter(|_| facts.salt == 0);
                        let mut all = choice.variants.iter();
                        let example = examples.next()?;
                        all.find(|variant| variant.value == *example)
                    };
                    let variant = chosen.or_else(shown).unwrap_or(&choice.variants[at]);
                    let variant = spell::variant(&variant.name);
                    let name = spelling.named(id, &mut self.view);
                    Some(Expression::plain(format!("{name}::{variant}")))
                }
                None => choice
                    .variants
                    .first()
                    .map(|variant| Expression::plain(scalar::json(&variant.value))),
            },
            Shape::Alias(ty) if spelling.cycles().is_newtype(id) => {
                let name = spelling.named(id, &mut self.view);
                let inner = self.value(ty, Given::Exact, &own);
                inner.map(|inner| Expression::Call(name, vec![inner]))
            }
            Shape::Alias(ty) => self.value(ty, given, &own),
        };
        self.path.pop();
        made
    }

    /// An object of at least and at most so many members.
    fn object(
        &mut self,
        id: TypeId,
        object: &Struct,
        (least, most): (Option<u64>, Option<u64>),
    ) -> Option<Expression> {
        let tag = self.tag.take();
        let name = self.layout.spelling.named(id, &mut self.view);
        let chosen = Chosen::of(object);
        let mut arguments = Vec::new();
        let mut setters = Vec::new();
        let sent = object.fields.iter().filter(|field| is_always_sent(field));
        let mut members = sent.count() as u64;
        for field in &object.fields {
            let facts = Facts::of_field(field);
            let (inner, _) = field.ty.split_null();
            let kind = field_kind(self.layout, field, true);
            let needed = facts.constraints.items.0.is_some_and(|least| least > 0);
            let full = self.extent == Extent::Full && self.made < ENOUGH;
            let fits = is_always_sent(field) || most.is_none_or(|most| members < most);
            let lacks = least.is_some_and(|least| members < least);
            let wanted = !field.read_only
                && !chosen.excluded.contains(&field.key.as_str())
                && (full && fits || lacks || chosen.due.contains(&field.key.as_str()));
            let tagged = tag.as_ref().filter(|(key, _)| *key == field.key);
            match kind {
                FieldKind::Required => {
                    arguments.push(match tagged {
                        Some((_, value)) => self.tagged(&field.ty, value)?,
                        None => self.value(&field.ty, Given::Input, &facts)?,
                    });
                }
                FieldKind::Constant(_) | FieldKind::Literal(_) => {}
                FieldKind::Optional
                | FieldKind::Nullable
                | FieldKind::Maybe
                | FieldKind::Preset(_) => {
                    let value = match tagged {
                        Some((_, value)) => self.tagged(inner, value),
                        None if wanted => self.value(inner, Given::Input, &facts),
                        None => None,
                    };
                    if let Some(value) = value {
                        setters.push((spell::field(&field.name).to_string(), vec![value]));
                        members += u64::from(!is_always_sent(field));
                    }
                }
                FieldKind::Listed => {
                    if (wanted || needed)
                        && let Some(value) = self.value(inner, Given::Input, &facts)
                    {
                        setters.push((spell::field(&field.name).to_string(), vec![value]));
                    }
                }
            }
        }
        if let Additional::Typed(field, ty) = &object.additional
            && self.extent == Extent::Full
            && self.made < ENOUGH
            && most.is_none_or(|most| members < most)
        {
            let facts = Facts::of_value("text", &NO_LIMITS, &[]);
            if let Some(value) = self.map(ty, Given::Input, &facts) {
                setters.push((spell::field(field).to_string(), vec![value]));
            }
        }
        let new = Expression::Call(format!("{name}::new"), arguments);
        Some(if setters.is_empty() {
            new
        } else {
            Expression::Chain(Box::new(new), setters)
        })
    }

    /// The member by which an object is known.
    fn tagged(&mut self, ty: &Type, value: &str) -> Option<Expression> {
        let limits = NO_LIMITS.clone();
        let examples = [Literal::String(value.to_owned())];
        let facts = Facts::of_value(value, &limits, &examples);
        if let Type::Named(_) = ty {
            self.tag = Some((String::new(), value.to_owned()));
        }
        self.value(ty, Given::Input, &facts)
    }

    /// The first variant that has a value.
    fn union(&mut self, id: TypeId, union: &Union, facts: &Facts<'_>) -> Option<Expression> {
        let outer = self.tag.take();
        for variant in distinct::first(self.layout.api, union) {
            let value = variant.tag_values.first();
            self.tag = match (&union.tag, value) {
                (Some(key), Some(value)) => Some((key.clone(), value.clone())),
                _ => outer.clone(),
            };
            let facts = Facts {
                examples: &[],
                ..*facts
            };
            let content = self.value(&variant.ty, Given::Exact, &facts);
            self.tag = None;
            let Some(content) = content else { continue };
            let spelled = self
                .layout
                .spelling
                .spell_held(&variant.ty, id, &mut View::default());
            let content = if spelled.starts_with("Box<") {
                Expression::Call("Box::new".into(), vec![content])
            } else {
                content
            };
            let name = self.layout.spelling.named(id, &mut self.view);
            let head = format!("{name}::{}", spell::variant(&variant.name));
            return Some(Expression::Call(head, vec![content]));
        }
        None
    }
}

/// What is taken of the members that depend on each other.
#[derive(Default)]
struct Chosen<'a> {
    due: Vec<&'a str>,
    excluded: Vec<&'a str>,
}

impl<'a> Chosen<'a> {
    /// The first list of each choice.
    fn of(object: &'a Struct) -> Self {
        let mut chosen = Self::default();
        for choice in &object.choices {
            let mut lists = choice.lists.iter().map(|list| list.iter());
            let first: Vec<&str> = lists
                .next()
                .into_iter()
                .flatten()
                .map(String::as_str)
                .collect();
            if choice.exclusive {
                let others = lists.flatten().map(String::as_str);
                chosen
                    .excluded
                    .extend(others.filter(|key| !first.contains(key)));
            }
            chosen.due.extend(first);
        }
        chosen
    }
}

/// Whether a member is there without being set.
fn is_always_sent(field: &Field) -> bool {
    field.presence == Presence::Required
}

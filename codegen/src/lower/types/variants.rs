//! The variants of a union: what they are called, and which of them are the same.

use std::collections::HashMap;

use super::Types;
use super::composition::{Depth, gather};
use super::enums;
use super::lowering::{Place, Shaped};
use super::shapes::implied;
use super::tags::Plan;
use super::unions::{Branch, word};
use crate::api::{Docs, Shape, Type, Union, WhichVariant};
use crate::lower::docs::said;
use crate::lower::names::{Scope, letters, words};

/// A variant before it has its name.
pub(super) struct Alternative {
    pub(super) name: Option<String>,
    pub(super) ty: Type,
    pub(super) docs: Docs,
    pub(super) tag_values: Vec<String>,
    pub(super) is_base: bool,
}

impl Alternative {
    pub(super) fn of(ty: Type) -> Self {
        Self {
            name: None,
            ty,
            docs: Docs::default(),
            tag_values: Vec::new(),
            is_base: false,
        }
    }
}

/// What a branch is to be called.
pub(super) struct VariantWish {
    /// Absent: by its type, once that is known.
    pub(super) name: Option<String>,
    /// What an inline type in it adds to the name of the union.
    pub(super) for_type: String,
}

impl Types<'_> {
    /// What each branch is called: by its component, its title, its tag or constant, else by what
    /// only it requires.
    pub(super) fn variant_wishes(
        &mut self,
        branches: &[Branch],
        plan: Option<&Plan>,
    ) -> Vec<VariantWish> {
        let mut wishes = Vec::new();
        for (at, branch) in branches.iter().enumerate() {
            let tag = plan.and_then(|plan| plan.values[at].first());
            let name = self
                .spoken_name(branch)
                .or_else(|| tag.cloned())
                .or_else(|| self.constant_name(branch));
            wishes.push(name);
        }
        if wishes.iter().any(Option::is_none) {
            let required: Vec<Vec<String>> = branches
                .iter()
                .map(|branch| {
                    let view = self.view(&branch.schemas[..1]);
                    view.required.iter().map(|&key| key.to_owned()).collect()
                })
                .collect();
            for (at, wish) in wishes
                .iter_mut()
                .enumerate()
                .filter(|(_, wish)| wish.is_none())
            {
                *wish = required[at]
                    .iter()
                    .find(|key| {
                        let mut others = required
                            .iter()
                            .enumerate()
                            .filter(|(other, _)| *other != at);
                        others.all(|(_, keys)| !keys.contains(key))
                    })
                    .cloned();
            }
        }
        let kinds: Vec<&str> = branches.iter().map(|branch| self.kind(branch)).collect();
        wishes
            .into_iter()
            .zip(kinds)
            .map(|(name, kind)| VariantWish {
                for_type: words(name.as_deref().unwrap_or(kind)).join(" "),
                name: name.or_else(|| (kind == "object").then(|| kind.to_owned())),
            })
            .collect()
    }

    fn spoken_name(&self, branch: &Branch) -> Option<String> {
        let schema = self.document.schema(branch.written);
        if let Some(own) = super::fields::text_extension(schema, "x-rust-name") {
            return Some(own.to_owned());
        }
        let parts = gather(self.document, &[branch.written], Depth::ToComponents(None));
        if let [component] = parts.components[..] {
            return Some(self.components[&component].name.clone());
        }
        said(schema.title.as_ref()).or_else(|| {
            let mut titles = parts.outer_first.iter();
            titles.find_map(|&id| said(self.document.schema(id).title.as_ref()))
        })
    }

    fn kind(&mut self, branch: &Branch) -> &'static str {
        let view = self.view(&branch.schemas);
        let types = view.types.clone().unwrap_or_else(|| implied(&view));
        match types[..] {
            [ty] => word(ty),
            _ => "choice",
        }
    }

    fn constant_name(&mut self, branch: &Branch) -> Option<String> {
        let view = self.view(&branch.schemas);
        enums::only_value(&view).map(|value| enums::wish(&value))
    }

    /// The union of these, the same types made one; only one left is no union.
    pub(super) fn union(
        &mut self,
        alternatives: Vec<Alternative>,
        tag: Option<String>,
        place: Place<'_>,
    ) -> Shaped {
        let mut distinct: Vec<Alternative> = Vec::new();
        for alternative in alternatives {
            match distinct.iter_mut().find(|known| known.ty == alternative.ty) {
                Some(known) => {
                    known.tag_values.extend(alternative.tag_values);
                    known.is_base |= alternative.is_base;
                    if known.docs.description.is_none() {
                        known.docs.description = alternative.docs.description;
                    }
                }
                None => distinct.push(alternative),
            }
        }
        if distinct.iter().any(|one| matches!(one.ty, Type::Number(_))) {
            distinct.retain(|one| !matches!(one.ty, Type::Integer(_)));
        }
        if distinct.len() < 2 {
            let only = distinct.pop().map_or(Type::Any, |one| one.ty);
            return Shaped::Plain(only);
        }
        let names = self.variant_names(&distinct, place.wish);
        let mut scope = Scope::default();
        let variants = distinct
            .into_iter()
            .zip(names)
            .map(|(one, name)| WhichVariant {
                name: scope.claim(&name),
                ty: one.ty,
                docs: one.docs,
                tag_values: one.tag_values,
                is_base: one.is_base,
            })
            .collect();
        Shaped::Named(Shape::Union(Union { tag, variants }))
    }

    /// The names as wished, without the union's own name where they stay apart.
    fn variant_names(&self, variants: &[Alternative], union: &str) -> Vec<String> {
        let lists = variants.iter().filter(|one| is_list(&one.ty)).count();
        let full: Vec<String> = variants
            .iter()
            .map(|one| {
                one.name
                    .clone()
                    .unwrap_or_else(|| self.type_word(&one.ty, lists > 1))
            })
            .collect();
        let union = words(union);
        let short: Vec<String> = full.iter().map(|name| without(name, &union)).collect();
        let spelled =
            |names: &[String]| -> Vec<String> { names.iter().map(|name| letters(name)).collect() };
        let (short_letters, full_letters) = (spelled(&short), spelled(&full));
        // How many variants want each name, short or in full.
        let mut wanted: HashMap<&str, usize> = HashMap::new();
        for (short, full) in short_letters.iter().zip(&full_letters) {
            *wanted.entry(short).or_default() += 1;
            if full != short {
                *wanted.entry(full).or_default() += 1;
            }
        }
        let is_unique = |at: usize| wanted[short_letters[at].as_str()] == 1;
        (0..full.len())
            .map(|at| {
                if is_unique(at) {
                    short[at].clone()
                } else {
                    full[at].clone()
                }
            })
            .collect()
    }

    /// What a type is called among others; `full`: what it is a list of as well.
    fn type_word(&self, ty: &Type, full: bool) -> String {
        let word = match ty {
            Type::Any => "any",
            Type::Null => "null",
            Type::Boolean => "boolean",
            Type::Integer(_) => "integer",
            Type::Number(_) => "number",
            Type::String | Type::Secret => "string",
            Type::Bytes(_) | Type::Binary => "bytes",
            Type::DateTime => "date time",
            Type::Date => "date",
            Type::Time => "time",
            Type::Duration => "duration",
            Type::Uuid => "uuid",
            Type::Uri => "uri",
            Type::Ipv4 => "ipv4",
            Type::Ipv6 => "ipv6",
            Type::Array(item) | Type::Set(item) => {
                return if full {
                    format!("{} array", self.type_word(item, true))
                } else {
                    "array".to_owned()
                };
            }
            Type::Tuple(..) => "tuple",
            Type::Map(_) => "object",
            Type::Nullable(inner) => return self.type_word(inner, full),
            Type::Named(id) => {
                let def = self.defs[id.0].as_ref();
                let component = || self.components.values().find(|one| one.is(*id));
                return def
                    .map(|def| def.name.to_string())
                    .or_else(|| component().map(|one| one.name.clone()))
                    .unwrap_or_else(|| "object".to_owned());
            }
        };
        word.to_owned()
    }
}

fn is_list(ty: &Type) -> bool {
    matches!(ty, Type::Array(_) | Type::Set(_))
}

/// The name without the words of the union before or behind it, if some are left.
fn without(name: &str, union: &[String]) -> String {
    let words = words(name);
    let rest = words
        .strip_prefix(union)
        .or_else(|| words.strip_suffix(union))
        .filter(|rest| !rest.is_empty());
    rest.unwrap_or(&words).join(" ")
}

//! Types of the API as Rust types, and the names that a file must bring into view for them.

use std::collections::BTreeSet;

use super::cycles::Cycles;
use super::spell::{self, Ident};
use crate::api::{Api, BytesEncoding, IntegerFormat, NumberFormat, Type, TypeId};

/// How the types of an API are spelled.
pub(crate) struct Spelling<'a> {
    api: &'a Api,
    cycles: Cycles,
    names: Vec<Ident>,
    substitutes: Vec<Option<String>>,
    /// Names of the runtime that models have as well: they are spelled with their path.
    shared: BTreeSet<String>,
}

/// What one file sees.
#[derive(Debug, Default)]
pub(crate) struct View {
    /// The models that stand in this file; absent outside the models' folder, where models are
    /// spelled with their path.
    pub(crate) models: Option<BTreeSet<TypeId>>,
    /// The models of other files that it names.
    pub(crate) named: BTreeSet<TypeId>,
    /// What it needs from the runtime.
    pub(crate) runtime: BTreeSet<String>,
    /// Whether it names a model with its path.
    pub(crate) names_models: bool,
}

impl View {
    /// The view of a file that holds these models.
    pub(crate) fn of_models(here: impl IntoIterator<Item = TypeId>) -> Self {
        Self {
            models: Some(here.into_iter().collect()),
            ..Self::default()
        }
    }

    /// Sees what another file sees as well.
    pub(crate) fn merge(&mut self, other: Self) {
        self.named.extend(other.named);
        self.runtime.extend(other.runtime);
        self.names_models |= other.names_models;
    }

    /// Brings a name of the runtime into view.
    pub(crate) fn need(&mut self, name: &str) {
        if !self.runtime.contains(name) {
            self.runtime.insert(name.to_owned());
        }
    }
}

impl<'a> Spelling<'a> {
    /// Decides how the types of an API are spelled.
    pub(crate) fn new(api: &'a Api) -> Self {
        let names: Vec<Ident> = api
            .types
            .iter()
            .map(|def| spell::type_name(&def.name))
            .collect();
        let shared = names
            .iter()
            .map(Ident::to_string)
            .filter(|name| RUNTIME.contains(&name.as_str()))
            .collect();
        Self {
            api,
            cycles: Cycles::find(api),
            substitutes: api
                .types
                .iter()
                .map(|def| def.substitute.as_deref().and_then(checked_type))
                .collect(),
            names,
            shared,
        }
    }

    /// The cycles among the types.
    pub(crate) fn cycles(&self) -> &Cycles {
        &self.cycles
    }

    /// The name of a type where it is defined.
    pub(crate) fn name(&self, id: TypeId) -> &Ident {
        &self.names[id.0]
    }

    /// The type that the user brings instead, if it is one.
    pub(crate) fn substitute(&self, id: TypeId) -> Option<&str> {
        self.substitutes[id.0].as_deref()
    }

    /// The API whose types these are.
    pub(crate) fn api(&self) -> &'a Api {
        self.api
    }

    /// A type where nothing holds it: an argument, an answer, an alias.
    pub(crate) fn spell(&self, ty: &Type, view: &mut View) -> String {
        self.spell_in(ty, None, view)
    }

    /// A type that lies in a value of `owner`.
    pub(crate) fn spell_held(&self, ty: &Type, owner: TypeId, view: &mut View) -> String {
        self.spell_in(ty, Some(owner), view)
    }

    fn spell_in(&self, ty: &Type, owner: Option<TypeId>, view: &mut View) -> String {
        match ty {
            Type::Any => String::from("serde_json::Value"),
            Type::Null => String::from("()"),
            Type::Boolean => String::from("bool"),
            Type::Integer(format) => integer(*format).to_owned(),
            Type::Number(NumberFormat::Float) => String::from("f32"),
            Type::Number(NumberFormat::Double) => String::from("f64"),
            // Bytes as they are never stand inside JSON: what claims to is text.
            Type::String | Type::Time | Type::Duration | Type::Uri | Type::Binary => {
                String::from("String")
            }
            Type::Secret => self.runtime("Secret", view),
            Type::Bytes(BytesEncoding::Base64) => self.runtime("Base64", view),
            Type::Bytes(BytesEncoding::Base64Url) => self.runtime("Base64Url", view),
            Type::DateTime => self.runtime("DateTime", view),
            Type::Date => String::from("jiff::civil::Date"),
            Type::Uuid => String::from("uuid::Uuid"),
            Type::Ipv4 => String::from("std::net::Ipv4Addr"),
            Type::Ipv6 => String::from("std::net::Ipv6Addr"),
            Type::Array(item) | Type::Set(item) => {
                format!("Vec<{}>", self.spell_in(item, None, view))
            }
            Type::Tuple(items, None) if (1..=LONGEST_TUPLE).contains(&items.len()) => {
                let items: Vec<String> = items
                    .iter()
                    .map(|item| self.spell_in(item, owner, view))
                    .collect();
                let comma = if items.len() == 1 { "," } else { "" };
                format!("({}{comma})", items.join(", "))
            }
            Type::Tuple(..) => String::from("Vec<serde_json::Value>"),
            Type::Map(value) => {
                let value = self.spell_in(value, None, view);
                format!("{}<{value}>", self.runtime("Map", view))
            }
            Type::Nullable(inner) => format!("Option<{}>", self.spell_in(inner, owner, view)),
            Type::Named(id) => {
                let name = self.named(*id, view);
                match owner {
                    Some(owner) if self.cycles.needs_box(owner, *id) => format!("Box<{name}>"),
                    Some(_) | None => name,
                }
            }
        }
    }

    /// A type with a name, as this file names it.
    pub(crate) fn named(&self, id: TypeId, view: &mut View) -> String {
        let name = self.name(id).to_string();
        let Some(here) = &view.models else {
            view.names_models = true;
            return format!("models::{name}");
        };
        if !here.contains(&id) {
            view.named.insert(id);
        }
        name
    }

    /// A type of the runtime, as this file names it.
    pub(crate) fn runtime(&self, name: &str, view: &mut View) -> String {
        if view.models.is_some() && self.shared.contains(name) {
            view.need("self");
            format!("runtime::{name}")
        } else {
            view.need(name);
            name.to_owned()
        }
    }
}

/// A type as the user wrote it, if it is one: nothing else may get into the code.
fn checked_type(text: &str) -> Option<String> {
    let ty: syn::Type = syn::parse_str(text).ok()?;
    let item: syn::File = syn::parse_quote!(type T = #ty;);
    let text = prettyplease::unparse(&item);
    let text = text.trim().strip_prefix("type T = ")?.strip_suffix(';')?;
    Some(text.to_owned())
}

fn integer(format: IntegerFormat) -> &'static str {
    match format {
        IntegerFormat::I8 => "i8",
        IntegerFormat::I16 => "i16",
        IntegerFormat::I32 => "i32",
        IntegerFormat::I64 => "i64",
        IntegerFormat::U8 => "u8",
        IntegerFormat::U16 => "u16",
        IntegerFormat::U32 => "u32",
        IntegerFormat::U64 => "u64",
    }
}

/// The standard library compares and shows tuples up to this length.
const LONGEST_TUPLE: usize = 12;

/// The types of the runtime that models name.
pub(crate) const RUNTIME: &[&str] = &[
    "Base64",
    "Base64Url",
    "ByteStream",
    "DateTime",
    "Event",
    "EventStream",
    "File",
    "JsonLines",
    "Map",
    "Secret",
];

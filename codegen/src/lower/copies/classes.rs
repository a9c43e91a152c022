//! Which schemas say the same.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use indexmap::IndexMap;

use crate::document::{Document, Schema, SchemaId, SchemaType};
use crate::source::{Map, Node};

/// The class of a schema that is not finished; it is nobody's equal.
const OPEN: u32 = u32::MAX;

/// Two schemas are of one class if they say the same, and so do the schemas inside them. What a
/// schema says about the member that it describes, rather than about the value, is left aside for
/// the schema itself: its docs, whether it may be `null`, its default, the direction it travels in.
/// Examples are left aside everywhere.
#[derive(Debug)]
pub(super) struct Classes {
    of: Vec<u32>,
    told: Vec<u32>,
}

impl Classes {
    pub(super) fn new(document: &Document) -> Self {
        let count = document.schemas.len();
        let mut finding = Finding {
            document,
            of: vec![OPEN; count],
            told: vec![OPEN; count],
            whole: vec![OPEN; count],
            alike: HashMap::new(),
            tales: HashMap::new(),
            members: HashMap::new(),
            next: 0,
        };
        let mut is_open = vec![false; count];
        let mut open = Vec::new();
        for start in 0..count {
            open.push(SchemaId(
                u32::try_from(start).expect("ids of schemas are u32"),
            ));
            while let Some(&id) = open.last() {
                let at = id.0 as usize;
                if finding.of[at] != OPEN {
                    open.pop();
                } else if std::mem::replace(&mut is_open[at], true) {
                    finding.finish(id);
                    open.pop();
                } else {
                    let inner = Said::of(document.schema(id)).inner;
                    open.extend(inner.into_iter().filter(|id| !is_open[id.0 as usize]));
                }
            }
        }
        Self {
            of: finding.of,
            told: finding.told,
        }
    }

    /// The class of a schema, where what it is called and described as counts as well.
    pub(super) fn told(&self, id: SchemaId) -> u32 {
        self.told[id.0 as usize]
    }

    /// The class of a schema.
    pub(super) fn of(&self, id: SchemaId) -> u32 {
        self.of[id.0 as usize]
    }
}

struct Finding<'a> {
    document: &'a Document,
    of: Vec<u32>,
    /// The class of a schema with its docs.
    told: Vec<u32>,
    /// The class of a schema with all that it says about the member that it describes.
    whole: Vec<u32>,
    /// By a hash of what they say: the first schema of each class.
    alike: HashMap<u64, Vec<SchemaId>>,
    tales: HashMap<Tale<'a>, u32>,
    members: HashMap<Member, u32>,
    next: u32,
}

/// The docs of a schema.
#[derive(PartialEq, Eq, Hash)]
struct Tale<'a> {
    class: u32,
    texts: [Option<&'a String>; 2],
    link: Option<&'a str>,
    deprecated: bool,
}

/// What a schema says about the member that it describes.
#[derive(PartialEq, Eq, Hash)]
struct Member {
    told: u32,
    null: bool,
    one_way: (bool, bool),
    default: Option<String>,
}

impl<'a> Finding<'a> {
    fn finish(&mut self, id: SchemaId) {
        let schema: &'a Schema = self.document.schema(id);
        let said = Said::of(schema);
        let mut hasher = DefaultHasher::new();
        said.hash(&self.whole, &mut hasher);
        let known = self.alike.entry(hasher.finish()).or_default();
        let same = known
            .iter()
            .copied()
            .find(|&other| said.is_same(&Said::of(self.document.schema(other)), &self.whole));
        let class = if let Some(other) = same {
            self.of[other.0 as usize]
        } else {
            known.push(id);
            self.next += 1;
            self.next
        };
        self.of[id.0 as usize] = class;
        let tale = Tale {
            class,
            texts: [schema.title.as_ref(), schema.description.as_ref()],
            link: schema.external_docs.as_ref().map(|docs| &*docs.url),
            deprecated: schema.deprecated,
        };
        let count = u32::try_from(self.tales.len()).expect("there are no more than schemas");
        let told = *self.tales.entry(tale).or_insert(count);
        self.told[id.0 as usize] = told;
        let member = Member {
            told,
            null: schema.nullable || schema.types.contains(&SchemaType::Null),
            one_way: (schema.read_only, schema.write_only),
            default: schema.default.as_ref().map(|node| format!("{node:?}")),
        };
        let count = u32::try_from(self.members.len()).expect("there are no more than schemas");
        self.whole[id.0 as usize] = *self.members.entry(member).or_insert(count);
    }
}

/// What a schema says about a value, and the schemas inside it.
#[derive(PartialEq)]
struct Said<'a> {
    alone: Alone<'a>,
    keys: Vec<&'a str>,
    /// How many of the inner schemas stand under which keyword.
    counts: [usize; 12],
    inner: Vec<SchemaId>,
}

/// What a schema says by itself.
#[derive(PartialEq)]
struct Alone<'a> {
    boolean: Option<bool>,
    reference: Option<SchemaId>,
    types: Vec<SchemaType>,
    texts: [Option<&'a String>; 4],
    constants: Option<Vec<&'a Node>>,
    constant: Option<&'a Node>,
    required: Vec<&'a str>,
    flags: [bool; 2],
    tag: Option<Tag<'a>>,
    bounds: [Option<&'a Node>; 5],
    lengths: [Option<u64>; 6],
    extensions: &'a crate::document::Extensions,
}

/// A discriminator.
#[derive(PartialEq)]
struct Tag<'a> {
    key: &'a str,
    mapping: &'a IndexMap<String, SchemaId>,
    default: Option<SchemaId>,
}

impl<'a> Said<'a> {
    fn of(schema: &'a Schema) -> Self {
        let Schema {
            at: _,
            component: _,
            boolean,
            reference,
            types,
            nullable: _,
            format,
            enumeration,
            constant,
            default: _,
            properties,
            required,
            additional_properties,
            pattern_properties,
            property_names,
            unevaluated_properties,
            items,
            prefix_items,
            unique_items,
            all_of,
            one_of,
            any_of,
            not,
            conditional,
            discriminator,
            title: _,
            description: _,
            external_docs: _,
            examples: _,
            deprecated: _,
            read_only: _,
            write_only: _,
            minimum,
            maximum,
            exclusive_minimum,
            exclusive_maximum,
            multiple_of,
            min_length,
            max_length,
            min_items,
            max_items,
            min_properties,
            max_properties,
            pattern,
            content_encoding,
            content_media_type,
            content_schema,
            extensions,
        } = schema;
        let not_null = |ty: &SchemaType| *ty != SchemaType::Null;
        let mut sorted: Vec<&str> = required.iter().map(String::as_str).collect();
        sorted.sort_unstable();
        let alone = Alone {
            boolean: *boolean,
            reference: *reference,
            types: types.iter().copied().filter(not_null).collect(),
            texts: [
                format.as_ref(),
                pattern.as_ref(),
                content_encoding.as_ref(),
                content_media_type.as_ref(),
            ],
            constants: enumeration
                .as_ref()
                .map(|all| all.iter().filter(|node| **node != Node::Null).collect()),
            constant: constant.as_ref(),
            required: sorted,
            flags: [*unique_items, *conditional],
            tag: discriminator.as_ref().map(|said| Tag {
                key: &said.property_name,
                mapping: &said.mapping,
                default: said.default_mapping,
            }),
            bounds: [
                minimum.as_ref(),
                maximum.as_ref(),
                exclusive_minimum.as_ref(),
                exclusive_maximum.as_ref(),
                multiple_of.as_ref(),
            ],
            lengths: [
                *min_length,
                *max_length,
                *min_items,
                *max_items,
                *min_properties,
                *max_properties,
            ],
            extensions,
        };
        let single = [
            *additional_properties,
            *property_names,
            *unevaluated_properties,
            *items,
            *not,
            *content_schema,
        ];
        let (keys, properties) = sorted_members(properties);
        let (patterns, pattern_properties) = sorted_members(pattern_properties);
        let many: [Vec<SchemaId>; 6] = [
            properties,
            pattern_properties,
            prefix_items.clone(),
            all_of.clone(),
            one_of.clone(),
            any_of.clone(),
        ];
        let mut counts = [0; 12];
        for (count, one) in counts.iter_mut().zip(&single) {
            *count = usize::from(one.is_some());
        }
        for (count, all) in counts[6..].iter_mut().zip(&many) {
            *count = all.len();
        }
        Self {
            alone,
            keys: [keys, patterns].concat(),
            counts,
            inner: single
                .into_iter()
                .flatten()
                .chain(many.into_iter().flatten())
                .collect(),
        }
    }

    fn hash(&self, whole: &[u32], hasher: &mut DefaultHasher) {
        self.keys.hash(hasher);
        self.counts.hash(hasher);
        self.alone.reference.hash(hasher);
        self.alone.types.hash(hasher);
        self.alone.texts.hash(hasher);
        self.alone.required.hash(hasher);
        for id in &self.inner {
            whole[id.0 as usize].hash(hasher);
        }
        for constant in self.alone.constants.iter().flatten() {
            constant.as_str().hash(hasher);
        }
    }

    fn is_same(&self, other: &Said<'_>, whole: &[u32]) -> bool {
        let same = |(one, other): (&SchemaId, &SchemaId)| {
            let class = whole[one.0 as usize];
            class != OPEN && class == whole[other.0 as usize]
        };
        self.alone == other.alone
            && self.keys == other.keys
            && self.counts == other.counts
            && self.inner.len() == other.inner.len()
            && self.inner.iter().zip(&other.inner).all(same)
    }
}

/// Members by key: in which order they are written means nothing.
fn sorted_members(members: &Map<SchemaId>) -> (Vec<&str>, Vec<SchemaId>) {
    let mut members: Vec<(&str, SchemaId)> = members
        .iter()
        .map(|(key, &id)| (key.as_str(), id))
        .collect();
    members.sort_unstable();
    members.into_iter().unzip()
}

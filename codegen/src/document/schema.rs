//! The Schema Object: JSON Schema 2020-12 with OpenAPI's additions.

use indexmap::IndexMap;

use super::{Example, Extensions, ExternalDocs};
use crate::diagnostic::Location;
use crate::source::{Map, Node};

/// Index into [`Document::schemas`](super::Document::schemas).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SchemaId(pub u32);

/// One schema. A keyword that is absent is `None` or empty.
///
/// `nullable: true` (3.0) and `x-nullable: true` stand here as [`SchemaType::Null`] among the
/// types (if there are any types) and as [`Schema::nullable`]; exclusive bounds of 3.0 as 3.1
/// writes them; `type: file` as a string of format `binary`; `example` among the examples.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Schema {
    /// Where it stands.
    pub at: Location,
    /// The name it has in the document's components (or definitions), if it stands there.
    pub component: Option<String>,
    /// A boolean schema: `true` allows anything, `false` nothing.
    pub boolean: Option<bool>,
    /// `$ref` (and `$dynamicRef`), followed one step. Siblings stand in the other members.
    pub reference: Option<SchemaId>,

    /// `type`, in document order; empty if not given.
    pub types: Vec<SchemaType>,
    /// `nullable` or `x-nullable` said `true`.
    pub nullable: bool,
    /// `format`
    pub format: Option<String>,
    /// `enum`, as written, `null` included.
    pub enumeration: Option<Vec<Node>>,
    /// `const`
    pub constant: Option<Node>,
    /// `default`
    pub default: Option<Node>,

    /// `properties`
    pub properties: Map<SchemaId>,
    /// `required`, without repetition.
    pub required: Vec<String>,
    /// `additionalProperties`
    pub additional_properties: Option<SchemaId>,
    /// `patternProperties`
    pub pattern_properties: Map<SchemaId>,
    /// `propertyNames`
    pub property_names: Option<SchemaId>,
    /// `unevaluatedProperties`
    pub unevaluated_properties: Option<SchemaId>,

    /// `items`
    pub items: Option<SchemaId>,
    /// `prefixItems` (and the array form of `items` of older drafts)
    pub prefix_items: Vec<SchemaId>,
    /// `uniqueItems`
    pub unique_items: bool,

    /// `allOf`
    pub all_of: Vec<SchemaId>,
    /// `oneOf`
    pub one_of: Vec<SchemaId>,
    /// `anyOf`
    pub any_of: Vec<SchemaId>,
    /// `not`
    pub not: Option<SchemaId>,
    /// `if`, `then`, `else`, `dependentSchemas`: seen, not typed.
    pub conditional: bool,
    /// `discriminator`
    pub discriminator: Option<Box<Discriminator>>,

    /// `title`
    pub title: Option<String>,
    /// `description`
    pub description: Option<String>,
    /// `externalDocs`
    pub external_docs: Option<Box<ExternalDocs>>,
    /// `example` and `examples`
    pub examples: Vec<Example>,
    /// `deprecated`
    pub deprecated: bool,
    /// `readOnly`
    pub read_only: bool,
    /// `writeOnly`
    pub write_only: bool,

    /// `minimum` and `maximum`, inclusive.
    pub minimum: Option<Node>,
    /// See [`Schema::minimum`].
    pub maximum: Option<Node>,
    /// `exclusiveMinimum` and `exclusiveMaximum`, as numbers.
    pub exclusive_minimum: Option<Node>,
    /// See [`Schema::exclusive_minimum`].
    pub exclusive_maximum: Option<Node>,
    /// `multipleOf`
    pub multiple_of: Option<Node>,
    /// `minLength`
    pub min_length: Option<u64>,
    /// `maxLength`
    pub max_length: Option<u64>,
    /// `minItems`
    pub min_items: Option<u64>,
    /// `maxItems`
    pub max_items: Option<u64>,
    /// `minProperties`
    pub min_properties: Option<u64>,
    /// `maxProperties`
    pub max_properties: Option<u64>,
    /// `pattern`
    pub pattern: Option<String>,

    /// `contentEncoding`
    pub content_encoding: Option<String>,
    /// `contentMediaType`
    pub content_media_type: Option<String>,
    /// `contentSchema`
    pub content_schema: Option<SchemaId>,

    /// Members that start with `x-`.
    pub extensions: Extensions,
}

/// A `type` of JSON Schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the standard's own words")]
pub enum SchemaType {
    Null,
    Boolean,
    Integer,
    Number,
    String,
    Array,
    Object,
}

impl SchemaType {
    /// Whether a value is of this type.
    pub fn admits(self, value: &Node) -> bool {
        match value {
            Node::Null => self == Self::Null,
            Node::Bool(_) => self == Self::Boolean,
            Node::Int(_) => matches!(self, Self::Integer | Self::Number),
            // Integers may be too large to be read as such, or be written with a fraction of zero.
            Node::Float(value) => {
                self == Self::Number || self == Self::Integer && value.fract() == 0.0
            }
            Node::Str(_) => self == Self::String,
            Node::Seq(_) => self == Self::Array,
            Node::Map(_) => self == Self::Object,
        }
    }
}

/// `discriminator`
#[derive(Clone, Debug, PartialEq)]
pub struct Discriminator {
    /// Where it stands.
    pub at: Location,
    /// `propertyName`
    pub property_name: String,
    /// `mapping`: from the value to the schema it chooses.
    pub mapping: IndexMap<String, SchemaId>,
    /// `defaultMapping` (3.2)
    pub default_mapping: Option<SchemaId>,
}

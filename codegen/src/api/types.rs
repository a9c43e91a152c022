//! Types: what values look like on the wire, and which of them have a name.

use super::{Docs, Literal, Name, OperationId};

/// Index into [`Api::types`](super::Api::types).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TypeId(pub usize);

/// What a value can be.
///
/// Whether a member may be missing is not here but in [`Presence`]; whether the value may be
/// `null` is here alone, as [`Type::Nullable`].
#[derive(Clone, Debug, PartialEq)]
pub enum Type {
    /// Any JSON value: the document leaves it open, or it could not be typed (then a warning says so).
    Any,
    /// Only `null`.
    Null,
    /// `true` or `false`.
    Boolean,
    /// A whole number.
    Integer(IntegerFormat),
    /// A number.
    Number(NumberFormat),
    /// Text.
    String,
    /// Text that must not appear in logs.
    Secret,
    /// Bytes that travel as text.
    Bytes(BytesEncoding),
    /// Bytes that travel as they are: a file, a body. Never inside JSON.
    Binary,
    /// An instant, RFC 3339 `date-time`.
    DateTime,
    /// A day, RFC 3339 `full-date`.
    Date,
    /// A time of day, RFC 3339 `full-time`.
    Time,
    /// A span of time, ISO 8601.
    Duration,
    /// A UUID, RFC 9562.
    Uuid,
    /// A URI, RFC 3986.
    Uri,
    /// An IPv4 address.
    Ipv4,
    /// An IPv6 address.
    Ipv6,
    /// A list.
    Array(Box<Type>),
    /// A list without repetition (`uniqueItems`).
    Set(Box<Type>),
    /// A list with a type for each place (`prefixItems`), and one for what follows, if anything may.
    Tuple(Vec<Type>, Option<Box<Type>>),
    /// An object whose keys are data.
    Map(Box<Type>),
    /// The type, or `null`. Never nested in itself.
    Nullable(Box<Type>),
    /// A type with a name.
    Named(TypeId),
}

impl Type {
    /// This type or `null`; the same if it is nullable already.
    #[must_use]
    pub fn nullable(self) -> Self {
        match self {
            Self::Nullable(_) | Self::Any | Self::Null => self,
            other => Self::Nullable(Box::new(other)),
        }
    }

    /// The type without `null`, and whether `null` was allowed.
    pub fn split_null(&self) -> (&Self, bool) {
        match self {
            Self::Nullable(inner) => (inner, true),
            other => (other, false),
        }
    }
}

/// Width and sign of an integer, from `format`; `I64` where the document is silent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each says its width")]
pub enum IntegerFormat {
    I8,
    I16,
    I32,
    I64,
    U8,
    U16,
    U32,
    U64,
}

impl IntegerFormat {
    /// The lowest and the highest number that it holds.
    pub fn range(self) -> (i128, i128) {
        match self {
            Self::I8 => (i8::MIN.into(), i8::MAX.into()),
            Self::I16 => (i16::MIN.into(), i16::MAX.into()),
            Self::I32 => (i32::MIN.into(), i32::MAX.into()),
            Self::I64 => (i64::MIN.into(), i64::MAX.into()),
            Self::U8 => (0, u8::MAX.into()),
            Self::U16 => (0, u16::MAX.into()),
            Self::U32 => (0, u32::MAX.into()),
            Self::U64 => (0, u64::MAX.into()),
        }
    }
}

/// Precision of a number, from `format`; `Double` where the document is silent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NumberFormat {
    /// IEEE 754 single precision.
    Float,
    /// IEEE 754 double precision.
    Double,
}

/// How bytes become text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BytesEncoding {
    /// RFC 4648 section 4 (`format: byte`, `contentEncoding: base64`).
    Base64,
    /// RFC 4648 section 5 (`base64url`).
    Base64Url,
}

/// A type with a name.
#[derive(Clone, Debug, PartialEq)]
pub struct TypeDef {
    /// Unique among all types.
    pub name: Name,
    /// What the document says about it.
    pub docs: Docs,
    /// What it is.
    pub shape: Shape,
    /// Beneath what it stands.
    pub owner: Owner,
    /// Where it was declared: a JSON pointer into the document, `#/components/schemas/Pet`.
    pub origin: String,
    /// In which direction it travels.
    pub usage: Usage,
    /// A type that the user brings instead (`x-rust-type`, configuration), as written there.
    pub substitute: Option<String>,
}

/// Beneath what a type was declared; backends group by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Owner {
    /// A schema of the components, or inline inside one: the id is that of the component's own
    /// definition (a component owns itself).
    Component(TypeId),
    /// Inline in an operation's parameters, bodies or responses.
    Operation(OperationId),
    /// Inline in a webhook or callback: an index into [`Api::webhooks`](super::Api::webhooks).
    Webhook(usize),
}

/// In which direction values of a type travel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// Users make such values: bodies, parameters.
    pub input: bool,
    /// Users receive such values: responses, webhooks, errors.
    pub output: bool,
}

/// What a named type is.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// An object with known members.
    Struct(Struct),
    /// A choice of constants.
    Enum(Enum),
    /// A choice of types.
    Union(Union),
    /// Another type under this name.
    Alias(Type),
}

/// An object with known members.
#[derive(Clone, Debug, PartialEq)]
pub struct Struct {
    /// In document order.
    pub fields: Vec<Field>,
    /// What else may stand in it.
    pub additional: Additional,
    /// Which of its optional members depend on each other.
    pub choices: Vec<Choice>,
}

/// Lists of members of which one has to be there whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Keys on the wire, of optional fields; no list is empty, and there are two at least.
    pub lists: Vec<Vec<String>>,
    /// Whether no more than one list may be there.
    pub exclusive: bool,
}

/// What may stand in an object beside its known members.
#[derive(Clone, Debug, PartialEq)]
pub enum Additional {
    /// Anything: `additionalProperties` is absent, `true` or `{}`.
    Open,
    /// Nothing: `additionalProperties: false`. Users still receive what a server sends.
    Closed,
    /// Members of one type, in a field of this name.
    Typed(Name, Type),
}

/// A known member of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Unique in its struct, the field of [`Additional::Typed`] included.
    pub name: Name,
    /// The key on the wire.
    pub key: String,
    /// What the document says about it.
    pub docs: Docs,
    /// What its value is; [`Type::Nullable`] if that may be `null`.
    pub ty: Type,
    /// May the key be missing?
    pub presence: Presence,
    /// What the server assumes when it is missing. Documented, never sent by itself, but for a
    /// required one of an input: that starts with it and is always sent.
    pub default: Option<Literal>,
    /// The only value it can have (`const`, or an enum of one); users need not give it.
    pub constant: Option<Literal>,
    /// Limits that a type does not express.
    pub constraints: Constraints,
    /// Only the server sends it.
    pub read_only: bool,
    /// Only the user sends it.
    pub write_only: bool,
}

/// May a key or parameter be missing?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Presence {
    /// It is always there.
    Required,
    /// It may be missing.
    Optional,
}

/// Limits that a type does not express; they are told, not checked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Constraints {
    /// `minimum`, and whether it is exclusive.
    pub minimum: Option<(Literal, bool)>,
    /// `maximum`, and whether it is exclusive.
    pub maximum: Option<(Literal, bool)>,
    /// `multipleOf`
    pub multiple_of: Option<Literal>,
    /// `minLength` and `maxLength`, in characters.
    pub length: (Option<u64>, Option<u64>),
    /// `minItems` and `maxItems`, or `minProperties` and `maxProperties`.
    pub items: (Option<u64>, Option<u64>),
    /// `pattern`, an ECMA-262 expression.
    pub pattern: Option<String>,
    /// A `format` that has no type of its own.
    pub format: Option<String>,
    /// The same for each item of a list, and each value of a map.
    pub item: Option<Box<Constraints>>,
}

/// A choice of constants. Servers may know more of them than the document.
#[derive(Clone, Debug, PartialEq)]
pub struct Enum {
    /// What the constants are.
    pub kind: EnumKind,
    /// In document order, at least one.
    pub variants: Vec<Variant>,
}

/// What the constants of an enum are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EnumKind {
    /// All are text.
    String,
    /// All are whole numbers.
    Integer,
    /// They differ, or are neither.
    Mixed,
}

/// One constant of an enum.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// Unique in its enum.
    pub name: Name,
    /// The constant. Never `null`: that is [`Type::Nullable`].
    pub value: Literal,
    /// What the document says about it.
    pub docs: Docs,
}

/// A choice of types (`oneOf`, `anyOf`, several `type`s).
#[derive(Clone, Debug, PartialEq)]
pub struct Union {
    /// The key whose value tells the variants apart: a `discriminator`, or a constant that each
    /// variant has under the same key. Without one, the variant that fits the value best is taken.
    pub tag: Option<String>,
    /// In document order, at least one.
    pub variants: Vec<WhichVariant>,
}

/// One type of a union.
#[derive(Clone, Debug, PartialEq)]
pub struct WhichVariant {
    /// Unique in its union.
    pub name: Name,
    /// What it holds; never [`Type::Nullable`]: that is lifted to the union.
    pub ty: Type,
    /// What the document says about it.
    pub docs: Docs,
    /// The values of the tag that choose it. Empty without a tag; with one, the variant that has
    /// none takes all values that no other has.
    pub tag_values: Vec<String>,
    /// Whether it holds what all of them have in common.
    pub is_base: bool,
}

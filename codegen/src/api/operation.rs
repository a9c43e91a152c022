//! Operations: what goes over the wire, and what comes back.

use super::{
    Constraints, Docs, Literal, Name, Presence, ResourceId, SecurityRequirement, Server, Type,
};

/// Index into [`Api::operations`](super::Api::operations).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OperationId(pub usize);

/// One thing that a user can ask the API to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Operation {
    /// Unique among all operations; from `operationId`, or from method and path.
    pub name: Name,
    /// Unique in its resource, without the resource's words: `get`, `kick all`.
    pub method_name: Name,
    /// The resource it belongs to.
    pub resource: ResourceId,
    /// The `operationId` as written, if there was one.
    pub id: Option<String>,
    /// The HTTP method in upper case.
    pub method: String,
    /// The path template as written, `/pets/{petId}`. Each `{name}` has a parameter or a client
    /// parameter of that key.
    pub path: String,
    /// What SDKs of other languages call it: the language, and the name as its users write it.
    pub known_as: Vec<(String, String)>,
    /// What the document says about it.
    pub docs: Docs,
    /// Path parameters in the order of the template, then the others in document order. Client
    /// parameters are among them, with [`Parameter::client`] set.
    pub parameters: Vec<Parameter>,
    /// What is sent as the body, if anything.
    pub body: Option<Body>,
    /// The JSON document that is sent as the body each time; then there is no `body` to give.
    pub constant_body: Option<Literal>,
    /// Documented answers that mean success.
    pub responses: Vec<Response>,
    /// Documented answers that mean failure.
    pub errors: Vec<Response>,
    /// What a successful call gives its user, decided from `responses`.
    pub output: Output,
    /// The body of a documented error: the one type, or a union of them. Absent if none is typed.
    pub error_body: Option<Type>,
    /// Alternatives; one of them suffices. Empty: no credentials. An empty alternative: may go without.
    pub security: Vec<SecurityRequirement>,
    /// Its own servers; empty: those of the API.
    pub servers: Vec<Server>,
    /// How to get the next page, if it answers in pages.
    pub pagination: Option<Pagination>,
}

/// One input beside the body.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// Unique in its operation, the body included.
    pub name: Name,
    /// The name on the wire.
    pub key: String,
    /// Where it stands.
    pub location: ParameterIn,
    /// What its value is.
    pub ty: Type,
    /// May it be missing?
    pub presence: Presence,
    /// How the value becomes text.
    pub serialization: Serialization,
    /// What the document says about it.
    pub docs: Docs,
    /// What the server assumes when it is missing. Never sent by itself.
    pub default: Option<Literal>,
    /// Limits that a type does not express.
    pub constraints: Constraints,
    /// The client parameter that fills it: an index into
    /// [`Api::client_parameters`](super::Api::client_parameters).
    pub client: Option<usize>,
}

/// Where a parameter stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ParameterIn {
    /// In the path template.
    Path,
    /// In the query, under its key.
    Query,
    /// It is the whole query (`in: querystring`).
    QueryString,
    /// A header.
    Header,
    /// In the `Cookie` header.
    Cookie,
}

/// How a parameter's value becomes text.
#[derive(Clone, Debug, PartialEq)]
pub enum Serialization {
    /// By the rules of `style` and `explode`.
    Style {
        /// `style`
        style: Style,
        /// `explode`
        explode: bool,
        /// `allowReserved`: leave RFC 3986's reserved characters as they are.
        allow_reserved: bool,
    },
    /// As a document of this media type (`content`).
    Content(String),
}

/// `style` of a parameter (OpenAPI, section Style Values).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the standard's own words")]
pub enum Style {
    Matrix,
    Label,
    Simple,
    Form,
    SpaceDelimited,
    PipeDelimited,
    DeepObject,
    Cookie,
}

/// What an operation sends as its body.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// Unique in its operation, parameters included: `body` unless that is taken.
    pub name: Name,
    /// May it be left out?
    pub presence: Presence,
    /// The media type to send, without wildcards.
    pub media_type: String,
    /// What it is.
    pub kind: BodyKind,
    /// Limits that its type does not express.
    pub constraints: Constraints,
    /// What the document says about it.
    pub docs: Docs,
}

/// How a body is made.
#[derive(Clone, Debug, PartialEq)]
pub enum BodyKind {
    /// One JSON document.
    Json(Type),
    /// A JSON document a line (`application/jsonl`, `application/x-ndjson`).
    JsonLines(Type),
    /// `application/x-www-form-urlencoded`: a struct or map, and how some members are written.
    Form(Type, Vec<FieldEncoding>),
    /// `multipart/*`.
    Multipart {
        /// Unique among all types: the form's own name.
        name: Name,
        /// In document order.
        parts: Vec<Part>,
    },
    /// Text, XML included.
    Text,
    /// Bytes as they are, from memory or a stream.
    Binary,
}

/// How a member of a form is written (`encoding`).
#[derive(Clone, Debug, PartialEq)]
pub struct FieldEncoding {
    /// The member's key.
    pub key: String,
    /// How it is written.
    pub serialization: Serialization,
}

/// One part of a multipart body.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Unique in its body, the headers of parts included.
    pub name: Name,
    /// The name on the wire. Absent where parts are told apart by their places.
    pub key: Option<String>,
    /// What it holds.
    pub kind: PartKind,
    /// May it be missing?
    pub presence: Presence,
    /// It may come several times.
    pub repeated: bool,
    /// The media type from `encoding`, the first where there are several.
    pub content_type: Option<String>,
    /// Headers of the part, beside those that the media type and the name make.
    pub headers: Vec<Header>,
    /// What the document says about it.
    pub docs: Docs,
}

impl Part {
    /// The types of its value and its headers, and of the parts inside it.
    pub fn types(&self) -> Vec<&Type> {
        let mut types: Vec<&Type> = self.headers.iter().map(|header| &header.ty).collect();
        match &self.kind {
            PartKind::Text(ty) | PartKind::Styled(ty, _) | PartKind::Json(ty) => types.push(ty),
            PartKind::Multipart { parts, .. } => types.extend(parts.iter().flat_map(Part::types)),
            PartKind::File => {}
        }
        types
    }
}

/// What a part holds.
#[derive(Clone, Debug, PartialEq)]
pub enum PartKind {
    /// A file: bytes, with a name and a media type that the user may give.
    File,
    /// A plain value, written as text.
    Text(Type),
    /// A value written as a field of a form would be, in this style: as one text, or as parts of
    /// several keys.
    Styled(Type, Serialization),
    /// A value with structure, written as JSON. What turns out to have none (of an open type, or a
    /// union) is text, unless the part's media type is JSON.
    Json(Type),
    /// Parts of its own.
    Multipart {
        /// Unique among all types: the form's own name.
        name: Name,
        /// In document order.
        parts: Vec<Part>,
    },
}

/// A documented answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    /// Which statuses it stands for.
    pub status: StatusPattern,
    /// What the document says about it.
    pub docs: Docs,
    /// The media type as documented, if it has a body.
    pub media_type: Option<String>,
    /// What its body is.
    pub content: Content,
    /// Documented headers.
    pub headers: Vec<Header>,
}

/// A documented header of an answer, or of a part of a body.
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    /// The name on the wire.
    pub key: String,
    /// Unique in its response or body.
    pub name: Name,
    /// What its value is.
    pub ty: Type,
    /// May it be missing?
    pub presence: Presence,
    /// What the document says about it.
    pub docs: Docs,
}

/// Which statuses a response stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StatusPattern {
    /// One status.
    Code(u16),
    /// A hundred: `2` for `2XX`.
    Range(u8),
    /// All that are not named.
    Default,
}

/// What the body of an answer is.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Nothing, or nothing documented.
    Empty,
    /// One JSON document.
    Json(Type),
    /// Text, XML included.
    Text,
    /// Bytes, as a stream.
    Binary,
    /// `text/event-stream`; the type is that of each event's data.
    EventStream(Type),
    /// A JSON document a line, as a stream.
    JsonLines(Type),
}

/// What a successful call gives its user.
#[derive(Clone, Debug, PartialEq)]
pub enum Output {
    /// The same whatever the status.
    Single(Content),
    /// It depends on the status: a choice with a name, unique among all types.
    PerStatus(Name, Vec<OutputCase>),
}

/// One case of an output that depends on the status.
#[derive(Clone, Debug, PartialEq)]
pub struct OutputCase {
    /// Unique in its output.
    pub name: Name,
    /// When it applies.
    pub status: StatusPattern,
    /// What it holds.
    pub content: Content,
}

/// How an operation answers in pages.
#[derive(Clone, Debug, PartialEq)]
pub struct Pagination {
    /// How the next page is asked for.
    pub kind: PaginationKind,
    /// The key of the query parameter that sets the size of a page.
    pub size_key: Option<String>,
    /// Where the items are: member keys from the answer's root.
    pub items: Vec<String>,
    /// What an item is.
    pub item: Type,
}

/// How the next page is asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum PaginationKind {
    /// A page number in the query parameter of this key, from `first` on.
    Page {
        /// The parameter's key.
        key: String,
        /// The number of the first page.
        first: i64,
    },
    /// The number of items to skip in the query parameter of this key.
    Offset {
        /// The parameter's key.
        key: String,
    },
    /// A cursor from the answer at `next`, given back in the query parameter of this key.
    Cursor {
        /// The parameter's key.
        key: String,
        /// Member keys from the answer's root.
        next: Vec<String>,
    },
    /// The id of the last item of this page, in the query parameter of this key. The answer says
    /// whether there are more.
    LastItem {
        /// The parameter's key.
        key: String,
        /// Where an item has its id: member keys from the item.
        id: Vec<String>,
    },
    /// The address of the next page, in the answer.
    NextUrl {
        /// Member keys from the answer's root.
        next: Vec<String>,
    },
    /// A `Link` header with `rel="next"` (RFC 8288).
    LinkHeader,
}

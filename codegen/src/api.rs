//! The resolved API: what a document means, as plain data.
//!
//! `lower` fills it, backends read it, nobody else touches it. It has no reference left to
//! follow, no composition left to merge and no name left to decide. It knows no output: no Rust
//! word, no markup, no SQL. Texts from the document stand here as their author wrote them.

mod literal;
mod name;
mod operation;
mod resource;
mod security;
mod types;

pub use literal::Literal;
pub use name::Name;
pub use operation::{
    Body, BodyKind, Content, FieldEncoding, Header, Operation, OperationId, Output, OutputCase,
    Pagination, PaginationKind, Parameter, ParameterIn, Part, PartKind, Response, Serialization,
    StatusPattern, Style,
};
pub use resource::{ClientParameter, Resource, ResourceId, Server, ServerVariable, Webhook};
pub use security::{OAuthFlow, OAuthFlowKind, SecurityKind, SecurityRequirement, SecurityScheme};
pub use types::{
    Additional, BytesEncoding, Choice, Constraints, Enum, EnumKind, Field, IntegerFormat,
    NumberFormat, Owner, Presence, Shape, Struct, Type, TypeDef, TypeId, Union, Usage, Variant,
    WhichVariant,
};

/// One API, resolved.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Api {
    /// What the SDK is called, from the configuration or the document's title.
    pub name: Name,
    /// The document's `info`.
    pub info: Info,
    /// The servers that hold for every operation without its own, never empty.
    pub servers: Vec<Server>,
    /// The environment variable that holds another address.
    pub base_url_env: String,
    /// The security schemes that some operation uses, in document order.
    pub security_schemes: Vec<SecurityScheme>,
    /// Parameters that the client can hold for all operations.
    pub client_parameters: Vec<ClientParameter>,
    /// Every named type; a [`TypeId`] is an index into it.
    pub types: Vec<TypeDef>,
    /// Every operation in document order; an [`OperationId`] is an index into it.
    pub operations: Vec<Operation>,
    /// Every resource; a [`ResourceId`] is an index into it. A parent stands before its children.
    pub resources: Vec<Resource>,
    /// What the API sends to its user: webhooks and callbacks.
    pub webhooks: Vec<Webhook>,
}

impl Api {
    /// The definition of a named type.
    pub fn type_def(&self, id: TypeId) -> &TypeDef {
        &self.types[id.0]
    }

    /// One operation.
    pub fn operation(&self, id: OperationId) -> &Operation {
        &self.operations[id.0]
    }

    /// Whether the document says on which host the API is.
    pub fn has_address(&self) -> bool {
        let first = self.servers.first();
        first.is_some_and(|server| server.url.contains("://"))
    }

    /// One resource.
    pub fn resource(&self, id: ResourceId) -> &Resource {
        &self.resources[id.0]
    }
}

/// The document's `info` and what belongs to the API as a whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Info {
    /// The title as written.
    pub title: String,
    /// The version of the API (not of OpenAPI).
    pub version: String,
    /// Summary, description and link.
    pub docs: Docs,
    /// Where the terms of service are.
    pub terms_of_service: Option<String>,
    /// Whom to ask: name, address, mail, each as written.
    pub contact: Vec<String>,
    /// The licence of the API: name or SPDX expression, and address.
    pub license: Option<(String, Option<String>)>,
}

/// What the document says about a thing in prose, as written (CommonMark where the standard says so).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Docs {
    /// `summary` or `title`.
    pub summary: Option<String>,
    /// `description`.
    pub description: Option<String>,
    /// `externalDocs`: address and what is there.
    pub link: Option<(String, Option<String>)>,
    /// Examples, the first is the best.
    pub examples: Vec<Literal>,
    /// Whether the document marks it `deprecated`.
    pub deprecated: bool,
    /// Further paragraphs: links of a response, kept extensions such as required permissions.
    pub notes: Vec<String>,
}

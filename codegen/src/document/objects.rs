//! The other objects of OpenAPI.

use std::sync::Arc;

use indexmap::IndexMap;

use super::{Schema, SchemaId};
use crate::diagnostic::Location;
use crate::source::{Map, Node};

/// Members that start with `x-`, as written.
pub type Extensions = Map;

/// An OpenAPI document, whatever version it was written in and over however many files.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// `openapi` or `swagger`, as written.
    pub version: String,
    /// `info`
    pub info: Info,
    /// `servers`, or what Swagger's `schemes`, `host` and `basePath` say; may be empty.
    pub servers: Vec<Server>,
    /// `paths` in document order.
    pub paths: Vec<PathItem>,
    /// `webhooks`: each with its key.
    pub webhooks: Vec<PathItem>,
    /// The schemas of the components (or definitions) by name, in document order.
    pub component_schemas: IndexMap<String, SchemaId>,
    /// The security schemes of the components by name.
    pub security_schemes: IndexMap<String, SecurityScheme>,
    /// `security` of the whole document; `None` if absent.
    pub security: Option<Vec<SecurityRequirement>>,
    /// `tags`
    pub tags: Vec<Tag>,
    /// `externalDocs`
    pub external_docs: Option<ExternalDocs>,
    /// Members that start with `x-`.
    pub extensions: Extensions,
    /// Every schema of the document; a [`SchemaId`] is an index into it.
    pub schemas: Vec<Schema>,
}

/// How many references lead on from each other at most.
const LONGEST_CHAIN: usize = 32;

impl Document {
    /// One schema.
    pub fn schema(&self, id: SchemaId) -> &Schema {
        &self.schemas[id.0 as usize]
    }

    /// A schema and what it refers to, step by step; not forever, since references may go round.
    pub fn chain(&self, id: SchemaId) -> impl Iterator<Item = SchemaId> {
        std::iter::successors(Some(id), |&id| self.schema(id).reference).take(LONGEST_CHAIN)
    }
}

/// `info`
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Info {
    /// Where it stands.
    pub at: Location,
    /// `title`
    pub title: String,
    /// `version`
    pub version: String,
    /// `summary`
    pub summary: Option<String>,
    /// `description`
    pub description: Option<String>,
    /// `termsOfService`
    pub terms_of_service: Option<String>,
    /// `contact`: name, address, mail, those that are given.
    pub contact: Vec<String>,
    /// `license`: name or SPDX identifier, and address.
    pub license: Option<(String, Option<String>)>,
    /// Members that start with `x-`.
    pub extensions: Extensions,
}

/// `externalDocs`
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExternalDocs {
    /// `url`
    pub url: String,
    /// `description`
    pub description: Option<String>,
}

/// An example, whichever way it was given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Example {
    /// Its key, if it has one.
    pub name: Option<String>,
    /// `summary`
    pub summary: Option<String>,
    /// `value` or `dataValue`; absent if it is external or only serialized.
    pub value: Option<Node>,
}

/// A Server Object.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Server {
    /// Where it stands.
    pub at: Location,
    /// `url`
    pub url: String,
    /// `name` (3.2)
    pub name: Option<String>,
    /// `description`
    pub description: Option<String>,
    /// `variables`
    pub variables: IndexMap<String, ServerVariable>,
}

/// A Server Variable Object.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ServerVariable {
    /// Where it stands.
    pub at: Location,
    /// `default`
    pub default: String,
    /// `enum`
    pub values: Vec<String>,
    /// `description`
    pub description: Option<String>,
}

/// A Tag Object.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tag {
    /// `name`
    pub name: String,
    /// `summary` (3.2), `x-displayName`
    pub summary: Option<String>,
    /// `description`
    pub description: Option<String>,
    /// `parent` (3.2)
    pub parent: Option<String>,
    /// `externalDocs`
    pub external_docs: Option<ExternalDocs>,
}

/// A Path Item Object under its key.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PathItem {
    /// Where it stands.
    pub at: Location,
    /// The path template, the name of the webhook, or the callback's expression.
    pub key: String,
    /// Its operations, `additionalOperations` included, in document order.
    pub operations: Vec<Operation>,
}

/// An Operation Object. What its path item says for all (`parameters`, `servers`, `summary`) has
/// been brought into it; its own word wins.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Operation {
    /// Where it stands.
    pub at: Location,
    /// The HTTP method, in upper case unless it stands in `additionalOperations`.
    pub method: String,
    /// `operationId`
    pub operation_id: Option<String>,
    /// `tags`
    pub tags: Vec<String>,
    /// `summary`
    pub summary: Option<String>,
    /// `description`
    pub description: Option<String>,
    /// `externalDocs`
    pub external_docs: Option<ExternalDocs>,
    /// `deprecated`
    pub deprecated: bool,
    /// `parameters`, those of the path item first.
    pub parameters: Vec<Arc<Parameter>>,
    /// `requestBody`
    pub request_body: Option<Arc<RequestBody>>,
    /// `responses`, in document order, with their keys.
    pub responses: Vec<(ResponseKey, Arc<Response>)>,
    /// `callbacks`: the path items of each, keys are expressions.
    pub callbacks: Vec<(String, Vec<PathItem>)>,
    /// `security`; `None` if absent: then the document's own holds.
    pub security: Option<Vec<SecurityRequirement>>,
    /// `servers`, of the operation or else of its path item; may be empty.
    pub servers: Vec<Server>,
    /// Members that start with `x-`.
    pub extensions: Extensions,
}

/// A Parameter Object. Swagger's `body` and `formData` parameters are the request body.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// Where it stands.
    pub at: Location,
    /// `name`
    pub name: String,
    /// `in`
    pub location: ParameterIn,
    /// `description`
    pub description: Option<String>,
    /// `required`; a path parameter always is.
    pub required: bool,
    /// `deprecated`
    pub deprecated: bool,
    /// `allowEmptyValue`
    pub allow_empty_value: bool,
    /// How its value is written.
    pub format: ParameterFormat,
    /// `example` and `examples`
    pub examples: Vec<Example>,
    /// Members that start with `x-`.
    pub extensions: Extensions,
}

/// How a parameter's or header's value is written.
#[derive(Clone, Debug, PartialEq)]
pub enum ParameterFormat {
    /// `schema` with `style`; absent members have the standard's defaults for the place.
    Schema {
        /// `schema`; absent: any text.
        schema: Option<SchemaId>,
        /// `style`
        style: Style,
        /// `explode`
        explode: bool,
        /// `allowReserved`
        allow_reserved: bool,
    },
    /// `content`: a document of the one media type.
    Content(MediaType),
}

/// `in` of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the standard's own words")]
pub enum ParameterIn {
    Path,
    Query,
    QueryString,
    Header,
    Cookie,
}

/// `style`; Swagger's `collectionFormat` is brought to it (`tsv` as `spaceDelimited`, with a warning).
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

/// A Request Body Object.
#[derive(Clone, Debug, PartialEq)]
pub struct RequestBody {
    /// Where it stands.
    pub at: Location,
    /// The name it has in the document's components, if it stands there.
    pub component: Option<String>,
    /// `description`
    pub description: Option<String>,
    /// `required`
    pub required: bool,
    /// `content` in document order.
    pub content: Vec<MediaType>,
    /// `x-codegen-request-body-name`, Swagger's name of the body parameter.
    pub name: Option<String>,
    /// Members that start with `x-`.
    pub extensions: Extensions,
}

/// A Media Type Object under its key.
#[derive(Clone, Debug, PartialEq)]
pub struct MediaType {
    /// Where it stands.
    pub at: Location,
    /// The media type or range as written.
    pub key: String,
    /// `schema`
    pub schema: Option<SchemaId>,
    /// `itemSchema` (3.2)
    pub item_schema: Option<SchemaId>,
    /// `encoding`, `prefixEncoding` and `itemEncoding`
    pub encoding: Encodings,
    /// `example` and `examples`
    pub examples: Vec<Example>,
}

/// How the parts of a body are written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Encodings {
    /// `encoding` by property.
    pub by_name: IndexMap<String, Encoding>,
    /// `prefixEncoding` (3.2), by place.
    pub prefix: Vec<Encoding>,
    /// `itemEncoding` (3.2), for the places behind those.
    pub item: Option<Box<Encoding>>,
}

impl Encodings {
    /// Whether none is given.
    pub fn is_empty(&self) -> bool {
        self.by_name.is_empty() && self.prefix.is_empty() && self.item.is_none()
    }
}

/// An Encoding Object.
#[derive(Clone, Debug, PartialEq)]
pub struct Encoding {
    /// Where it stands.
    pub at: Location,
    /// `contentType`: a comma-separated list as written.
    pub content_type: Option<String>,
    /// `headers` by name.
    pub headers: IndexMap<String, Arc<Header>>,
    /// `style`; `None` if absent.
    pub style: Option<Style>,
    /// `explode`; `None` if absent.
    pub explode: Option<bool>,
    /// `allowReserved`
    pub allow_reserved: bool,
    /// How the parts of the part are written (3.2).
    pub inner: Encodings,
}

/// The key of a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ResponseKey {
    /// One status.
    Code(u16),
    /// `2XX`: the first digit.
    Range(u8),
    /// `default`
    Default,
}

/// A Response Object.
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    /// Where it stands.
    pub at: Location,
    /// The name it has in the document's components, if it stands there.
    pub component: Option<String>,
    /// `summary` (3.2)
    pub summary: Option<String>,
    /// `description`
    pub description: Option<String>,
    /// `headers` by name.
    pub headers: IndexMap<String, Arc<Header>>,
    /// `content` in document order.
    pub content: Vec<MediaType>,
    /// `links` by name.
    pub links: IndexMap<String, Link>,
    /// Members that start with `x-`.
    pub extensions: Extensions,
}

/// A Header Object.
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    /// Where it stands.
    pub at: Location,
    /// `description`
    pub description: Option<String>,
    /// `required`
    pub required: bool,
    /// `deprecated`
    pub deprecated: bool,
    /// How its value is written.
    pub format: ParameterFormat,
}

/// A Link Object.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Link {
    /// Where it stands.
    pub at: Location,
    /// `operationId` or `operationRef`, as written.
    pub operation: Option<String>,
    /// `parameters` by name, as written.
    pub parameters: IndexMap<String, Node>,
    /// `description`
    pub description: Option<String>,
}

/// A Security Scheme Object.
#[derive(Clone, Debug, PartialEq)]
pub struct SecurityScheme {
    /// Where it stands.
    pub at: Location,
    /// What it is.
    pub kind: SecuritySchemeKind,
    /// `description`
    pub description: Option<String>,
    /// `deprecated` (3.2)
    pub deprecated: bool,
    /// Members that start with `x-`.
    pub extensions: Extensions,
}

/// `type` of a security scheme and what comes with it.
#[derive(Clone, Debug, PartialEq)]
pub enum SecuritySchemeKind {
    /// `apiKey`
    ApiKey {
        /// `in`
        location: ParameterIn,
        /// `name`
        name: String,
    },
    /// `http` (Swagger's `basic` too)
    Http {
        /// `scheme` in lower case
        scheme: String,
        /// `bearerFormat`
        bearer_format: Option<String>,
    },
    /// `oauth2`: flows by their 3.x key (`implicit`, `password`, `clientCredentials`, …).
    OAuth2 {
        /// `flows`
        flows: IndexMap<String, OAuthFlow>,
    },
    /// `openIdConnect`
    OpenIdConnect {
        /// `openIdConnectUrl`
        url: String,
    },
    /// `mutualTLS`
    MutualTls,
}

/// An OAuth Flow Object.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OAuthFlow {
    /// `authorizationUrl`
    pub authorization_url: Option<String>,
    /// `tokenUrl`
    pub token_url: Option<String>,
    /// `refreshUrl`
    pub refresh_url: Option<String>,
    /// `scopes`
    pub scopes: IndexMap<String, String>,
}

/// A Security Requirement Object: scheme names that must be given together, each with its scopes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SecurityRequirement {
    /// Where it stands.
    pub at: Location,
    /// By the scheme's name. Empty: no credentials.
    pub schemes: IndexMap<String, Vec<String>>,
}

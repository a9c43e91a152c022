//! The tree of resources, and what belongs to the client as a whole.

use super::{Docs, Name, OperationId, Type};

/// Index into [`Api::resources`](super::Api::resources).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ResourceId(pub usize);

/// A group of operations: `client.active_session()`.
#[derive(Clone, Debug, PartialEq)]
pub struct Resource {
    /// Unique among all resources, by the full path from the root: backends name files by it.
    pub name: Name,
    /// Unique among its siblings and the parent's methods: `participants` beneath `meetings`.
    pub short_name: Name,
    /// The resource it stands beneath.
    pub parent: Option<ResourceId>,
    /// What the document says about it (a tag's description).
    pub docs: Docs,
    /// In document order.
    pub operations: Vec<OperationId>,
    /// The resources beneath it.
    pub children: Vec<ResourceId>,
}

/// A parameter that the client can hold for all operations, such as an account.
#[derive(Clone, Debug, PartialEq)]
pub struct ClientParameter {
    /// Unique among the client parameters and the security schemes.
    pub name: Name,
    /// The key of the parameters that it fills.
    pub key: String,
    /// The environment variable that holds it.
    pub env: Option<String>,
    /// What the document says about it.
    pub docs: Docs,
}

/// Where the API is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Server {
    /// The address with `{variables}`; it may be relative to where the document came from.
    pub url: String,
    /// What the document says about it.
    pub docs: Docs,
    /// A short name (OpenAPI 3.2).
    pub name: Option<String>,
    /// The variables of the address.
    pub variables: Vec<ServerVariable>,
}

/// A variable of a server's address.
#[derive(Clone, Debug, PartialEq)]
pub struct ServerVariable {
    /// Unique in its server.
    pub name: Name,
    /// The key in the address.
    pub key: String,
    /// What it is when the user says nothing.
    pub default: String,
    /// What it may be; empty: anything.
    pub values: Vec<String>,
    /// What the document says about it.
    pub docs: Docs,
}

/// What the API sends to an address of its user: a webhook, or a callback of an operation.
#[derive(Clone, Debug, PartialEq)]
pub struct Webhook {
    /// Unique among the webhooks.
    pub name: Name,
    /// The key of the webhook or the callback's expression, as written.
    pub key: String,
    /// The HTTP method in upper case.
    pub method: String,
    /// What the document says about it.
    pub docs: Docs,
    /// What it carries; absent: nothing typed.
    pub payload: Option<Type>,
    /// The operation whose callback it is.
    pub operation: Option<OperationId>,
}

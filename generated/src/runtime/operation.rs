//! What the generated code says of an API and its operations: constants, and nothing that runs.

use super::pagination::Pagination;
use super::style::Style;

/// What is the same for each call of one operation.
#[derive(Debug)]
pub struct Operation {
    /// The `operationId`, for messages.
    pub id: &'static str,
    /// The HTTP method in upper case.
    pub method: &'static str,
    /// The path template: `/pets/{pet_id}`.
    pub path: &'static str,
    /// The address of the server if it is not the API's; it may be relative.
    pub server: Option<&'static str>,
    /// Keys of security schemes: any of these, each all of. Empty: no credentials. An empty
    /// alternative: credentials may be missing.
    pub security: &'static [&'static [&'static str]],
    /// Client parameters outside the path.
    pub client_inputs: &'static [ClientInput],
    /// The media type of the body, if it is not the usual one of its kind.
    pub content_type: Option<&'static str>,
    /// The media types of the answer, if they are not the usual ones of its kind.
    pub accept: Option<&'static str>,
    /// Whether the server acts once when the request comes twice. Unknown: as the method says.
    pub idempotent: Option<bool>,
    /// The header in which the API takes an idempotency key; each call then gets one.
    pub idempotency_header: Option<&'static str>,
    /// What becomes of redirects.
    pub redirects: Redirects,
    /// How it answers in pages.
    pub pagination: Option<&'static Pagination>,
}

impl Operation {
    /// What is not said.
    pub const DEFAULT: Operation = Operation {
        id: "",
        method: "GET",
        path: "",
        server: None,
        security: &[],
        client_inputs: &[],
        content_type: None,
        accept: None,
        idempotent: None,
        idempotency_header: None,
        redirects: Redirects::Followed,
        pagination: None,
    };
}

/// What becomes of an answer that leads elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Redirects {
    /// The request is sent there.
    Followed,
    /// It is what was asked for: the operation has no other answer.
    Wanted,
}

/// A client parameter that an operation takes outside its path.
#[derive(Debug)]
pub struct ClientInput {
    /// The client parameter's key.
    pub parameter: &'static str,
    /// The name on the wire.
    pub key: &'static str,
    /// Where it stands.
    pub place: Place,
    /// How it is written.
    pub style: Style,
    /// Whether the operation cannot go without.
    pub required: bool,
}

/// Where a parameter stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the query.
    Query,
    /// A header.
    Header,
    /// In the `Cookie` header.
    Cookie,
}

/// What is the same for each client of one API.
#[derive(Debug)]
pub struct Api {
    /// Where the API is: the first is the default.
    pub servers: &'static [Server],
    /// The environment variable that holds another address.
    pub base_url_env: Option<&'static str>,
    /// The `User-Agent` that is sent unless the user says otherwise.
    pub user_agent: &'static str,
    /// All security schemes.
    pub security: &'static [SecurityScheme],
    /// All client parameters.
    pub parameters: &'static [ClientParameter],
    /// Whether a success status whose body says `"success": false` is an error.
    pub envelope: bool,
    /// The keys of members whose values must not be read in messages and logs.
    pub secrets: &'static [&'static str],
}

impl Api {
    /// What is not said.
    pub const DEFAULT: Api = Api {
        servers: &[],
        base_url_env: None,
        user_agent: "",
        security: &[],
        parameters: &[],
        envelope: true,
        secrets: &[],
    };
}

/// One address of an API.
#[derive(Debug)]
pub struct Server {
    /// The address with `{variables}`.
    pub url: &'static str,
    /// Each variable's key and what it is unless the user says otherwise.
    pub variables: &'static [(&'static str, &'static str)],
}

/// A parameter that the client holds for all operations.
#[derive(Debug)]
pub struct ClientParameter {
    /// The key that operations name it by: `{key}` in paths.
    pub key: &'static str,
    /// The method of the client's builder that sets it.
    pub method: &'static str,
    /// The environment variable that holds it.
    pub env: Option<&'static str>,
}

/// One way to show who one is.
#[derive(Debug)]
pub struct SecurityScheme {
    /// The key that operations name it by.
    pub key: &'static str,
    /// The method of the client's builder that sets it.
    pub method: &'static str,
    /// What it is.
    pub kind: SecurityKind,
    /// The environment variable that holds the credential. For [`SecurityKind::Basic`] it holds
    /// `name:password`.
    pub env: Option<&'static str>,
}

/// How a credential is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecurityKind {
    /// `Authorization: Bearer …`; OAuth 2 and OpenID Connect tokens as well.
    Bearer,
    /// `Authorization: Basic …`
    Basic,
    /// `Authorization` with another scheme of this name.
    Http(&'static str),
    /// A header of this name.
    ApiKeyHeader(&'static str),
    /// A query parameter of this name.
    ApiKeyQuery(&'static str),
    /// A cookie of this name.
    ApiKeyCookie(&'static str),
    /// A client certificate: the transport's matter.
    MutualTls,
}

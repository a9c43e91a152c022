//! How users show who they are.

use super::{Docs, Name};

/// A security scheme that some operation uses.
#[derive(Clone, Debug, PartialEq)]
pub struct SecurityScheme {
    /// Unique among the schemes and the client parameters.
    pub name: Name,
    /// Its key in the document; requirements refer to it.
    pub key: String,
    /// What it is.
    pub kind: SecurityKind,
    /// What the document says about it.
    pub docs: Docs,
    /// The environment variable that holds the credential, from the configuration.
    pub env: Option<String>,
}

/// The kinds of security schemes (OpenAPI, Security Scheme Object).
#[derive(Clone, Debug, PartialEq)]
pub enum SecurityKind {
    /// A key in a header of this name.
    ApiKeyHeader(String),
    /// A key in the query parameter of this name.
    ApiKeyQuery(String),
    /// A key in the cookie of this name.
    ApiKeyCookie(String),
    /// HTTP Basic (RFC 7617).
    Basic,
    /// HTTP Bearer (RFC 6750).
    Bearer,
    /// Another HTTP authentication scheme of this name.
    Http(String),
    /// OAuth 2 (RFC 6749).
    OAuth2(Vec<OAuthFlow>),
    /// OpenID Connect, discovered at this address.
    OpenIdConnect(String),
    /// A client certificate.
    MutualTls,
}

/// One way to get an OAuth token.
#[derive(Clone, Debug, PartialEq)]
pub struct OAuthFlow {
    /// Which.
    pub kind: OAuthFlowKind,
    /// `authorizationUrl`
    pub authorization_url: Option<String>,
    /// `tokenUrl`
    pub token_url: Option<String>,
    /// `refreshUrl`
    pub refresh_url: Option<String>,
    /// Scopes and what they allow.
    pub scopes: Vec<(String, String)>,
}

/// The kinds of OAuth flows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the standard's own words")]
pub enum OAuthFlowKind {
    Implicit,
    Password,
    ClientCredentials,
    AuthorizationCode,
    DeviceAuthorization,
}

/// Credentials that must be given together. Empty: none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SecurityRequirement {
    /// Indices into [`Api::security_schemes`](super::Api::security_schemes), each with its scopes.
    pub schemes: Vec<(usize, Vec<String>)>,
}

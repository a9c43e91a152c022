//! Which credentials a call carries, and where.

use std::fmt;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::header::{AUTHORIZATION, COOKIE, HeaderMap, HeaderName, HeaderValue};

use super::answer::Origin;
use super::bounds::{BoxError, BoxFuture, MaybeSend, MaybeSync};
use super::error::{
    BuildError, ConnectionError, Details, Error, ErrorKind, TimeoutError, TokenError,
};
use super::oauth::NoToken;
use super::operation::{Api, Operation, SecurityKind, SecurityScheme};
use super::redact::Redaction;
use super::secret::Secret;
use super::transport::{Failure, Transport, TransportError};
use super::url::append_pair;

/// Where tokens come from when they change: a vault, a login, a file that is rotated.
///
/// It is asked before each attempt, so it keeps what it has until that is about to expire.
///
/// A failure that may pass is told as a [`TransportError`], or as the [`Error`] of another client: then
/// the call is tried again as its [`Retries`](super::Retries) say. Any other is [`Error::Token`] at once.
pub trait Credentials: MaybeSend + MaybeSync + 'static {
    /// The token to send now. The transport is the client's own, to fetch one with.
    fn token<'a>(&'a self, transport: &'a dyn Transport)
    -> BoxFuture<'a, Result<Secret, BoxError>>;

    /// Hears that a server answered 401 to this token, and says whether another one can be had: then
    /// the call is tried again at once, whatever its method, as one of its
    /// [`Retries`](super::Retries). Unless implemented, none can be had.
    fn refused(&self, _token: &Secret, _transport: &dyn Transport) -> bool {
        false
    }
}

/// What a user showed for one security scheme.
#[derive(Clone)]
pub enum Credential {
    /// A token or key.
    Token(Secret),
    /// A name and a password.
    Basic(String, Secret),
    /// Tokens that change.
    Changing(Arc<dyn Credentials>),
}

impl Credential {
    /// The texts that must not be read anywhere.
    pub(crate) fn secrets(&self) -> Vec<Secret> {
        match self {
            Credential::Token(token) => vec![token.clone()],
            Credential::Basic(name, password) => vec![password.clone(), basic(name, password)],
            Credential::Changing(_) => Vec::new(),
        }
    }
}

impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Credential::Token(_) => "Token(…)",
            Credential::Basic(..) => "Basic(…)",
            Credential::Changing(_) => "Changing(…)",
        })
    }
}

impl From<Secret> for Credential {
    fn from(token: Secret) -> Self {
        Credential::Token(token)
    }
}

/// The credentials of a client.
pub(crate) type Held = Vec<HeldCredential>;

/// A credential that a client holds for one scheme.
#[derive(Clone, Debug)]
pub(crate) struct HeldCredential {
    /// The key of the scheme.
    pub(crate) key: &'static str,
    pub(crate) credential: Credential,
    /// What never changes is written once.
    pub(crate) header: Option<(HeaderName, HeaderValue)>,
}

impl HeldCredential {
    pub(crate) fn new(key: &'static str, credential: Credential) -> Self {
        HeldCredential {
            key,
            credential,
            header: None,
        }
    }
}

/// The schemes whose credentials a call carries.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) enum Chosen {
    /// None.
    #[default]
    Nothing,
    /// Those of these keys.
    Keys(&'static [&'static str]),
    /// All that are held.
    All,
}

impl Chosen {
    /// The schemes, each with its credential.
    pub(crate) fn of<'a>(
        self,
        api: &'static Api,
        held: &'a Held,
    ) -> impl Iterator<Item = (&'static SecurityScheme, &'a HeldCredential)> {
        let schemes = api.security.iter().filter(move |scheme| match self {
            Chosen::Nothing => false,
            Chosen::Keys(keys) => keys.contains(&scheme.key),
            Chosen::All => true,
        });
        schemes.filter_map(move |scheme| match need(api, held, scheme.key) {
            Need::Held(credential) => Some((scheme, credential)),
            Need::Missing | Need::Nothing => None,
        })
    }
}

/// The first alternative for which all credentials are there.
pub(crate) fn choose(
    api: &'static Api,
    operation: &'static Operation,
    held: &Held,
) -> Result<Chosen, Error> {
    let mut optional = operation.security.is_empty();
    for alternative in operation.security {
        if alternative.is_empty() {
            optional = true;
            continue;
        }
        let mut needs = alternative.iter().map(|key| need(api, held, key));
        if needs.all(|need| !matches!(need, Need::Missing)) {
            return Ok(Chosen::Keys(alternative));
        }
    }
    if optional {
        return Ok(Chosen::Nothing);
    }
    Err(missing(api, operation, held))
}

/// What one scheme needs.
enum Need<'a> {
    Missing,
    /// Nothing that a request carries.
    Nothing,
    Held(&'a HeldCredential),
}

fn need<'a>(api: &'static Api, held: &'a Held, key: &str) -> Need<'a> {
    let Some(scheme) = api.security.iter().find(|scheme| scheme.key == key) else {
        return Need::Missing;
    };
    if scheme.kind == SecurityKind::MutualTls {
        return Need::Nothing;
    }
    match held.iter().find(|held| held.key == key) {
        Some(held) => Need::Held(held),
        None => Need::Missing,
    }
}

fn missing(api: &'static Api, operation: &Operation, held: &Held) -> Error {
    let alternatives = operation.security.iter().map(|alternative| {
        let absent = alternative
            .iter()
            .filter(|key| matches!(need(api, held, key), Need::Missing));
        let named = absent.map(|key| {
            let scheme = api.security.iter().find(|scheme| scheme.key == *key);
            scheme.map_or_else(|| format!("`{key}`"), how_to_set)
        });
        named.collect::<Vec<_>>().join(" and ")
    });
    let alternatives: Vec<String> = alternatives.collect();
    Error::build(format!(
        "`{}` needs credentials; missing: {}",
        operation.id,
        alternatives.join(", or ")
    ))
}

pub(crate) fn how_to_set(scheme: &SecurityScheme) -> String {
    let SecurityScheme {
        key, method, env, ..
    } = scheme;
    match env {
        Some(env) => format!("`{key}` (`ClientBuilder::{method}`, or `{env}` with `from_env`)"),
        None => format!("`{key}` (`ClientBuilder::{method}`)"),
    }
}

/// The tokens that change, as they are now: those of a call's credentials, in their order.
pub(crate) async fn fresh(origin: &Origin) -> Result<Vec<Secret>, Error> {
    let changes = |(_, held): (_, &HeldCredential)| match &held.credential {
        Credential::Changing(_) => true,
        Credential::Token(_) | Credential::Basic(..) => false,
    };
    if origin.redaction.credentials().any(changes) {
        // Few calls wait for that: it stands apart, so that the others need no room for it.
        return Box::pin(ask(origin)).await;
    }
    Ok(Vec::new())
}

async fn ask(origin: &Origin) -> Result<Vec<Secret>, Error> {
    let transport = origin.engine.transport.as_ref();
    let mut tokens = Vec::new();
    for (scheme, held) in origin.redaction.credentials() {
        if let Credential::Changing(credentials) = &held.credential {
            let token = credentials.token(transport).await;
            let token = token.map_err(|source| no_token(scheme, source))?;
            origin.redaction.remember(token.expose());
            tokens.push(token);
        }
    }
    Ok(tokens)
}

/// Tells whoever gave these tokens that they were refused, and says whether there may be others.
pub(crate) fn renewable(origin: &Origin, tokens: &[Secret]) -> bool {
    let transport = origin.engine.transport.as_ref();
    let changing = origin.redaction.credentials();
    let changing = changing.filter_map(|(_, held)| match &held.credential {
        Credential::Changing(credentials) => Some(credentials),
        Credential::Token(_) | Credential::Basic(..) => None,
    });
    // Each of them hears it.
    changing
        .zip(tokens)
        .fold(false, |any, (credentials, token)| {
            credentials.refused(token, transport) || any
        })
}

/// Writes the call's credentials into a request's headers and query.
pub(crate) fn apply(
    redaction: &Redaction,
    fresh: &[Secret],
    headers: &mut HeaderMap,
    query: &mut String,
) -> Result<(), Error> {
    let mut fresh = fresh.iter().cloned();
    for (scheme, held) in redaction.credentials() {
        if let Some((name, value)) = &held.header {
            // What the user said for this header counts.
            headers.entry(name).or_insert_with(|| value.clone());
            continue;
        }
        let text = match &held.credential {
            Credential::Token(token) => Some(token.clone()),
            Credential::Basic(name, password) => Some(basic(name, password)),
            Credential::Changing(_) => fresh.next(),
        };
        if let Some(text) = text {
            place(scheme, &text, headers, query)?;
        }
    }
    Ok(())
}

/// A token server that cannot be reached is told like an API that cannot be reached.
fn no_token(scheme: &SecurityScheme, source: BoxError) -> Error {
    let what = format!("no token for `{}`", scheme.key);
    let (failure, details) = match source.downcast::<NoToken>() {
        Ok(no_token) => (no_token.failure(), no_token.details(&what)),
        Err(source) => (failure(&source), from_elsewhere(&what, source)),
    };
    match failure {
        Some(Failure::Untrusted) => {
            let untrusted = true;
            Error::Connection(ConnectionError::new(Details {
                untrusted,
                ..details
            }))
        }
        Some(Failure::Connect | Failure::Refused | Failure::Exchange) => {
            Error::Connection(ConnectionError::new(details))
        }
        Some(Failure::Timeout) => Error::Timeout(TimeoutError::new(details)),
        Some(Failure::Request) => Error::Build(BuildError::new(details)),
        None => Error::Token(TokenError::new(details)),
    }
}

/// What own credentials say about how far they got.
fn failure(source: &BoxError) -> Option<Failure> {
    if let Some(error) = source.downcast_ref::<TransportError>() {
        return Some(error.failure());
    }
    let error = source.downcast_ref::<Error>()?;
    match error.kind() {
        ErrorKind::Connection if !error.is_retryable() => Some(Failure::Untrusted),
        ErrorKind::Connection => Some(Failure::Connect),
        ErrorKind::Timeout => Some(Failure::Timeout),
        ErrorKind::Api
        | ErrorKind::Decode
        | ErrorKind::TooLarge
        | ErrorKind::Token
        | ErrorKind::Build => None,
    }
}

/// What own credentials say is wrong.
fn from_elsewhere(what: &str, source: BoxError) -> Details {
    let details = match source.downcast_ref::<Error>() {
        None => Details::new(what),
        Some(error) => Details {
            method: error.request().map(|(method, _)| method.clone()),
            url: error.request().map(|(_, url)| url.to_owned()),
            status: error.status(),
            retryable: error.is_retryable(),
            retry_after: error.retry_after(),
            ..Details::new(what)
        },
    };
    details.caused_by(source)
}

/// Writes what never changes once, and refuses what cannot be sent as its scheme wants it; its text
/// is in no message.
pub(crate) fn ready(scheme: &SecurityScheme, held: &mut HeldCredential) -> Result<(), Error> {
    let text = match &held.credential {
        Credential::Token(token) => token.clone(),
        Credential::Basic(name, password) => basic(name, password),
        Credential::Changing(_) => return Ok(()),
    };
    let mut headers = HeaderMap::new();
    place(scheme, &text, &mut headers, &mut String::new())?;
    if !matches!(scheme.kind, SecurityKind::ApiKeyCookie(_)) {
        let mut headers = headers.into_iter();
        held.header = headers
            .next()
            .and_then(|(name, value)| Some((name?, value)));
    }
    Ok(())
}

fn basic(name: &str, password: &Secret) -> Secret {
    Secret::from(STANDARD.encode(format!("{name}:{}", password.expose())))
}

fn place(
    scheme: &SecurityScheme,
    secret: &Secret,
    headers: &mut HeaderMap,
    query: &mut String,
) -> Result<(), Error> {
    let text = secret.expose();
    if text.is_empty() {
        return Err(Error::build(format!(
            "the credential for {} is empty",
            how_to_set(scheme)
        )));
    }
    let refuse = || {
        let how = how_to_set(scheme);
        Error::build(format!(
            "the credential for {how} holds characters that no header can carry"
        ))
    };
    let header = |headers: &mut HeaderMap, name: &str, value: String| -> Result<(), Error> {
        let name = HeaderName::try_from(name).map_err(|_| refuse())?;
        let mut value = HeaderValue::try_from(value).map_err(|_| refuse())?;
        value.set_sensitive(true);
        // What the user said for this header counts; cookies were joined already.
        if name == COOKIE || !headers.contains_key(&name) {
            headers.insert(name, value);
        }
        Ok(())
    };
    match scheme.kind {
        SecurityKind::Bearer => header(headers, AUTHORIZATION.as_str(), format!("Bearer {text}")),
        SecurityKind::Basic => header(headers, AUTHORIZATION.as_str(), format!("Basic {text}")),
        SecurityKind::Http(name) => {
            header(headers, AUTHORIZATION.as_str(), format!("{name} {text}"))
        }
        SecurityKind::ApiKeyHeader(name) => header(headers, name, text.to_owned()),
        SecurityKind::ApiKeyQuery(name) => {
            append_pair(query, name, text);
            Ok(())
        }
        SecurityKind::ApiKeyCookie(name) => {
            if text.contains(';') {
                return Err(refuse());
            }
            let cookies = match headers.get(COOKIE).map(HeaderValue::to_str) {
                Some(Ok(cookies)) => format!("{cookies}; "),
                Some(Err(_)) | None => String::new(),
            };
            header(headers, COOKIE.as_str(), format!("{cookies}{name}={text}"))
        }
        SecurityKind::MutualTls => Ok(()),
    }
}

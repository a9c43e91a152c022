//! Setting up a client.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderValue;
use http::header::{HeaderMap, USER_AGENT};

use super::{Core, Engine, Settings, set};
use crate::runtime::Input;
use crate::runtime::error::Error;
use crate::runtime::operation::{Api, SecurityKind, SecurityScheme};
use crate::runtime::options::RequestOptions;
use crate::runtime::retry::{Budget, Retries};
use crate::runtime::secret::Secret;
use crate::runtime::security::{self, Credential, Held, HeldCredential};
use crate::runtime::transport::Transport;
use crate::runtime::url::BaseUrl;

/// A client being set up. What is wrong is said by [`build`](Self::build).
#[must_use = "it makes a client when it is built"]
pub struct CoreBuilder {
    api: &'static Api,
    base_url: Option<String>,
    server: usize,
    variables: Vec<(String, String)>,
    user_agent: Option<String>,
    parameters: Vec<(&'static str, String)>,
    credentials: Held,
    options: RequestOptions,
    connect_timeout: Duration,
    transport: Option<Box<dyn Transport>>,
    envelope: bool,
    error: Option<Error>,
}

impl CoreBuilder {
    pub(super) fn new(api: &'static Api) -> Self {
        CoreBuilder {
            api,
            base_url: None,
            server: 0,
            variables: Vec::new(),
            user_agent: None,
            parameters: Vec::new(),
            credentials: Vec::new(),
            options: RequestOptions::new(),
            connect_timeout: Duration::from_secs(5),
            transport: None,
            envelope: api.envelope,
            error: None,
        }
    }

    /// Where the API is, for all operations. A path in it stays: `https://host/client/v4`.
    pub fn base_url(&mut self, url: impl Into<String>) {
        self.base_url = Some(url.into());
    }

    /// One of the documented servers, by its place in the list.
    pub fn server(&mut self, index: usize) {
        self.server = index;
    }

    /// A variable of the server's address.
    pub fn server_variable(&mut self, key: &str, value: impl Into<String>) {
        set(&mut self.variables, key.to_owned(), value.into());
    }

    /// A client parameter.
    pub fn parameter(&mut self, key: &'static str, value: impl Input<String>) {
        set(&mut self.parameters, key, value.input());
    }

    /// The credential of a security scheme.
    pub fn credential(&mut self, key: &'static str, credential: impl Into<Credential>) {
        self.credentials.retain(|held| held.key != key);
        self.credentials
            .push(HeldCredential::new(key, credential.into()));
    }

    /// The `User-Agent` to send.
    pub fn user_agent(&mut self, text: impl Into<String>) {
        self.user_agent = Some(text.into());
    }

    /// Options of all requests.
    pub fn options(&mut self, options: RequestOptions) {
        self.options = options.or(&self.options);
    }

    /// A header of all requests.
    pub fn header(&mut self, name: &str, value: &str) {
        self.options = std::mem::take(&mut self.options).header(name, value);
    }

    /// How long an attempt may take; 60 s unless said.
    pub fn timeout(&mut self, timeout: Duration) {
        self.options.timeout = Some(timeout);
    }

    /// What is tried again; twice unless said.
    pub fn retries(&mut self, retries: Retries) {
        self.options.retries = Some(retries);
    }

    /// How long connecting may take; 5 s unless said. An own transport has its own.
    pub fn connect_timeout(&mut self, timeout: Duration) {
        self.connect_timeout = timeout;
    }

    /// What carries the requests.
    pub fn transport(&mut self, transport: impl Transport) {
        self.transport = Some(Box::new(transport));
    }

    /// Whether a success status whose body says `"success": false` is an error.
    pub fn failed_envelopes_are_errors(&mut self, are: bool) {
        self.envelope = are;
    }

    /// Takes from the environment what is not set yet: address, credentials, client parameters.
    /// An empty variable counts as none. If some scheme has a variable, one of them must be there.
    pub fn from_env(&mut self) {
        if self.base_url.is_none() {
            self.base_url = self.api.base_url_env.and_then(|env| self.env(env));
        }
        for parameter in self.api.parameters {
            let held = self.parameters.iter().any(|(key, _)| *key == parameter.key);
            if let (false, Some(value)) = (held, parameter.env.and_then(|env| self.env(env))) {
                self.parameters.push((parameter.key, value));
            }
        }
        for scheme in self.api.security {
            let held = self.credentials.iter().any(|held| held.key == scheme.key);
            if let (false, Some(text)) = (held, scheme.env.and_then(|env| self.env(env))) {
                let credential = credential(scheme, text);
                self.credentials
                    .push(HeldCredential::new(scheme.key, credential));
            }
        }
        let with_env = self
            .api
            .security
            .iter()
            .filter(|scheme| scheme.env.is_some());
        let ways: Vec<String> = with_env.map(security::how_to_set).collect();
        if !ways.is_empty() && self.credentials.is_empty() {
            let message = format!(
                "the environment holds no credentials: {}",
                ways.join(", or ")
            );
            self.fail(Error::build(message));
        }
    }

    fn env(&mut self, name: &'static str) -> Option<String> {
        match std::env::var(name) {
            Ok(value) => Some(value.trim().to_owned()).filter(|value| !value.is_empty()),
            Err(std::env::VarError::NotPresent) => None,
            Err(std::env::VarError::NotUnicode(_)) => {
                self.fail(Error::build(format!(
                    "the environment's `{name}` is not UTF-8"
                )));
                None
            }
        }
    }

    fn fail(&mut self, error: Error) {
        self.error.get_or_insert(error);
    }

    /// The client.
    pub fn build(self) -> Result<Core, Error> {
        if let Some(error) = self.error {
            return Err(error);
        }
        self.options.check()?;
        let mut credentials = self.credentials;
        for held in &mut credentials {
            let mut schemes = self.api.security.iter();
            if let Some(scheme) = schemes.find(|scheme| scheme.key == held.key) {
                security::ready(scheme, held)?;
            }
        }
        let given = self.base_url.or_else(|| self.options.base_url.clone());
        let base_url_given = given.is_some();
        let base_url = match given {
            Some(url) => BaseUrl::parse(&url)?,
            None => BaseUrl::parse(&server_address(self.api, self.server, &self.variables)?)?,
        };
        let transport = match self.transport {
            Some(transport) => transport,
            None => standard_transport(self.connect_timeout)?,
        };
        let user_agent = self.user_agent.as_deref().unwrap_or(self.api.user_agent);
        let mut headers = HeaderMap::new();
        if !user_agent.is_empty() {
            let value = HeaderValue::from_str(user_agent);
            let value = value.map_err(|_| Error::build("the user agent is no header value"))?;
            headers.insert(USER_AGENT, value);
        }
        let settings = Settings {
            api: self.api,
            base_url,
            base_url_given,
            headers,
            parameters: self.parameters,
            credentials,
            options: self.options,
            envelope: self.envelope,
        };
        let engine = Engine {
            transport,
            budget: Budget::new(),
            #[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
            background: crate::runtime::blocking::Background::default(),
        };
        Ok(Core {
            settings: Arc::new(settings),
            engine: Arc::new(engine),
        })
    }
}

impl fmt::Debug for CoreBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // An address can hold a login, or a key in its query.
        let credentials: Vec<&str> = self.credentials.iter().map(|held| held.key).collect();
        f.debug_struct("CoreBuilder")
            .field("parameters", &self.parameters)
            .field("credentials", &credentials)
            .field("options", &self.options)
            .field("transport", &self.transport)
            .finish_non_exhaustive()
    }
}

fn credential(scheme: &SecurityScheme, text: String) -> Credential {
    match (scheme.kind, text.split_once(':')) {
        (SecurityKind::Basic, Some((name, password))) => {
            Credential::Basic(name.to_owned(), Secret::from(password))
        }
        (SecurityKind::Basic, None) => Credential::Basic(text, Secret::from("")),
        _ => Credential::Token(Secret::from(text)),
    }
}

fn server_address(
    api: &'static Api,
    index: usize,
    variables: &[(String, String)],
) -> Result<String, Error> {
    let env = api.base_url_env;
    let env = env.map_or_else(String::new, |env| format!(", or `{env}` with `from_env`"));
    let how = format!("(`ClientBuilder::base_url`{env})");
    let Some(server) = api.servers.get(index) else {
        return Err(Error::build(match api.servers.len() {
            0 => format!("the API's document names no server: give a base URL {how}"),
            count => format!("there is no server {index}: the API has {count}"),
        }));
    };
    let mut url = server.url.to_owned();
    for (key, default) in server.variables {
        let given = variables.iter().find(|(given, _)| given == key);
        let value = given.map_or(*default, |(_, value)| value);
        url = url.replace(&format!("{{{key}}}"), value);
    }
    if url.starts_with('/') || !url.contains("://") {
        return Err(Error::build(format!(
            "the API's document gives its address as `{url}`, without a host: give a whole one {how}"
        )));
    }
    Ok(url)
}

#[cfg(all(feature = "reqwest", not(target_arch = "wasm32")))]
fn standard_transport(connect_timeout: Duration) -> Result<Box<dyn Transport>, Error> {
    use crate::runtime::error::{BuildError, Details};
    use crate::runtime::reqwest_transport::ReqwestTransport;

    let transport = ReqwestTransport::new(connect_timeout).map_err(|error| {
        let details = Details::new("the HTTP client cannot be made");
        Error::Build(BuildError::new(details.caused_by(error.into_source())))
    })?;
    Ok(Box::new(transport))
}

#[cfg(all(feature = "reqwest", target_arch = "wasm32", target_os = "unknown"))]
fn standard_transport(_: Duration) -> Result<Box<dyn Transport>, Error> {
    use crate::runtime::error::{BuildError, Details};
    use crate::runtime::fetch_transport::FetchTransport;

    let transport = FetchTransport::new().map_err(|error| {
        let details = Details::new("there is nothing to send requests with");
        Error::Build(BuildError::new(details.caused_by(error.into_source())))
    })?;
    Ok(Box::new(transport))
}

#[cfg(not(all(
    feature = "reqwest",
    any(not(target_arch = "wasm32"), target_os = "unknown")
)))]
fn standard_transport(_: Duration) -> Result<Box<dyn Transport>, Error> {
    Err(Error::build(
        "no transport comes with this build (the feature `reqwest`, which `rustls` and `native-tls` \
         bring, is off, or the target has neither sockets nor `fetch`): give one",
    ))
}

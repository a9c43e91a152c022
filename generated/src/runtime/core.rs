//! What every generated client is made of.

mod builder;

use std::fmt;
use std::sync::Arc;

use http::{HeaderMap, Method};
use url::{Url, form_urlencoded};

use super::Input;
use super::call::Call;
use super::error::Error;
use super::operation::{Api, Operation, SecurityKind};
use super::options::RequestOptions;
use super::request::Request;
use super::response::Response;
use super::retry::Budget;
use super::security::Held;
use super::stream::ByteStream;
use super::transport::Transport;
use super::url::BaseUrl;

pub use builder::CoreBuilder;

/// What a client knows and shares with its clones. Cloning is cheap.
#[derive(Clone)]
pub struct Core {
    settings: Arc<Settings>,
    pub(crate) engine: Arc<Engine>,
}

/// What differs between clones that were made with `with_…`.
#[derive(Clone)]
pub(crate) struct Settings {
    pub(crate) api: &'static Api,
    pub(crate) base_url: BaseUrl,
    /// Whether the user said where the API is: then that holds for all operations.
    pub(crate) base_url_given: bool,
    pub(crate) headers: HeaderMap,
    pub(crate) parameters: Vec<(&'static str, String)>,
    pub(crate) credentials: Held,
    pub(crate) options: RequestOptions,
    pub(crate) envelope: bool,
}

/// What all clones share.
#[derive(Debug)]
pub(crate) struct Engine {
    pub(crate) transport: Box<dyn Transport>,
    pub(crate) budget: Budget,
    #[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
    pub(crate) background: super::blocking::Background,
}

impl Core {
    /// A client of this API, to be set up.
    pub fn builder(api: &'static Api) -> CoreBuilder {
        CoreBuilder::new(api)
    }

    /// A call of one operation, to be filled.
    pub fn call(&self, operation: &'static Operation) -> Call {
        Call::new(self.clone(), operation)
    }

    /// A request to a path that the API's document does not have, with the same address,
    /// credentials, retries and errors. The path is taken as it is, `{}` and `%` included; a `#` in
    /// it is an error, since what follows it would never be sent: `%23` is what goes there.
    pub fn request(&self, method: &Method, path: &str) -> Request<Response<ByteStream>> {
        Call::undocumented(self.clone(), method, path).any_answer()
    }

    /// The same client with another value of a client parameter.
    #[must_use]
    pub fn with_parameter(&self, key: &'static str, value: impl Input<String>) -> Core {
        let value = value.input();
        self.changed(|settings| set(&mut settings.parameters, key, value))
    }

    /// The same client with other options for its requests.
    #[must_use]
    pub fn with_options(&self, options: RequestOptions) -> Core {
        self.changed(|settings| settings.options = options.or(&settings.options))
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.settings
    }

    fn changed(&self, change: impl FnOnce(&mut Settings)) -> Core {
        let mut core = self.clone();
        change(Arc::make_mut(&mut core.settings));
        core
    }
}

impl fmt::Debug for Core {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let settings = self.settings();
        let credentials: Vec<&str> = settings.credentials.iter().map(|held| held.key).collect();
        f.debug_struct("Core")
            .field("base_url", &settings.base_url.address())
            .field("parameters", &settings.parameters)
            .field("credentials", &credentials)
            .finish_non_exhaustive()
    }
}

impl Settings {
    /// Takes the client's keys out of the query of an address that a server wrote: they are added to
    /// each request anyway, and whoever keeps the address shall not keep them.
    pub(crate) fn take_keys(&self, address: &mut Url) {
        let keys = self.api.security.iter().filter_map(|scheme| {
            let held = self.credentials.iter().any(|held| held.key == scheme.key);
            match scheme.kind {
                SecurityKind::ApiKeyQuery(name) if held => Some(name),
                _ => None,
            }
        });
        let keys: Vec<&str> = keys.collect();
        let Some(query) = address.query().filter(|_| !keys.is_empty()) else {
            return;
        };
        let pairs = query.split('&').filter(|pair| {
            let name = form_urlencoded::parse(pair.as_bytes()).next();
            name.is_none_or(|(name, _)| !keys.contains(&&*name))
        });
        let query = pairs.collect::<Vec<_>>().join("&");
        address.set_query(Some(query.as_str()).filter(|query| !query.is_empty()));
    }

    /// The value of a client parameter, or an error that says how to set it.
    pub(crate) fn parameter(&self, operation: &Operation, key: &str) -> Result<&str, Error> {
        let held = self.parameters.iter().find(|(held, _)| *held == key);
        if let Some((_, value)) = held {
            return Ok(value);
        }
        let known = self.api.parameters.iter().find(|known| known.key == key);
        let how = known.map_or_else(String::new, |known| {
            let method = known.method;
            let env = known.env.map(|env| format!(", or `{env}` with `from_env`"));
            let env = env.unwrap_or_default();
            format!(": set `ClientBuilder::{method}` or `Client::with_{method}`{env}")
        });
        Err(Error::build(format!(
            "`{}` needs `{key}`{how}",
            operation.id
        )))
    }
}

/// Sets the value of a key in a short list.
pub(crate) fn set<K: PartialEq, V>(list: &mut Vec<(K, V)>, key: K, value: V) {
    match list.iter_mut().find(|(other, _)| *other == key) {
        Some((_, old)) => *old = value,
        None => list.push((key, value)),
    }
}

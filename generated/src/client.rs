//! The client and its builder.

use std::time::Duration;

use http::Method;

use crate::runtime::{
    Api, ByteStream, ClientParameter, Core, CoreBuilder, Credential, Credentials, Error, Input,
    Request, RequestOptions, Response, Retries, Secret, SecurityKind, SecurityScheme, Server,
    Transport,
};

/// A client of the API. Cloning it is cheap, and clones share their connections.
#[derive(Clone, Debug)]
pub struct Client {
    core: Core,
}

impl Client {
    /// A client with what the environment holds.
    ///
    /// It reads `CLOUDFLARE_API_TOKEN`, `CLOUDFLARE_ACCOUNT_ID`, `CLOUDFLARE_BASE_URL`.
    ///
    /// # Errors
    ///
    /// [`Error::Build`] if a credential is missing or cannot be sent.
    pub fn from_env() -> Result<Self, Error> {
        Self::builder().from_env().build()
    }

    /// Sets up a client.
    pub fn builder() -> ClientBuilder {
        ClientBuilder {
            core: Core::builder(&API),
        }
    }

    /// Apps hold everything else. An account can have several.
    #[cfg(feature = "apps")]
    pub fn apps(&self) -> crate::resources::Apps {
        crate::resources::Apps::new(&self.core)
    }

    /// Rooms that can be used again and again.
    #[cfg(feature = "meetings")]
    pub fn meetings(&self) -> crate::resources::Meetings {
        crate::resources::Meetings::new(&self.core)
    }

    /// The session that is going on in a meeting right now: look at it, remove or silence
    /// participants, ask them something.
    #[cfg(feature = "active-session")]
    pub fn active_session(&self) -> crate::resources::ActiveSession {
        crate::resources::ActiveSession::new(&self.core)
    }

    /// The history of an app's sessions, the live ones included.
    #[cfg(feature = "sessions")]
    pub fn sessions(&self) -> crate::resources::Sessions {
        crate::resources::Sessions::new(&self.core)
    }

    /// Sessions as files, or streamed on while they go.
    #[cfg(feature = "recordings")]
    pub fn recordings(&self) -> crate::resources::Recordings {
        crate::resources::Recordings::new(&self.core)
    }

    /// All livestreams of an app, of meetings or of anything else.
    #[cfg(feature = "livestreams")]
    pub fn livestreams(&self) -> crate::resources::Livestreams {
        crate::resources::Livestreams::new(&self.core)
    }

    /// What participants may do, and what a meeting looks like to them.
    #[cfg(feature = "presets")]
    pub fn presets(&self) -> crate::resources::Presets {
        crate::resources::Presets::new(&self.core)
    }

    /// Addresses of the app's own that events are reported to.
    #[cfg(feature = "webhooks")]
    pub fn webhooks(&self) -> crate::resources::Webhooks {
        crate::resources::Webhooks::new(&self.core)
    }

    /// How much an app was used.
    #[cfg(feature = "analytics")]
    pub fn analytics(&self) -> crate::resources::Analytics {
        crate::resources::Analytics::new(&self.core)
    }

    /// The same client with another `account_id`.
    #[must_use]
    pub fn with_account_id(&self, value: impl Input<String>) -> Self {
        Self {
            core: self.core.with_parameter("account_id", value),
        }
    }

    /// The same client with other options for its requests.
    #[must_use]
    pub fn with_options(&self, options: RequestOptions) -> Self {
        Self {
            core: self.core.with_options(options),
        }
    }

    /// A request that the API's document does not have, with the same address, credentials,
    /// retries and errors. The path is taken as it is; a `#` in it has to be written `%23`.
    pub fn request(&self, method: &Method, path: &str) -> Request<Response<ByteStream>> {
        self.core.request(method, path)
    }
}

/// Sets up a [`Client`]. What is wrong is said by [`build`](Self::build).
#[derive(Debug)]
#[must_use = "it makes a client when it is built"]
pub struct ClientBuilder {
    core: CoreBuilder,
}

impl ClientBuilder {
    /// An API token of Cloudflare with one of the permissions that the operation names.
    ///
    /// Sent as `Authorization: Bearer`.
    ///
    /// [`from_env`](Self::from_env) reads `CLOUDFLARE_API_TOKEN`.
    pub fn api_token(mut self, secret: impl Input<Secret>) -> Self {
        self.core.credential("api_token", secret.input());
        self
    }

    /// As [`api_token`](Self::api_token), from where secrets change: a vault, a login.
    pub fn api_token_from(mut self, credentials: impl Credentials) -> Self {
        self.core
            .credential(
                "api_token",
                Credential::Changing(std::sync::Arc::new(credentials)),
            );
        self
    }

    /// The Cloudflare account, 32 hexadecimal digits.
    ///
    /// For each operation that takes it.
    ///
    /// [`from_env`](Self::from_env) reads `CLOUDFLARE_ACCOUNT_ID`.
    pub fn account_id(mut self, value: impl Input<String>) -> Self {
        self.core.parameter("account_id", value);
        self
    }

    /// Where the API is, for all operations, in place of the whole of
    /// `https://api.cloudflare.com/client/v4`, its path included.
    ///
    /// [`from_env`](Self::from_env) reads `CLOUDFLARE_BASE_URL`.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.core.base_url(url);
        self
    }

    /// How long an attempt may take, until the answer is complete or a stream begins; 60 s
    /// unless said. [`RequestOptions::deadline`] is for all attempts together.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.core.timeout(timeout);
        self
    }

    /// How long connecting may take; 5 s unless said. An own transport has its own.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.core.connect_timeout(timeout);
        self
    }

    /// What is tried again, and when; twice at most unless said.
    pub fn retries(mut self, retries: Retries) -> Self {
        self.core.retries(retries);
        self
    }

    /// A header of all requests, instead of any other value it would have.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.core.header(name, value);
        self
    }

    /// The `User-Agent` to send.
    pub fn user_agent(mut self, text: impl Into<String>) -> Self {
        self.core.user_agent(text);
        self
    }

    /// Options of all requests; a request's own count more.
    pub fn options(mut self, options: RequestOptions) -> Self {
        self.core.options(options);
        self
    }

    /// What carries the requests: reqwest unless said.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.core.transport(transport);
        self
    }

    /// Whether a success status whose body says `"success": false` is an error; it is
    /// unless said.
    pub fn failed_envelopes_are_errors(mut self, are: bool) -> Self {
        self.core.failed_envelopes_are_errors(are);
        self
    }

    /// Takes from the environment what is not set yet.
    pub fn from_env(mut self) -> Self {
        self.core.from_env();
        self
    }

    /// The client.
    ///
    /// # Errors
    ///
    /// [`Error::Build`] if a setting cannot be used.
    pub fn build(self) -> Result<Client, Error> {
        Ok(Client { core: self.core.build()? })
    }
}

static API: Api = Api {
    servers: &[
        Server {
            url: "https://api.cloudflare.com/client/v4",
            variables: &[],
        },
    ],
    base_url_env: Some("CLOUDFLARE_BASE_URL"),
    user_agent: concat!("realtime-kit/", env!("CARGO_PKG_VERSION")),
    security: &[
        SecurityScheme {
            key: "api_token",
            method: "api_token",
            kind: SecurityKind::Bearer,
            env: Some("CLOUDFLARE_API_TOKEN"),
        },
    ],
    parameters: &[
        ClientParameter {
            key: "account_id",
            method: "account_id",
            env: Some("CLOUDFLARE_ACCOUNT_ID"),
        },
    ],
    secrets: &[
        "access_key",
        "password",
        "private_key",
        "rtmp_url",
        "secret",
        "stream_key",
        "token",
    ],
    ..Api::DEFAULT
};

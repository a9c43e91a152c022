//! What the generator writes for two operations, by hand: a client, a resource, and calls to it.

#![expect(
    unreachable_pub,
    reason = "in a generated crate these modules are public"
)]

// One file here; in a generated crate each module is a file of its own, and `runtime` stands at
// its root as it does here.

#[expect(
    dead_code,
    reason = "it shows more of what is generated than is called here"
)]
mod client {
    //! The client.

    use std::time::Duration;

    use super::resources::Sessions;
    use crate::runtime::{
        Api, Call, ClientParameter, Core, CoreBuilder, Error, Input, Operation, RequestOptions,
        Retries, Secret, SecurityKind, SecurityScheme, Server, Transport,
    };

    static API: Api = Api {
        servers: &[Server {
            url: "https://api.cloudflare.com/client/v4",
            variables: &[],
        }],
        base_url_env: Some("CLOUDFLARE_BASE_URL"),
        user_agent: concat!("realtime-kit/", env!("CARGO_PKG_VERSION"), " rust"),
        security: &[SecurityScheme {
            key: "api_token",
            method: "api_token",
            kind: SecurityKind::Bearer,
            env: Some("CLOUDFLARE_API_TOKEN"),
        }],
        parameters: &[ClientParameter {
            key: "account_id",
            method: "account_id",
            env: Some("CLOUDFLARE_ACCOUNT_ID"),
        }],
        ..Api::DEFAULT
    };

    /// The client. Clones share its connections.
    #[derive(Clone, Debug)]
    pub struct Client {
        core: Core,
    }

    impl Client {
        /// A client to be set up.
        pub fn builder() -> ClientBuilder {
            ClientBuilder {
                core: Core::builder(&API),
            }
        }

        /// A client from `CLOUDFLARE_API_TOKEN` and `CLOUDFLARE_ACCOUNT_ID`.
        pub fn from_env() -> Result<Client, Error> {
            let mut builder = Client::builder();
            builder.core.from_env();
            builder.build()
        }

        /// The same client for another account.
        #[must_use]
        pub fn with_account_id(&self, account_id: impl Input<String>) -> Client {
            Client {
                core: self.core.with_parameter("account_id", account_id),
            }
        }

        /// The same client with other options for its requests.
        #[must_use]
        pub fn with_options(&self, options: RequestOptions) -> Client {
            Client {
                core: self.core.with_options(options),
            }
        }

        /// Sessions.
        pub fn sessions(&self) -> Sessions {
            Sessions::new(self)
        }

        pub(crate) fn call(&self, operation: &'static Operation) -> Call {
            self.core.call(operation)
        }
    }

    /// A client being set up.
    #[derive(Debug)]
    #[must_use = "it makes a client when it is built"]
    pub struct ClientBuilder {
        core: CoreBuilder,
    }

    impl ClientBuilder {
        /// The token (`Authorization: Bearer`).
        pub fn api_token(mut self, api_token: impl Input<Secret>) -> Self {
            self.core.credential("api_token", api_token.input());
            self
        }

        /// The account, for all operations.
        pub fn account_id(mut self, account_id: impl Input<String>) -> Self {
            self.core.parameter("account_id", account_id);
            self
        }

        /// Where the API is.
        pub fn base_url(mut self, url: impl Into<String>) -> Self {
            self.core.base_url(url);
            self
        }

        /// How long an attempt may take; 60 s unless said.
        pub fn timeout(mut self, timeout: Duration) -> Self {
            self.core.timeout(timeout);
            self
        }

        /// What is tried again; twice unless said.
        pub fn retries(mut self, retries: Retries) -> Self {
            self.core.retries(retries);
            self
        }

        /// A header of all requests.
        pub fn header(mut self, name: &str, value: &str) -> Self {
            self.core.header(name, value);
            self
        }

        /// What carries the requests.
        pub fn transport(mut self, transport: impl Transport) -> Self {
            self.core.transport(transport);
            self
        }

        /// The client.
        pub fn build(self) -> Result<Client, Error> {
            let core = self.core.build()?;
            Ok(Client { core })
        }
    }
}

mod models {
    //! Stand-ins: a generated crate makes them with `model!` and `input!`.

    use serde::{Deserialize, Serialize};

    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    pub struct Session {
        pub id: String,
    }

    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    pub struct ListSessionsResponse {
        pub success: bool,
        pub data: Vec<Session>,
    }

    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    pub struct KickParticipants {
        pub participant_ids: Vec<String>,
        pub custom_participant_ids: Vec<String>,
    }

    impl crate::runtime::Input<KickParticipants> for KickParticipants {
        fn input(self) -> KickParticipants {
            self
        }
    }

    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    pub struct KickResponse {
        pub success: bool,
    }
}

mod resources {
    //! The resources.

    use super::client::Client;
    use super::models;
    use crate::runtime::{Input, Operation, PageKind, Pagination, Request, request};

    /// The history of sessions.
    #[derive(Clone, Debug)]
    pub struct Sessions {
        client: Client,
    }

    impl Sessions {
        pub(crate) fn new(client: &Client) -> Self {
            let client = client.clone();
            Sessions { client }
        }

        /// List the sessions of an app.
        ///
        /// `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions`
        pub fn list(&self, app_id: impl Input<String>) -> ListSessions {
            let mut call = self.client.call(&LIST_SESSIONS);
            call.path("app_id", app_id.input());
            ListSessions(call.json())
        }

        /// Kick participants out of the active session.
        ///
        /// `POST /accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/active-session/kick`
        pub fn kick(
            &self,
            app_id: impl Input<String>,
            meeting_id: impl Input<String>,
            body: impl Input<models::KickParticipants>,
        ) -> Request<models::KickResponse> {
            let mut call = self.client.call(&KICK_PARTICIPANTS);
            call.path("app_id", app_id.input());
            call.path("meeting_id", meeting_id.input());
            call.json_body(&body.input());
            call.json()
        }
    }

    request! {
        /// Options of [`Sessions::list`].
        pub struct ListSessions -> models::ListSessionsResponse, items: models::Session {
            /// The number of the page.
            query page_no: f64 = "page_no",
            /// How many sessions a page has.
            query per_page: f64 = "per_page",
            /// Only sessions with one of these statuses.
            query status: Vec<String> = "status" as crate::runtime::Style::FORM.joined(),
            /// Only if it has changed.
            header if_none_match: String = "If-None-Match",
        }
    }

    static LIST_SESSIONS: Operation = Operation {
        id: "GetSessions",
        method: "GET",
        path: "/accounts/{account_id}/realtime/kit/{app_id}/sessions",
        security: &[&["api_token"]],
        pagination: Some(&Pagination {
            kind: PageKind::Page {
                key: "page_no",
                first: 1,
            },
            size: Some("per_page"),
            items: &["data"],
        }),
        ..Operation::DEFAULT
    };

    static KICK_PARTICIPANTS: Operation = Operation {
        id: "KickParticipants",
        method: "POST",
        path: "/accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}/active-session/kick",
        security: &[&["api_token"]],
        ..Operation::DEFAULT
    };
}

use super::server::{Server, json};
use crate::runtime::ErrorKind;
use client::Client;

fn client(server: &Server) -> Client {
    Client::builder()
        .api_token("t0ken")
        .account_id("acc")
        .base_url(format!("{}/client/v4", server.url()))
        .build()
        .expect("the settings are valid")
}

#[tokio::test]
async fn a_list_with_options() {
    let server = Server::start([json(200, r#"{"success":true,"data":[{"id":"a"}]}"#)]).await;
    let sessions = client(&server).sessions();
    let page = sessions
        .list("a/b")
        .page_no(2)
        .status(["LIVE", "EN,DED"])
        .await;
    assert_eq!(page.expect("the answer is as documented").data[0].id, "a");
    let request = server.request().await;
    assert_eq!(
        request.line,
        "GET /client/v4/accounts/acc/realtime/kit/a%2Fb/sessions?page_no=2&status=LIVE,EN%2CDED \
         HTTP/1.1"
    );
    assert_eq!(request.header("authorization"), Some("Bearer t0ken"));
    assert_eq!(request.header("accept"), Some("application/json"));
    assert!(
        request
            .header("user-agent")
            .is_some_and(|it| it.starts_with("realtime-kit/"))
    );
    assert_eq!(request.header("content-type"), None);
}

#[tokio::test]
async fn items_over_pages() {
    let server = Server::start([
        json(200, r#"{"success":true,"data":[{"id":"a"},{"id":"b"}]}"#),
        json(200, r#"{"success":true,"data":[{"id":"c"}]}"#),
    ])
    .await;
    let mut items = client(&server).sessions().list("app").per_page(2).items();
    let mut ids = Vec::new();
    while let Some(session) = items.try_next().await.expect("all pages are as documented") {
        ids.push(session.id);
    }
    assert_eq!(ids, ["a", "b", "c"]);
    assert!(server.request().await.line.contains("?per_page=2 "));
    assert!(
        server
            .request()
            .await
            .line
            .contains("?per_page=2&page_no=2 ")
    );
}

#[tokio::test]
async fn a_body_and_an_error() {
    let missing = r#"{"success":false,"error":{"code":404,"message":"No user found"}}"#;
    let server = Server::start([json(404, missing)]).await;
    let body = models::KickParticipants {
        participant_ids: vec!["p".to_owned()],
        custom_participant_ids: Vec::new(),
    };
    let kicked = client(&server)
        .with_account_id("other")
        .sessions()
        .kick("app", "m", body)
        .await;
    let error = kicked.expect_err("the server says 404");
    assert_eq!(error.kind(), ErrorKind::Api);
    let text = format!(
        "404 No user found (POST {}/client/v4/accounts/other/realtime/kit/app/meetings/m/\
         active-session/kick)",
        server.url()
    );
    assert_eq!(error.to_string(), text);
    let request = server.request().await;
    assert_eq!(request.header("content-type"), Some("application/json"));
    assert_eq!(
        request.body,
        br#"{"participant_ids":["p"],"custom_participant_ids":[]}"#
    );
}

#[tokio::test]
async fn what_is_missing_is_named_before_anything_is_sent() {
    let client = Client::builder()
        .base_url("http://127.0.0.1:9")
        .build()
        .expect("it is valid");
    let error = client
        .sessions()
        .list("app")
        .await
        .expect_err("nothing is set");
    assert_eq!(
        error.to_string(),
        "`GetSessions` needs `account_id`: set `ClientBuilder::account_id` or \
         `Client::with_account_id`, or `CLOUDFLARE_ACCOUNT_ID` with `from_env`"
    );
    let error = client.with_account_id("acc").sessions().list("app").await;
    assert_eq!(
        error.expect_err("no token is set").to_string(),
        "`GetSessions` needs credentials; missing: `api_token` (`ClientBuilder::api_token`, or \
         `CLOUDFLARE_API_TOKEN` with `from_env`)"
    );
    assert!(Client::from_env().is_err());
}
